"""Indexes by which a list of ten, or a few weeks, is found without walking through all the years.

Each serves a question of the nouns' `queries.py` or of the timeline, word for word.
"""

from coachlog.store.schema_objects import SchemaObject

_CLOSED = {
    "session": ("starts_at, number", ("cancelled", "missed")),
    "goal": ("number", ("achieved", "dropped")),
    "action": ("number", ("done", "partly", "dropped")),
    "topic": ("number", ("taken_up", "dropped")),
    "trajectory": ("number", ("closed",)),
}
"""In which order records of these statuses are listed. An index of all statuses at once would
tempt SQLite to walk through all that was ever held, where it should begin with the person."""

_DAYS = {
    "goal": ("set_on", "closed_on"),
    "goal_score": ("scored_on",),
    "action": ("agreed_on", "closed_on"),
}
_OBSERVATIONS_IN_ORDER = "create index find_observation on observation (observed_on, number)"
_TOPICS_IN_ORDER = (
    "create index find_topic on topic (case status when 'parked' then 0 else 1 end, number)"
)


def indexes() -> list[SchemaObject]:
    """Indexes by status, by day where no person is named, and of topics in their order."""
    return [
        *(
            _index(table, status, f"{order}) where (status = '{status}'")
            for table, (order, statuses) in _CLOSED.items()
            for status in statuses
        ),
        *(_index(table, day, day) for table, days in _DAYS.items() for day in days),
        SchemaObject("index", "find_topic", _TOPICS_IN_ORDER),
        SchemaObject("index", "find_observation", _OBSERVATIONS_IN_ORDER),
    ]


def _index(table: str, what: str, columns: str) -> SchemaObject:
    name = f"find_{table}_{what}"
    return SchemaObject("index", name, f"create index {name} on {table} ({columns})")
