"""Which records are about a person: those that refer to the person, and those that refer to these.

Found by the references in `schema/`, so that a new noun is among them without code.
"""
# ruff: noqa: S608 - tables and columns are names of our own, values are bound

import json
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from coachlog.schema.tables import TABLES
from coachlog.store.connection import Reader
from coachlog.store.removal import IN_IDS, LINKS, Link

PERSON = "coachee"


def records_of(reader: Reader, coachee_id: str) -> dict[str, list[str]]:
    """Return the ids of all records about a person, by table, in the order of the schema."""
    return with_referring(reader, {PERSON: {coachee_id}})


def with_referring(reader: Reader, start: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Return the ids of records and of all that refer to them, by table, in schema order.

    People are followed only where they are among those to *start* with.
    """

    def follow(link: Link) -> _Reach:
        sql = f'select id from "{link.table}" where "{link.column}" {IN_IDS}'
        return _Reach(link.to, "" if link.table == PERSON else link.table, sql)

    return _reach_all(reader, start, map(follow, LINKS))


def with_referred(reader: Reader, ids: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Return the ids of records and of all that they refer to, by table, in schema order."""

    def follow(link: Link) -> _Reach:
        sql = (
            f'select distinct "{link.column}" from "{link.table}"'
            f' where "{link.column}" is not null and id {IN_IDS}'
        )
        return _Reach(link.table, link.to, sql)

    return _reach_all(reader, ids, map(follow, LINKS))


class _Reach(NamedTuple):
    """From records of a table to those of another, by SQL; *to* is empty for no step at all."""

    origin: str
    to: str
    sql: str


def _reach_all(
    reader: Reader, start: Mapping[str, Collection[str]], steps: Iterable[_Reach]
) -> dict[str, list[str]]:
    """Return the ids to *start* with and all that *steps* lead to from there, again and again."""
    found: dict[str, set[str]] = {table: set(ids) for table, ids in start.items()}
    taken = [step for step in steps if step.to]
    news = dict(found)
    while news:
        next_news: dict[str, set[str]] = {}
        for step in taken:
            if step.origin in news:
                ids = json.dumps(sorted(news[step.origin]))
                new_ids = set(reader.rows(str, step.sql, ids=ids)) - found.get(step.to, set())
                if new_ids:
                    found.setdefault(step.to, set()).update(new_ids)
                    next_news.setdefault(step.to, set()).update(new_ids)
        news = next_news
    return {table: sorted(found[table]) for table in TABLES if table in found}


def person_of(reader: Reader, table: str, record_id: str) -> str | None:
    """Return the id of the person whom a record is about; None where it is about nobody.

    Its own reference to a person counts first, then those of the records that it refers to.
    """
    if table == PERSON:
        return record_id
    links = sorted(
        (link for link in LINKS if link.table == table and link.to in TABLES_ABOUT_PEOPLE),
        key=lambda link: link.to != PERSON,
    )
    for link in links:
        sql = f'select "{link.column}" from "{table}" where id = :id'
        owner_id = reader.value(sql, id=record_id)
        person_id = owner_id and person_of(reader, link.to, str(owner_id))
        if person_id:
            return str(person_id)
    return None


def _tables_about_people() -> frozenset[str]:
    """Return the tables whose records are about a person, directly or through others."""
    bearing = {PERSON}
    while True:
        more = {link.table for link in LINKS if link.to in bearing} - bearing
        if not more:
            return frozenset(bearing)
        bearing |= more


TABLES_ABOUT_PEOPLE = _tables_about_people()
"""The tables whose records may be about a person."""
