"""Unfinished conversations as people know them: with whom, of which day, how many answers."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class Unfinished(NamedTuple):
    """A draft. *place* is the number to type: the one begun last is 1.

    *coachee* is a handle, or a name where the person is new; *on* the day of the conversation.
    A list of which some lines are given is one of its *answers*.
    """

    place: int
    id: str
    coachee: str | None
    name: str | None
    on: str
    answers: int
    method: str
    saved_at: str


_GIVEN = (
    "(select count(*) from (select key from json_each(d.state, '$.interview.given')"
    " where type <> 'null' union select key from json_each(d.state, '$.parts')))"
)
_NAME = (
    "coalesce((select name from coachee where handle = d.coachee),"
    " (select c.name from former_handle f join coachee c on c.id = f.coachee_id"
    " where f.handle = d.coachee),"
    " nullif(json_extract(d.state, '$.name'), ''), d.coachee)"
)
_SQL = (
    "select row_number() over (order by d.started_at desc, d.id desc), d.id, d.coachee,"  # noqa: S608 - SQL of our own
    f" {_NAME}, substr(coalesce(json_extract(d.state, '$.head.date'), d.started_at), 1, 10),"
    f" {_GIVEN}, d.method, d.saved_at from draft d where d.dropped_at is {{dropped}} null"
    " order by d.started_at desc, d.id desc"
)


def unfinished(reader: "Reader", *, dropped: bool = False) -> list[Unfinished]:
    """Unfinished conversations, the one begun last first; or those that were thrown away."""
    sql = _SQL.format(dropped="not" if dropped else "")
    return list(reader.rows(Unfinished, sql))
