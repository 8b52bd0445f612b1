"""Nouns and verbs that are known by name at once and built only when they are called."""

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
from coachlog.front.positions import NUMBERS, PEOPLE, path_of, positions


class NoSuchCommandError(UsageError):
    """A word where a command is expected, which is none."""


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
        """Read the words of a command line; a figure below zero is no option."""
        args = self._with_people(ctx, args)
        end = args.index("--") if "--" in args else len(args)
        read = [_figure(args, at) for at in range(end)]
        ctx.allow_extra_args = True  # what is left over may be meant as something
        left = super().parse_args(ctx, [*read, *args[end:]])
        if left:
            raise LeftOverError(" ".join(left), ctx)
        return left

    def _with_people(self, ctx: Any, args: list[str]) -> list[str]:
        """A name of several words becomes one; a name becomes the number that is wanted."""
        words = [each.word for each in self.params if each.param_type_name == "argument"]  # type: ignore[attr-defined]
        if not PEOPLE.isdisjoint(words) and self._may_join(args):
            from coachlog.front.people import with_names_joined  # reads the journal

            return with_names_joined(self.params, args)
        if not NUMBERS.isdisjoint(words) and self._names_somebody(args):
            from coachlog.front.records import with_numbers  # a number is what most type

            return with_numbers(" ".join(path_of(ctx)), self.params, args)
        return args

    def _names_somebody(self, args: list[str]) -> bool:
        """Whether a word stands where a number may be wanted."""
        if not any(word[:1].isalpha() for word in args):
            return False
        return any(args[place][:1].isalpha() for place in positions(self.params, args))

    def _may_join(self, args: list[str]) -> bool:
        """Whether there are two words that may be one name, or one that asks for help."""
        if len(args) < 2:
            return _asks_help(args)
        return len(positions(self.params, args)) > 1


class WordsCommand(SpokenCommand):
    """A command about words, of which some begin with a hyphen: those are no options."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put such words where no option is looked for: at the end, after a `--`."""
        if args == ["-h"]:
            return super().parse_args(ctx, ["--help"])
        valued = {name for each in self.params if not _is_flag(each) for name in each.opts}
        end = args.index("--") if "--" in args else len(args)
        words = [
            place
            for place in range(end)
            if args[place].startswith("-")
            and not args[place].startswith("--")
            and (place == 0 or args[place - 1] not in valued)
        ]
        others = [args[place] for place in range(end) if place not in words]
        moved = [args[place] for place in words]
        return super().parse_args(ctx, [*others, "--", *moved, *args[end + 1 :]])


def _figure(args: list[str], at: int) -> str:
    """The word at a place; `-1` with a minus sign that nobody takes for a hyphen."""
    word, before = args[at], args[at - 1] if at else ""
    if not (word.startswith("-") and word[1:].isdecimal()):
        return word
    is_value = before.startswith("-") and not before[1:].isdecimal()
    return word if is_value else "\N{MINUS SIGN}" + word[1:]


class LazyGroup(_Spoken, TyperGroup):
    """A group whose help, completion and did-you-mean work from stubs."""

    def __init__(self, table: Table, **settings: Any) -> None:
        super().__init__(**settings, rich_markup_mode=None)
        self.table = table
        self.everyday: tuple[str, ...] = ()
        self.commands = dict.fromkeys(table)  # type: ignore[assignment]

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:
        """Build the command that was called, and only that one."""
        if self.commands.get(cmd_name) is None and cmd_name in self.table:
            self.commands[cmd_name] = build(cmd_name, self.table[cmd_name])
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that *args* begin with; raises UnknownCommandError."""
        if args[0] not in self.table and not args[0].startswith("-"):
            raise NoSuchCommandError(args[0], ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """List the options and the commands; of a front page the commands only."""
        if self.everyday:
            self.format_commands(ctx, formatter)
        else:
            super().format_options(ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands, grouped by panel, in the order of the table.

        A front page tells what those of every day are for, and names the others.
        """
        if self.everyday:
            room = formatter.width - max(map(len, self.everyday)) - MARGINS
            rows = [(name, _one_line(_(self.table[name].help), room)) for name in self.everyday]
            with formatter.section(_("Commands")):
                formatter.write_dl(rows)
            others = ", ".join(name for name in self.table if name not in self.everyday)
            formatter.write_paragraph()
            formatter.write_text(_("More: {names}.").format(names=others))
            return
        panels: dict[str, list[tuple[str, str]]] = {}
        for name, stub in self.table.items():
            panels.setdefault(stub.panel, []).append((name, _(stub.help)))
        for panel, rows in panels.items():
            with formatter.section(_(panel) if panel else _("Commands")):
                formatter.write_dl(rows)


MARGINS = 4
"""Of a row on a help page: left of it, and between its columns."""


def _one_line(text: str, room: int) -> str:
    """As many parts of a sentence, with commas between them, as fit in a row."""
    parts = text.split(", ")
    while len(", ".join(parts)) > room and len(parts) > 1:
        del parts[-1]
    return ", ".join(parts).rstrip(".") + "."


def build(name: str, stub: Stub) -> Any:
    """The command or group behind *stub*, ready to be called."""
    if stub.verbs:
        return group(name, stub.help, stub.verbs)
    module, _colon, function = str(stub.target).partition(":")
    return command(name, getattr(import_module(module), function))


def group(
    name: str, help_text: str, table: Table, callback: Callable[..., Any] | None = None
) -> Any:
    """A lazy group over *table*."""
    return LazyGroup(
        table,
        name=name,
        help=_(help_text),
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGS]..."),
        no_args_is_help=callback is None,
        invoke_without_command=callback is not None,
        callback=callback,
    )


def command(name: str, function: Callable[..., Any]) -> Any:
    """A command out of *function*; its docstring is its help, translated."""
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
    typed = command_line.strip()
    return f"{_('For example:')} {_(typed)}" if typed else None


def _asks_help(args: list[str]) -> bool:
    return len(args) == 1 and args[0].lower() in ("help", "hulp", "aide", "?")


_ABOUT_WORDS = ("search",)
_SETTINGS: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}
