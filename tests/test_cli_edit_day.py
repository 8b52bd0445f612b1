"""A conversation that moves to another day: what it dated moves along."""

import json

import pytest

BEFORE, AFTER = "2026-11-20", "2026-11-17"
TALK = {
    "coachee": "Amina",
    "date": f"{BEFORE}T14:00",
    "topic": "x",
    "goals": [{"ref": "g", "statement": "Delegate"}, {"ref": "h", "statement": "Rest"}],
    "scores": [{"goal": "g", "score": 4}],
    "actions": [{"what": "Ask", "confidence": 8, "confidence_before": 5, "goal": "g"}],
    "parked": ["Holidays"],
}
DAYS = {
    "goals": ("set_on", "closed_on"),
    "goal_scores": ("scored_on",),
    "goal_levels": ("rated_on",),
    "actions": ("agreed_on", "closed_on"),
    "confidences": ("said_on",),
    "topics": ("parked_on", "closed_on"),
    "trajectories": ("starts_on",),
    "sessions": ("held_on",),
}


def keep(call, talk):
    return call("session", "new", "--from", "-", stdin=json.dumps(talk))


@pytest.fixture
def days(call):
    """Every day in the journal, by table, record and column."""

    def read():
        return {
            (table, column, place): row[column]
            for table, columns in DAYS.items()
            for place, row in enumerate(call("export", "csv", table).rows)
            for column in columns
            if row[column]
        }

    return read


WAYS = {
    "option": ((1, "--date", f"{AFTER}T14:00"), None),
    "json": ((1, "--from", "-"), json.dumps({"date": f"{AFTER}T14:00"})),
}


@pytest.mark.parametrize(("words", "stdin"), WAYS.values(), ids=WAYS)
def test_what_it_dated_has_the_new_day_and_undo_gives_the_old_one_back(call, days, words, stdin):
    assert keep(call, TALK).code == 0
    before = days()
    assert set(before.values()) == {BEFORE}

    moved = call("session", "edit", *words, stdin=stdin)

    assert moved.code == 0, moved.err
    assert set(days().values()) == {AFTER}
    assert "Also moved to the new day: " in moved.err
    assert "2 goals" in moved.err
    assert "1 score" in moved.err
    assert call("undo", "--yes").code == 0
    assert days() == before


def test_what_was_told_there_of_earlier_records_moves_along(call, days):
    """A review, a goal that was reached, a topic that was taken up: dated by this conversation."""
    assert keep(call, TALK).code == 0
    later = {
        "coachee": "amina",
        "date": "2026-11-23T10:00",
        "goals": [{"number": 2, "status": "achieved"}],
        "reviews": [{"action": 1, "status": "done"}],
        "taken_up": [1],
    }
    assert keep(call, later).code == 0

    assert call("session", "edit", 2, "--date", "2026-11-22T10:00").code == 0

    found = days()
    assert [found[table, "closed_on", place] for table, place in CLOSED] == ["2026-11-22"] * 3
    assert found["goals", "set_on", 0] == BEFORE


CLOSED = (("goals", 1), ("actions", 0), ("topics", 0))


def test_what_has_another_day_or_was_done_by_hand_stays(call, days):
    assert keep(call, TALK).code == 0
    assert call("goal", "achieve", 2, "--on", BEFORE).code == 0
    assert call("goal", "score", 1, 6, "--on", BEFORE).code == 0
    assert call("action", "new", "--coachee", "amina", "--what", "Read").code == 0
    before = days()

    assert call("session", "edit", 1, "--date", f"{AFTER}T14:00").code == 0

    after = days()
    kept = {key for key in before if before[key] == after[key]}
    assert ("goals", "closed_on", 1) in kept
    assert {before[key] for key in kept} == {BEFORE, "2026-11-24"}
    assert len({key for key in kept if key[0] == "goal_scores"}) == 1


def test_the_figure_now_is_what_was_said_last(call):
    assert keep(call, TALK).code == 0
    assert call("action", "confidence", 1, 3, "--on", "2026-11-21").code == 0

    call("session", "edit", 1, "--date", "2026-11-22T14:00")

    assert call("action", "show", 1, "--json").json["confidence"] == 8


def test_another_hour_of_the_same_day_moves_nothing(call):
    assert keep(call, TALK).code == 0

    moved = call("session", "edit", 1, "--date", f"{BEFORE}T16:00")

    assert (moved.code, "Also moved to the new day" in moved.err) == (0, False)
