"""Typer groups and commands that are listed at once, and built only when they are called."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import typer
from typer._click import Command  # Typer's own copy of click has no public name
from typer._click.exceptions import UsageError
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup

from coachlog.base.stubs import Stub, Table
from coachlog.base.texts import _
from coachlog.front.more import more
from coachlog.front.positions import NUMBERS, PEOPLE, path_of, positions


class NoSuchCommandError(UsageError):
    """A word that is not a command, where one is expected."""


class LeftOverError(UsageError):
    """Words of a command line that no argument takes."""


class _Page(HelpFormatter):
    """A help page with the words that Typer does not translate."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or _("Usage:") + " ")

    def write_heading(self, heading: str) -> None:
        self.write(" " * self.current_indent + _("{heading}:").format(heading=heading) + "\n")


class _Spoken(Command):
    """A command whose help is in the language of this run."""

    def get_help(self, ctx: Any) -> str:
        ctx.formatter_class = _Page
        return super().get_help(ctx)

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Show this message and exit.")
        return option


class SpokenCommand(_Spoken, TyperCommand):
    """A command that can be called."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse *args*; `-1` is a number, not an option. Raises LeftOverError."""
        args = self._with_names_resolved(ctx, args)
        end = args.index("--") if "--" in args else len(args)
        words = [_with_minus_sign(args, index) for index in range(end)]
        # Typer would raise a general error; `correction` reads ours, and may know what is meant.
        ctx.allow_extra_args = True
        extra_words = super().parse_args(ctx, [*words, *args[end:]])
        if extra_words:
            raise LeftOverError(" ".join(extra_words), ctx)
        return extra_words

    def _with_names_resolved(self, ctx: Any, args: list[str]) -> list[str]:
        """Return *args* with names of several words joined, or with numbers in place of names.

        Both need imports and the journal, so they are left out where nothing can be resolved.
        """
        metavars = [param.word for param in self.params if param.param_type_name == "argument"]  # type: ignore[attr-defined]
        takes_person = not PEOPLE.isdisjoint(metavars)
        takes_number = not NUMBERS.isdisjoint(metavars)
        if takes_person and self._may_name_person(args):
            from coachlog.front.people import with_names_joined

            return with_names_joined(self.params, args)
        if takes_number and self._has_word_as_value(args):
            from coachlog.front.records import with_numbers

            return with_numbers(" ".join(path_of(ctx)), self.params, args)
        return args

    def _has_word_as_value(self, args: list[str]) -> bool:
        """Return whether the value of an argument is a word, which may be somebody's name."""
        if not any(word[:1].isalpha() for word in args):  # usual, and quick to see
            return False
        return any(args[index][:1].isalpha() for index in positions(self.params, args))

    def _may_name_person(self, args: list[str]) -> bool:
        """Return whether two words may be one name, or a single word asks for help."""
        if len(args) < 2:
            return _asks_help(args)
        return len(positions(self.params, args)) > 1


class WordsCommand(SpokenCommand):
    """A command for words such as `-5` or `-ing`, which are not options."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse *args* with words that begin with one hyphen moved to the end, after a `--`."""
        if args == ["-h"]:
            return super().parse_args(ctx, ["--help"])
        options_with_value = {
            name for param in self.params if not _is_flag(param) for name in param.opts
        }
        end = args.index("--") if "--" in args else len(args)
        hyphen_words: list[str] = []
        other_args: list[str] = []
        previous = ""
        for word in args[:end]:
            has_one_hyphen = word.startswith("-") and not word.startswith("--")
            is_option_value = previous in options_with_value
            if has_one_hyphen and not is_option_value:
                hyphen_words.append(word)
            else:
                other_args.append(word)
            previous = word
        return super().parse_args(ctx, [*other_args, "--", *hyphen_words, *args[end + 1 :]])


def _with_minus_sign(args: list[str], index: int) -> str:
    """Return the word at *index*; `-1` with a real minus sign, or Typer would see an option."""
    word = args[index]
    is_negative_number = word.startswith("-") and word[1:].isdecimal()
    if not is_negative_number:
        return word
    # The value of an option stays as it is: Typer takes it whatever it begins with.
    previous = args[index - 1] if index else ""
    is_option_value = previous.startswith("-") and not previous[1:].isdecimal()
    return word if is_option_value else "\N{MINUS SIGN}" + word[1:]


class LazyGroup(_Spoken, TyperGroup):
    """A group whose help, completion and did-you-mean work from stubs."""

    def __init__(
        self, table: Table, alone: str = "", *, takes_words: bool = False, **settings: Any
    ) -> None:
        super().__init__(**settings, rich_markup_mode=None)
        self.table = table
        self.alone = alone
        self.takes_words = takes_words
        self.everyday: tuple[str, ...] = ()
        self.commands = dict.fromkeys(table)  # type: ignore[assignment]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse *args*; where they name no command, those of the command *alone*."""
        if self.alone and self._is_for_command_alone(args):
            args = [self.alone, *args]
        return super().parse_args(ctx, args)

    def _is_for_command_alone(self, args: list[str]) -> bool:
        """Return whether *args* are nothing, an option, or a word where such words are taken."""
        if not args:
            return True
        first = args[0]
        if first.startswith("-"):
            return first not in ("--help", "-h")
        return self.takes_words and first not in self.table

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:
        """Build the command that was called, and only that one."""
        if self.commands.get(cmd_name) is None and cmd_name in self.table:
            self.commands[cmd_name] = build(cmd_name, self.table[cmd_name])
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that *args* begin with; raises NoSuchCommandError."""
        if args[0] not in self.table and not args[0].startswith("-"):
            raise NoSuchCommandError(args[0], ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options and the commands; on the front page only the commands."""
        if self.everyday:
            self.format_commands(ctx, formatter)
        else:
            super().format_options(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands, grouped by panel, in the order of the table.

        The front page says what the everyday commands are for, and only names the others.
        """
        if self.everyday:
            self._write_everyday_commands(formatter)
            return
        rows_by_panel: dict[str, list[tuple[str, str]]] = {}
        for name, stub in self.table.items():
            rows_by_panel.setdefault(stub.panel, []).append((name, _(stub.help)))
        for panel, rows in rows_by_panel.items():
            with formatter.section(_(panel) if panel else _("Commands")):
                formatter.write_dl(rows)

    def _write_everyday_commands(self, formatter: Any) -> None:
        """Write what the everyday commands are for, a line each, and the names of the others."""
        room = formatter.width - max(map(len, self.everyday)) - MARGINS
        rows = [(name, _one_line(_(self.table[name].help), room)) for name in self.everyday]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)
        other_names = [name for name in self.table if name not in self.everyday]
        formatter.write_paragraph()
        formatter.write_text(more(other_names, formatter.width))


MARGINS = 4
"""The spaces in a row of a help page, left of it and between its columns."""


def _one_line(text: str, room: int) -> str:
    """Return as many parts of a sentence, separated by commas, as fit into *room* characters.

    The first part is returned even if it does not fit.
    """
    parts = text.split(", ")
    while len(", ".join(parts)) > room and len(parts) > 1:
        del parts[-1]
    return ", ".join(parts).rstrip(".") + "."


def build(name: str, stub: Stub) -> Any:
    """Build the command or group of *stub*; a command's module is imported now."""
    if stub.verbs:
        takes_words = stub.takes_words
        return group(name, stub.help, stub.verbs, alone=stub.alone, takes_words=takes_words)
    module, _colon, function = str(stub.target).partition(":")
    return command(name, getattr(import_module(module), function))


def group(
    name: str,
    help_text: str,
    table: Table,
    callback: Callable[..., Any] | None = None,
    *,
    alone: str = "",
    takes_words: bool = False,
) -> Any:
    """Build a lazy group over *table*; with a *callback* it may be called without a command.

    Without a command, or with options only, it runs the command *alone*; where that *takes_words*,
    with words that name no command too.
    """
    return LazyGroup(
        table,
        alone=alone,
        takes_words=takes_words,
        name=name,
        help=_(help_text),
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGS]..."),
        no_args_is_help=callback is None,
        invoke_without_command=callback is not None,
        callback=callback,
    )


def command(name: str, function: Callable[..., Any]) -> Any:
    """Build a command from *function*; its docstring becomes the help, translated.

    `param.word` keeps the metavar in English, by which the code knows what a parameter takes.
    """
    app = typer.Typer(**_SETTINGS)
    help_text, _mark, example = (function.__doc__ or "").partition("\n\n")
    cls = WordsCommand if name in _ABOUT_WORDS else SpokenCommand
    app.command(name, cls=cls, help=_(help_text.strip()), epilog=_example(example))(function)
    built = typer.main.get_command(app)
    built.name, built.options_metavar = name, _("[OPTIONS]")
    for param in built.params:
        param.word = (param.metavar or "").strip("[].")  # type: ignore[attr-defined]
        param.help = _(param.help) if param.help else None  # type: ignore[attr-defined]
        param.metavar = _(param.metavar) if param.metavar else None
    return built


def _is_flag(param: Any) -> bool:
    return bool(getattr(param, "is_flag", False))


def _example(command_line: str) -> str | None:
    """Return the line with the example on a help page; its words are translated too."""
    example = command_line.strip()
    return f"{_('For example:')} {_(example)}" if example else None


def _asks_help(args: list[str]) -> bool:
    return len(args) == 1 and args[0].lower() in ("help", "hulp", "aide", "?")


_ABOUT_WORDS = ("search",)
_SETTINGS: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}
