"""What people wrote and took away does not stay in the history for ever."""

from datetime import UTC, datetime, timedelta

import pytest

from coachlog.base.clock import instant
from coachlog.store.connection import open_reader
from coachlog.store.expiry import KEPT_DAYS
from coachlog.store.history import steps, touched_records
from coachlog.store.undo import redo, undo
from coachlog.store.work import Work
from tests.store.conftest import insert

BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
LAST_DAY = BEGIN + timedelta(days=KEPT_DAYS)
PAST_IT = LAST_DAY + timedelta(milliseconds=2)
NEXT_DAY = PAST_IT + timedelta(days=1)
"""A step is forgotten when two days have told that its time is over."""


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "journal.sqlite"
    with Work(path, "coachee new", BEGIN) as work:
        insert(work, "coachee", id="bo", handle="bo", name="Bo")
    return path


def at(moment, store, command, act):
    with Work(store, command, moment) as work:
        act(work)


def rename(work):
    work.execute("update coachee set name = name || '!'")


def commands(store):
    with open_reader(store) as reader:
        return [each.command for each in steps(reader)]


def test_a_step_is_kept_for_its_days(store):
    at(LAST_DAY, store, "coachee edit", rename)

    assert commands(store) == ["coachee edit", "coachee new"]


def test_a_step_goes_with_all_it_said_when_they_are_over(store):
    at(PAST_IT, store, "coachee edit", rename)
    assert commands(store) == ["coachee edit", "coachee new"]

    at(NEXT_DAY, store, "coachee edit", rename)

    assert commands(store) == ["coachee edit", "coachee edit"]
    with open_reader(store) as reader:
        assert reader.value("select count(*) from change") == 2
        assert reader.value("select name from coachee") == "Bo!!"


def test_looking_or_changing_nothing_forgets_nothing_that_a_later_step_needs(store):
    """What was taken back yesterday can be brought back today, however old it is."""
    at(LAST_DAY, store, "undo", undo)

    at(PAST_IT, store, "coachee new", lambda work: insert(work, "coachee", id="c", handle="c"))

    assert commands(store) == ["coachee new", "undo", "coachee new"]


def test_after_the_days_there_is_nothing_to_take_back(store):
    at(PAST_IT, store, "coachee edit", rename)
    at(NEXT_DAY, store, "undo", undo)

    at(NEXT_DAY, store, "redo", redo)

    with open_reader(store) as reader:
        assert [touched_records(reader, each.id)[0].main_count for each in steps(reader)] == [
            1,
            1,
            1,
        ]
        assert reader.value("select name from coachee") == "Bo!"


@pytest.fixture
def used(store):
    """A journal with a step a week, for ten weeks."""
    for week in range(1, 10):
        at(BEGIN + timedelta(weeks=week), store, f"week {week}", rename)
    return store


LATELY = BEGIN + timedelta(weeks=9, hours=2)
AHEAD = [timedelta(days=106), timedelta(days=365 * 174), timedelta(days=365 * 900)]


@pytest.mark.parametrize("ahead", AHEAD, ids=["a season", "2200", "the end of time"])
def test_a_clock_that_is_ahead_for_an_hour_empties_no_history(used, ahead):
    before = commands(used)

    for minutes in (0, 10, 59):
        at(LATELY + ahead + timedelta(minutes=minutes), used, "ahead", rename)

    assert commands(used) == ["ahead"] * 3 + before


@pytest.mark.parametrize("ahead", AHEAD, ids=["a season", "2200", "the end of time"])
def test_when_the_clock_is_right_again_its_steps_grow_old_like_any_other(used, ahead):
    before = commands(used)
    at(LATELY + ahead, used, "ahead 1", rename)
    at(LATELY + ahead, used, "ahead 2", rename)

    at(LATELY, used, "right again", rename)

    assert commands(used) == ["right again", "ahead 2", "ahead 1", *before]
    with open_reader(used) as reader:
        stamps = [each.stamp for each in steps(reader)]
    assert stamps[0] <= instant(LATELY + timedelta(seconds=1))
    assert stamps == sorted(set(stamps), reverse=True)
    for days in (0, 2):
        at(LATELY + timedelta(days=91 + days), used, "later", rename)
    at(LATELY + timedelta(days=92 + days), used, "last", rename)
    assert commands(used) == ["last", "later", "later"]


def test_a_clock_that_stopped_long_ago_neither_empties_it_nor_goes_back(used):
    before = commands(used)
    at(datetime(2001, 1, 1, tzinfo=UTC), used, "a flat battery", rename)

    at(LATELY + timedelta(hours=1), used, "charged", rename)

    assert commands(used) == ["charged", "a flat battery", *before]
    with open_reader(used) as reader:
        assert all(each.stamp >= instant(BEGIN) for each in steps(reader))


@pytest.mark.parametrize(
    "now",
    [
        *("9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00+02:00", "9" * 5000),
        *("2026-13-01", "3000-01-01"),
    ],
)
def test_a_clock_at_the_end_of_time_is_told(call, now):
    told = call("coachee", "new", "--name", "Bo", env={"COACHLOG_NOW": now})

    assert told.code == 2
    assert "COACHLOG_NOW" in told.err
    assert len(told.err) < 300


def test_a_patience_of_thousands_of_digits_is_a_long_one(call):
    assert call("coachee", "new", "--name", "Bo", env={"COACHLOG_BUSY_MS": "9" * 5000}).code == 0
