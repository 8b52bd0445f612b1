"""Which records are about a person: those that refer to the person, and those that refer to these.

Found by the references in `schema/`, so that a new noun is among them without code.
"""
# ruff: noqa: S608 - tables and columns are names of our own, values are bound

import json
from collections.abc import Collection, Mapping

from coachlog.schema.tables import TABLES
from coachlog.store.connection import Reader
from coachlog.store.removal import LINKS

PERSON = "coachee"


def records_of(reader: Reader, coachee_id: str) -> dict[str, list[str]]:
    """Return the ids of all records about a person, by table, in the order of the schema."""
    return referring(reader, {PERSON: {coachee_id}})


def referring(reader: Reader, start: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Return the ids of records and of all that refer to them, by table, in schema order.

    People are followed only where they are among those to *start* with.
    """
    found: dict[str, set[str]] = {table: set(ids) for table, ids in start.items()}
    news = dict(found)
    while news:
        next_news: dict[str, set[str]] = {}
        for link in LINKS:
            if link.to in news:
                sql = (
                    f'select id from "{link.table}"'
                    f' where "{link.column}" in (select value from json_each(:owners))'
                )
                ids = set(reader.rows(str, sql, owners=json.dumps(sorted(news[link.to]))))
                new_ids = ids - found.get(link.table, set())
                if new_ids and link.table != PERSON:
                    found.setdefault(link.table, set()).update(new_ids)
                    next_news.setdefault(link.table, set()).update(new_ids)
        news = next_news
    return {table: sorted(found[table]) for table in TABLES if table in found}


def with_referred(reader: Reader, ids: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Return the ids of records and of all that they refer to, by table, in schema order."""
    found: dict[str, set[str]] = {table: set(of_table) for table, of_table in ids.items()}
    news = dict(found)
    while news:
        next_news: dict[str, set[str]] = {}
        for link in LINKS:
            if link.table in news:
                sql = (
                    f'select distinct "{link.column}" from "{link.table}"'
                    f' where "{link.column}" is not null'
                    " and id in (select value from json_each(:ids))"
                )
                referred = set(reader.rows(str, sql, ids=json.dumps(sorted(news[link.table]))))
                new_ids = referred - found.get(link.to, set())
                if new_ids:
                    found.setdefault(link.to, set()).update(new_ids)
                    next_news.setdefault(link.to, set()).update(new_ids)
        news = next_news
    return {table: sorted(found[table]) for table in TABLES if table in found}


def person_of(reader: Reader, table: str, record_id: str) -> str | None:
    """Return the id of the person whom a record is about; None where it is about nobody.

    Its own reference to a person counts first, then those of the records that it refers to.
    """
    if table == PERSON:
        return record_id
    links = sorted(
        (link for link in LINKS if link.table == table and link.to in BEARING),
        key=lambda link: link.to != PERSON,
    )
    for link in links:
        sql = f'select "{link.column}" from "{table}" where id = :id'
        owner_id = reader.value(sql, id=record_id)
        person_id = owner_id and person_of(reader, link.to, str(owner_id))
        if person_id:
            return str(person_id)
    return None


def _bearing() -> frozenset[str]:
    """Return the tables whose records are about a person, directly or through others."""
    bearing = {PERSON}
    while True:
        more = {link.table for link in LINKS if link.to in bearing} - bearing
        if not more:
            return frozenset(bearing)
        bearing |= more


BEARING = _bearing()
"""The tables whose records may be about a person."""
