"""Coaching trajectories on the command line."""

import json

import pytest

from coachlog.store.undo import undo
from coachlog.store.work import Work
from coachlog.values.parse import KindError
from coachlog.values.rhythm import rhythm
from tests.conftest import refused, talk

ROLES = (
    *("appraises", "asked_for_opinion", "close_or_in_conflict", "freely_chosen"),
    *("hard_to_tell", "kept_out", "turn_to", "mirror"),
)


@pytest.fixture
def begin(call, keep):
    """A trajectory of Amina, who had one conversation before: the second one there is."""
    keep(talk(topic="First"))

    def beginning(*options):
        begun = call("trajectory", "new", "--coachee", "amina", *options)
        assert begun.code == 0, begun.err
        return begun

    return beginning


def shown(call, number):
    return call("trajectory", "show", number, "--json").json


def test_a_trajectory_is_kept_with_all_that_was_agreed(call, begin):
    begun = begin(
        *("--kind", "mentoring", "--purpose", "Settle in", "--starts-on", "2026-10-01"),
        *("--ends-on", "2027-06-30", "--rhythm-days", "3w", "--planned-sessions", "8"),
        *("--sponsor", "Koen Maes", "--sharing", "Only the goals"),
    )

    assert begun.out == "2\tamina\n"
    kept = shown(call, 2)
    assert {key: kept[key] for key in kept if key not in ROLES} == {
        "coachee_name": "Amina",
        "options_by_origin": [],
        "goals": [],
        "areas": [],
        "themes": [],
        "number": 2,
        "coachee": "amina",
        "kind": "mentoring",
        "status": "active",
        "starts_on": "2026-10-01",
        "ends_on": "2027-06-30",
        "purpose": "Settle in",
        "rhythm_days": 21,
        "sessions": 0,
        "planned_sessions": 8,
        "sponsor": "Koen Maes",
        "sharing": "Only the goals",
        "closing": None,
        "closed_on": None,
        "project": None,
        **dict.fromkeys(("setting", "policy", "letter", "as_mentoring")),
        "charter_place": None,
        "charter_signed_on": None,
    }


def test_a_new_one_begins_today_as_coaching_and_takes_the_next_conversations(call, begin, keep):
    begun = begin("--purpose", "Lead")

    assert "Trajectory 1 is still active too; new conversations go to 2." in begun.err
    assert shown(call, 2)["starts_on"] == "2026-11-24"
    assert shown(call, 2)["kind"] == "coaching"
    keep(talk(date="2026-11-24T09:00"))
    assert [shown(call, n)["sessions"] for n in (1, 2)] == [1, 1]


def test_after_closing_a_conversation_begins_a_new_one(call, begin, keep):
    begin()

    for number in (1, 2):
        assert call("trajectory", "close", number, "--closing", "She leads").code == 0
    keep(talk(date="2026-11-24T09:00"))

    assert shown(call, 2) | {"closing": "She leads", "closed_on": "2026-11-24"} == shown(call, 2)
    assert shown(call, 3)["sessions"] == 1


def test_closing_again_keeps_what_it_brought(call, begin):
    begin()
    call("trajectory", "close", 2, "--closing", "She leads", "--on", "2026-11-20")

    call("trajectory", "close", 2, "--on", "yesterday")

    kept = shown(call, 2)
    assert (kept["closing"], kept["closed_on"]) == ("She leads", "2026-11-23")


def test_a_closed_one_is_opened_again_by_editing(call, begin):
    begin()
    call("trajectory", "close", 2)

    assert call("trajectory", "edit", 2, "--status", "active").code == 0

    assert shown(call, 2)["closed_on"] is None


def test_only_what_is_given_changes(call, begin):
    begin("--purpose", "Lead", "--rhythm-days", "2 weken")

    call("trajectory", "edit", 2, "--rhythm-days", "1 mois", "--sponsor", "Koen")

    assert [shown(call, 2)[key] for key in ("purpose", "rhythm_days", "sponsor")] == [
        "Lead",
        30,
        "Koen",
    ]


def test_a_change_is_undone_in_one_step(call, begin, program):
    begin("--purpose", "Lead")
    call("trajectory", "edit", 2, "--purpose", "Rest", "--sponsor", "Koen")

    with Work(program.store, "undo") as work:
        undo(work)

    assert [shown(call, 2)[key] for key in ("purpose", "sponsor")] == ["Lead", None]


def test_lists_are_filtered_alike_in_every_form(call, begin, keep):
    begin("--kind", "onboarding")
    keep(talk(coachee="Bo"))
    call("trajectory", "close", 1)
    chosen = ("trajectory", "list", "--coachee", "amina", "--status", "active")

    assert [line.split("\t")[0] for line in call(*chosen).lines] == ["2"]
    assert [row["number"] for row in call(*chosen, "--csv").rows] == ["2"]
    assert [each["number"] for each in call(*chosen, "--json").json] == [2]
    assert "2 more" in call("trajectory", "list", "--limit", "1").err


def test_many_come_as_json_lines_all_or_none(call, begin):
    begin()
    lines = [{"coachee": "amina", "kind": "own"}, {"coachee": "amina", "rhythm_days": "never"}]
    given = "\n".join(map(json.dumps, lines))

    told = call("trajectory", "new", "--from", "-", stdin=given)

    refused(told, 4, "line 2, rhythm_days: “never” is not a rhythm")
    assert len(call("trajectory", "list").lines) == 2


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("new", "--coachee", "nobody"), 3, "Nobody is called nobody"),
        (("new", "--purpose", "x"), 2, "--coachee"),
        (("new", "--coachee", "amina", "--kind", "sport"), 4, "sport"),
        (("new", "--coachee", "amina", "--starts-on", "someday"), 4, "someday"),
        (("new", "--coachee", "amina", "--planned-sessions", "0"), 4, "--planned-sessions: "),
        (("show", "9"), 3, "There is no trajectory 9"),
        (("close", "9"), 3, "There is no trajectory 9"),
        (("edit", "9", "--purpose", "x"), 3, "There is no trajectory 9"),
        (("edit", "1", "--kind", ""), 4, "kind"),
        (("list", "--status", "dead"), 4, "dead"),
        (("list", "--coachee", "nobody"), 3, "Nobody is called nobody"),
        (("close", "x"), 4, "“x” is not a number"),
    ],
)
def test_what_cannot_be_is_refused(call, begin, words, code, told):
    begin()

    refused(call("trajectory", *words), code, told)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        *(("21", 21), (21, 21), ("3w", 21), ("3 weken", 21), ("3 semaines", 21), ("1 week", 7)),
        *(("2 maanden", 60), ("1 mois", 30), ("10 jours", 10), ("366", 366), ("", None)),
    ],
)
def test_a_rhythm_is_typed_as_people_say_it(typed, days):
    assert rhythm(typed) == days


@pytest.mark.parametrize("typed", ["0", "367", "-3", "3 jaar", "3j", "w", "3.5", True, "9999999"])
def test_a_rhythm_that_is_none_is_refused(typed):
    with pytest.raises(KindError):
        rhythm(typed)


@pytest.mark.parametrize(("language", "word"), [("nl", "Traject"), ("fr", "Parcours")])
def test_it_speaks_the_language_of_the_coach(call, begin, language, word):
    begin()

    told = call("trajectory", "close", 2, "--lang", language)

    assert told.err.startswith(f"{word} 2 ")


def test_removing_one_takes_its_conversations_along_and_is_undone_in_one_step(call, begin, keep):
    begin()
    keep(talk(date="2026-11-24T09:00", goals=[{"ref": "g", "statement": "Lead"}]))
    before = [call("export", "csv", table).out for table in ("sessions", "goals", "trajectories")]

    removed = call("trajectory", "remove", 2, "--yes")
    after = [len(call("export", "csv", table).rows) for table in ("sessions", "goals")]
    undone = call("undo")

    assert "1 conversation" in removed.err
    assert after == [1, 0]
    assert undone.code == 0
    tables = ("sessions", "goals", "trajectories")
    assert [call("export", "csv", table).out for table in tables] == before


def test_removing_one_asks_for_a_yes(call, begin):
    begin()

    refused(call("trajectory", "remove", 2), 2, "--yes")
