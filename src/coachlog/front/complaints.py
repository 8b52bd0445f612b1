"""What is wrong with a command line, in words for people."""

from typing import Any

from coachlog.base.errors import RefusedError, UsageError
from coachlog.base.texts import N_, _


class CommandLineError(UsageError):
    """The command line is not as the command wants it."""

    cause = N_("{problem}")
    remedy = N_("How to use it: coachlog {command}--help")


class UnknownNameError(UsageError):
    """No command goes by that name; *meant* is a sentence about the ones that look like it."""

    cause = N_("There is no command {name}.{meant}")
    remedy = N_("See what you can type: coachlog {command}--help")


class NothingOpenError(UsageError):
    """Somebody wants to leave, and is not in anything."""

    cause = N_("Nothing is open: coachlog stops by itself after each command.")
    remedy = N_("In a conversation, type :stop. Go on with it later: coachlog session resume")


class NothingToSaveError(UsageError):
    """Somebody wants to save, as in a text editor."""

    cause = N_("There is nothing to save: each answer is saved as soon as you give it.")
    remedy = N_("See what was saved last: coachlog history")


class MissingValueError(UsageError):
    """A command without what it is about; *what* says what that is."""

    cause = N_("Missing: {name}, {what}.")
    remedy = N_("For example: {example}")


class SeveralRecordsError(UsageError):
    """Somebody is named where a number is wanted, and has several."""

    cause = N_("{name} has several: {known}.")
    remedy = N_("Give the number. For example: {example}")


class NoneOfThemError(UsageError):
    """Somebody is named where a number is wanted, and has none."""

    cause = N_("{name} has none that could be meant.")
    remedy = N_("See what there is: coachlog {command}")


class NothingToChooseError(UsageError):
    """Nothing in the journal could be meant."""

    cause = N_("There is nothing to choose from.")
    remedy = N_("How to use it: coachlog {command}--help")


class NotOneOfTheseError(RefusedError):
    """An answer that is none of those that were shown, or could be several."""

    cause = N_("“{answer}” is not one of these.")
    remedy = N_("Type the number in front of it; Enter alone stops.")


def complaint(error: Any, command: str) -> UsageError:
    """Typer's *error* about *command* as one of ours."""
    return CommandLineError(problem=_problem(error), command=f"{command} " if command else "")


def too_much(words: str, command: str) -> UsageError:
    """What is left of a command line when all that is understood is taken out."""
    told = _("This is not understood here: {words}").format(words=words)
    return CommandLineError(problem=told, command=f"{command} ")


def _problem(error: Any) -> str:
    kind, option = type(error).__name__, getattr(error, "option_name", "")
    message = str(error.format_message())
    if kind == "NoSuchOption":
        close = ", ".join(error.possibilities or ())
        known = " " + _("Did you mean {names}?").format(names=close) if close else ""
        return _("There is no option {name}.").format(name=option) + known
    if kind == "BadOptionUsage" and "does not take a value" in message:
        return _("The option {option} takes no value.").format(option=option)
    if kind == "BadOptionUsage":
        return _("The option {option} needs a value.").format(option=option)
    return message
