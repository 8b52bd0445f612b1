"""The SQLModel classes and the tables that migrations make for them are the same.

Only what is written together, a conversation, has classes; bound statements write the rest.
"""

import importlib
import pkgutil
from contextlib import closing

import pytest
from sqlalchemy import Integer, Text
from sqlmodel import SQLModel

import coachlog.journal
from coachlog.store.connection import open_writer


def row_classes():
    """The tables that `journal/*/rows.py` declare."""
    for noun in pkgutil.iter_modules(coachlog.journal.__path__):
        name = f"coachlog.journal.{noun.name}.rows"
        if noun.ispkg and importlib.util.find_spec(name):
            importlib.import_module(name)
    return {
        mapper.local_table.name: mapper.local_table
        for mapper in SQLModel._sa_registry.mappers
        if mapper.class_.__module__.startswith("coachlog.journal.")
    }


ROWS = row_classes()


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with closing(open_writer(tmp_path_factory.mktemp("store") / "journal.sqlite")) as connection:
        yield connection


@pytest.mark.parametrize("table", sorted(ROWS))
def test_columns_types_and_keys_are_the_same(store, table):
    found = store.execute(f"pragma table_info({table})")
    migrated = [(name, kind, not notnull, bool(key)) for _n, name, kind, notnull, _d, key in found]

    declared = [
        (column.name, _kind(column.type), column.nullable, column.primary_key)
        for column in ROWS[table].columns
    ]

    # In STRICT tables a text primary key may hold NULL as far as SQLite tells, though not in fact.
    assert sorted(map(_without_key_null, declared)) == sorted(map(_without_key_null, migrated))


@pytest.mark.parametrize("table", sorted(ROWS))
def test_references_are_the_same(store, table):
    found = store.execute(f"pragma foreign_key_list({table})")
    migrated = {(row[3], row[2], row[4]) for row in found if row[2] in ROWS}

    declared = {
        (column.name, key.column.table.name, key.column.name)
        for column in ROWS[table].columns
        for key in column.foreign_keys
    }

    assert declared == migrated


def _kind(declared):
    plain = getattr(declared, "impl", declared)
    return "INTEGER" if isinstance(plain, Integer) else "TEXT" if isinstance(plain, Text) else "?"


def _without_key_null(column):
    name, kind, nullable, key = column
    return (name, kind, nullable and not key, key)
