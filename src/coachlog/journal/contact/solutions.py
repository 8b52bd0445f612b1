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
_BY_LOCATION = (
    "select c.location, count(*) from ("
    "select o.contact_id, s.id from option o join session s on s.id = o.session_id"
    " join coachee p on p.id = s.coachee_id join trajectory t on t.id = s.trajectory_id"
    " where o.chosen = 1 and o.contact_id is not null"
    " and s.held_on between :since and :until and (:handle is null or p.handle = :handle)"
    " and (:trajectory is null or t.number = :trajectory)"
    " union select a.contact_id, coalesce(a.session_id, a.id) from action a"
    " join coachee p on p.id = a.coachee_id left join session s on s.id = a.session_id"
    " left join trajectory t on t.id = s.trajectory_id"
    " where a.contact_id is not null and a.agreed_on between :since and :until"
    " and (:handle is null or p.handle = :handle)"
    " and (:trajectory is null or t.number = :trajectory)"
    ") used join contact c on c.id = used.contact_id group by c.location"
)


def solutions(
    reader: "Reader", since: str, until: str, handle: str | None, trajectory: int | None
) -> Solutions:
    """Count the solutions of a period, of one person or of everybody, or of one *trajectory*."""
    days: dict[str, object] = {"since": since, "until": until}
    rows = reader.rows(_UsedFrom, _BY_LOCATION, handle=handle, trajectory=trajectory, **days)
    counts = {row.location: row.used for row in rows}
    return Solutions(counts.get(INTERNAL, 0), counts.get(EXTERNAL, 0))
