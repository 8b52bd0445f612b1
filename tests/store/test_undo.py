"""What was done can be taken back, in one step, or it is said why not."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.schema.tables import TABLES
from coachlog.store import history
from coachlog.store.undo import redo as do_again
from coachlog.store.undo import undo as take_back
from coachlog.store.undo_errors import InTheWayError, RedoTooLateError
from coachlog.store.work import Work
from tests.store.conftest import RECORDS, insert

NOUNS = tuple(RECORDS)
KEPT_BY_TRIGGERS = ("tally_coachee", "tally_session", "document")


@pytest.fixture
def store(tmp_path):
    return tmp_path / "journal.sqlite"


def do(store, command, *statements):
    """One unit of work."""
    with Work(store, command) as work:
        for statement in statements:
            if callable(statement):
                statement(work)
            else:
                work.execute(statement)


def undo(store, place=None):
    with Work(store, "undo") as work:
        return take_back(work, place)


def redo(store):
    with Work(store, "redo") as work:
        return do_again(work)


def add(noun, **changes):
    return lambda work: insert(work, noun, **changes)


def made(store, handle="amina"):
    do(store, "coachee new", add("coachee", id=handle, handle=handle))


def rename(store, name, who="amina"):
    do(store, "coachee edit", f"update coachee set name = '{name}' where id = '{who}'")


def everything(store):
    """One record of each noun, made in one go."""
    do(store, "session new", *(add(noun) for noun in NOUNS))


def other_program(store, *statements):
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def contents(store):
    with closing(sqlite3.connect(store)) as connection:
        return {
            table: sorted(connection.execute(f"select * from {table}"), key=repr)
            for table in (*NOUNS, "tally_coachee", "tally_session")
        } | {
            "found": sorted(connection.execute("select noun, record_id, layer, body from document"))
        }


def name_of(store, who="amina"):
    return next(row[2] for row in contents(store)["coachee"] if row[0] == who)


def told(store):
    with Work(store, "test") as work:
        return [(each.command, each.kind, each.holds) for each in history.steps(work)]


def test_a_change_is_taken_back_and_done_again(store):
    made(store)
    rename(store, "Bakkali")

    undo(store)
    after_undo = name_of(store)
    redo(store)

    assert (after_undo, name_of(store)) == ("Amina", "Bakkali")


def test_undo_goes_back_step_by_step_and_redo_forward(store):
    made(store)
    names = ["first", "second", "third"]
    for name in names:
        rename(store, name)

    back = [(undo(store), name_of(store))[1] for _ in names]
    forward = [(redo(store), name_of(store))[1] for _ in names]

    assert back == ["second", "first", "Amina"]
    assert forward == names


def test_undo_after_a_redo_takes_back_what_was_redone(store):
    """What was done last is what a person wants back, whenever it was done first."""
    made(store)
    made(store, "koen")
    rename(store, "first")
    rename(store, "Koen", "koen")
    undo(store, 2)
    redo(store)

    undo(store)

    assert (name_of(store), name_of(store, "koen")) == ("Amina", "Koen")


def test_undoing_the_undo_is_a_redo_and_undoing_a_redo_is_an_undo(store):
    made(store)
    rename(store, "Bakkali")
    undo(store)

    undo(store, 1)
    again = name_of(store)
    undo(store, 1)

    assert (again, name_of(store)) == ("Bakkali", "Amina")
    assert told(store) == [
        ("undo", "undo", 1),
        ("undo", "redo", 0),
        ("undo", "undo", 0),
        ("coachee edit", "change", 0),
        ("coachee new", "change", 1),
    ]


def test_what_is_undone_is_not_undone_again(store):
    made(store)
    rename(store, "Bakkali")
    undo(store)

    with pytest.raises(RefusedError, match="That was already undone"):
        undo(store, 2)
    redo(store)
    with pytest.raises(RefusedError, match="That was already redone"):
        undo(store, 2)


def test_redo_after_other_work_says_what_was_done_and_where_the_undo_stands(store):
    """Nobody knows on Friday what was undone on Monday: it may be done again by its number only."""
    made(store)
    rename(store, "Bakkali")
    undo(store)
    made(store, "koen")

    with pytest.raises(RedoTooLateError) as refused:
        redo(store)
    undo(store, refused.value.values["place"])

    assert name_of(store) == "Bakkali"


def test_redo_goes_on_when_the_other_work_was_undone_as_well(store):
    made(store)
    rename(store, "Bakkali")
    undo(store)
    made(store, "koen")
    undo(store)

    redo(store)

    assert name_of(store, "koen") == "Amina"
    with pytest.raises(RedoTooLateError):
        redo(store)


def test_there_may_be_nothing_to_undo_or_redo(store):
    with pytest.raises(NotFoundError, match="There is nothing to undo"):
        undo(store)
    with pytest.raises(NotFoundError, match="There is no number"):
        undo(store, 1)
    with pytest.raises(NotFoundError, match="There is nothing to redo"):
        redo(store)
    made(store)
    with pytest.raises(NotFoundError, match="There is nothing to redo"):
        redo(store)
    undo(store)
    with pytest.raises(NotFoundError, match="There is nothing to undo"):
        undo(store)
    redo(store)
    with pytest.raises(NotFoundError, match="There is nothing to redo"):
        redo(store)


def test_what_another_version_did_stays(store):
    """Its records may have other columns."""
    made(store)
    other_program(store, "update operation set schema = schema - 1")

    with pytest.raises(RefusedError, match="another version"):
        undo(store)


def test_what_another_program_did_is_taken_back_row_by_row(store):
    everything(store)
    other_program(store, "update goal set why = 'because'", "delete from action")
    before = contents(store)

    undo(store)
    after_one = contents(store)
    undo(store)

    assert len(after_one["action"]) == 1
    assert after_one["goal"] == before["goal"]
    assert contents(store)["goal"] != before["goal"]


def test_removing_a_person_with_all_that_belongs_to_them_is_one_step(store):
    everything(store)
    made(store, "koen")
    before = contents(store)
    do(store, "coachee remove", *(f"delete from {noun} where id <> 'koen'" for noun in NOUNS))
    without = contents(store)

    undo(store)
    after_undo = contents(store)
    redo(store)

    assert after_undo == before
    assert contents(store) == without


def test_merging_two_people_is_one_step(store):
    everything(store)
    made(store, "koen")
    before = contents(store)
    moved = [name for name in NOUNS if TABLES[name].find("coachee_id")]
    assert {"session", "onboarding", "consent"} <= {*moved}
    do(
        store,
        "coachee merge",
        *(f"update {noun} set coachee_id = 'koen'" for noun in moved),
        "delete from coachee where id = 'c1'",
    )
    merged = contents(store)

    undo(store)
    after_undo = contents(store)
    redo(store)

    assert after_undo == before
    assert contents(store) == merged


def test_numbers_come_back_and_none_is_given_twice(store):
    def with_number(work):
        insert(work, "session", id=f"s{work.operation_id}", number=work.next_number("session"))

    do(store, "coachee new", add("coachee"), add("trajectory"))
    do(store, "session new", with_number)
    undo(store)
    do(store, "session new", with_number)
    undo(store, 2)

    assert sorted(row[1] for row in contents(store)["session"]) == [1, 2]


@pytest.mark.parametrize("changed_again", [False, True])
def test_what_was_changed_since_is_not_undone(store, changed_again):
    """Nobody wants to lose the newer text because an older change is taken back."""
    made(store)
    rename(store, "first")
    rename(store, "second")
    if changed_again:
        undo(store)
        redo(store)

    with pytest.raises(InTheWayError, match="has been changed since") as refused:
        undo(store, 4 if changed_again else 2)

    assert (refused.value.values["wrote"], refused.value.values["now"]) == ("first", "second")
    assert name_of(store) == "second"


def test_a_change_that_was_taken_back_since_is_in_nobodys_way(store):
    made(store)
    rename(store, "first")
    rename(store, "second")
    undo(store)

    undo(store, 3)

    assert name_of(store) == "Amina"


def test_the_making_of_a_record_is_undone_once_the_change_of_it_is(store):
    made(store)
    rename(store, "first")
    with pytest.raises(InTheWayError, match="has been changed since") as refused:
        undo(store, 2)

    undo(store)
    undo(store, 3)

    assert (refused.value.values["wrote"], refused.value.values["now"]) == ("Amina", "first")
    assert contents(store)["coachee"] == []


def test_a_step_that_makes_and_changes_and_removes_the_same_record_can_be_undone(store):
    everything(store)
    before = contents(store)
    do(
        store,
        "test",
        add("action", id="x2", number=2),
        "update action set what = 'a' where id = 'x2'",
        "update action set what = 'b'",
        *("delete from review", "delete from confidence", "delete from action where id = 'x1'"),
        "update coachee set name = 'c'",
        "update coachee set name = 'd'",
    )
    after = contents(store)

    undo(store)
    undone = contents(store)
    redo(store)

    assert undone == before
    assert contents(store) == after


def test_another_field_of_the_same_record_may_be_changed_since(store):
    made(store)
    rename(store, "first")
    do(store, "coachee edit", "update coachee set role = 'teamlead'")

    undo(store, 2)

    assert contents(store)["coachee"][0][2:5] == ("Amina", "amina", "teamlead")


def test_a_record_that_was_removed_since_cannot_be_changed_back(store):
    made(store)
    rename(store, "first")
    do(store, "coachee remove", "delete from coachee")

    for place in (2, 3):
        with pytest.raises(InTheWayError, match="has been removed since"):
            undo(store, place)


def test_a_record_that_is_there_again_is_not_made_twice(store):
    made(store)
    do(store, "coachee remove", "delete from coachee")
    made(store)

    with pytest.raises(InTheWayError, match="already been restored"):
        undo(store, 2)


def test_what_later_records_belong_to_cannot_go(store):
    made(store)
    do(store, "trajectory new", add("trajectory", coachee_id="amina"))

    with pytest.raises(InTheWayError, match="later records depend on it") as refused:
        undo(store, 2)

    assert (refused.value.noun, refused.value.record_id) == ("coachee", "amina")
    assert list(refused.value.others) == [("trajectory", "t1")]


def test_what_belongs_to_nothing_any_more_does_not_come_back(store):
    everything(store)
    do(store, "review remove", *(f"delete from {part}" for part in ("review", "confidence")))
    do(store, "action remove", "delete from action")
    do(store, "coachee remove", *(f"delete from {noun}" for noun in NOUNS))

    with pytest.raises(InTheWayError, match="what it belongs to has been removed") as refused:
        undo(store, 2)

    assert refused.value.noun == "action"
    assert refused.value.others[0] in [("coachee", "c1"), ("session", "s1")]


@pytest.mark.parametrize(("noun", "key"), [("coachee", "handle"), ("goal", "number")])
def test_a_handle_or_number_that_was_given_to_another_since_is_not_given_twice(store, noun, key):
    do(store, "test", add("coachee", id="c0", handle="koen"), add("coachee"), add("trajectory"))
    do(store, "test", add("goal"))
    do(store, "test", "delete from goal", "delete from trajectory", "delete from coachee")
    if noun == "coachee":
        made(store)
    else:
        changes = {"coachee_id": "c9", "trajectory_id": "t9"}
        do(store, "test", add("coachee", id="c9", handle="other"))
        do(store, "test", add("trajectory", id="t9", number=9, coachee_id="c9"))
        do(store, "test", add("goal", id="g9", **changes))

    with pytest.raises(InTheWayError, match="now in use for another one") as refused:
        undo(store, {"coachee": 2, "goal": 4}[noun])

    assert (refused.value.noun, refused.value.values["value"]) == (noun, RECORDS[noun][key])


def test_a_refused_undo_leaves_everything_as_it_was(store):
    everything(store)
    do(store, "test", "update goal set why = 'a'", "update action set what = 'b'")
    do(store, "test", "update action set what = 'c'")
    before, steps = contents(store), told(store)

    with pytest.raises(InTheWayError, match="has been changed since"):
        undo(store, 2)

    assert (contents(store), told(store)) == (before, steps)


@settings(max_examples=10, deadline=None)
@given(steps=st.lists(st.sampled_from(("make", "rename", "remove")), max_size=8))
def test_undoing_everything_gives_an_empty_journal_and_redoing_it_the_same(tmp_path_factory, steps):
    store = tmp_path_factory.mktemp("undo") / "journal.sqlite"
    made(store)
    for n, each in enumerate(steps):
        if each == "make":
            made(store, f"p{n}")
        elif each == "rename":
            do(store, each, "update coachee set name = name || 'x'")
        else:
            do(store, each, "delete from coachee where id = (select min(id) from coachee)")
    full = contents(store)
    count = 0
    while True:
        try:
            undo(store)
            count += 1
        except NotFoundError:
            break
    empty = contents(store)
    for _ in range(count):
        redo(store)

    assert not any(empty.values())
    assert contents(store) == full


@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_whatever_is_undone_in_whatever_order_each_state_is_one_that_the_log_explains(
    tmp_path_factory, data
):
    """A field that holds what a step wrote gets its old value; all others stay."""
    store = tmp_path_factory.mktemp("undo") / "journal.sqlite"
    made(store)
    fields = ("role", "team", "reach")
    wrote = []
    for n in range(data.draw(st.integers(1, 6))):
        field = data.draw(st.sampled_from(fields))
        do(store, "coachee edit", f"update coachee set {field} = '{n}'")
        wrote.append((field, n))
    undone = set()
    for _ in range(data.draw(st.integers(1, 8))):
        n = data.draw(st.integers(0, len(wrote) - 1))
        steps = told(store)
        place = [i for i, each in enumerate(steps, 1) if each[1] == "change"][len(wrote) - 1 - n]
        latest = [m for m, (field, _m) in enumerate(wrote) if field == wrote[n][0]]
        on_top = max((m for m in latest if m not in undone), default=None)
        if n in undone or n != on_top:
            with pytest.raises(
                RefusedError, match="already undone" if n in undone else "changed since"
            ):
                undo(store, place)
        else:
            undo(store, place)
            undone.add(n)
    for field in fields:
        holding = [n for n, (name, _n) in enumerate(wrote) if name == field and n not in undone]
        expected = str(holding[-1]) if holding else None
        with closing(sqlite3.connect(store)) as connection:
            assert connection.execute(f"select {field} from coachee").fetchone() == (expected,)
