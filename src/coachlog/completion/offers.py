"""What can stand at the end of a command line: commands, options, or a value of one of them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from coachlog.base.texts import N_
from coachlog.completion.offer import Offer, matching_offers
from coachlog.completion.sources import source_of
from coachlog.completion.table import CommandTable, Parameter
from coachlog.completion.target import CompletionTarget
from coachlog.terminal.global_options import HELP

VERSION = {"--version": N_("Show the version.")}

ALONE = {
    "history": "history list",
    "hours": "hours total",
    "retention": "retention list",
    "erase": "erase person",
    "protect": "protect start",
}
"""By noun, the command that runs where none is named: its options may follow the noun."""

TAKES_WORDS = ("erase",)
"""The nouns after which a word that is no command is for the command in ALONE."""


def offers(
    table: CommandTable, words: Sequence[str], word: str, store: Callable[[], Path]
) -> list[Offer]:
    """Return what can be typed in place of *word*, after *words*.

    *words* are the command line without the program's name and the global options. *store*
    returns the path of the journal, where handles and numbers come from.
    """
    command, parameter_words = _split_command(table, words)
    if command in ALONE and (parameter_words or word.startswith("-")):
        command = ALONE[command]
    subcommands = table.commands(command)
    if subcommands and parameter_words:
        return []  # the word after the group is none of its commands
    if subcommands:
        group_options = HELP if command else HELP | VERSION
        found = matching_offers(word, group_options if word.startswith("-") else subcommands)
        if command not in TAKES_WORDS:
            return found
        typed = _read_parameters(table.parameters(ALONE[command]), [])
        return [*found, *_value_offers(ALONE[command], typed.arguments_left[0], typed, word, store)]
    typed = _read_parameters(table.parameters(command), parameter_words)
    if typed.pending:
        return _value_offers(command, typed.pending, typed, word, store)
    if word.startswith("-") and not typed.options_ended:
        name, equals, value = word.partition("=")
        option = typed.option(name)
        if equals and option:  # --coachee=am
            return _value_offers(command, option, typed, value, store)
        return matching_offers(word, typed.options_left() | HELP)
    if typed.arguments_left:
        return _value_offers(command, typed.arguments_left[0], typed, word, store)
    return [] if word or typed.options_ended else matching_offers(word, typed.options_left())


class _TypedParameters(NamedTuple):
    """The parameters of a command, and which of them were typed so far.

    *pending* is an option whose value comes next. *argument_values* are by the argument's word on
    the help page. *options_ended* is True after a `--`.
    """

    parameters: list[Parameter]
    arguments_left: list[Parameter]
    argument_values: dict[str, str]
    typed_options: set[str]
    pending: Parameter | None
    options_ended: bool

    def option(self, name: str) -> Parameter | None:
        """Return the option called *name*; None if there is none."""
        return next((option for option in self.parameters if name in option.names), None)

    def options_left(self) -> dict[str, str]:
        """Return the options that can still be given, by each of their names, with help texts.

        An option that was typed, under any name, is left out unless it can be repeated.
        """
        return {
            name: option.help
            for option in self.parameters
            if option.repeated or not self.typed_options.intersection(option.names)
            for name in option.names
        }


def _split_command(table: CommandTable, words: Sequence[str]) -> tuple[str, list[str]]:
    """Return the command that the words begin with, such as `goal score`, and the other words."""
    command = ""
    remaining = list(words)
    while remaining and remaining[0] in table.commands(command):
        command = f"{command} {remaining.pop(0)}".strip()
    return command, remaining


def _read_parameters(parameters: list[Parameter], words: Sequence[str]) -> _TypedParameters:
    """Return which options and arguments the *words* after a command give."""
    arguments_left = [parameter for parameter in parameters if not parameter.names]
    argument_values: dict[str, str] = {}
    typed_options: set[str] = set()
    typed = _TypedParameters(
        parameters, arguments_left, argument_values, typed_options, None, False
    )
    for word in words:
        name, equals, _value = word.partition("=")
        if typed.pending:
            typed = typed._replace(pending=None)  # this word is its value
        elif word == "--" and not typed.options_ended:
            typed = typed._replace(options_ended=True)
        elif word.startswith("-") and not typed.options_ended:
            typed_options.add(name)
            option = typed.option(name)
            needs_value = option and option.value and not equals
            typed = typed._replace(pending=option if needs_value else None)
        elif arguments_left:
            argument_values[arguments_left[0].value] = word
            if not arguments_left[0].repeated:
                del arguments_left[0]
    return typed


def _value_offers(
    command: str,
    parameter: Parameter,
    typed: _TypedParameters,
    word: str,
    store: Callable[[], Path],
) -> list[Offer]:
    """Return what can be typed in place of *word*, a value of *parameter*; nothing if unknown."""
    option = parameter.names[0] if parameter.names else ""
    source = source_of(command, option, parameter.value)
    if source is None:
        return []
    typed_values = typed.argument_values | dict.fromkeys(typed.typed_options, "")
    return source(CompletionTarget(command, option, word, typed_values, store))
