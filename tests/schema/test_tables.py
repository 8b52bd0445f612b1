"""The description of each table is what the migrations make, and leaves nothing open."""

import ast
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
    HOURS,
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
from coachlog.schema.lookup import find_table
from coachlog.schema.tables import TABLES
from coachlog.store import derived, migrate
from tests.guards.each import for_each
from tests.guards.source import modules, tree

with closing(sqlite3.connect(":memory:", isolation_level=None)) as _empty:
    migrate.bring_up_to_date(_empty, None)
    COLUMNS = derived.noun_columns(_empty)
    INFO = {name: _empty.execute(f'pragma table_info("{name}")').fetchall() for name in COLUMNS}
    KEYS = {
        name: {row[3]: row[2] for row in _empty.execute(f'pragma foreign_key_list("{name}")')}
        for name in COLUMNS
    }
    SQL = dict(_empty.execute("select name, sql from sqlite_master where type = 'table'"))
FIGURES = (NUMBER, MINUTES, HOURS, RHYTHM, LEVEL, FLAG)
STORED = dict.fromkeys(FIGURES, "INTEGER")
FIELDS = [(name, field) for name, table in TABLES.items() for field in table.fields]

tables = for_each(TABLES)
fields = for_each(FIELDS)


def test_each_table_of_records_is_described():
    assert set(TABLES) == set(COLUMNS)


def test_a_noun_with_numbers_is_found_by_its_name():
    """TAB loads the module of the noun that it is about, and no other."""
    numbered = {name: table for name, table in TABLES.items() if table.noun.view}

    assert {name: find_table(name) for name in numbered} == numbered


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
    """A column that is added later is empty in records that were there, unless it has a default."""
    table = TABLES[name]
    later = [f.name for f in table.fields if f.required and f.since > table.since]

    assert [f for f in later if not re.search(rf"\b{f} \w+ not null default", SQL[name])] == []


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


MARKS = {"N_", "C_", "_"}
NAMES = {
    name: {word for field in table.fields if field.label for word in (field.name, field.key)}
    for name, table in TABLES.items()
}
ELSEWHERE = {
    "admin.commands:LABELS": "the settings of the program",
    "admin.history_commands:COLUMNS": "what a command did, and to what",
    "guide.appointment_commands:_PLAN": "of a conversation that is still to come",
    "guide.commands:_PARAMETERS": "of the one goal and the actions of a conversation",
    "journal.coachee.merge_command:_texts": "records, not columns",
    "journal.common.history_words:VERBS": "what commands do",
    "journal.intervision.commands:_OPTIONS": "what a consultation needs, and what comes of it",
    "journal.network_case.warning:SENTENCES": "what is said of a word, by what it is",
    "journal.network_meeting.fields:PLACES": "what people name together with a number",
    "journal.network_meeting.ideas:PLACES": "the same, within a sentence",
    "journal.onboarding.agreement:OPTIONS": "fields of two nouns, as they stand on a charter",
    "journal.onboarding.agreement:NAMES": "the same, within a sentence",
    "journal.release.page:LABELS": "how a development plan calls what a goal calls otherwise",
    "library.page:ADDRESSEES": "who a question is put to",
    "nouns:ROOT": "commands",
    "views.hours.page:LABELS": "figures that a body asks",
    "report.fund.commands:OPTIONS": "which trajectories a report counts",
}
"""What tells texts of its own by names that are also those of columns, and why."""


def _is_marked(node):
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS


def _tells(node):
    """Whether a value is a text for people, or is made with one."""
    return _is_marked(node) or (
        isinstance(node, ast.Call)
        and any(_is_marked(each) for each in (*node.args, *(key.value for key in node.keywords)))
    )


def _named(node):
    """The names that have a text of their own in a dictionary, or in a sequence."""
    if isinstance(node, ast.Dict):
        pairs = zip(node.keys, node.values, strict=True)
    elif isinstance(node, ast.Tuple | ast.List):
        calls = [each for each in node.elts if isinstance(each, ast.Call) and each.args]
        inner = [each for each in node.elts if isinstance(each, ast.Tuple) and each.elts]
        pairs = [(each.args[0], each) for each in calls]
        pairs += [(each.elts[0], each.elts[1]) for each in inner if len(each.elts) > 1]
    else:
        return set()
    return {key.value for key, value in pairs if isinstance(key, ast.Constant) and _tells(value)}


def _owner(module, node):
    """What the module calls the statement that holds *node*."""
    holder = next(each for each in tree(module).body if node in ast.walk(each))
    target = (
        holder.targets[0] if isinstance(holder, ast.Assign) else getattr(holder, "target", None)
    )
    return getattr(holder, "name", None) or ast.unparse(target)


def test_a_column_is_described_in_one_place():
    """Its migration and `schema/`: nothing else lists texts for two columns of a table."""
    found = {
        f"{module}:{_owner(module, node)}"
        for module in modules()
        if not module.startswith("schema")
        for node in ast.walk(tree(module))
        if (said := _named(node)) and any(len(said & names) > 1 for names in NAMES.values())
    }

    assert found == set(ELSEWHERE)
