"""Counts that lists show for many rows: updated by triggers, not logged, derived again freely."""
# ruff: noqa: S608 - the SQL is put together from the names of our own columns, never from values

from typing import NamedTuple

from coachlog.store.schema_objects import SchemaObject, trigger


class Tally(NamedTuple):
    """A table *name* with a row of counts for each row of *owner*, whose id is in *key*.

    *columns* are `name: (type, expression over the owner's row)`. *watched* are the tables that
    are counted: `table: (the column with the owner's id, the other columns that matter)`.
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

# Without it, saving a conversation would read all other conversations with this person.
_HELD_INDEX = SchemaObject(
    "index",
    "tally_session_held",
    "create index tally_session_held on session (coachee_id, starts_at) where status = 'held'",
)


_AT_TARGET_INDEX = SchemaObject(
    "index",
    "tally_goal_at_target",
    "create index tally_goal_at_target on tally_goal (goal_id) where at_target = 1",
)


def tables() -> list[SchemaObject]:
    """Return the tables of counts, still empty."""
    return [*(_table(tally) for tally in TALLIES), _HELD_INDEX, _AT_TARGET_INDEX]


def fill() -> list[str]:
    """Return statements that count everything afresh into empty tables."""
    return [_count_statement(tally) for tally in TALLIES]


def triggers() -> list[SchemaObject]:
    """Return triggers that recount for an owner whenever a row that is counted changes."""
    result = []
    for tally in TALLIES:
        result += _recount_view(tally)
        for table in tally.watched:
            result += _recount_triggers(tally, table)
    return result


def _table(tally: Tally) -> SchemaObject:
    """Return the table of a tally: the id of the owner, then a column for each count."""
    columns = "".join(f",\n  {name} {kind}" for name, (kind, _) in tally.columns.items())
    sql = f"create table {tally.name} (\n  {tally.key} text primary key{columns}\n) strict"
    return SchemaObject("table", tally.name, sql)


def count_query(tally: Tally) -> str:
    """Return the query that counts for all owners; a `where` may be added to it."""
    expressions = "".join(f",\n    {expression}" for _, expression in tally.columns.values())
    return f"select id{expressions}\n  from {tally.owner}"


def _count_statement(tally: Tally) -> str:
    """Return the statement that inserts the counts of all owners; a `where` may be added to it."""
    names = ", ".join((tally.key, *tally.columns))
    return f"insert into {tally.name}({names})\n  {count_query(tally)}"


def _recount_view(tally: Tally) -> list[SchemaObject]:
    """Return a view, and its trigger that recounts for each owner's id inserted into the view.

    The triggers of all watched tables use it: SQLite parses every trigger when it opens a store,
    so they have to be short.
    """
    view = f"{tally.name}_again"
    # Deleting first also works for an owner that is gone, or has no row of counts yet.
    body = [
        f"delete from {tally.name} where {tally.key} = new.{tally.key}",
        f"{_count_statement(tally)}\n  where id = new.{tally.key}",
    ]
    return [
        SchemaObject("view", view, f"create view {view} as select {tally.key} from {tally.name}"),
        trigger(f"{view}_insert", f"instead of insert on {view}", body),
    ]


def _recount_triggers(tally: Tally, table: str) -> list[SchemaObject]:
    """Return triggers of a watched *table* that recount for the owner of a row that changes.

    An update recounts for the owner before and the owner after it, which may be another.
    """
    owner_column, other_columns = tally.watched[table]
    prefix = f"{tally.name}_{table}"
    recount = f"insert into {tally.name}_again values"
    watched = ", ".join((owner_column, *other_columns))
    return [
        trigger(
            f"{prefix}_insert", f"after insert on {table}", [f"{recount} (new.{owner_column})"]
        ),
        trigger(
            f"{prefix}_update",
            f"after update of {watched} on {table}",
            [f"{recount} (old.{owner_column}), (new.{owner_column})"],
        ),
        trigger(
            f"{prefix}_delete", f"after delete on {table}", [f"{recount} (old.{owner_column})"]
        ),
    ]
