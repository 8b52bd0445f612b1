"""What can stand at the end of a command line: commands, options, or a value of one of them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from coachlog.base.texts import N_
from coachlog.completion.offer import Offer, fitting
from coachlog.completion.sources import source_of
from coachlog.completion.table import CommandTable, Parameter
from coachlog.completion.target import CompletionTarget
from coachlog.terminal.global_options import HELP

VERSION = {"--version": N_("Show the version.")}


def offers(
    table: CommandTable, words: Sequence[str], word: str, store: Callable[[], Path]
) -> list[Offer]:
    """Completions of *word* after *words*, which come after the program, without its own options.

    *store* finds out where the journal lies that handles and numbers come from.
    """
    command, rest = _command(table, words)
    below = table.commands(command)
    if below:
        options = HELP if command else HELP | VERSION
        return fitting(word, options if word.startswith("-") else below) if not rest else []
    typed = _typed(table.parameters(command), rest)
    name, equals, part = word.partition("=")
    if typed.pending:
        return _values(command, typed.pending, typed, word, store)
    if word.startswith("-") and not typed.ended:
        option = typed.option(name)
        if equals and option:
            return _values(command, option, typed, part, store)
        return fitting(word, typed.options_left() | HELP)
    if typed.arguments_left:
        return _values(command, typed.arguments_left[0], typed, word, store)
    return [] if word or typed.ended else fitting(word, typed.options_left())


class _Typed(NamedTuple):
    """What of a command was typed. *pending* is an option that lacks its value.

    *values* are those of arguments, by their word on the help page; *ended* tells of a `--`.
    """

    parameters: list[Parameter]
    arguments_left: list[Parameter]
    values: dict[str, str]
    given: set[str]
    pending: Parameter | None
    ended: bool

    def option(self, name: str) -> Parameter | None:
        """The option that is called *name*."""
        return next((each for each in self.parameters if name in each.names), None)

    def options_left(self) -> dict[str, str]:
        """The options that can still be given."""
        return {
            name: each.help
            for each in self.parameters
            if each.repeated or not self.given.intersection(each.names)
            for name in each.names
        }


def _command(table: CommandTable, words: Sequence[str]) -> tuple[str, list[str]]:
    """The command that the words begin with, and the words after it."""
    command, rest = "", list(words)
    while rest and rest[0] in table.commands(command):
        command = f"{command} {rest.pop(0)}".strip()
    return command, rest


def _typed(parameters: list[Parameter], words: Sequence[str]) -> _Typed:
    arguments = [each for each in parameters if not each.names]
    values: dict[str, str] = {}
    given: set[str] = set()
    typed = _Typed(parameters, arguments, values, given, None, False)
    for word in words:
        name, equals, _value = word.partition("=")
        if typed.pending:
            typed = typed._replace(pending=None)
        elif word == "--" and not typed.ended:
            typed = typed._replace(ended=True)
        elif word.startswith("-") and not typed.ended:
            given.add(name)
            option = typed.option(name)
            typed = typed._replace(
                pending=option if option and option.value and not equals else None
            )
        elif arguments:
            values[arguments[0].value] = word
            if not arguments[0].repeated:
                del arguments[0]
    return typed


def _values(
    command: str, parameter: Parameter, typed: _Typed, word: str, store: Callable[[], Path]
) -> list[Offer]:
    option = parameter.names[0] if parameter.names else ""
    source = source_of(command, option, parameter.value)
    if source is None:
        return []
    there = typed.values | dict.fromkeys(typed.given, "")
    return source(CompletionTarget(command, option, word, there, store))
