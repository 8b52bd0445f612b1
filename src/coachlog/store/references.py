"""What belongs to what: the checks after something was undone.

SQLite checks references as well, but at the end, and without saying which.
"""
# ruff: noqa: S608 - the SQL is put together from the names of our own columns, never from values

import json
from collections.abc import Iterable
from typing import NamedTuple

from coachlog.store.connection import Reader
from coachlog.store.undo_errors import NeededSinceError, OwnerGoneError, TakenSinceError

NAMED = 4
"""How many records an error names at most."""

KEYS = ("number", "handle")
"""Columns that people type: no two records of a noun may have the same."""

NOT_KEYS = (("former_handle", "handle"),)


class _Reference(NamedTuple):
    table: str
    column: str
    owner: str


class _Record(NamedTuple):
    id: str
    other: str


def check(reader: Reader, records: Iterable[tuple[str, str]]) -> None:
    """Raise an error where one of *records*, a noun and an id each, is not as a record must be.

    One that is gone belongs to nothing that stays; one that is there belongs to what is there, and
    goes by a number and a handle of its own.
    """
    by_noun: dict[str, dict[str, None]] = {}
    for noun, record_id in records:
        by_noun.setdefault(noun, {})[record_id] = None
    references = list(
        reader.rows(
            _Reference,
            'select m.name, f."from", f."table"'
            " from sqlite_schema m, pragma_foreign_key_list(m.name) f"
            " where m.type = 'table' order by m.name, f.seq",
        )
    )
    for noun, ids in by_noun.items():
        listed = json.dumps(list(ids))
        for reference in references:
            if reference.owner == noun:
                _check_nothing_stays(reader, reference, listed)
            if reference.table == noun:
                _check_owner(reader, reference, listed)
        _check_keys(reader, noun, listed)


def _check_nothing_stays(reader: Reader, reference: _Reference, ids: str) -> None:
    """Nothing refers to a record of *ids* that is gone."""
    table, column, owner = reference
    left = list(
        reader.rows(
            _Record,
            "select j.value, c.id from json_each(:ids) j"
            f' join "{table}" c on c."{column}" = j.value'
            f' where not exists (select 1 from "{owner}" o where o.id = j.value)'
            " order by c.id desc limit :most",
            ids=ids,
            most=NAMED,
        )
    )
    if left:
        gone = left[0].id
        others = [(table, each.other) for each in left if each.id == gone]
        raise NeededSinceError(owner, gone, others, _step_of(reader, *others[0], "insert"))


def _check_owner(reader: Reader, reference: _Reference, ids: str) -> None:
    """Each record of *ids* that is there refers to one that is there."""
    table, column, owner = reference
    lost = reader.one(
        _Record,
        f'select c.id, c."{column}" from json_each(:ids) j join "{table}" c on c.id = j.value'
        f' where c."{column}" is not null'
        f' and not exists (select 1 from "{owner}" o where o.id = c."{column}") limit 1',
        ids=ids,
    )
    if lost:
        raise OwnerGoneError(
            table, lost.id, (owner, lost.other), _step_of(reader, owner, lost.other, "delete")
        )


def _check_keys(reader: Reader, noun: str, ids: str) -> None:
    for key in _keys(reader, noun):
        twice = reader.one(
            _Record,
            f'select c.id, o.id from json_each(:ids) j join "{noun}" c on c.id = j.value'
            f' join "{noun}" o on o."{key}" = c."{key}" and o.id <> c.id limit 1',
            ids=ids,
        )
        if twice:
            value = reader.value(f'select "{key}" from "{noun}" where id = :id', id=twice.id)
            raise TakenSinceError(noun, twice.id, value, twice.other)


def _keys(reader: Reader, noun: str) -> list[str]:
    names = reader.rows(str, "select name from pragma_table_info(:noun)", noun=noun)
    return [name for name in names if name in KEYS and (noun, name) not in NOT_KEYS]


def _step_of(reader: Reader, noun: str, record_id: str, verb: str) -> str | None:
    """The id of the step that made or removed a record last."""
    found: str | None = reader.value(
        "select operation from change where noun = :noun and record_id = :id and verb = :verb"
        " order by seq desc limit 1",
        noun=noun,
        id=record_id,
        verb=verb,
    )
    return found
