"""What goes with a record, and taking it away: children first, in the caller's unit of work.

Generic SQL out of one table of references. Nothing goes, and nothing loses a link, that `going`
did not tell before.
"""
# ruff: noqa: S608 - tables and columns come from our own table of references, values are bound

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.schema.field import Field
from coachlog.schema.tables import TABLES
from coachlog.store.connection import Reader
from coachlog.store.work import Work


class Link(NamedTuple):
    """A column of *table* that refers to a record of *to*, and what happens when that goes.

    The record goes with it where *goes*, but not where *needed* is true of it; a record that
    stays loses the link, and *besides* is set at the same time.
    """

    table: str
    column: str
    to: str
    goes: bool = True
    needed: str = "false"
    besides: str = ""


# What was scored or agreed elsewhere, by hand or in another conversation, needs its goal.
_ELSEWHERE = (
    "exists (select 1 from {table} e where e.goal_id = goal.id and (e.session_id is null"
    " or e.session_id not in (select value from json_each(:parents))))"
)
_BUILT_ON = " or ".join(
    _ELSEWHERE.format(table=table) for table in ("goal_score", "goal_level", "action")
)
_PARKED_AGAIN = (
    ", closed_on = case status when 'taken_up' then null else closed_on end"
    ", status = case status when 'taken_up' then 'parked' else status end"
)

_ORDER = (
    *("talent", "trajectory", "session", "goal", "goal_score", "action", "option", "answer"),
    *("release", "topic", "former_handle", "trajectory_theme", "goal_objective", "goal_talent"),
    *("goal_lens", "goal_level", "review", "confidence", "observation", "communication", "consent"),
)
"""A table stands after all that it refers to; those that are not named come after these."""


def _link(table: str, column: Field) -> Link:
    """The record goes with what a column refers to, unless the column tells how it stays."""
    found = Link(table, column.name, column.of, goes=not any(column.stays))
    special = {
        ("goal", "session_id"): found._replace(goes=True, needed=_BUILT_ON),
        ("topic", "taken_up_id"): found._replace(besides=_PARKED_AGAIN),
    }
    return special.get((table, column.name), found)


LINKS = tuple(
    _link(table, column)
    for table in dict.fromkeys((*_ORDER, *TABLES))
    for column in TABLES[table].fields
    if column.of
)
"""Every reference between records."""


class Going(NamedTuple):
    """The records that go, by table, and those that stay but lose a link, by that link."""

    goes: dict[str, list[str]]
    loosened: dict[Link, list[str]]


def going(reader: Reader, table: str, record_id: str) -> Going:
    """The records that go with a record; it is the first of them."""
    goes = {table: [record_id]}
    for child in dict.fromkeys(link.table for link in LINKS):
        found = {
            each
            for link in LINKS
            if link.table == child and link.goes
            for each in _referring(reader, link, goes.get(link.to, ()), link.needed)
        }
        if found:
            goes[child] = sorted(found)
    loosened = {link: left for link in LINKS if (left := _left(reader, link, goes))}
    return Going(goes, loosened)


def remove(work: Work, announced: Going) -> None:
    """Take away what was *announced*; raises RefusedError if that is not all of it."""
    table, (record_id,) = next(iter(announced.goes.items()))
    if going(work, table, record_id) != announced:
        raise RefusedError(
            N_("Something was added or changed in the meantime."),
            N_("Nothing was removed. Try again, and see what goes."),
        )
    for link, ids in announced.loosened.items():
        work.execute(
            f'update "{link.table}" set "{link.column}" = null{link.besides}'
            " where id in (select value from json_each(:ids))",
            ids=json.dumps(ids),
        )
    order = [table, *dict.fromkeys(link.table for link in LINKS)]
    for each in sorted(announced.goes, key=order.index, reverse=True):
        work.execute(
            f'delete from "{each}" where id in (select value from json_each(:ids))',
            ids=json.dumps(announced.goes[each]),
        )


def _referring(
    reader: Reader, link: Link, parents: Sequence[str], needed: str = "false"
) -> Iterable[str]:
    """The ids of the records that refer to one of *parents* by *link* and are not *needed*."""
    if not parents:
        return ()
    return reader.rows(
        str,
        f'select id from "{link.table}"'
        f' where "{link.column}" in (select value from json_each(:parents)) and not ({needed})',
        parents=json.dumps([*parents]),
    )


def _left(reader: Reader, link: Link, goes: dict[str, list[str]]) -> list[str]:
    """The ids of the records that stay, without what they refer to by *link*."""
    referring = _referring(reader, link, goes.get(link.to, ()))
    return sorted(set(referring) - set(goes.get(link.table, ())))
