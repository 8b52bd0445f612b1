"""The root command, and one call of it."""

from typing import Any

import typer
from typer._click.exceptions import ClickException  # Typer's own click has no public name
from typer._click.globals import get_current_context

from coachlog.errors import CoachlogError, UsageError
from coachlog.nouns import ROOT
from coachlog.terminal.context import context
from coachlog.terminal.lazy import group
from coachlog.texts import N_, _

GLOBAL_OPTIONS = N_(
    "With every command: --store PATH, --lang nl|fr|en, --plain (plain lines, no colour), "
    "--no-input (never ask), --no-pager (everything at once), --version."
)


class CommandLineError(UsageError):
    """The command line is not as a command wants it; the sentence is Typer's, translated."""

    cause = N_("{problem}")
    remedy = N_("How to use it: coachlog {command}--help")


def call(argv: list[str]) -> int:
    """Run one command line; the result is its exit code. Raises a CoachlogError."""
    run = context()
    try:
        code = root()(argv, prog_name=run.program, standalone_mode=False)
    except ClickException as error:
        raise _usage(error) from error
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except SystemExit as error:
        # Click ends the program itself, as failed, when the reader of a pipe has seen enough.
        raise error.__context__ or error from None
    return code if isinstance(code, int) else 0


def root() -> Any:
    """The root command, built from stubs."""
    built = group(
        "coachlog",
        N_("A coaching journal: have conversations and see what comes of them."),
        ROOT,
        _start,
    )
    built.epilog = _(GLOBAL_OPTIONS)
    return built


def _start() -> None:
    if get_current_context().invoked_subcommand is not None:
        return
    run = context()
    if run.first_run:
        from coachlog.upkeep.welcome import welcome_to_start  # once in the life of a journal

        if not welcome_to_start(run):
            return
    from coachlog.overview.start import show_start  # only for the bare command

    show_start(run)


def _usage(error: Any) -> CoachlogError:
    """Typer's complaint as one of ours, in the language of the user."""
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path.split(" ", len(context().program.split(" ")))[-1] if ctx else ""
    command = "" if not ctx or ctx.parent is None else path + " "
    return CommandLineError(problem=_problem(error), command=command)


def _problem(error: Any) -> str:
    kind = type(error).__name__
    param = getattr(error, "param", None)
    name = (
        param.opts[0]
        if param is not None and param.param_type_name == "option"
        else getattr(param, "human_readable_name", "")
    )
    if kind == "NoSuchOption":
        close = ", ".join(error.possibilities or ())
        known = " " + _("Did you mean {names}?").format(names=close) if close else ""
        return _("There is no option {name}.").format(name=error.option_name) + known
    if kind == "MissingParameter":
        return _("{name} is missing.").format(name=name)
    if kind == "NoArgsIsHelpError":
        return _("A command is missing.")
    message = str(error.format_message())
    if message.startswith("No such command"):
        return _no_such_command(message, list(error.ctx.command.commands))
    if message.startswith("Got unexpected extra argument"):
        return _("Too many words: {words}").format(words=message.rpartition(" (")[2].rstrip(")."))
    if kind == "BadOptionUsage":
        return _("The option {option} needs a value.").format(option=error.option_name)
    return message


def _no_such_command(message: str, known: list[str]) -> str:
    from difflib import get_close_matches

    name = message.partition("'")[2].partition("'")[0]
    close = get_close_matches(name, known, 2)
    meant = " " + _("Did you mean {names}?").format(names=", ".join(close)) if close else ""
    return _("There is no command {name}.").format(name=name) + meant
