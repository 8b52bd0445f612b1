"""A unit of work is kept wholly or not at all, and the log knows what it was."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from coachlog.base import clock
from coachlog.base.errors import REFUSED
from coachlog.store.connection import open_reader
from coachlog.store.expected import SCHEMA
from coachlog.store.faults import RefusedByStoreError, StoreFailedError
from coachlog.store.work import Work
from tests.store.conftest import AT, NOW, insert, plain

OPERATIONS = "select command, stamp, schema, origin, undoes from operation order by rowid"


class StopError(Exception):
    pass


def fail_after_writing(write):
    with write() as work:
        insert(work, "coachee")
        work.next_number("session")
        raise StopError


def test_what_is_written_is_kept_as_one_operation(write, ask):
    with write("coachee new") as work:
        insert(work, "coachee")
        insert(work, "coachee", id="c2", handle="bo")

    assert ask(OPERATIONS) == [("coachee new", AT, SCHEMA, "coachlog", None)]
    assert ask("select record_id, operation from change order by seq") == [
        ("c1", work.operation_id),
        ("c2", work.operation_id),
    ]
    assert ask("select * from acting") == []


def test_a_failure_leaves_nothing_behind(write, ask):
    with pytest.raises(StopError):
        fail_after_writing(write)

    for table in ("coachee", "counter", "operation", "change", "acting", "document"):
        assert ask(f"select * from {table}") == []


def test_work_that_changed_nothing_is_no_operation(write, filled, ask):
    before = ask(OPERATIONS)

    with write("nothing") as work:
        work.execute("update goal set why = why")
        work.next_number("session")

    assert ask(OPERATIONS) == before
    assert ask("select last from counter") == [(1,)]


def test_the_device_is_the_same_each_time(write, ask):
    for person in ("c1", "c2"):
        with write() as work:
            insert(work, "coachee", id=person)

    assert ask("select count(*), count(distinct device_id) from operation") == [(2, 1)]


def test_stamps_never_go_back_when_the_clock_does(write, ask):
    for days in (0, -1, 0, -300):
        with write(now=NOW + timedelta(days=days)) as work:
            insert(work, "coachee", id=f"c{days}{work.operation_id}")

    stamps = [
        clock.moment_of(stamp) for (stamp,) in ask("select stamp from operation order by rowid")
    ]
    assert stamps == [NOW + timedelta(milliseconds=n) for n in range(4)]


def test_the_moment_of_the_work_is_the_one_given_or_else_the_present(path, write, monkeypatch):
    with write() as work:
        assert work.now == NOW

    monkeypatch.setenv("COACHLOG_NOW", "2030-01-01T10:00:00+01:00")
    with Work(path, "test") as work:
        assert clock.instant(work.now) == "2030-01-01T09:00:00.000Z"


def test_numbers_count_from_one_for_each_noun(write):
    with write() as work:
        numbers = [work.next_number(noun) for noun in ("goal", "goal", "action", "goal")]

    assert numbers == [1, 2, 1, 3]


def test_a_unit_of_work_can_be_run_again(path, write, ask):
    work = write()
    for person in ("c1", "c2"):
        with work:
            insert(work, "coachee", id=person)

    assert ask("select record_id from change order by seq") == [("c1",), ("c2",)]
    assert ask("select count(*) from operation") == [(2,)]


def test_work_reads_what_it_wrote_and_others_do_not_yet(path, write):
    with write() as work:
        insert(work, "coachee")

        assert list(work.rows(plain, "select handle from coachees")) == [("amina",)]
        assert work.one(plain, "select handle from coachees") == ("amina",)
        with open_reader(path) as reader:
            assert reader.value("select count(*) from coachees") == 0


def test_references_are_checked_at_the_end_not_before(write, ask):
    """Rows may come in any order, as SQLModel writes them."""
    with write() as work:
        for table in ("action", "session", "trajectory", "coachee"):
            insert(work, table)

    assert ask("select coachee, session from actions") == [("amina", 1)]


def test_a_reference_to_nobody_is_refused(write, ask):
    with pytest.raises(RefusedByStoreError) as raised, write() as work:
        insert(work, "trajectory")

    assert raised.value.code == REFUSED
    assert ask("select * from trajectory") == []
    assert ask("select * from operation") == []


@pytest.mark.parametrize(
    "changes",
    [
        {"created_at": "yesterday"},
        {"language": "de"},
        {"since_on": "2026-02-30"},
        {"name": None},
        {"name": b"bytes"},
    ],
)
def test_a_record_against_a_rule_of_the_schema_is_refused(write, ask, changes):
    with pytest.raises(RefusedByStoreError), write() as work:
        insert(work, "coachee", **changes)

    assert ask("select * from coachee") == []


def test_a_fault_in_a_statement_is_translated_and_undone(write, ask):
    with pytest.raises(StoreFailedError), write() as work:
        insert(work, "coachee", nothing=1)

    assert ask("select * from operation") == []


def test_a_raw_error_within_is_translated_too(path, write):
    with pytest.raises(StoreFailedError), write():
        raise sqlite3.OperationalError("no such function: x")


def test_another_error_goes_through_as_it_is(write):
    with pytest.raises(KeyError), write():
        raise KeyError("mine")


def test_a_half_read_list_does_not_hinder_the_end(write, filled, ask):
    with write() as work:
        insert(work, "coachee", id="c2")
        rows = work.rows(plain, "select handle from coachees")
        next(rows)

    assert ask("select count(*) from coachee") == [(2,)]


def test_nothing_of_a_killed_process_is_kept(path, filled, ask):
    with closing(sqlite3.connect(path, isolation_level=None)) as killed:
        killed.execute("begin immediate")
        killed.execute("insert into acting select 1, id from operation")
        killed.execute("delete from action")

    assert ask("select count(*) from action") == [(1,)]
    assert ask("select * from acting") == []
