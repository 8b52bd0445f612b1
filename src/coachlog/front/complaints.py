"""Errors that say what is wrong with a command line."""

from collections.abc import Sequence
from typing import Any

from coachlog.base.errors import UsageError
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _
from coachlog.front.vocabulary import OPTIONS

_COMMAND_LINE = (N_("{problem}"), N_("How to use it: coachlog {command}--help"))


NOT_ONE_OF_THESE = (
    N_("“{answer}” is not one of these."),
    N_("Type the number in front of it; Enter alone stops."),
)


def complaint(error: Any, command: str, args: Sequence[str]) -> UsageError:
    """Return our error for Typer's *error* about *command* and its *args*."""
    return UsageError(
        *_COMMAND_LINE, problem=_problem(error, args), command=f"{command} " if command else ""
    )


def too_much(words: str, command: str) -> UsageError:
    """Return the error for *words* that no argument of the command takes."""
    problem = _("This is not understood here: {words}").format(words=words)
    return UsageError(*_COMMAND_LINE, problem=problem, command=f"{command} ")


def _problem(error: Any, args: Sequence[str]) -> str:
    """Return what is wrong, in the language of this run; Typer translates only some errors.

    Errors are told apart by the names of their classes, as Typer's own click is not public.
    """
    kind = type(error).__name__
    option = getattr(error, "option_name", "")
    if kind == "NoSuchOption":
        similar_names = ", ".join(_options_meant(error) or error.possibilities or ())
        message = _("There is no option {name}.").format(name=option)
        if similar_names:
            message += " " + _("Did you mean {names}?").format(names=similar_names)
        return message
    if kind == "BadOptionUsage":  # a flag with a value (--yes=1), or an option without one
        if any(word.startswith(f"{option}=") for word in args):
            return _("The option {option} takes no value.").format(option=option)
        return _("The option {option} needs a value.").format(option=option)
    return str(error.format_message())


def _options_meant(error: Any) -> list[str]:
    """Return the options of the command that go by the word of the one it does not have."""
    word = plain(error.option_name.lstrip("-").replace("-", " "))
    known = {name for parameter in error.ctx.command.params for name in parameter.opts}
    return [name for name in OPTIONS if name in known and word in OPTIONS[name].split(", ")]
