"""Appointments: planned, moved, cancelled, missed; what is agreed and not yet planned."""

import json
import sqlite3
from contextlib import closing

import pytest

from coachlog.base.texts import with_tied_signs
from tests.conftest import refused, talk

HELD = talk(next_at="2026-12-01T14:00")
"""Amina on the second of November, with an appointment for the first of December."""


@pytest.fixture
def planned(call):
    """Plan a conversation; the result is how the command ended."""

    def planning(*words, env=None):
        return call("session", "plan", *words, env=env)

    return planning


def rows(call, *words):
    return call("session", "list", *words, "--limit", 0, "--json").json


def ahead(call, *words):
    """What the timeline says is to come."""
    events = call("timeline", *words, "--json").json
    return [
        (each["kind"], each["at"], each["number"], each["value"])
        for each in events
        if each["on"] > "2026-11-24"
    ]


@pytest.mark.parametrize(
    "words",
    [["volgende", "week", "dinsdag", "14u"], ["volgende week dinsdag 14u"], ["2026-12-01T14:00"]],
    ids=["words", "one word", "ISO"],
)
def test_a_conversation_is_planned_and_the_moment_told(call, keep, planned, words):
    keep(talk())

    done = planned("amina", *words, "--topic", "Leading", "--minutes", "60", "--form", "walk")

    assert (done.code, done.out) == (0, "2\tamina\n")
    assert done.err == "Conversation 2 with Amina is planned: Tue 1 Dec 2026, 14:00.\n"
    [row] = rows(call, "--ahead")
    assert (
        row
        | {
            "number": 2,
            "status": "planned",
            "starts_at": "2026-12-01T13:00:00.000Z",
            "time_zone": "Europe/Brussels",
            "held_on": "2026-12-01",
            "minutes": 60,
            "form": "walk",
            "topic": "Leading",
            "trajectory": 1,
        }
        == row
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nl", "Gesprek 1 met Bo staat gepland: di 1 dec 2026, 14:00."),
        ("fr", with_tied_signs("L'entretien 1 avec Bo est prévu : mar. 1er déc. 2026, 14h00.")),
    ],
)
def test_the_moment_is_told_in_the_language_of_the_run(planned, language, told):
    assert told in planned("Bo", "2026-12-01 14:00", env={"COACHLOG_LANG": language}).err


def test_somebody_new_is_made_and_a_like_name_asked_about(call, keep, planned):
    keep(talk())

    done = planned("Amnia", "tomorrow 9:00")

    assert "Amnia is new in the journal.\n  Did you mean amina?\n" in done.err
    assert done.out == "2\tamnia\n"


def test_it_belongs_to_the_latest_trajectory(call, keep, planned):
    keep(talk())
    call("trajectory", "new", "--coachee", "amina")

    planned("amina", "tomorrow 9:00")

    newest = call("export", "csv", "trajectories").rows[-1]["number"]
    assert rows(call, "--ahead")[0]["trajectory"] == int(newest)


@pytest.mark.parametrize("moment", ["yesterday 14:00", "2026-11-24T09:59", "today 9:00"])
def test_the_past_is_refused_with_what_to_do_instead(call, planned, moment):
    done = planned("Bo", moment)

    refused(done, 4, "has passed")
    assert "coachlog session new --date" in done.err
    assert rows(call) == []


def test_this_very_minute_is_not_past(planned):
    assert planned("Bo", "2026-11-24T10:00").code == 0


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        (["Bo", "some day"], 4, "cannot be read as a date"),
        (["Bo", "14:00"], 4, "not the day"),
        (["Bo", "tomorrow", "--minutes", "0"], 4, "not a length of time"),
        (["Bo", "tomorrow", "--form", "sms"], 4, "not one of the choices"),
        (["Bo", "tomorrow", "--time-zone", "Mars/Base"], 4, "Mars/Base"),
        (["Bo", "2027-03-28 02:30"], 4, "does not exist"),
        (["Bo"], 2, "Missing: MOMENT$"),
        ([], 2, "Missing: COACHEE, MOMENT$"),
        (["", "tomorrow"], 2, "Missing: COACHEE$"),
    ],
)
def test_what_cannot_be_planned_is_refused(call, planned, words, code, cause):
    refused(planned(*words), code, cause)
    assert call("coachee", "list").out == ""


@pytest.mark.parametrize(
    ("moment", "instant"),
    [
        ("2026-10-25 02:30", "2026-10-25T00:30:00.000Z"),
        ("2026-10-27 14:00", "2026-10-27T13:00:00.000Z"),
        ("over een week 14u", "2026-10-27T13:00:00.000Z"),
    ],
    ids=["twice on the clock: the first", "after summer time", "counted over it"],
)
def test_over_the_end_of_summer_time_the_hour_on_the_clock_stays(call, planned, moment, instant):
    now = {"COACHLOG_NOW": "2026-10-20T09:00:00Z"}

    planned("Bo", moment, env=now)

    [row] = rows(call)
    assert (row["starts_at"], row["time_zone"]) == (instant, "Europe/Brussels")


def test_a_moment_elsewhere_keeps_its_zone(call, planned):
    planned("Bo", "2026-12-01 14:00", "--time-zone", "America/New_York")

    [row] = rows(call)
    assert (row["starts_at"], row["time_zone"]) == ("2026-12-01T19:00:00.000Z", "America/New_York")


def test_planned_from_json_lines(call, planned):
    lines = "\n".join(json.dumps({"coachee": name, "date": "2026-12-01T09:00"}) for name in "AB")

    done = call("session", "plan", "--from", "-", "--topic", "Plans", stdin=lines)

    assert done.out == "1\ta\n2\tb\n"
    assert {(row["status"], row["topic"]) for row in rows(call)} == {("planned", "Plans")}


def test_planned_as_json_is_answered_by_the_conversation(planned):
    shown = planned("Bo", "2026-12-01T09:00", "--json").json

    assert (shown["number"], shown["status"], shown["date"]) == (1, "planned", "2026-12-01T09:00")


@pytest.mark.parametrize(
    ("given", "cause"),
    [
        ({"date": "2026-11-01"}, "date: .*has passed"),
        ({}, "date: "),
        ({"date": "2026-12-01", "status": "held"}, "status: "),
        ({"date": "2026-12-01", "when": "x"}, "when: "),
    ],
)
def test_json_that_is_nothing_planned_is_refused(call, given, cause):
    done = call("session", "plan", "--from", "-", stdin=json.dumps({"coachee": "Bo"} | given))

    refused(done, 4, cause)
    assert rows(call) == []


def test_two_on_one_day_are_kept_and_told(call, planned):
    planned("Bo", "2026-12-01 9:00")

    done = planned("bo", "2026-12-01 16:00")

    assert done.err.splitlines()[1:] == [
        "Another conversation with Bo is planned that day: number 1, at 09:00."
    ]
    assert len(rows(call, "--ahead")) == 2


@pytest.mark.parametrize(
    ("at", "collides"), [("13:30", True), ("14:59", True), ("13:00", False), ("15:00", False)]
)
@pytest.mark.parametrize("how", ["planned", "agreed"])
def test_what_overlaps_with_an_appointment_of_the_coach_is_told(keep, planned, how, at, collides):
    """Of an appointment of which nobody said how long, an hour is thought."""
    keep(HELD) if how == "agreed" else planned("Amina", "2026-12-01 14:00")

    done = planned("Bo", f"2026-12-01 {at}")

    told = "You already have an appointment with Amina at that time: Tue 1 Dec 2026, 14:00."
    assert (told in done.err) == collides


def test_a_cancelled_one_is_no_appointment(call, planned):
    planned("Amina", "2026-12-01 14:00")
    call("session", "cancel", "amina")

    assert len(planned("Bo", "2026-12-01 14:00").err.splitlines()) == 2


def test_an_appointment_is_moved_by_edit(call, planned):
    planned("Bo", "2026-12-01 9:00")
    planned("Amina", "2026-12-02 9:00")

    done = call("session", "edit", 1, "--date", "2026-12-02 9:30")

    assert done.err.splitlines()[-2:] == [
        "Conversation 1 with Bo is planned: Wed 2 Dec 2026, 09:30.",
        "You already have an appointment with Amina at that time: Wed 2 Dec 2026, 09:00.",
    ]
    assert [row["number"] for row in rows(call, "--ahead")] == [2, 1]


def test_a_cancelled_one_keeps_its_moment_and_its_reason(call, planned):
    planned("Bo", "2026-12-01 9:00")

    done = call("session", "cancel", 1, "--reason", "On holiday")

    assert done.err.splitlines()[0] == "Conversation 1 with Bo is cancelled: Tue 1 Dec 2026, 09:00."
    [row] = rows(call)
    assert (row["status"], row["reason"]) == ("cancelled", "On holiday")
    assert call("session", "show", 1, "--json").json["reason"] == "On holiday"
    assert "On holiday" in call("session", "show", 1).out


@pytest.mark.parametrize("which", ["bo", "Bo Peeters", "BO PEETERS"])
def test_a_person_stands_for_the_next_appointment(call, planned, which):
    planned("Bo Peeters", "2026-12-15 9:00")
    planned("bo", "2026-12-01 9:00")

    call("session", "cancel", which)

    assert [row["status"] for row in rows(call)] == ["planned", "cancelled"]


def test_a_person_stands_for_the_latest_appointment_that_was_missed(call, planned):
    early = {"COACHLOG_NOW": "2026-11-01T09:00:00Z"}
    for moment in ("2026-11-10 9:00", "2026-11-17 9:00", "2026-12-01 9:00"):
        planned("Bo", moment, env=early)

    done = call("session", "missed", "bo")

    assert "Conversation 2 with Bo was missed: Tue 17 Nov 2026, 09:00." in done.err
    assert [row["status"] for row in rows(call)] == ["planned", "missed", "planned"]


def test_what_was_only_agreed_becomes_a_conversation_that_was_cancelled(call, keep):
    keep(HELD)

    call("session", "cancel", "amina", "--reason", "Ill")

    cancelled = rows(call)[0]
    assert (
        cancelled
        | {
            "number": 2,
            "status": "cancelled",
            "starts_at": "2026-12-01T13:00:00.000Z",
            "held_on": "2026-12-01",
            "reason": "Ill",
        }
        == cancelled
    )
    assert ahead(call, "amina") == [("conversation", "2026-12-01T13:00:00.000Z", 2, "cancelled")]


def test_what_was_only_agreed_becomes_a_conversation_that_was_missed(call, keep):
    keep(talk(next_at="2026-11-20T14:00"))

    call("session", "missed", "amina")

    assert [(row["status"], row["held_on"]) for row in rows(call)] == [
        ("missed", "2026-11-20"),
        ("held", "2026-11-02"),
    ]


def test_what_was_agreed_is_past_once_there_was_a_conversation_after_it(call, keep):
    """They met on another day than was agreed: nobody failed to come."""
    keep(talk(next_at="2026-11-10T14:00"), talk(date="2026-11-12T14:00"))

    refused(call("session", "missed", "amina"), 3, "no appointment with Amina that has passed")


@pytest.mark.parametrize(
    ("status", "kinds"),
    [
        ("planned", ["planned"]),
        ("held", ["conversation"]),
        ("cancelled", ["conversation"]),
        ("missed", ["conversation"]),
    ],
)
def test_an_agreement_is_told_once_there_is_a_conversation_on_that_day(call, keep, status, kinds):
    keep(talk(next_at="2026-11-25T14:00"))
    assert [kind for kind, *_rest in ahead(call, "amina")] == ["appointment"]

    keep(talk(date="2026-11-25T09:30", status=status))

    assert [kind for kind, *_rest in ahead(call, "amina")] == kinds


def test_cancelling_is_one_step_to_undo(call, keep, program):
    from coachlog.store.undo import undo
    from coachlog.store.work import Work

    keep(HELD)
    before = rows(call)
    call("session", "cancel", "amina")

    with Work(program.store, command="undo") as work:
        undo(work)

    assert rows(call) == before


def test_what_is_called_off_can_be_said_better(call, planned):
    planned("Bo", "2026-12-01 9:00")
    call("session", "cancel", 1, "--reason", "ill")

    assert call("session", "cancel", 1).code == 0
    call("session", "cancel", 1, "--reason", "On holiday")

    assert rows(call)[0]["reason"] == "On holiday"


@pytest.mark.parametrize(
    ("words", "code", "cause", "remedy"),
    [
        (["cancel", "1"], 4, "Conversation 1 has already been held", "session edit 1"),
        (["missed", "1"], 4, "Conversation 1 has already been held", "session edit 1"),
        (["missed", "2"], 4, "Conversation 2 has not taken place yet", "session cancel 2"),
        (["cancel", "9"], 3, "no conversation 9", "session list"),
        (["missed", "bo"], 3, "no appointment with Bo that has passed", "--coachee bo"),
        (["cancel", "amina"], 3, "no appointment with Amina", "session plan amina"),
        (["cancel", "amnia"], 3, "Nobody is called amnia. Did you mean amina", "coachee list"),
        (["cancel", "0"], 4, "“0” is not a number", "12"),
        (["cancel"], 2, "Missing: WHICH, the number of the conversation", "cancel amina"),
    ],
)
def test_what_cannot_be_called_off(call, keep, planned, words, code, cause, remedy):
    keep(talk())
    planned("Bo", "2026-12-01 9:00")
    before = rows(call)

    done = call("session", *words)

    refused(done, code, cause)
    assert remedy in done.err
    assert rows(call) == before


@pytest.fixture
def of_each_status(keep):
    keep(
        talk(date="2026-12-03T09:00", status="planned"),
        talk(date="2026-12-02T09:00", status="planned", coachee="Bo"),
        talk(date="2026-11-20T09:00", status="planned"),
        talk(date="2026-12-01T09:00", status="cancelled"),
        talk(date="2026-11-03T09:00", status="missed"),
        talk(date="2026-11-02T09:00"),
    )


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ([], [1, 2, 4, 3, 5, 6]),
        (["--status", "planned"], [1, 2, 3]),
        (["--status", "cancelled"], [4]),
        (["--status", "missed"], [5]),
        (["--status", "held"], [6]),
        (["--ahead"], [2, 1]),
        (["--ahead", "--status", "planned"], [2, 1]),
        (["--ahead", "--coachee", "bo"], [2]),
        (["--status", "planned", "--coachee", "amina"], [1, 3]),
    ],
)
def test_lists_by_status_and_what_lies_ahead(call, of_each_status, words, numbers):
    plain = call("session", "list", *words)

    assert [row["number"] for row in rows(call, *words)] == numbers
    assert [int(row["number"]) for row in call("session", "list", *words, "--csv").rows] == numbers
    assert [int(line.split("\t")[0]) for line in plain.lines] == numbers
    left_out = call("session", "list", *words, "--limit", 1).err
    assert left_out.startswith(f"{len(numbers) - 1} more") == (len(numbers) > 1)


@pytest.mark.parametrize("words", [["--status", "cancelled"], ["--status", "held"]])
def test_what_lies_ahead_has_one_status(call, words):
    refused(call("session", "list", "--ahead", *words), 2, "--ahead shows only what is planned")


def test_an_unknown_status_is_refused(call):
    refused(call("session", "list", "--status", "gone"), 4, "“gone” is not one of")


@pytest.mark.parametrize("words", [["--ahead"], ["--status", "missed"]])
def test_nothing_of_the_kind_is_no_error(call, words):
    done = call("session", "list", *words)

    assert (done.code, done.out, done.err.count("\n")) == (0, "", 1)


def test_a_reason_goes_out_and_comes_back(call, keep):
    keep(talk(status="cancelled", reason="Ill"))
    shown = call("session", "show", 1, "--json").json

    keep(shown)

    assert [row["reason"] for row in rows(call)] == ["Ill", "Ill"]
    call("session", "edit", 2, "--reason", "")
    assert rows(call)[0]["reason"] is None


def test_an_unknown_time_zone_hides_no_page(call, program):
    """A journal may come from a machine that knows other zones."""
    call("coachee", "new", "--name", "Amina")
    call("session", "plan", "amina", "2027-01-05T10:00", "--time-zone", "Europe/Brussels")
    with closing(sqlite3.connect(program.store)) as store, store:
        store.execute("update session set time_zone = 'Mars/Olympus'")

    for words in ("today", "prep amina", "report prepare amina", "timeline amina"):
        shown = call(*words.split())
        assert (shown.code, "09:00" in shown.out) == (0, True), words
