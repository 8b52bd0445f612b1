"""Unfinished conversations for people: with whom, of which day, how many answers."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class Unfinished(NamedTuple):
    """A draft. *place* is the number to type, 1 for the draft that was begun last.

    *coachee* is a handle, or a name where the person is new; *on* is the day of the conversation,
    as `YYYY-MM-DD`. *answers* is a number: a list counts as one from its first line. *method* is
    None where the conversation is discreet. *last_question* is the id of the question that was
    answered last, None where none was.
    """

    place: int
    id: str
    coachee: str | None
    name: str | None
    on: str
    answers: int
    method: str | None
    saved_at: str
    started_at: str
    last_question: str | None


_ANSWER_COUNT = (
    "(select count(*) from (select key from json_each(d.state, '$.interview.given')"
    " where type <> 'null' union select key from json_each(d.state, '$.parts')))"
)
_NAME = (
    "coalesce((select name from coachee where handle = d.coachee),"
    " (select c.name from former_handle f join coachee c on c.id = f.coachee_id"
    " where f.handle = d.coachee),"
    " nullif(json_extract(d.state, '$.name'), ''), d.coachee)"
)
_METHOD = "iif(json_extract(d.state, '$.discreet'), null, d.method)"
_LAST_QUESTION = (
    "(select key from json_each(d.state, '$.interview.given') where type <> 'null'"
    " order by id desc limit 1)"
)
_SQL = (
    "select row_number() over (order by d.started_at desc, d.id desc), d.id, d.coachee,"  # noqa: S608 - SQL of our own
    f" {_NAME}, substr(coalesce(json_extract(d.state, '$.head.date'), d.started_at), 1, 10),"
    f" {_ANSWER_COUNT}, {_METHOD}, d.saved_at, d.started_at, {_LAST_QUESTION}"
    " from draft d where d.dropped_at is {dropped} null"
    " order by d.started_at desc, d.id desc"
)


def unfinished(reader: "Reader", *, dropped: bool = False) -> list[Unfinished]:
    """Return the unfinished conversations, last begun first; or those that were *dropped*."""
    sql = _SQL.format(dropped="not" if dropped else "")
    return list(reader.rows(Unfinished, sql))
