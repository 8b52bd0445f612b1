"""Counts are kept by triggers; whatever is done, in whatever order, they equal a fresh count."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachlog.store.work import Work
from tests.store.conftest import NOW, insert, plain

PEOPLE, SESSIONS, THINGS = ("c1", "c2", "c3"), ("s1", "s2", "s3"), ("x1", "x2", "x3", "x4")

person, session, thing = st.sampled_from(PEOPLE), st.sampled_from(SESSIONS), st.sampled_from(THINGS)
held = st.sampled_from(("planned", "held", "cancelled", "missed"))
done = st.sampled_from(("open", "done", "partly", "dropped"))
origin = st.sampled_from(("coachee", "coach", "network"))
starts = st.integers(1, 9).map(lambda day: f"2026-11-0{day}T09:30:00.000Z")
steps = st.lists(
    st.one_of(
        st.tuples(st.just("coachee"), person),
        st.tuples(st.just("session"), session, person, held, starts),
        st.tuples(st.just("action"), thing, person, st.none() | session, done),
        st.tuples(st.just("option"), thing, session, origin),
        st.tuples(st.just("delete"), st.sampled_from(("coachee", "session", "action", "option"))),
    ),
    max_size=40,
)
FIELDS = {
    "coachee": ("id",),
    "session": ("id", "coachee_id", "status", "starts_at"),
    "action": ("id", "coachee_id", "session_id", "status"),
    "option": ("id", "session_id", "origin"),
}
COUNTS = (
    """select c.id, (select count(*) from session where coachee_id = c.id and status = 'held'),
      (select max(starts_at) from session where coachee_id = c.id and status = 'held'),
      (select count(*) from action where coachee_id = c.id and status = 'open')
    from coachee c order by 1""",
    """select s.id, (select count(*) from option where session_id = s.id),
      (select count(*) from option where session_id = s.id and origin = 'coachee'),
      (select count(*) from action where session_id = s.id),
      (select count(*) from action where session_id = s.id and status = 'done')
    from session s order by 1""",
)
KEPT = (
    "select coachee_id, sessions, last_session_at, open_actions from tally_coachee order by 1",
    """select session_id, options, options_by_coachee, actions, actions_done
    from tally_session order by 1""",
)


class StopError(Exception):
    pass


def do(work, step):
    """Insert the record, or change it when it is there; `delete` takes the first of its kind."""
    table, *values = step
    if table == "delete":
        work.execute(f'delete from "{values[0]}" where id = (select min(id) from "{values[0]}")')
        return
    record = dict(zip(FIELDS[table], values, strict=True))
    if work.value(f'select 1 from "{table}" where id = :id', id=record["id"]):
        assignments = ", ".join(f'"{name}" = :{name}' for name in record)
        work.execute(f'update "{table}" set {assignments} where id = :id', **record)
    else:
        insert(work, table, **record)


def do_all(work, all_steps):
    for step in all_steps:
        do(work, step)

        for count, kept in zip(COUNTS, KEPT, strict=True):
            assert list(work.rows(plain, kept)) == list(work.rows(plain, count))
    raise StopError  # references may be open by now, as in the middle of a unit of work


@given(steps)
@settings(max_examples=30, deadline=None)
def test_tallies_equal_a_fresh_count(all_steps):
    with (
        tempfile.TemporaryDirectory() as folder,
        pytest.raises(StopError),
        Work(Path(folder) / "coachlog.db", "test", NOW) as work,
    ):
        do_all(work, all_steps)


def test_the_views_show_the_tallies(filled, ask):
    assert ask("select sessions, last_session_at, open_actions from coachees") == [
        (1, "2026-11-02T09:30:00.000Z", 1)
    ]
    assert ask("select options, options_by_coachee, actions, actions_done from sessions") == [
        (1, 1, 1, 0)
    ]
