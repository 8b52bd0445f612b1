"""Checking references and keys after an undo, with errors that name the records.

SQLite checks references as well, but at the end of the transaction, without naming a record.
"""
# ruff: noqa: S608 - the SQL is put together from the names of our own columns, never from values

import json
from collections.abc import Iterable
from typing import NamedTuple

from coachlog.store.connection import Reader
from coachlog.store.undo_errors import KEY_TAKEN, NEEDED_SINCE, OWNER_GONE, InTheWayError

MOST_NAMED = 4
"""How many records an error names at most."""

KEYS = ("number", "handle")
"""Columns by which people name a record: no two records of a noun may have the same value."""

NOT_KEYS = (("former_handle", "handle"),)
"""Tables and columns of such a name that are no key."""


class _Reference(NamedTuple):
    """A *column* of *table* that holds the id of a record of the table *owner*."""

    table: str
    column: str
    owner: str


class _Conflict(NamedTuple):
    """The id of a record that was checked, and that of the other record in the conflict."""

    id: str
    other_id: str


def check_references(reader: Reader, records: Iterable[tuple[str, str]]) -> None:
    """Raise an InTheWayError where one of *records*, a noun and an id each, breaks a rule.

    No record may refer to one that is gone. One that is there may only refer to records that are
    there, and has a number and a handle that no other has.
    """
    ids_by_noun: dict[str, dict[str, None]] = {}  # a dict as an ordered set
    for noun, record_id in records:
        ids_by_noun.setdefault(noun, {})[record_id] = None
    references = list(
        reader.rows(
            _Reference,
            'select m.name, f."from", f."table"'
            " from sqlite_schema m, pragma_foreign_key_list(m.name) f"
            " where m.type = 'table' order by m.name, f.seq",
        )
    )
    for noun, ids in ids_by_noun.items():
        ids_json = json.dumps(list(ids))
        for reference in references:
            if reference.owner == noun:
                _check_dependents(reader, reference, ids_json)
            if reference.table == noun:
                _check_owner(reader, reference, ids_json)
        _check_keys(reader, noun, ids_json)


def _check_dependents(reader: Reader, reference: _Reference, ids: str) -> None:
    """Raise InTheWayError where a record refers to one of *ids*, a JSON array, that is gone."""
    table, column, owner = reference
    dependents = list(
        reader.rows(
            _Conflict,
            "select j.value, c.id from json_each(:ids) j"
            f' join "{table}" c on c."{column}" = j.value'
            f' where not exists (select 1 from "{owner}" o where o.id = j.value)'
            " order by c.id desc limit :most",
            ids=ids,
            most=MOST_NAMED,
        )
    )
    if dependents:
        gone_id = dependents[0].id  # one error names the dependents of one record
        others = [(table, conflict.other_id) for conflict in dependents if conflict.id == gone_id]
        since = _latest_step(reader, table, others[0][1], "insert")
        raise InTheWayError(NEEDED_SINCE, owner, gone_id, since=since, others=others)


def _check_owner(reader: Reader, reference: _Reference, ids: str) -> None:
    """Raise InTheWayError where a record of *ids*, a JSON array, refers to one that is gone."""
    table, column, owner = reference
    orphan = reader.one(
        _Conflict,
        f'select c.id, c."{column}" from json_each(:ids) j join "{table}" c on c.id = j.value'
        f' where c."{column}" is not null'
        f' and not exists (select 1 from "{owner}" o where o.id = c."{column}") limit 1',
        ids=ids,
    )
    if orphan:
        since = _latest_step(reader, owner, orphan.other_id, "delete")
        others = [(owner, orphan.other_id)]
        raise InTheWayError(OWNER_GONE, table, orphan.id, since=since, others=others)


def _check_keys(reader: Reader, noun: str, ids: str) -> None:
    """Raise InTheWayError where another record has the number or handle of one of *ids*."""
    for key in _key_columns(reader, noun):
        duplicate = reader.one(
            _Conflict,
            f'select c.id, o.id from json_each(:ids) j join "{noun}" c on c.id = j.value'
            f' join "{noun}" o on o."{key}" = c."{key}" and o.id <> c.id limit 1',
            ids=ids,
        )
        if duplicate:
            value = reader.value(f'select "{key}" from "{noun}" where id = :id', id=duplicate.id)
            others = [(noun, duplicate.other_id)]
            raise InTheWayError(KEY_TAKEN, noun, duplicate.id, others=others, value=value)


def _key_columns(reader: Reader, noun: str) -> list[str]:
    names = reader.rows(str, "select name from pragma_table_info(:noun)", noun=noun)
    return [name for name in names if name in KEYS and (noun, name) not in NOT_KEYS]


def _latest_step(reader: Reader, noun: str, record_id: str, verb: str) -> str | None:
    """Return the id of the latest step that did *verb*, such as `delete`, to a record.

    Return None where the history does not tell.
    """
    step_id: str | None = reader.value(
        "select operation from change where noun = :noun and record_id = :id and verb = :verb"
        " order by seq desc limit 1",
        noun=noun,
        id=record_id,
        verb=verb,
    )
    return step_id
