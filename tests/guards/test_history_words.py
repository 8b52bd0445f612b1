"""The history has words for all that can be done to all that is kept."""

import sqlite3
from contextlib import closing

import pytest

from coachlog.base.texts import speak
from coachlog.journal.common.forms import edit_form
from coachlog.journal.common.history_words import VERBS, verb
from coachlog.journal.session import edit_fields
from coachlog.nouns import ROOT
from coachlog.schema.field import ALWAYS, LATER
from coachlog.schema.goal import SCALE
from coachlog.schema.tables import TABLES, label
from coachlog.store import derived, migrate
from coachlog.views.search.labels import FIELDS as SEARCHED
from tests.guards.each import for_each

with closing(sqlite3.connect(":memory:", isolation_level=None)) as _empty:
    migrate.bring_up_to_date(_empty, None)
    COLUMNS = derived.noun_columns(_empty)
READING = ("list", "show", "trend", "course", "resume", "who", "total", "clients")
COMMANDS = sorted(
    f"{noun} {verb}"
    for noun, stub in ROOT.items()
    if noun in TABLES
    for verb, command in stub.verbs.items()
    if verb not in READING and verb not in TABLES and not command.verbs
)


@for_each(COLUMNS)
def test_names_are_made_of_columns_that_are_there(table):
    naming = TABLES[table].naming
    part = TABLES[table].owner or ("", "")

    used = {*naming.columns, naming.whose, part[1]} - {""}

    assert used <= set(COLUMNS[table])
    assert part[0] in {"", *COLUMNS}


@for_each(COMMANDS)
def test_each_command_that_writes_has_a_verb(command):
    """Where this fails: an entry in VERBS of journal/common/history_words.py."""
    assert command in VERBS or command.rpartition(" ")[2] in VERBS


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "changed"), ("nl", "gewijzigd"), ("fr", "modification")],
)
def test_a_verb_is_told_in_the_language_of_the_run(language, said):
    speak(language)
    try:
        assert verb("goal edit", "coachlog") == said
    finally:
        speak("en")


def test_a_command_without_words_is_told_as_it_is_typed():
    assert verb("moon landing", "coachlog") == "moon landing"


NOUNS = (
    *("coachee", "talent", "objective", "trajectory", "goal", "action", "topic", "observation"),
    *("workability", "growth"),
)
FORMS = {
    **{noun: edit_form(TABLES[noun], ALWAYS, LATER, SCALE) for noun in NOUNS},
    "session": edit_fields.FIELDS,
    "option": edit_fields.OF_AN_OPTION.fields,
}


def _names(field):
    """The columns that may keep what a form calls *field*, the likeliest first."""
    return [field, f"{field}_on", f"{field}_id"]


FORMED = [
    (noun, column, field.label)
    for noun, fields in FORMS.items()
    for field in fields
    for column in [each for each in _names(field.name) if each in COLUMNS[noun]][:1]
]


@for_each(FORMED)
def test_undo_calls_a_field_as_the_form_does(noun, column, called):
    """Where this fails: the label of the column in schema/, or of the form."""
    assert label(noun, column) == called


@for_each(FORMED)
def test_search_calls_a_field_as_the_form_does(noun, column, called):
    """Of an option, what is found stands alone: there the label says that it is one."""
    found = SEARCHED.get(noun, {}).get(column, called)

    assert found == called or noun == "option"


def test_what_was_changed_since_is_called_as_its_noun_has_it(call):
    assert call("objective", "new", "--statement", "X", "--plan", "A").code == 0
    for plan in ("B", "C"):
        assert call("objective", "edit", 1, "--plan", plan).code == 0

    told = call("undo", 2, "--yes")

    assert "“Plan” has been changed since, from “B” to “C”" in told.err
