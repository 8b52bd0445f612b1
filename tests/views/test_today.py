"""`coachlog` alone, and `coachlog today`: how things stand."""

import json
import re

import pytest

from coachlog.journal.session.appointment.upcoming import LISTED
from coachlog.store.drafts import DraftKeeper
from coachlog.views.today.read import read
from tests.conftest import talk

TODAY = "2026-11-24"


def kinds(call, **more):
    return [
        (each["kind"], each["coachee"], each["number"])
        for each in call("today", "--json", **more).json
    ]


def planned(coachee, date, **more):
    return talk(coachee=coachee, date=date, status="planned", **more)


def test_an_empty_journal_says_how_to_begin(call, screen):
    assert "coachlog session new" in screen()
    assert call().err == ""
    assert call("today", "--json").json == []


def test_appointments_come_in_the_order_of_the_clock(call, keep):
    keep(
        talk(coachee="Bo", next_at="2026-11-24T16:00"),
        planned("Amina", "2026-11-24T14:00", topic="Hours"),
        planned("Amina", "2026-11-30T14:00"),
    )

    assert kinds(call) == [
        ("planned", "amina", 2),
        ("appointment", "bo", None),
        ("planned", "amina", 3),
    ]
    shown = call().out
    assert "today, 14:00" in shown
    assert "Amina: Hours  (conversation 2)" in shown


def test_an_appointment_that_is_planned_as_well_is_told_once(call, keep):
    keep(talk(next_at="2026-11-26T14:00"), planned("Amina", "2026-11-26T15:00"))

    assert kinds(call) == [("planned", "amina", 2)]


@pytest.mark.parametrize("status", ["cancelled", "missed"])
def test_an_appointment_that_was_cancelled_is_told_no_more(call, keep, status):
    keep(talk(next_at="2026-11-26T14:00"), talk(date="2026-11-26T14:00", status=status))

    assert kinds(call) == []


def test_only_what_the_latest_conversation_agreed_counts(call, keep):
    keep(
        talk(date="2026-11-02T14:00", next_at="2026-11-26T14:00"),
        talk(date="2026-11-20T14:00", next_at="2026-12-04T14:00"),
    )

    assert [each["on"] for each in call("today", "--json").json] == ["2026-12-04"]


def test_a_planned_conversation_of_an_earlier_day_asks_whether_it_was_held(call, keep):
    keep(planned("Amina", "2026-11-20T14:00"))

    assert kinds(call) == [("passed", "amina", 1)]
    assert "coachlog session missed 1" in call().out


def test_one_of_this_morning_is_still_an_appointment(call, keep):
    keep(planned("Amina", "2026-11-24T08:00"))

    assert kinds(call) == [("planned", "amina", 1)]


def test_what_is_past_its_day_is_told_with_its_count(call, keep):
    late = [{"what": f"Thing {n}", "due_on": "2026-11-20"} for n in range(LISTED + 2)]
    keep(talk(actions=[*late, {"what": "Today", "due_on": TODAY}, {"what": "Some day"}]))

    assert [kind for kind, _who, _n in kinds(call)] == ["overdue"] * LISTED
    assert "and 2 more" in call().out


def test_who_was_not_seen_for_longer_than_agreed_is_told(call, keep):
    keep(talk(date="2026-11-02T14:00"), talk(coachee="Bo", date="2026-11-02T14:00"))
    call("trajectory", "edit", 1, "--rhythm-days", "2w")
    call("trajectory", "edit", 2, "--rhythm-days", "22")

    assert kinds(call) == [("unseen", "amina", None)]
    assert "3 weeks ago, agreed: every 2 weeks" in call().out


def test_who_has_an_appointment_is_not_missed(call, keep):
    keep(talk(date="2026-11-02T14:00", next_at="2026-12-24T14:00"))
    call("trajectory", "edit", 1, "--rhythm-days", "7")

    assert [kind for kind, _who, _n in kinds(call)] == ["appointment"]


def test_a_trajectory_that_began_lately_is_counted_from_its_start(call, keep):
    keep(talk(date="2026-09-02T14:00"))
    call("trajectory", "close", 1)
    call(
        "trajectory", "new", "--coachee", "amina", "--starts-on", "2026-11-20", "--rhythm-days", "7"
    )

    assert kinds(call) == []


def test_a_closed_trajectory_expects_nobody(call, keep):
    keep(talk(date="2026-09-02T14:00"))
    call("trajectory", "edit", 1, "--rhythm-days", "7")
    call("trajectory", "close", 1)

    assert kinds(call) == []


def test_a_draft_is_told_with_the_command_that_goes_on_with_it(call, keep, program):
    keep(talk())
    for name in ("Amina", "Bo"):
        DraftKeeper.start(program.store, "grow", {}, name).close()

    assert sorted(kinds(call)) == [("draft", "Amina", 2), ("draft", "Bo", 1)] or sorted(
        kinds(call)
    ) == [("draft", "Amina", 1), ("draft", "Bo", 2)]
    assert "coachlog session resume 2" in call().out


def test_an_empty_journal_with_a_draft_says_so(call, program):
    DraftKeeper.start(program.store, "grow", {}, "Amina").close()

    assert "coachlog session resume" in call().out


def test_the_same_stands_in_csv(call, keep):
    keep(planned("Amina", "2026-11-26T14:00", topic="Hours"))

    [row] = call("today", "--csv").rows

    assert row == {
        "kind": "planned",
        "on": "2026-11-26",
        "at": "2026-11-26T13:00:00.000Z",
        "coachee": "amina",
        "number": "1",
        "text": "Hours",
        "value": "",
    }


@pytest.mark.parametrize(("language", "word"), [("nl", "Afspraken"), ("fr", "Rendez-vous")])
def test_it_speaks_the_language_of_the_coach(call, keep, language, word):
    keep(planned("Amina", "2026-11-26T14:00"))

    assert word in call("--lang", language).out


def test_stored_text_is_shown_and_never_obeyed(call, keep):
    keep(planned("A\x1b[31mmina", "2026-11-26T14:00", topic="[bold]x[/bold]\x07"))

    shown = call().out

    assert "\x1b" not in shown
    assert "[bold]x[/bold]␇" in shown


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_on_a_terminal_no_line_is_wider_than_it(program, keep, columns):
    keep(
        planned("Amina El Idrissi van de avondploeg", "2026-11-26T14:00", topic="x" * 90),
        talk(actions=[{"what": "iets lang " * 20, "due_on": "2026-11-20"}]),
    )

    shown = program.on_terminal("--no-input", columns=columns, env={"NO_COLOR": "1"})

    assert shown.code == 0
    lines = re.sub(r"\x1b\[[\d;]*m", "", shown.out).splitlines()
    assert max(map(len, lines)) <= columns


def test_the_number_of_statements_does_not_grow(program, keep):
    from datetime import datetime

    from coachlog.store.connection import open_reader

    def count():
        asked = []
        with open_reader(program.store) as reader:
            reader._connection.set_trace_callback(asked.append)
            read(reader, datetime.fromisoformat("2026-11-24T09:00:00Z"), "Europe/Brussels")
        return len(asked)

    keep(talk())
    before = count()
    keep(*(planned(f"P{n}", "2026-11-26T14:00") for n in range(20)))

    assert count() == before


def test_json_keys_are_never_translated(call, keep):
    keep(planned("Amina", "2026-11-26T14:00"))

    assert json.loads(call("today", "--json", "--lang", "nl").out) == call("today", "--json").json


def test_objectives_are_told_calmly_where_there_is_a_reason(call, keep):
    """One that ends soon or that nobody works on; what is served and far away is left in peace."""
    keep(talk())
    for words in (
        ("--statement", "Served", "--ends-on", "2027-06-30"),
        ("--statement", "Ends soon", "--ends-on", "2026-12-24"),
        ("--statement", "Over", "--ends-on", "2026-11-23"),
        ("--statement", "Nobody's"),
        ("--statement", "Dropped"),
    ):
        call("objective", "new", *words)
    call("objective", "drop", 5)
    call(
        "goal", "new", "--coachee", "amina", "--statement", "x", "--objective", 1, "--objective", 2
    )

    found = [each for each in call("today", "--json").json if each["kind"] == "objective"]
    assert [(each["number"], each["on"], each["value"]) for each in found] == [
        (3, "2026-11-23", 0),
        (2, "2026-12-24", 1),
        (4, None, 0),
    ]
    for language, told in (
        ("nl", "niemand werkt er nu aan"),
        ("fr", "personne n'y travaille"),
        ("en", "nobody is working on it now"),
    ):
        shown = call("today", env={"COACHLOG_LANG": language}).out
        assert shown.count(told) == 2
        assert "Served" not in shown

    call("coachee", "archive", "amina")
    assert "nobody is working on it now" in call("today").out


def test_timeline_and_prep_tell_which_objective_a_goal_serves(call, keep):
    keep(talk())
    for statement in ("Shorter meetings", "Fewer errors"):
        call("objective", "new", "--statement", statement)
    call(
        "goal", "new", "--coachee", "amina", "--statement", "x", "--objective", 1, "--objective", 2
    )
    call("goal", "new", "--coachee", "amina", "--statement", "y")

    events = call("timeline", "amina", "--json").json
    assert [e["serves"] for e in events if e["kind"] == "goal_set"] == [
        "Shorter meetings; Fewer errors",
        None,
    ]
    assert "Objective: Shorter meetings; Fewer errors" in call("timeline", "amina").out
    assert call("prep", "amina", "--json").json["objectives"] == [
        {"goal": 1, "objective": 1, "statement": "Shorter meetings"},
        {"goal": 1, "objective": 2, "statement": "Fewer errors"},
    ]
    kinds = [row["kind"] for row in call("prep", "amina", "--csv").rows]
    assert kinds[:4] == ["last", "goal", "objective", "objective"]
    assert "Shorter meetings" in call("prep", "amina").out
    assert "serves" in call("timeline", "amina", "--csv").rows[0]
