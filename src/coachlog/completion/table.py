"""All commands as a table in a file, as TAB has no time to build the commands themselves.

`python3 dev.py texts` writes the table, `words.tsv`, out of the commands; a test compares the two.
"""

from pathlib import Path
from typing import NamedTuple

from coachlog.schema.field import ALWAYS, AT_FIRST, LATER
from coachlog.schema.lookup import find_table, noun_of_command

PATH = Path(__file__).parent / "words.tsv"
REPEATED = "*"
FIELDS = "fields"
"""In place of names in a row: the options of `field_parameters`, which are not written out."""


class Parameter(NamedTuple):
    """An argument, which has no *names*, or an option; an option without *value* is a flag.

    *value* is the word on the help page: `N`, `WHO`.
    """

    names: tuple[str, ...]
    value: str
    repeated: bool
    help: str


class CommandTable:
    """The commands by their words, such as `goal score`; the program itself is the empty text.

    A row has the command, the names of a parameter, its value, and a help text. A row without
    names and value is about the command itself; one with FIELDS stands for several.
    """

    def __init__(self, text: str) -> None:
        self._rows = [line.split("\t") for line in text.splitlines()]
        self._by_group: dict[str, dict[str, str]] = {}
        for command, names, value, help_text in self._rows:
            if not (names or value):
                group, _space, name = command.rpartition(" ")
                self._by_group.setdefault(group, {})[name] = help_text

    def commands(self, group: str) -> dict[str, str]:
        """Return the commands directly in *group*, by their last word, with their help texts."""
        return dict(self._by_group.get(group, {}))

    def parameters(self, command: str) -> list[Parameter]:
        """Return the arguments of a command in their order, and its options."""
        return [
            parameter
            for command_of_row, names, value, help_text in self._rows
            if command_of_row == command and (names or value)
            for parameter in _parameters_of_row(command, names, value, help_text)
        ]


def field_parameters(command: str) -> list[Parameter]:
    """Return the options of `new` or `edit` that the description of their noun has.

    Return [] for any other command.
    """
    times = _TIMES.get(command.rpartition(" ")[2])
    table = find_table(noun_of_command(command)) if times else None
    if times is None or table is None:
        return []
    return [
        Parameter((field.flag, *entry.also), "TEXT", False, entry.help or field.label)
        for field in table.entries(*times)
        for entry in (field.given_by,)
    ]


_TIMES = {"new": (ALWAYS, AT_FIRST), "edit": (ALWAYS, LATER)}
"""By verb, when the fields are given that are its options."""


def _parameters_of_row(command: str, names: str, value: str, help_text: str) -> list[Parameter]:
    if names == FIELDS:
        return field_parameters(command)
    repeated = value.endswith(REPEATED)
    return [Parameter(tuple(names.split()), value.rstrip(REPEATED), repeated, help_text)]


def table() -> CommandTable:
    """Return the table of all commands, read from its file."""
    return CommandTable(PATH.read_text(encoding="utf-8"))
