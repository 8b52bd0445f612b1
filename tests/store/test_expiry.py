"""What people wrote and took away does not stay in the history for ever."""

from datetime import UTC, datetime, timedelta

import pytest

from coachlog.store.connection import open_reader
from coachlog.store.expiry import KEPT_DAYS
from coachlog.store.history import steps, touched
from coachlog.store.undo import redo, undo
from coachlog.store.work import Work
from tests.store.conftest import insert

BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
LAST_DAY = BEGIN + timedelta(days=KEPT_DAYS)
PAST_IT = LAST_DAY + timedelta(milliseconds=2)


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

    assert commands(store) == ["coachee edit"]
    with open_reader(store) as reader:
        assert reader.value("select count(*) from change") == 1
        assert reader.value("select name from coachee") == "Bo!"


def test_looking_or_changing_nothing_forgets_nothing_that_a_later_step_needs(store):
    """What was taken back yesterday can be brought back today, however old it is."""
    at(LAST_DAY, store, "undo", undo)

    at(PAST_IT, store, "coachee new", lambda work: insert(work, "coachee", id="c", handle="c"))

    assert commands(store) == ["coachee new", "undo", "coachee new"]


def test_after_the_days_there_is_nothing_to_take_back(store):
    at(PAST_IT, store, "coachee edit", rename)
    at(PAST_IT, store, "undo", undo)

    at(PAST_IT, store, "redo", redo)

    with open_reader(store) as reader:
        assert [touched(reader, each.id)[0].most for each in steps(reader)] == [1, 1, 1]
        assert reader.value("select name from coachee") == "Bo!"
