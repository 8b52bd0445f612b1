"""Commands that are loaded only when they are used: their names, help and modules."""

from importlib import import_module
from typing import Any, NamedTuple


class Stub(NamedTuple):
    """A command that is not loaded: its line of help, and where to find it.

    *target* is `module:function`; for a group it is a table of stubs, or a module with VERBS.
    *panel* is the heading above it on the help page. *alone* is the command of a group that runs
    where none is named; where it *takes_words*, words that name no command are for it.
    """

    help: str
    target: "str | dict[str, Stub]"
    panel: str = ""
    alone: str = ""
    takes_words: bool = False

    @property
    def verbs(self) -> "Table":
        """The commands of a group; empty for a single command."""
        if isinstance(self.target, dict):
            return self.target
        is_single_command = ":" in self.target
        if is_single_command:
            return {}
        commands: Table = import_module(self.target).VERBS
        return commands


Table = dict[str, Stub]


def load(target: str) -> Any:
    """Return the function of a *target*, `module:function`; its module is loaded if it is not."""
    module, _colon, function = target.partition(":")
    return getattr(import_module(module), function)


def verbs(noun: str, **commands: str | Stub) -> Table:
    """Return the commands of a noun, by verb.

    A command that is given by its help alone is in the usual module for its verb.
    """
    stubs: Table = {}
    for verb, command in commands.items():
        if isinstance(command, Stub):
            stubs[verb] = command
        else:
            stubs[verb] = Stub(command, _usual_target(noun, verb))
    return stubs


def _usual_target(noun: str, verb: str) -> str:
    module = "entry" if verb in ("new", "edit", "park") else "commands"
    function = "list_" if verb == "list" else verb  # `list` is a type
    return f"coachlog.journal.{noun}.{module}:{function}"
