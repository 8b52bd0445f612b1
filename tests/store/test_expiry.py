"""What people wrote and took away does not stay in the history for ever: days of use count."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachlog.base.clock import instant
from coachlog.store.connection import open_reader
from coachlog.store.days_of_use import limit_of, read_days, with_day
from coachlog.store.drafts import DraftKeeper
from coachlog.store.history import steps, touched_records
from coachlog.store.undo import redo, undo
from coachlog.store.work import Work
from tests.store.conftest import insert

KEPT = 3
BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
DAYS = [BEGIN + timedelta(days=n) for n in range(9)]


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "journal.sqlite"
    with Work(path, "coachee new", BEGIN, kept_days=KEPT) as work:
        insert(work, "coachee", id="bo", handle="bo", name="Bo")
    return path


def at(moment, store, command, act):
    with Work(store, command, moment, kept_days=KEPT) as work:
        act(work)


def rename(work):
    work.execute("update coachee set name = name || '!'")


def commands(store):
    with open_reader(store) as reader:
        return [each.command for each in steps(reader)]


def test_a_step_is_kept_for_its_days_of_use_however_long_they_take(store):
    for week in (1, 20, 300):
        at(BEGIN + timedelta(weeks=week), store, f"week {week}", rename)

    assert commands(store) == ["week 300", "week 20", "week 1", "coachee new"]


def test_a_step_goes_with_all_it_said_when_they_are_over(store):
    for day in DAYS[1:5]:
        at(day, store, "coachee edit", rename)
        at(day + timedelta(hours=1), store, "again", rename)

    assert commands(store) == ["again", "coachee edit"] * 4
    with open_reader(store) as reader:
        assert reader.value("select count(*) from change") == 8
        assert reader.value("select name from coachee") == "Bo" + "!" * 8


def test_changing_nothing_is_no_use(store):
    for day in DAYS[1:]:
        at(day, store, "nothing", lambda _work: None)

    assert commands(store) == ["coachee new"]
    with open_reader(store) as reader:
        assert [each.day for each in read_days(reader)] == ["2026-01-05"]


def test_what_a_later_step_needs_stays(store):
    """What was taken back yesterday can be brought back today, however old it is."""
    for day in DAYS[1:3]:
        at(day, store, "coachee new", lambda work: insert(work, "coachee", id="c", handle="c"))
        at(day, store, "undo", undo)
    at(DAYS[3], store, "undo", undo)

    at(DAYS[4], store, "coachee new", lambda work: insert(work, "coachee", id="d", handle="d"))

    assert commands(store)[:2] == ["coachee new", "undo"]
    assert commands(store)[-1] == "coachee new"
    with open_reader(store) as reader:
        assert [*steps(reader)][-1].stamp == instant(BEGIN)


def test_after_the_days_there_is_nothing_to_take_back(store):
    for day in DAYS[1:5]:
        at(day, store, "coachee edit", rename)
    at(DAYS[4], store, "undo", undo)
    at(DAYS[4], store, "redo", redo)

    with open_reader(store) as reader:
        assert [touched_records(reader, each.id)[0].main_count for each in steps(reader)] == [1] * 6
        assert reader.value("select name from coachee") == "Bo!!!!"


AHEAD = [timedelta(days=106), timedelta(days=365 * 174), timedelta(days=365 * 900)]


@pytest.mark.parametrize("ahead", AHEAD, ids=["a season", "2200", "the end of time"])
def test_a_clock_that_is_ahead_counts_as_one_day_and_grows_old_like_any_other(store, ahead):
    at(DAYS[1], store, "before", rename)
    for minutes in (0, 10, 59):
        at(DAYS[1] + ahead + timedelta(minutes=minutes), store, "ahead", rename)
    assert commands(store) == ["ahead"] * 3 + ["before", "coachee new"]

    at(DAYS[1] + timedelta(hours=1), store, "right again", rename)

    assert commands(store) == ["right again", "ahead", "ahead", "ahead", "before", "coachee new"]
    with open_reader(store) as reader:
        stamps = [each.stamp for each in steps(reader)]
    assert stamps[0] <= instant(DAYS[1] + timedelta(hours=1, seconds=1))
    assert stamps == sorted(set(stamps), reverse=True)
    at(DAYS[2], store, "second", rename)
    assert commands(store)[-1] == "coachee new"
    at(DAYS[3], store, "third", rename)
    assert commands(store)[-1] == "before"
    at(DAYS[4], store, "fourth", rename)
    assert commands(store)[3:] == ["right again", "ahead", "ahead", "ahead"]
    at(DAYS[5], store, "fifth", rename)
    assert commands(store) == ["fifth", "fourth", "third", "second"]


def test_nor_does_one_that_was_ahead_at_the_very_beginning_keep_all_for_ever(tmp_path):
    store = tmp_path / "journal.sqlite"
    with Work(store, "ahead", BEGIN + AHEAD[1], kept_days=KEPT) as work:
        insert(work, "coachee", id="bo", handle="bo", name="Bo")

    for day in DAYS[:4]:
        at(day, store, "right", rename)

    assert commands(store) == ["right"] * 4


def test_a_clock_that_stopped_long_ago_neither_empties_it_nor_goes_back(store):
    at(datetime(2001, 1, 1, tzinfo=UTC), store, "a flat battery", rename)
    with DraftKeeper.start(store, "grow") as keeper:
        keeper.drop()  # today, which is long after

    at(DAYS[1], store, "charged", rename)

    assert commands(store) == ["charged", "a flat battery", "coachee new"]
    with open_reader(store) as reader:
        assert all(each.stamp >= instant(BEGIN) for each in steps(reader))
        assert reader.value("select dropped_at from draft") <= steps(reader).__next__().stamp


def test_a_draft_that_was_thrown_away_goes_after_the_same_days(store, monkeypatch):
    for now in ("2001-01-01T09:00Z", "2200-01-01T09:00Z"):
        monkeypatch.setenv("COACHLOG_NOW", now)
        DraftKeeper.start(store, "grow").drop()

    left = []
    for day in DAYS[1:6]:
        at(day, store, "coachee edit", rename)
        with open_reader(store) as reader:
            left.append(reader.value("select count(*) from draft"))

    assert left == [2, 2, 2, 1, 0]


@pytest.mark.parametrize("stamp", ["9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00.000Z"])
def test_the_end_of_time_in_a_journal_is_no_end(call, program, stamp):
    """An earlier version, or another program, may have written it."""
    call("coachee", "new", "Bo")
    with Work(program.store, "odd", BEGIN) as work:
        work.execute("update operation set stamp = :stamp", stamp=stamp)
        work.execute("update coachee set created_at = :stamp", stamp=stamp)

    for words in (
        "history",
        "coachee show bo",
        "today",
        "history --json",
        "history prune --days 0",
    ):
        for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
            told = call(*words.split(), env={"COACHLOG_ZONE": zone, "TZ": zone})
            assert told.code in (0, 2), told.err
    assert call("coachee", "edit", "bo", "--name", "Bob").code == 0
    assert call("undo", "--yes").code == 0
    assert call("history", "prune", "--all", "--yes").code == 0


CLOCKS = st.lists(
    st.dates(date(1970, 1, 1), date(2999, 12, 31)) | st.dates(date(2026, 1, 1), date(2026, 1, 9)),
    max_size=60,
)


@settings(max_examples=200)
@given(CLOCKS, st.integers(0, 6))
def test_a_step_goes_after_its_days_and_never_before_whatever_the_clock_says(clocks, kept_days):
    days = ()
    for number, day in enumerate(clocks):
        days = with_day(days, day.isoformat(), f"{number:09}", kept_days)
        limit = limit_of(days, kept_days) or ""
        for step in range(number + 1):
            later = set(clocks[step + 1 : number + 1])
            is_forgotten = f"{step:09}" < limit
            assert not is_forgotten or len(later) > kept_days
            assert is_forgotten or len(later) <= 2 * kept_days + 1
    assert len(days) <= kept_days + 1


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
