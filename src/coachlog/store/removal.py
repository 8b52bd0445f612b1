"""Removing a record with the records that belong to it, in the caller's unit of work.

`plan_removal` finds all that is removed or loses a link, from one table of references; `remove`
does that and no more.
"""
# ruff: noqa: S608 - tables and columns come from our own table of references, values are bound

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.schema.field import Field
from coachlog.schema.tables import TABLES
from coachlog.store.connection import Reader, Writer
from coachlog.store.work import Work

IN_IDS = "in (select value from json_each(:ids))"
"""A condition in SQL: to be one of the ids that are bound as a JSON array."""


class Link(NamedTuple):
    """A column of *table* that refers to a record of *to*, and what happens when that is removed.

    A record that refers to it is removed too where *cascades*, unless the SQL condition *kept_if*
    is true of it. Otherwise its column becomes null, and *also_set*, more of an SQL `set`, is done.
    """

    table: str
    column: str
    to: str
    cascades: bool = True
    kept_if: str = "false"
    also_set: str = ""


# A goal stays when it was scored, or an action agreed for it, outside the conversation that goes.
_USED_ELSEWHERE = (
    "exists (select 1 from {table} e where e.goal_id = goal.id and (e.session_id is null"
    " or e.session_id not in (select value from json_each(:parents))))"
)
_GOAL_IS_USED = " or ".join(
    _USED_ELSEWHERE.format(table=table) for table in ("goal_score", "goal_level", "action")
)
_PARK_TOPIC_AGAIN = (
    ", closed_on = case status when 'taken_up' then null else closed_on end"
    ", status = case status when 'taken_up' then 'parked' else status end"
)

_ORDER = (
    *("contact", "talent", "trajectory", "session", "goal", "goal_score", "action", "option"),
    "answer",
    *("release", "topic", "former_handle", "trajectory_theme", "goal_objective", "goal_talent"),
    *("goal_lens", "goal_level", "review", "confidence", "observation", "communication", "consent"),
)
"""Tables in an order in which each follows all it refers to; the others come after these."""


def _link(table: str, column: Field) -> Link:
    """Return the link of a *column* that refers to a record.

    A record is removed with the one it refers to, unless the column has a text that says it stays.
    """
    link = Link(table, column.name, column.of, cascades=not any(column.stays))
    special = {
        ("goal", "session_id"): link._replace(cascades=True, kept_if=_GOAL_IS_USED),
        ("topic", "taken_up_id"): link._replace(also_set=_PARK_TOPIC_AGAIN),
    }
    return special.get((table, column.name), link)


LINKS = tuple(
    _link(table, column)
    for table in dict.fromkeys((*_ORDER, *TABLES))
    for column in TABLES[table].fields
    if column.of
)
"""Every reference between records, in the order of their tables."""


class RemovalPlan(NamedTuple):
    """The ids of the records to remove, by table, and of those that lose a link, by that link.

    The record that was asked for comes first.
    """

    removed_ids: dict[str, list[str]]
    unlinked_ids: dict[Link, list[str]]


def plan_removal(reader: Reader, table: str, record_id: str) -> RemovalPlan:
    """Return what is removed or loses a link when a record is removed; that record comes first."""
    removed_ids = {table: [record_id]}
    # Each table comes after those that it refers to, whose removed records are known by then.
    for child_table in dict.fromkeys(link.table for link in LINKS):
        child_ids: set[str] = set()
        for link in LINKS:
            if link.table == child_table and link.cascades:
                parent_ids = removed_ids.get(link.to, ())
                child_ids.update(_referring_ids(reader, link, parent_ids, link.kept_if))
        if child_ids:
            removed_ids[child_table] = sorted(child_ids)
    about_removed = _corrections_of(reader, removed_ids)
    if about_removed:
        removed_ids["correction"] = sorted({*removed_ids.get("correction", ()), *about_removed})
    unlinked_ids = {
        link: ids for link in LINKS if (ids := _unlinked_ids(reader, link, removed_ids))
    }
    return RemovalPlan(removed_ids, unlinked_ids)


def remove(work: Work, plan: RemovalPlan) -> None:
    """Remove what was announced as *plan*; raises RefusedError if it would be another plan now."""
    table, (record_id,) = next(iter(plan.removed_ids.items()))  # what was asked for comes first
    if plan_removal(work, table, record_id) != plan:
        raise RefusedError(
            N_("Something was added or changed in the meantime."),
            N_("Nothing was removed. Try again, and see what goes."),
        )
    unlink_records(work, plan.unlinked_ids)
    tables = [table, *dict.fromkeys(link.table for link in LINKS)]
    children_first = sorted(plan.removed_ids, key=tables.index, reverse=True)
    delete_records(work, {name: plan.removed_ids[name] for name in children_first})


def unlink_records(writer: Writer, ids_by_link: Mapping[Link, Iterable[str]]) -> None:
    """Take a link from the records that have it, each link from those with the ids given for it."""
    for link, ids in ids_by_link.items():
        sql = f'update "{link.table}" set "{link.column}" = null{link.also_set} where id {IN_IDS}'
        writer.execute(sql, ids=json.dumps([*ids]))


def delete_records(writer: Writer, ids_by_table: Mapping[str, Iterable[str]]) -> None:
    """Delete records by table, in that order, whatever refers to them."""
    for table, ids in ids_by_table.items():
        writer.execute(f'delete from "{table}" where id {IN_IDS}', ids=json.dumps([*ids]))


def _corrections_of(reader: Reader, removed_ids: dict[str, list[str]]) -> list[str]:
    """Return the ids of the corrections of records to remove, to which no column refers."""
    return [
        correction_id
        for table, ids in removed_ids.items()
        for correction_id in reader.rows(
            str,
            f"select id from correction where noun = :noun and record_id {IN_IDS}",
            noun=table,
            ids=json.dumps(ids),
        )
    ]


def _referring_ids(
    reader: Reader, link: Link, parents: Sequence[str], kept_if: str = "false"
) -> Iterable[str]:
    """Return the ids of records that refer to one of *parents* by *link*, except where *kept_if*.

    *kept_if* is an SQL condition. Without it, all of them are returned.
    """
    if not parents:
        return ()
    return reader.rows(
        str,
        f'select id from "{link.table}"'
        f' where "{link.column}" in (select value from json_each(:parents)) and not ({kept_if})',
        parents=json.dumps([*parents]),
    )


def _unlinked_ids(reader: Reader, link: Link, records: dict[str, list[str]]) -> list[str]:
    """Return the ids of the records that stay but lose their *link* to one of *records*.

    *records* are the ids to remove, by table.
    """
    referring_ids = _referring_ids(reader, link, records.get(link.to, ()))
    removed_ids = records.get(link.table, ())
    return sorted(set(referring_ids) - set(removed_ids))
