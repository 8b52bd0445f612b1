"""What a read costs after ten years is what it cost on the first day: counted, not timed."""

import sqlite3
from contextlib import closing

import pytest

from tests.guards.shape.watched import cost

OF_THE_PROBE = (
    "session list --coachee amina",
    "session list --coachee amina --status held",
    "session show {session}",
    "session show {session} --json",
    "coachee show amina",
    "coachee talent amina",
    "goal list --coachee amina",
    "goal list --coachee amina --status active",
    "goal show {goal}",
    "action list --coachee amina",
    "action list --coachee amina --status done",
    "action list --goal {goal}",
    "action show {action}",
    "topic list --coachee amina",
    "trajectory list --coachee amina",
    "timeline amina --since 1y",
    "timeline amina --csv",
    "timeline --goal {goal}",
    "prep amina",
    "prep amina --json",
    "match amina",
    "review amina",
)
"""The probe person has the same fifty conversations in both journals."""

OF_ALL = (
    "",
    "today",
    "today --json",
    "timeline --since 2w",
    "session list --ahead",
    "session list --status planned",
    "action list --overdue",
    "action list --status open",
    "topic list --status parked",
    "coachee list",
    "coachee list --archived",
    "history --json",
)
NEWEST_TEN = (
    "session list",
    "session list --json",
    "session list --csv",
    "session list --status missed",
    "goal list",
    "goal list --status active",
    "goal list --status achieved",
    "goal list --status dropped",
    "action list",
    "action list --due-before 2026-11-20",
    "action list --status done",
    "action list --status dropped",
    "topic list",
    "topic list --status taken_up",
    "topic list --status dropped",
    "trajectory list",
    "trajectory list --status closed",
    "history",
)
COUNTED = 4800
"""Steps: beside its ten rows, a list counts the hundred behind them, where there are so many."""


@pytest.mark.parametrize("line", [*OF_THE_PROBE, *OF_ALL])
def test_a_read_takes_the_same_steps_after_years(few, many, line):
    before, after = _costs(line, few, many)

    assert len(after.statements) == len(before.statements)
    assert after.steps == pytest.approx(before.steps, rel=0.1)


@pytest.mark.parametrize("line", NEWEST_TEN)
def test_a_list_of_ten_takes_the_same_steps_after_years(few, many, line):
    before, after = _costs(line, few, many)

    counting = len(after.statements) - len(before.statements)
    assert counting in (0, 1)  # only a list that is full asks for more
    assert after.steps <= before.steps * 1.1 + COUNTED


def test_what_a_list_leaves_out_is_counted_to_a_hundred(many):
    """To count ten years of it would take longer than to list ten."""
    assert cost(many, "session", "list").told == "Nog meer dan 100: --limit 0 toont alles.\n"
    assert cost(many, "session", "list", "--limit", "9950").told.startswith("Nog 50:")


def _costs(line, *stores):
    return [cost(store, *_words(store, line)) for store in stores]


def _words(store, line):
    """The newest numbers of the probe person stand for `{session}`, `{goal}` and `{action}`."""
    with closing(sqlite3.connect(store)) as connection:
        newest = {
            noun: connection.execute(
                f"select max(number) from {noun} where coachee_id = 'c1'"
            ).fetchone()[0]
            for noun in ("session", "goal", "action")
        }
    return line.format(**newest).split()
