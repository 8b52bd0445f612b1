"""The description of each table is what the migrations make, and leaves nothing open."""

import re
import sqlite3
from contextlib import closing

import pytest

from coachlog.base.texts import translation
from coachlog.schema.field import (
    BY_ROW,
    CODE,
    DAY,
    FLAG,
    LEVEL,
    MINUTES,
    MOMENT,
    NUMBER,
    PRIVATE,
    PROGRAM,
    REFERENCE,
    RHYTHM,
    SHARED,
    WORDS,
)
from coachlog.schema.lookup import described
from coachlog.schema.tables import TABLES
from coachlog.store import derived, migrate
from tests.guards.source import SOURCE

with closing(sqlite3.connect(":memory:", isolation_level=None)) as _empty:
    migrate.bring_up_to_date(_empty, None)
    COLUMNS = derived.noun_columns(_empty)
    INFO = {name: _empty.execute(f'pragma table_info("{name}")').fetchall() for name in COLUMNS}
    KEYS = {
        name: {row[3]: row[2] for row in _empty.execute(f'pragma foreign_key_list("{name}")')}
        for name in COLUMNS
    }
    SQL = dict(_empty.execute("select name, sql from sqlite_master where type = 'table'"))
FIGURES = (NUMBER, MINUTES, RHYTHM, LEVEL, FLAG)
STORED = dict.fromkeys(FIGURES, "INTEGER")
FIELDS = [(name, field) for name, table in TABLES.items() for field in table.fields]

tables = pytest.mark.parametrize("name", TABLES)
fields = pytest.mark.parametrize(
    ("name", "field"), FIELDS, ids=[f"{name}.{field.name}" for name, field in FIELDS]
)


def test_each_table_of_records_is_described():
    assert set(TABLES) == set(COLUMNS)


def test_a_noun_with_numbers_is_found_by_its_name():
    """TAB loads the module of the noun that it is about, and no other."""
    numbered = {name: table for name, table in TABLES.items() if table.noun.view}

    assert {name: described(name) for name in numbered} == numbered


@tables
def test_a_table_is_described_as_the_migrations_make_it(name):
    migrated = {
        column: (kind, bool(notnull or key))
        for _n, column, kind, notnull, _default, key in INFO[name]
    }

    assert {
        field.name: (STORED.get(field.kind, "TEXT"), field.required)
        for field in TABLES[name].fields
    } == migrated
    assert len(TABLES[name].fields) == len(migrated)
    assert {field.name: field.of for field in TABLES[name].fields if field.of} == KEYS[name]


@tables
def test_what_is_required_of_old_records_too_came_with_the_table(name):
    """A column that is added later is empty in the records that were there."""
    table = TABLES[name]

    assert [f.name for f in table.fields if f.required and f.since > table.since] == []


@fields
def test_each_field_has_its_layer_by_decision_and_a_name(name, field):
    assert field.layer in (SHARED, PRIVATE, BY_ROW, PROGRAM)
    assert bool(field.label) == (field.layer != PROGRAM)
    assert (field.kind == REFERENCE) == bool(field.of)
    assert field.kind in (*WORDS, *FIGURES, CODE, DAY, MOMENT, REFERENCE)


@fields
def test_the_kind_of_a_field_is_that_of_its_column(name, field):
    """A day ends in `_on`, an instant in `_at`; what the store checks as 0 or 1 is a flag."""
    assert (field.kind == DAY) == field.name.endswith("_on")
    assert (field.kind == MOMENT) == field.name.endswith("_at")
    checked = re.search(rf"\b{field.name} in \(0, 1\)", SQL[name])
    assert (field.kind == FLAG) == bool(checked)


@fields
def test_an_enumeration_has_a_word_for_each_code_that_the_store_takes(name, field):
    checked = re.search(rf"\b{field.name} in \(([^)]*)\)", SQL[name])
    codes = set(re.findall(r"'(\w+)'", checked[1])) if checked else set()

    if field.words:
        assert set(field.words) == codes


@fields
def test_what_people_give_is_no_business_of_the_program_alone(name, field):
    assert not field.entry or field.layer != PROGRAM


@fields
def test_only_words_of_people_are_searched(name, field):
    assert not field.is_searched or field.kind in WORDS


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_every_label_is_translated(language):
    said = translation(language).gettext
    missing = {field.label for _name, field in FIELDS if field.label and not said(field.label)}

    assert missing == set()


def test_a_column_is_described_in_one_place():
    """Its migration and `schema/`: no other module lists a label for the columns of a table."""
    lists = re.compile(r'"(level_minus_2|reality_why_not_lower|wanted_context)": N_\(')
    found = [
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if lists.search(path.read_text(encoding="utf-8"))
    ]

    assert found == []
