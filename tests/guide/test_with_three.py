"""With somebody else at the table the guide shows nothing that was not released to that person.

A marker stands in every text of the journal; the whole conversation is led and each screen read.
"""

import json
import re
import sqlite3

import pytest

from coachlog.store.fulltext import PRIVATE, SHARED
from tests.interview.conftest import METHODS

WITH_THREE = [each.id for each in METHODS if each.with_three]
MARKER = re.compile(r"QX-[a-z_]+-[a-z0-9_]+-\d+")
KOEN, TOM = "Koen Maes", "Tom (HR)"
AGREED = ("--agreed-by", "Jonas", "--no-personnel-file")
KEPT = {("coachee", "name"), ("release", "to_whom"), ("trajectory", "sponsor")}
"""What has to be a name that somebody can type."""
BESIDES = {"workability": ("note",), "answer": ("asked",)}
"""Texts that nobody can search."""
OWN = """
id = "round"
version = 1
source = "me"
table = "three"
name = { nl = "Rond", fr = "Ronde", en = "Round" }
about = { nl = "R.", fr = "R.", en = "R." }
[[stage]]
id = "review"
place = "opening"
name = { nl = "Terug", fr = "Retour", en = "Back" }
"""


def question(number, kind, fills, **more):
    keys = {"id": f"round.review.{number:02}", "kind": kind, "fills": fills} | more
    told = "".join(f'{key} = "{value}"\n' for key, value in keys.items() if value)
    words = f'nl = "V{number}"\nfr = "Q{number}"\nen = "Q{number}"\n'
    return f'[[stage.question]]\n{told}form = "short"\n{words}'


ALL_KINDS = OWN + "".join(
    question(number, kind, fills, **more)
    for number, (kind, fills, more) in enumerate(
        [
            ("text", "topic", {}),
            ("lines", "better", {}),
            ("action_review", "reviews", {"when": "open_actions"}),
            ("goal_scores", "scores", {"when": "goals"}),
            ("goal", "goal", {}),
            ("objectives", "goal.objectives", {}),
            ("talents", "goal.talent_numbers", {}),
            ("text", "goal.anti_goal", {}),
            ("text", "goal.why", {}),
            ("options", "options", {}),
            ("weigh", "options.chosen", {}),
            ("actions", "actions", {}),
            ("if_then", "actions.if_then", {}),
            ("text", "", {"when": "anti_goal"}),
            ("text", "summary", {}),
            ("lines", "parked", {}),
        ],
        1,
    )
)
"""A coach's own method that asks about everything the journal knows."""

TALK = {
    "coachee": "Jonas Peeters",
    "topic": "t",
    "better": "t",
    "summary": "t",
    "private_note": "t",
    "reflection": "t",
    "roles": {"appraises": True, "freely_chosen": False, "hard_to_tell": "t", "kept_out": "t"},
    "reality": {"now": "t", "score": 3, "tried": "t", "people": "t", "obstacles": "t"},
    "goals": [{"ref": "g", "statement": "t", "anti_goal": "t", "why": "t", "target": 8}],
    "scores": [{"goal": "g", "score": 3}],
    "options": [{"text": "t", "origin": "network", "contact": "t", "pros": "t", "cons": "t"}],
    "actions": [
        {"what": "t", "goal": "g", "if_then": {"obstacle": "t", "plan": "t"}, "helper": "t"},
        {"what": "t", "goal": "g"},
    ],
    "parked": ["t", "t"],
    "answers": [
        {"stage": "s", "question": "q", "asked": "t", "text": "t"},
        {"stage": "s", "question": "q2", "asked": "t", "text": "t", "layer": "private"},
    ],
}


@pytest.fixture
def journal(call, program, prepared):
    """A journal with a marker in every text, of Jonas and of somebody else."""
    prepared(lambda: fill(call, program))
    return program


def fill(call, program):
    later = {"coachee": "jonas", "date": "2026-11-20T10:00", "topic": "t", "summary": "t"} | {
        "reviews": [{"action": 1, "status": "partly", "outcome": "t", "plan_helped": "t"}]
    }
    today = {"coachee": "jonas", "date": "2026-11-24T15:00", "status": "planned", "topic": "t"}
    first = TALK | {"date": "2026-10-01T10:00"}
    other = {"coachee": "Bert", "date": "2026-10-02T10:00", "topic": "t"}
    talks = "\n".join(json.dumps(each) for each in (first, later, other))
    must(call("session", "new", "--from", "-", stdin=talks))
    must(call("session", "plan", "--from", "-", stdin=json.dumps(today)))
    must(call("objective", "new", "--statement", "t", "--level", "organisation"))
    must(call("coachee", "talent", "jonas", "t", "--shows", "t"))
    must(call("observation", "new", "--coachee", "jonas", "--fact", "t", "--wish", "t"))
    must(call("trajectory", "edit", 1, "--sponsor", TOM, "--purpose", "t"))
    for whom in (KOEN, TOM):
        must(call("session", "release", 1, "--text", "t", "--to", whom, *AGREED))
    must(call("session", "release", 1, "--text", "t", "--to", KOEN, *AGREED))
    must(call("session", "release", "--withdraw", 3))
    mark_everything(program.store)


def must(result):
    assert result.code == 0, result.err


def mark_everything(store):
    with sqlite3.connect(store) as journal:
        for table, columns in [*SHARED.items(), *PRIVATE.items(), *BESIDES.items()]:
            for column in columns:
                if (table, column) not in KEPT:
                    journal.execute(
                        f'update "{table}" set "{column}" ='
                        f" 'QX-{table}-{column}-' || (select count(*) from \"{table}\" o"
                        f' where o.rowid <= "{table}".rowid)'
                    )
        journal.execute("update coachee set name = 'QX-coachee-name-2' where handle = 'bert'")
    journal.close()


@pytest.fixture
def at_table(call):
    """`at_table(*words, typed=…)`: lines typed at a terminal without colours; what it shows."""

    def leading(*words, typed, language="en"):
        lines = "\n".join(typed) + "\n"
        ended = call("--plain", *words, typed=lines, env={"COACHLOG_LANG": language})
        assert ended.code == 0, ended.err
        return ended.out + ended.err

    return leading


BEGIN = ("session", "new", "--coachee", "jonas", "--method")
ENTER = [""] * 60
WANDERING = ["?", "", "", ":back", "", "", ":more", ""] * 30
EVERY_MORE = ["?", "1", "said"] * 6 + ENTER
TEXTS_TO_KOEN = {"QX-release-text-1"}


def shown_in(screen):
    return set(MARKER.findall(screen))


@pytest.mark.parametrize("name", WITH_THREE)
@pytest.mark.parametrize(
    "typed", [ENTER, WANDERING, EVERY_MORE], ids=["enter", "wandering", "more"]
)
def test_nothing_is_shown_that_was_not_released(name, typed, journal, at_table):
    screen = at_table(*BEGIN, name, typed=[KOEN, *typed])

    assert shown_in(screen) == TEXTS_TO_KOEN


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_nor_in_another_language(language, journal, at_table):
    screen = at_table(*BEGIN, "three_way_halfway", typed=[KOEN, *WANDERING], language=language)

    assert shown_in(screen) == TEXTS_TO_KOEN


@pytest.mark.parametrize("typed", [ENTER, WANDERING], ids=["enter", "wandering"])
def test_nor_in_a_method_of_the_coach_that_asks_about_everything(typed, journal, at_table):
    folder = journal.config.parent / "methods"
    folder.mkdir()
    (folder / "round.toml").write_text(ALL_KINDS)

    screen = at_table(*BEGIN, "round", typed=[KOEN, "said", *typed])

    assert shown_in(screen) == TEXTS_TO_KOEN


@pytest.mark.parametrize(
    ("third", "released"),
    [
        ("", {"QX-release-text-2"}),
        ("tom (hr)", {"QX-release-text-2"}),
        ("KOÉN  maes", TEXTS_TO_KOEN),
        ("Koen", set()),
        ("Somebody", set()),
    ],
    ids=["the sponsor", "another case", "accents", "half a name", "a stranger"],
)
def test_who_sits_there_decides_what_is_shown(third, released, journal, at_table):
    screen = at_table(*BEGIN, "three_way_start", typed=[third, *ENTER])

    assert shown_in(screen) == released


def test_the_sponsor_is_not_named_before_that_is_who_sits_there(journal, at_table):
    screen = at_table(*BEGIN, "three_way_start", typed=[KOEN, *ENTER])

    assert TOM not in screen


@pytest.mark.parametrize("name", WITH_THREE)
def test_nor_after_the_talk_is_over(name, journal, at_table):
    typed = [KOEN, "yesterday 10:00", "60", "my NOTES", *ENTER]
    screen = at_table(*BEGIN, name, "--after", typed=typed)

    assert shown_in(screen) == TEXTS_TO_KOEN
    assert "NOTES" not in screen


def test_notes_and_answers_are_shown_when_the_coach_asks_for_them(journal, at_table):
    typed = [KOEN, "yesterday 10:00", "60", "my NOTES", "the ANSWER", ":back", ":private", *ENTER]
    screen = at_table(*BEGIN, "three_way_start", "--after", typed=typed)

    before, after = screen.split("my NOTES", 1)
    assert "ANSWER" not in before
    assert "the ANSWER" in after


@pytest.mark.parametrize("name", WITH_THREE)
def test_nor_when_it_is_resumed(name, journal, at_table):
    at_table(*BEGIN, name, typed=[KOEN, "said before", ":stop"])

    screen = at_table("session", "resume", typed=[":back", *WANDERING])

    assert shown_in(screen) == set()


def test_nor_in_a_draft_that_was_begun_by_an_earlier_version(journal, at_table):
    """It has everything in it that was shown at the time."""
    at_table(*BEGIN, "grow", typed=["said", "", ":stop"])
    with sqlite3.connect(journal.store) as store:
        [(state,)] = store.execute("select state from draft").fetchall()
        begun = json.loads(state)
        assert "QX-goal-statement-1" in state
        begun["interview"] |= {
            "method": "three_way_halfway",
            "given": {"three_way_halfway.progress.01": "old"},
        }
        begun["interview"]["at"] = "three_way_halfway.progress.02"
        begun["proposed"] = {"three_way_halfway.progress.02": "QX-session-topic-9"}
        changed = json.dumps(begun, ensure_ascii=False)
        store.execute("update draft set state = ?, method = 'three_way_halfway'", (changed,))
    store.close()

    assert shown_in(at_table("session", "resume", typed=WANDERING)) == set()


@pytest.mark.parametrize(
    ("whom", "shown"),
    [(KOEN, {"QX-release-text-4"}), (TOM, set())],
    ids=["to him", "to somebody else"],
)
def test_a_goal_that_was_released_can_be_gone_on_with(whom, shown, journal, at_table, call):
    """In the words in which it was released, whatever it says today."""
    must(call("goal", "release", 1, "--to", whom, *AGREED))
    with sqlite3.connect(journal.store) as store:
        store.execute("update release set text = 'QX-release-text-4' where number = 4")
    store.close()

    screen = at_table(*BEGIN, "three_way_start", typed=[KOEN, *WANDERING])

    assert shown_in(screen) == TEXTS_TO_KOEN | shown


def test_an_unfinished_talk_with_two_is_not_told_and_one_with_three_is(journal, at_table):
    at_table(*BEGIN, "grow", typed=["said", "", ":stop"])
    first = at_table(*BEGIN, "three_way_end", typed=[KOEN, "said", ":stop"])
    again = at_table(*BEGIN, "three_way_end", typed=["y", ":stop"])

    assert "unfinished" not in first
    assert "You have an unfinished conversation" not in first
    assert "You have an unfinished conversation" in again
    assert shown_in(first + again) == TEXTS_TO_KOEN


def test_what_options_gave_for_the_coach_alone_is_not_shown(journal, at_table):
    given = ("--private-note", "QX-given-note-1", "--reflection", "QX-given-self-1")
    screen = at_table(*BEGIN, "three_way_end", *given, typed=[KOEN, *WANDERING])

    assert shown_in(screen) == TEXTS_TO_KOEN


def test_a_topic_that_an_option_takes_up_is_kept_and_not_shown(journal, at_table, call):
    screen = at_table(*BEGIN, "three_way_end", "--take-up", "1", typed=[KOEN, *ENTER])

    assert shown_in(screen) == TEXTS_TO_KOEN
    assert call("session", "show", 4, "--json").json["taken_up"] == [1]


def test_a_planned_conversation_of_today_is_this_one_and_keeps_its_topic(journal, at_table, call):
    at_table(*BEGIN, "three_way_halfway", typed=[KOEN, *ENTER])

    kept = call("session", "show", 4, "--json").json
    assert (kept["status"], kept["topic"][:3]) == ("held", "QX-")


def test_names_of_other_people_are_not_offered(journal, at_table):
    typed = ["QX-coachee-name-3", "n", "jonas", KOEN, *ENTER]
    screen = at_table("session", "new", "--method", "three_way_end", typed=typed)

    assert "QX-coachee-name-2" not in screen


def test_a_figure_of_today_still_belongs_to_the_one_goal(journal, at_table, call):
    """The goal is not shown, and its course goes on."""
    at_table(*BEGIN, "three_way_halfway", typed=[KOEN, "", ":more", "1", "6", *ENTER])

    assert call("goal", "show", 1, "--json").json["score"] == 6


def test_only_what_was_agreed_there_is_told_at_the_end(journal, at_table):
    typed = [KOEN, "", "", "Call the team", "", "", *ENTER]
    screen = at_table(*BEGIN, "three_way_end", typed=typed)

    assert "Call the team" in screen.split(" saved.")[1]
    assert shown_in(screen) == TEXTS_TO_KOEN


def test_a_talk_with_two_shows_what_it_did(journal, at_table):
    """The proof that the markers would be seen."""
    assert "QX-session-summary-2" in at_table(*BEGIN, "grow", typed=ENTER)
