"""The command line as a table, for TAB has no time to build commands.

`python3 dev.py texts` writes the table, `words.tsv`, out of the commands; a test compares the two.
"""

from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).parent / "words.tsv"
REPEATED = "*"


class Parameter(NamedTuple):
    """An argument, which has no *names*, or an option; an option without *value* is a flag.

    *value* is the word on the help page: `N`, `WHO`.
    """

    names: tuple[str, ...]
    value: str
    repeated: bool
    help: str


class CommandTable:
    """Commands by their words, `goal score`; the program itself is the empty one."""

    def __init__(self, text: str) -> None:
        self._rows = [line.split("\t") for line in text.splitlines()]

    def commands(self, above: str) -> dict[str, str]:
        """The commands in a group, by their last word, and what each is for."""
        begin = f"{above} " if above else ""
        found = (row for row in self._rows if row[1] == row[2] == "" and row[0].startswith(begin))
        return {
            name: help_text
            for command, _names, _value, help_text in found
            if " " not in (name := command[len(begin) :])
        }

    def parameters(self, command: str) -> list[Parameter]:
        """The arguments of a command in their order, and its options."""
        return [
            Parameter(
                tuple(names.split()), value.rstrip(REPEATED), value.endswith(REPEATED), help_text
            )
            for of, names, value, help_text in self._rows
            if of == command and (names or value)
        ]


def table() -> CommandTable:
    """The table as it is kept."""
    return CommandTable(PATH.read_text(encoding="utf-8"))
