"""What TAB knows is what the commands are; and each value is either offered or known to be free."""

import dev
import pytest

from coachlog.completion.offer import FREE
from coachlog.completion.sources import SOURCES, source_of
from coachlog.completion.table import PATH, table
from coachlog.export.tables import TABLES

NAMES = [command for command, _stub, built in dev.commands() if built]
VALUES = [
    (command, parameter)
    for command in NAMES
    for parameter in table().parameters(command)
    if parameter.value
]


def test_the_table_is_what_the_commands_are():
    """TAB reads a table, since building a command takes it four times as long."""
    assert PATH.read_text(encoding="utf-8") == dev.command_words(), "run: python3 dev.py texts"


@pytest.mark.parametrize("command", NAMES)
def test_each_value_is_offered_or_known_to_be_free(command):
    """A new word on a help page wants a decision: a line in SOURCES, or a place in FREE."""
    undecided = [
        parameter
        for of, parameter in VALUES
        if of == command
        and not source_of(command, (*parameter.names, "")[0], parameter.value)
        and parameter.value.strip("[].") not in FREE
    ]

    assert undecided == []


def test_each_number_that_a_command_is_about_is_offered():
    """After a noun it is one, as in `goal show N`; what options take are mostly amounts."""
    assert [
        (command, each.value)
        for command, each in VALUES
        if not each.names
        and " " in command
        and each.value.strip("[]") == "N"
        and not source_of(command, "", each.value)
    ] == []


def test_each_status_is_offered():
    assert [
        command
        for command, each in VALUES
        if "--status" in each.names and not source_of(command, "--status", each.value)
    ] == []


def test_what_is_said_of_a_noun_is_said_of_one_that_exists():
    nouns = {command.partition(" ")[0] for command, _stub, _built in dev.commands()}
    nouns |= {name.removesuffix("s") for name in TABLES}
    first = {key.partition(" ")[0] for key in SOURCES}

    assert {word for word in first if not word.startswith("-") and not word.isupper()} <= nouns
