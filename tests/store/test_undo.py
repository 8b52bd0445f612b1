"""What was done can be taken back, in one step, or it is said why not."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachlog.store.history import operations
from coachlog.store.undo import (
    ChangedSinceError,
    NeededSinceError,
    NothingToRedoError,
    NothingToUndoError,
    redo,
    undo,
)
from coachlog.store.work import Work

NOUNS = ("coachee", "trajectory", "session", "action")


@pytest.fixture
def store(tmp_path):
    return tmp_path / "journal.sqlite"


def coachee(work, handle="amina"):
    work.execute(
        "insert into coachee (id, handle, name, name_sort, created_at)"
        " values (:id, :id, :id, :id, '2026-01-01T00:00:00.000Z')",
        id=handle,
    )


def rename(store, name, who="amina"):
    with Work(store, "coachee edit") as work:
        work.execute("update coachee set name = :name where id = :who", name=name, who=who)


def contents(store):
    connection = sqlite3.connect(store)
    try:
        return {
            noun: sorted(connection.execute(f"select * from {noun}"))
            for noun in (*NOUNS, "tally_coachee")
        }
    finally:
        connection.close()


def made(store, handle="amina"):
    with Work(store, "coachee new") as work:
        coachee(work, handle)


def name_of(store):
    return contents(store)["coachee"][0][2]


def test_a_change_is_taken_back_and_done_again(store):
    made(store)
    rename(store, "Amina")

    with Work(store, "undo") as work:
        undo(work)
    after_undo = name_of(store)
    with Work(store, "redo") as work:
        redo(work)

    assert (after_undo, name_of(store)) == ("amina", "Amina")


def test_undo_goes_back_step_by_step(store):
    made(store)
    rename(store, "first")
    rename(store, "second")

    for _ in range(2):
        with Work(store, "undo") as work:
            undo(work)

    assert name_of(store) == "amina"


def test_a_removed_record_comes_back_as_it_was(store):
    made(store)
    before = contents(store)
    with Work(store, "coachee remove") as work:
        work.execute("delete from coachee")

    with Work(store, "undo") as work:
        undo(work)

    assert contents(store)["coachee"] == before["coachee"]


def test_an_older_step_is_refused_when_a_later_one_changed_the_same_field(store):
    """Nobody wants to lose the newer text because an older change is taken back."""
    made(store)
    rename(store, "first")
    rename(store, "second")

    with pytest.raises(ChangedSinceError) as refused, Work(store, "undo") as work:
        undo(work, 2)

    assert (refused.value.values["wrote"], refused.value.values["now"]) == ("first", "second")
    assert name_of(store) == "second"


def test_what_later_records_need_cannot_go(store):
    made(store)
    with Work(store, "trajectory new") as work:
        work.execute(
            "insert into trajectory (id, number, coachee_id, kind, starts_on, status, created_at)"
            " values ('t', 1, 'amina', 'coaching', '2026-01-01', 'active',"
            " '2026-01-01T00:00:00.000Z')"
        )

    with pytest.raises(NeededSinceError), Work(store, "undo") as work:
        undo(work, 2)


def test_the_making_of_a_record_that_was_changed_since_is_not_undone(store):
    made(store)
    rename(store, "Amina")

    with pytest.raises(ChangedSinceError), Work(store, "undo") as work:
        undo(work, 2)


def test_there_may_be_nothing_to_undo_or_redo(store):
    with pytest.raises(NothingToUndoError), Work(store, "undo") as work:
        undo(work)
    with pytest.raises(NothingToRedoError), Work(store, "redo") as work:
        redo(work)


def test_the_history_tells_what_holds(store):
    made(store)
    rename(store, "Amina")
    with Work(store, "undo") as work:
        undo(work)
        found = [(each.command, each.holds, each.what) for each in operations(work)]

    assert found == [
        ("undo", 1, "coachee ~1"),
        ("coachee edit", 0, "coachee ~1"),
        ("coachee new", 1, "coachee +1"),
    ]


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(st.sampled_from(("make", "rename", "remove")), max_size=8))
def test_undoing_everything_gives_an_empty_journal_and_redoing_it_the_same(tmp_path_factory, steps):
    store = tmp_path_factory.mktemp("undo") / "journal.sqlite"
    for n, step in enumerate(steps):
        with Work(store, step) as work:
            if step == "make":
                coachee(work, f"p{n}")
            elif step == "rename":
                work.execute("update coachee set name = name || 'x'")
            else:
                work.execute("delete from coachee where id = (select min(id) from coachee)")
    full = contents(store) if store.exists() else None
    count = 0
    while True:
        try:
            with Work(store, "undo") as work:
                undo(work)
            count += 1
        except NothingToUndoError:
            break
    empty = contents(store)
    for _ in range(count):
        with Work(store, "redo") as work:
            redo(work)

    assert not any(empty.values())
    assert full is None or contents(store) == full
