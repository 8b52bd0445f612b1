"""Indexes for lists of ten and for a few weeks, so that no query reads the records of all years.

Each fits the conditions and the order of a query in the nouns' `queries.py` or of the timeline.
"""

from coachlog.store.schema_objects import SchemaObject

_CLOSED_STATUSES = {
    "session": ("starts_at, number", ("cancelled", "missed")),
    "goal": ("number", ("achieved", "dropped")),
    "action": ("number", ("done", "partly", "dropped")),
    "topic": ("number", ("taken_up", "dropped")),
    "trajectory": ("number", ("closed",)),
}
"""The order in which records of these statuses are listed. With one index of all statuses, SQLite
would read all that was ever held, where it should begin with the person."""

_DAY_COLUMNS = {
    "goal": ("set_on", "closed_on"),
    "goal_score": ("scored_on",),
    "action": ("agreed_on", "closed_on"),
}
_OBSERVATIONS_IN_ORDER = "create index find_observation on observation (observed_on, number)"
_TOPICS_IN_ORDER = (
    "create index find_topic on topic (case status when 'parked' then 0 else 1 end, number)"
)


def indexes() -> list[SchemaObject]:
    """Return indexes by status, by day for queries without a person, and by the order of lists."""
    by_status = [
        _index(table, status, f"({order}) where (status = '{status}')")
        for table, (order, statuses) in _CLOSED_STATUSES.items()
        for status in statuses
    ]
    by_day = [
        _index(table, column, f"({column})")
        for table, columns in _DAY_COLUMNS.items()
        for column in columns
    ]
    return [
        *by_status,
        *by_day,
        SchemaObject("index", "find_topic", _TOPICS_IN_ORDER),
        SchemaObject("index", "find_observation", _OBSERVATIONS_IN_ORDER),
    ]


def _index(table: str, suffix: str, definition: str) -> SchemaObject:
    """Return an index; *definition* is its columns in parentheses, and maybe a condition."""
    name = f"find_{table}_{suffix}"
    return SchemaObject("index", name, f"create index {name} on {table} {definition}")
