"""A calendar through the front door: brought in, again, changed, called off, taken back."""

from pathlib import Path
from typing import Any

import pytest

TIMES = "DTSTART;TZID=Europe/Brussels:20261201T140000\nDTEND;TZID=Europe/Brussels:20261201T150000"
AMINA = (
    "BEGIN:VEVENT\nUID:one\nSUMMARY:Groei\nDESCRIPTION:Neem je notities mee\n"
    f"{TIMES}\nATTENDEE;CN=Somebody else:mailto:Amina@example.org\nEND:VEVENT\n"
)
SOFIE = (
    "BEGIN:VEVENT\nUID:two\nSUMMARY:Koffie\nDTSTART:20261202T090000\nDURATION:PT30M\n"
    "ATTENDEE;CN=Sofie Claes:mailto:sofie@example.org\nEND:VEVENT\n"
)
PAST = (
    "BEGIN:VEVENT\nUID:past\nDTSTART:20261102T090000\nDURATION:PT30M\n"
    "ATTENDEE;CN=Amina El Idrissi:mailto:amina@example.org\nEND:VEVENT\n"
)
TASK = "BEGIN:VTODO\nUID:task\nSUMMARY:Koen bellen\nDUE;VALUE=DATE:20261204\nEND:VTODO\n"


@pytest.fixture
def bring(call: Any, tmp_path: Path) -> Any:
    """`bring(parts, *options)`: what is said when a calendar with these parts is brought in."""
    call("coachee", "new", "Amina El Idrissi", "--reach", "amina@example.org")

    def bring_in(parts: str, *options: object) -> str:
        path = tmp_path / "agenda.ics"
        path.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\n{parts}END:VCALENDAR\n")
        told = call("import", path, *options)
        assert told.code == 0, told.err
        return str(told.err)

    return bring_in


def talks(call: Any) -> list[tuple[str, ...]]:
    """What is in the journal: with whom, when, and whether it is still planned."""
    wanted = ("coachee", "starts_at", "status")
    rows = call("session", "list", "--csv").rows
    return sorted(tuple(row[name] for name in wanted) for row in rows)


AT_TWO = ("amina", "2026-12-01T13:00:00.000Z", "planned")


def test_an_event_becomes_a_planned_conversation_once(call, bring):
    assert "Would be new: 1 conversation" in bring(AMINA, "--dry-run")
    assert talks(call) == []

    assert "agenda.ics: a calendar." in bring(AMINA)
    assert "Here already: 1 conversation" in bring(AMINA)

    assert talks(call) == [AT_TWO]
    shown = call("session", "show", "1").pairs
    assert (shown["topic"], shown["minutes"]) == ("Groei", "60")
    assert shown["private_note"] == "Neem je notities mee"


def test_what_moves_or_is_called_off_follows_and_is_taken_back_in_one_step(call, bring):
    bring(AMINA)
    assert "Changed: 1 conversation" in bring(AMINA.replace("T140000", "T143000"))
    assert talks(call) == [("amina", "2026-12-01T13:30:00.000Z", "planned")]
    assert call("session", "show", "1").pairs["minutes"] == "30"

    off = AMINA.replace("UID:one", "UID:one\nSTATUS:CANCELLED")
    assert "Changed: 1 conversation" in bring(off)
    assert talks(call)[0][2] == "cancelled"
    assert "Here already" in bring(off)
    call("undo")
    assert talks(call)[0][2] == "planned"

    bring("METHOD:CANCEL\nBEGIN:VEVENT\nUID:one\nEND:VEVENT\n")
    assert talks(call) == [("amina", "2026-12-01T13:30:00.000Z", "cancelled")]
    assert "Changed: 1 conversation" in bring(AMINA)
    assert talks(call) == [AT_TWO]


SERIES = (
    "BEGIN:VEVENT\nUID:weekly\nRRULE:FREQ=WEEKLY;COUNT=3\n"
    f"{TIMES}\nATTENDEE:mailto:amina@example.org\nEND:VEVENT\n"
)


def test_a_series_may_move_to_another_hour_and_another_day_and_end_sooner(call, bring):
    def days(status: str = "planned") -> list[str]:
        return [at[5:16] for _who, at, has in talks(call) if has == status]

    bring(AMINA.replace("UID:one", "UID:weekly"))
    bring(SERIES)
    assert days() == ["12-01T13:00", "12-08T13:00", "12-15T13:00"]
    hour = SERIES.replace("T140000", "T143000").replace("T150000", "T153000")
    assert "Changed: 3 conversations" in bring(hour)
    assert days() == ["12-01T13:30", "12-08T13:30", "12-15T13:30"]

    bring(SERIES.replace("20261201", "20261203"))
    assert days() == ["12-03T13:00", "12-10T13:00", "12-17T13:00"]
    bring(SERIES.replace("20261201", "20261203").replace("COUNT=3", "COUNT=1"))
    assert days() == ["12-03T13:00"]
    bring("METHOD:CANCEL\nBEGIN:VEVENT\nUID:weekly\nEND:VEVENT\n")
    assert days() == []
    assert len(days("cancelled")) == 7


def test_what_was_called_off_elsewhere_and_never_came_makes_nothing(call, bring):
    off = AMINA.replace("UID:one", "UID:one\nSTATUS:CANCELLED")

    assert "There is nothing in it that the journal could take." in bring(off)
    assert talks(call) == []


def test_what_the_coach_changed_meanwhile_stays(call, bring):
    bring(AMINA)
    call("session", "move", "1", "2026-12-03T10:00")

    assert "was changed here since" in bring(AMINA.replace("T140000", "T143000"))
    assert talks(call) == [("amina", "2026-12-03T09:00:00.000Z", "planned")]


def test_somebody_unknown_is_told_or_added_on_purpose(call, bring, tmp_path):
    assert "line 3 “Koffie”: Nobody is called Sofie Claes." in bring(SOFIE)
    rejected = tmp_path / "agenda.ics.rejected.ics"
    assert "X-COACHLOG-REASON:Nobody is called Sofie Claes" in rejected.read_text()

    again = call("import", rejected, "--new")

    assert "People added: Sofie Claes" in again.err
    assert talks(call) == [("sofie", "2026-12-02T08:00:00.000Z", "planned")]
    assert "Here already" in bring(SOFIE)
    assert call("coachee", "show", "sofie").pairs["reach"] == "sofie@example.org"


def test_what_is_over_is_taken_as_held_on_purpose_only(call, bring):
    assert "1 event is over." in bring(PAST)
    assert talks(call) == []

    bring(PAST, "--past")

    assert talks(call) == [("amina", "2026-11-02T08:00:00.000Z", "held")]


def test_a_task_becomes_an_action_of_somebody(call, bring):
    assert "It does not say whose it is." in bring(TASK)

    bring(TASK, "--coachee", "amina")
    bring(TASK.replace("END:VTODO", "COMPLETED:20261123T100000Z\nEND:VTODO"), "--coachee", "amina")

    (action,) = call("action", "list", "--csv").rows
    kept = {name: action[name] for name in ("what", "due_on", "status", "closed_on")}
    assert list(kept.values()) == ["Koen bellen", "2026-12-04", "done", "2026-11-23"]


def test_a_task_that_repeats_is_taken_once_and_each_changed_time_of_it(call, bring):
    newer = TASK.replace("Koen bellen", "Koen mailen").replace(
        "END:VTODO", "SEQUENCE:2\nRRULE:FREQ=WEEKLY\nEND:VTODO"
    )
    moved = TASK.replace("END:VTODO", "RECURRENCE-ID:20261211\nEND:VTODO")
    both = newer + moved + TASK

    assert "It repeats: only one task is taken." in bring(both, "--coachee", "amina")
    assert "Here already: 2 actions" in bring(both, "--coachee", "amina")
    actions = call("action", "list", "--csv").rows
    assert sorted(row["what"] for row in actions) == ["Koen bellen", "Koen mailen"]
