"""The pages of a person, a goal, a conversation and an action: on a terminal, in a pipe, as data.

Whole pages stand in `render/snapshots/`; `COACHLOG_SNAPSHOTS=write` draws them anew.
"""

import json
import re
import sqlite3

import pytest
from rich.cells import cell_len

from tests.conftest import EXAMPLE, refused, talk
from tests.render.test_timeline import same_as

HALF_YEAR = EXAMPLE.parent / "half-year.jsonl"
PAGES = {
    "person": ("coachee", "show", "thomas"),
    "goal": ("goal", "show", 2),
    "conversation": ("session", "show", 5),
    "action": ("action", "show", 7),
}
pages = pytest.mark.parametrize("page", PAGES)
STAMP = "2026-11-01T09:00:00.000Z"


@pytest.fixture
def half_year(call, prepared):
    """Thomas's half year, and what lies around the conversations."""
    edits = {
        "role": "ploegbaas",
        "team": "Expeditie",
        "organisation": "Brouwerij De Linde",
        "since": "2026-05-07",
        "reach": "thomas@delinde.example, best vóór zes uur",
        "context": "Laadt en lost met twaalf mensen in twee ploegen. Kwam zelf uit de nachtploeg.",
    }

    def fill():
        assert call("session", "new", "--from", HALF_YEAR).code == 0
        options = [word for name, text in edits.items() for word in (f"--{name}", text)]
        assert call("coachee", "edit", "thomas", *options).code == 0

    prepared(fill)


@pytest.fixture
def around(program, half_year):
    """Rows that no command of this version writes yet."""
    with sqlite3.connect(program.store) as store:
        who = store.execute("select id from coachee where handle = 'thomas'").fetchone()[0]
        talk_id = store.execute("select id from session where number = 5").fetchone()[0]
        store.execute(
            "update coachee set agreement = 'Wat we zeggen blijft onder ons; HR krijgt wat ik zelf"
            " vrijgeef.', agreement_basis = 'legitimate_interest', controller = 'Brouwerij De"
            " Linde', retention_on = '2028-12-31' where id = ?",
            (who,),
        )
        talents = [("Mensen meekrijgen", "Als er iets misloopt.", 1), ("Plannen", None, 0)]
        for number, (strength, shows, energy) in enumerate(talents, 1):
            values = (f"t{number}", number, who, strength, shows, energy, STAMP)
            store.execute(
                "insert into talent (id, number, coachee_id, strength, shows, gives_energy,"
                " created_at) values (?, ?, ?, ?, ?, ?, ?)",
                values,
            )
        store.execute(
            "insert into topic (id, number, coachee_id, text, status, parked_on, created_at)"
            " values ('o1', 1, ?, 'Hoe ik neen zeg tegen mijn broer', 'parked', '2026-10-01', ?)",
            (who, STAMP),
        )
        for number, whom, withdrawn in ((1, "HR", None), (2, "Griet", "2026-10-09")):
            store.execute(
                "insert into release (id, number, session_id, text, to_whom, agreed_by,"
                " released_on, handed_over_on, withdrawn_on, created_at)"
                " values (?, ?, ?, 'De ploeg draait zonder mij.', ?, 'Thomas', '2026-10-02',"
                " ?, ?, ?)",
                (f"r{number}", number, talk_id, whom, "2026-10-05", withdrawn, STAMP),
            )
        store.execute(
            "update session set private_note = 'Hij is moe.', reflection = 'Te snel geholpen.'"
            " where number = 5"
        )
    store.close()


@pages
@pytest.mark.parametrize(("columns", "language"), [(60, "fr"), (80, "nl"), (120, "en")])
def test_a_page_at_every_width(screen, around, page, columns, language):
    picture = screen(*PAGES[page], columns=columns, language=language)

    assert same_as(f"{page}_{columns}", picture)
    assert max(map(cell_len, picture.splitlines())) <= columns


def test_a_goal_on_a_phone(screen, around):
    picture = screen("goal", "show", 1, columns=40, language="nl")

    assert same_as("goal_40", picture)
    assert max(map(cell_len, picture.splitlines())) <= 40


@pages
def test_a_page_in_ascii(screen, around, page):
    """The words of people keep their letters; all that the program draws is plain."""
    picture = screen(*PAGES[page], TERM="linux")

    assert same_as(f"{page}_ascii", picture)
    assert {sign for sign in picture if not sign.isascii() and not sign.isalpha()} == set()


@pages
def test_no_color_leaves_nothing_but_what_is_bold(program, around, page):
    shown = program.on_terminal(*PAGES[page], env={"NO_COLOR": "1"}).out

    assert set(re.findall(r"\x1b\[[0-9;]*m", shown)) <= {"\x1b[1m", "\x1b[0m"}


@pytest.mark.parametrize("how", [{"TERM": "dumb"}, {"TERM": ""}])
def test_a_dumb_terminal_shows_plain_lines(program, around, how):
    shown = program.on_terminal(*PAGES["goal"], env=how)

    assert shown.out == program.on_terminal(*PAGES["goal"], "--plain").out
    assert "What you can type next:" in shown.out


HOSTILE = "[bold]x[/bold] \x1b[31mred\x1b]8;;http://x\x07 \u202eabc\ttab"


@pages
@pytest.mark.parametrize("columns", [40, 100])
def test_what_is_stored_is_shown_and_never_obeyed(screen, keep, program, page, columns):
    plan = {"obstacle": HOSTILE, "plan": HOSTILE}
    keep(
        talk(
            coachee=HOSTILE.partition("\t")[0],
            handle="thomas",
            topic=HOSTILE,
            goals=[{"ref": "g", "statement": HOSTILE, "why": HOSTILE, "anti_goal": HOSTILE}],
            scores=[{"goal": "g", "score": 3}],
            options=[{"text": HOSTILE, "contact": HOSTILE, "pros": HOSTILE}],
            actions=[{"what": HOSTILE, "goal": "g", "if_then": plan, "helper": HOSTILE}],
            private_note=HOSTILE,
        )
    )
    handle = "x-31mred-8-http-x-abc"
    with sqlite3.connect(program.store) as store:
        handle = store.execute("select handle from coachee").fetchone()[0]
    store.close()
    words = {"person": ("coachee", "show", handle)}.get(page, (*PAGES[page][:2], 1))

    picture = screen(*words, columns=columns)

    assert not set(picture) & set("\x1b\x07\u202e\t")
    assert "[bold]x[/bold]" in picture
    assert max(map(cell_len, picture.splitlines())) <= columns


def test_a_person_in_a_pipe_is_the_row_and_then_what_belongs_to_it(call, around):
    lines = call("coachee", "show", "thomas").lines

    assert lines[:2] == ["handle\tthomas", "name\tThomas Peeters"]
    below = ("talents.", "goals.", "actions.", "topics.", "latest_sessions.", "next.at")
    assert [line for line in lines if line.startswith(below)] == [
        "talents.1.number\t1",
        "talents.1.coachee\tthomas",
        "talents.1.strength\tMensen meekrijgen",
        "talents.1.shows\tAls er iets misloopt.",
        "talents.1.gives_energy\t1",
        "talents.2.number\t2",
        "talents.2.coachee\tthomas",
        "talents.2.strength\tPlannen",
        "talents.2.gives_energy\t0",
        "goals.1\t2",
        "actions.1\t7",
        "actions.2\t8",
        "topics.1\t1",
        "latest_sessions.1\t6",
        "latest_sessions.2\t5",
        "latest_sessions.3\t4",
        "next.at\t2026-12-03T09:00:00.000Z",
    ]


def test_the_json_of_a_person_is_the_row_and_numbers_to_ask_on_with(call, around):
    shown = call("coachee", "show", "thomas", "--json").json

    row = call("coachee", "list", "--json").json[0]
    assert {key: shown[key] for key in row} == row
    assert {key: shown[key] for key in ("goals", "actions", "topics", "latest_sessions")} == {
        "goals": [2],
        "actions": [7, 8],
        "topics": [1],
        "latest_sessions": [6, 5, 4],
    }
    assert [talent["strength"] for talent in shown["talents"]] == ["Mensen meekrijgen", "Plannen"]
    assert shown["next"]["at"] == "2026-12-03T09:00:00.000Z"


def test_a_goal_in_a_pipe_has_its_scores_and_actions(call, around):
    told = call("goal", "show", 2).pairs

    assert [told[f"scores.{n}.{name}"] for n in (1, 2, 3) for name in ("scored_on", "score")] == [
        *("2026-09-03", "5"),
        *("2026-10-01", "5"),
        *("2026-11-05", "7"),
    ]
    assert [told[f"actions.{n}"] for n in (1, 2, 3)] == ["4", "6", "8"]


def test_an_action_in_every_form(call, around):
    plain, data, table = (call("action", "show", 8, *form) for form in ([], ["--json"], ["--csv"]))

    assert ["what", "Met Ilse de planning van december maken"] in [
        line.split("\t") for line in plain.lines
    ]
    assert plain.lines[-5:] == [
        "coachee_name\tThomas Peeters",
        "goal_statement\tDrie avonden per week ben ik om zes uur thuis.",
        "confidences.1.said_on\t2026-11-05",
        "confidences.1.figure\t9",
        "confidences.1.session\t6",
    ]
    assert (data.json["number"], data.json["goal"], data.json["coachee_name"]) == (
        8,
        2,
        "Thomas Peeters",
    )
    assert table.rows == [
        row for row in call("action", "list", "--csv").rows if row["number"] == "8"
    ]


@pytest.mark.parametrize(("number", "code"), [(99, 3), ("x", 4), ("0", 4)])
def test_an_action_that_is_not_there(call, half_year, number, code):
    refused(call("action", "show", number), code, "action 99|not a number")


def test_two_forms_of_an_action_at_once_are_refused(call, half_year):
    refused(call("action", "show", 1, "--json", "--csv"), 2, "Choose --json or --csv, not both")


def test_the_layers_of_a_conversation(call, screen, around):
    page = screen("session", "show", 5).splitlines()

    assert [line.partition(" · ◉ released")[0] for line in page if "◉ released" in line] == [
        "For HR",
        "For Griet",
    ]
    assert [line.partition(" · ◌ for you only")[0] for line in page if "◌ for you" in line] == [
        "Private note",
        "Own reflection",
    ]
    told = call("session", "show", 5).pairs
    assert (told["releases.1.to_whom"], told["releases.2.to_whom"]) == ("HR", "Griet")
    assert (told["private_note"], told["reflection"]) == ("Hij is moe.", "Te snel geholpen.")


def test_an_option_says_whose_idea_it_was(screen, keep):
    keep(
        talk(
            options=[
                {"text": "alone", "chosen": True},
                {"text": "advice", "origin": "coach"},
                {"text": "ask", "origin": "network", "contact": "Rachid"},
            ]
        )
    )

    shown = screen("session", "show", 1)

    assert "✓ alone · chosen, the person's own idea" in shown
    assert "· advice · my idea" in shown
    assert "· ask · from the network, Rachid" in shown


def test_a_planned_conversation_says_so_first(screen, keep):
    keep(talk(date="2026-11-30T10:00", status="planned"))

    shown = screen("session", "show", 1)

    assert "Conversation 1 with Amina\nplanned · Mon 30 Nov 2026, 10:00\n" in shown
    assert "session new --coachee amina" in shown


def test_somebody_of_whom_nothing_is_known_yet_has_a_short_page(screen, call):
    call("coachee", "new", "--name", "Bo")

    assert screen("coachee", "show", "bo") == (
        "Bo · bo\n"
        "\n"
        "What you can type next:\n"
        "  coachlog prep bo                   one page to prepare the conversation\n"
        "  coachlog session new --coachee bo  hold the talk, question by question\n"
        "  coachlog timeline bo               see what happened\n"
        "  coachlog coachee edit bo           edit the details\n"
    )


def test_the_example_of_a_conversation_shows_all_that_was_said(screen, call):
    """Nothing that a coach wrote may be missing on the page."""
    call("session", "new", "--from", EXAMPLE)
    said = json.loads(EXAMPLE.read_text())

    shown = " ".join(screen("session", "show", 1, columns=200).split())

    for text in (said["topic"], said["summary"], said["private_note"], said["reflection"]):
        assert " ".join(text.split()) in shown
