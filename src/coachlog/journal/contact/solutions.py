"""Counts the solutions that came from inside the organisation, and from outside."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.schema.contact import EXTERNAL, INTERNAL

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class Solutions(NamedTuple):
    """How many ideas of contacts were chosen, or actions helped by them, by where they are."""

    inside: int
    outside: int


class _UsedFrom(NamedTuple):
    location: str
    used: int


# An idea that was chosen and the help with it, of one contact in one conversation, count once.
# Contacts come first, of whom there are few: SQLite would read every action otherwise.
_BY_LOCATION = (
    "select location, count(*) from ("
    "select c.id, c.location, s.id from contact c"
    " cross join option o on o.contact_id = c.id cross join session s on s.id = o.session_id"
    " join coachee p on p.id = s.coachee_id join trajectory t on t.id = s.trajectory_id"
    " where o.chosen = 1"
    " and s.held_on between :since and :until and (:handle is null or p.handle = :handle)"
    " and (:trajectory is null or t.number = :trajectory)"
    " union select c.id, c.location, coalesce(a.session_id, a.id) from contact c"
    " cross join action a on a.contact_id = c.id join coachee p on p.id = a.coachee_id"
    " left join session s on s.id = a.session_id left join trajectory t on t.id = s.trajectory_id"
    " where a.agreed_on between :since and :until"
    " and (:handle is null or p.handle = :handle)"
    " and (:trajectory is null or t.number = :trajectory)"
    ") group by location"
)


def solutions(
    reader: "Reader", since: str, until: str, handle: str | None, trajectory: int | None
) -> Solutions:
    """Count the solutions of a period, of one person or of everybody, or of one *trajectory*."""
    days: dict[str, object] = {"since": since, "until": until}
    rows = reader.rows(_UsedFrom, _BY_LOCATION, handle=handle, trajectory=trajectory, **days)
    counts = {row.location: row.used for row in rows}
    return Solutions(counts.get(INTERNAL, 0), counts.get(EXTERNAL, 0))
