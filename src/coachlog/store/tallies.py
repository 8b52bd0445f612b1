"""Counts that lists show for many rows: kept by triggers, not logged, made anew at will."""
# ruff: noqa: S608 - the SQL is put together from the names of our own columns, never from values

from typing import NamedTuple

from coachlog.store.schema_objects import SchemaObject, trigger


class Tally(NamedTuple):
    """One row of counts for each row of *owner*.

    *columns* are `name: (type, expression over the owner's row)`; *watched* are the tables that
    are counted: `table: (the column that names the owner, the other columns that matter)`.
    """

    name: str
    owner: str
    key: str
    columns: dict[str, tuple[str, str]]
    watched: dict[str, tuple[str, tuple[str, ...]]]


TALLIES = (
    Tally(
        name="tally_coachee",
        owner="coachee",
        key="coachee_id",
        columns={
            "sessions": (
                "integer not null",
                "(select count(*) from session s"
                " where s.coachee_id = coachee.id and s.status = 'held')",
            ),
            "last_session_at": (
                "text",
                "(select max(s.starts_at) from session s"
                " where s.coachee_id = coachee.id and s.status = 'held')",
            ),
            "open_actions": (
                "integer not null",
                "(select count(*) from action a"
                " where a.coachee_id = coachee.id and a.status = 'open')",
            ),
        },
        watched={
            "coachee": ("id", ()),
            "session": ("coachee_id", ("status", "starts_at")),
            "action": ("coachee_id", ("status",)),
        },
    ),
    Tally(
        name="tally_session",
        owner="session",
        key="session_id",
        columns={
            "options": (
                "integer not null",
                "(select count(*) from option o where o.session_id = session.id)",
            ),
            "options_by_coachee": (
                "integer not null",
                "(select count(*) from option o"
                " where o.session_id = session.id and o.origin = 'coachee')",
            ),
            "actions": (
                "integer not null",
                "(select count(*) from action a where a.session_id = session.id)",
            ),
            "actions_done": (
                "integer not null",
                "(select count(*) from action a"
                " where a.session_id = session.id and a.status = 'done')",
            ),
        },
        watched={
            "session": ("id", ()),
            "option": ("session_id", ("origin",)),
            "action": ("session_id", ("status",)),
        },
    ),
    Tally(
        name="tally_goal",
        owner="goal",
        key="goal_id",
        columns={
            "at_target": (
                "integer not null",
                "(goal.status = 'active' and coalesce((select s.score from goal_score s"
                " where s.goal_id = goal.id"
                " order by s.scored_on desc, s.created_at desc, s.id desc limit 1) >= goal.target,"
                " (select l.level from goal_level l where l.goal_id = goal.id"
                " order by l.rated_on desc, l.created_at desc, l.id desc limit 1) >= 0, 0))",
            ),
        },
        watched={
            "goal": ("id", ("status", "target")),
            "goal_score": ("goal_id", ("score", "scored_on", "created_at")),
            "goal_level": ("goal_id", ("level", "rated_on", "created_at")),
        },
    ),
)

# Without it each conversation that is saved would walk through all of this person's.
_HELD = SchemaObject(
    "index",
    "tally_session_held",
    "create index tally_session_held on session (coachee_id, starts_at) where status = 'held'",
)


_AT_TARGET = SchemaObject(
    "index",
    "tally_goal_at_target",
    "create index tally_goal_at_target on tally_goal (goal_id) where at_target = 1",
)


def tables() -> list[SchemaObject]:
    """The tables of counts, still empty."""
    return [*(_table(tally) for tally in TALLIES), _HELD, _AT_TARGET]


def fill() -> list[str]:
    """Statements that count everything afresh into empty tables."""
    return [_count(tally) for tally in TALLIES]


def triggers() -> list[SchemaObject]:
    """Triggers that keep the counts: whatever touches a row has its owner counted again."""
    return [
        thing
        for tally in TALLIES
        for thing in (
            *_counter(tally),
            *(thing for table in tally.watched for thing in _watch(tally, table)),
        )
    ]


def _table(tally: Tally) -> SchemaObject:
    columns = "".join(f",\n  {name} {kind}" for name, (kind, _) in tally.columns.items())
    sql = f"create table {tally.name} (\n  {tally.key} text primary key{columns}\n) strict"
    return SchemaObject("table", tally.name, sql)


def _count(tally: Tally) -> str:
    expressions = "".join(f",\n    {expression}" for _, expression in tally.columns.values())
    names = ", ".join((tally.key, *tally.columns))
    return f"insert into {tally.name}({names})\n  select id{expressions}\n  from {tally.owner}"


def _counter(tally: Tally) -> list[SchemaObject]:
    """A view to write an owner's id to, which has it counted again.

    One place for all triggers: SQLite reads every trigger when it opens a store, so they are short.
    """
    view = f"{tally.name}_again"
    # Deleting first also suits an owner that is gone already, or not there yet.
    body = [
        f"delete from {tally.name} where {tally.key} = new.{tally.key}",
        f"{_count(tally)}\n  where id = new.{tally.key}",
    ]
    return [
        SchemaObject("view", view, f"create view {view} as select {tally.key} from {tally.name}"),
        trigger(f"{view}_insert", f"instead of insert on {view}", body),
    ]


def _watch(tally: Tally, table: str) -> list[SchemaObject]:
    column, others = tally.watched[table]
    told, again = f"{tally.name}_{table}", f"insert into {tally.name}_again values"
    cares = ", ".join((column, *others))
    return [
        trigger(f"{told}_insert", f"after insert on {table}", [f"{again} (new.{column})"]),
        trigger(
            f"{told}_update",
            f"after update of {cares} on {table}",
            [f"{again} (old.{column}), (new.{column})"],
        ),
        trigger(f"{told}_delete", f"after delete on {table}", [f"{again} (old.{column})"]),
    ]
