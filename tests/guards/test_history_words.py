"""The history has words for all that can be done to all that is kept."""

import sqlite3
from contextlib import closing

import pytest

from coachlog.nouns import ROOT
from coachlog.store import derived, migrate
from coachlog.texts import speak
from coachlog.upkeep.history_fields import FIELDS, UNSEEN
from coachlog.upkeep.history_words import NOUNS, VERBS, verb

with closing(sqlite3.connect(":memory:", isolation_level=None)) as _empty:
    migrate.bring_up_to_date(_empty, None)
    COLUMNS = derived.noun_columns(_empty)
READING = ("list", "show", "trend", "resume")
COMMANDS = sorted(
    f"{noun} {verb}"
    for noun, stub in ROOT.items()
    if noun in NOUNS and isinstance(stub.target, dict)
    for verb in stub.target
    if verb not in READING and verb not in NOUNS
)


def test_each_table_has_a_name_for_its_records():
    """Where this fails: an entry in NOUNS of upkeep/history_words.py."""
    assert set(COLUMNS) <= set(NOUNS)


@pytest.mark.parametrize("table", COLUMNS)
def test_names_are_made_of_columns_that_are_there(table):
    noun = NOUNS[table]
    part = noun.part_of or ("", "")

    used = {*noun.columns, noun.whose, part[1]} - {""}

    assert used <= set(COLUMNS[table])
    assert part[0] in {"", *COLUMNS}


@pytest.mark.parametrize("table", COLUMNS)
def test_each_column_has_a_label(table):
    """Where this fails: an entry in FIELDS of upkeep/history_fields.py."""
    assert set(COLUMNS[table]) - set(FIELDS) - set(UNSEEN) == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_that_writes_has_a_verb(command):
    """Where this fails: an entry in VERBS of upkeep/history_words.py."""
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
