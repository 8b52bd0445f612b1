"""A command by name, before it is loaded."""

from importlib import import_module
from typing import NamedTuple


class Stub(NamedTuple):
    """A command by name: one line of help, and where its function or its group stands.

    *target* is `module:function`; for a group it is a table of stubs, or a module with VERBS.
    """

    help: str
    target: "str | dict[str, Stub]"
    panel: str = ""

    @property
    def verbs(self) -> "Table":
        """The commands of a group; none of a command."""
        if isinstance(self.target, dict):
            return self.target
        found: Table = {} if ":" in self.target else import_module(self.target).VERBS
        return found


Table = dict[str, Stub]


def verbs(noun: str, **commands: str | Stub) -> Table:
    """The commands of a noun: by its help alone, one that stands where those of all nouns do."""
    return {
        verb: told if isinstance(told, Stub) else Stub(told, _usual(noun, verb))
        for verb, told in commands.items()
    }


def _usual(noun: str, verb: str) -> str:
    module = "entry" if verb in ("new", "edit", "park") else "commands"
    return f"coachlog.journal.{noun}.{module}:{'list_' if verb == 'list' else verb}"
