"""The ways in which an answer is refused, each with what to type instead."""

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_


class KindError(RefusedError):
    """An answer that is not of the kind that was asked."""


class NotAScaleError(KindError):
    """No whole number between the two ends of a scale."""

    cause = N_("“{answer}” is not a whole number from {low} to {high}.")
    remedy = N_("Type a number from {low} to {high}.")


class BetweenError(NotAScaleError):
    """A half, or two figures: people say it, a scale has one whole figure."""

    remedy = N_("{below} or {above}?")


class SeveralFiguresError(NotAScaleError):
    """Two figures that lie apart."""

    remedy = N_("Type one number, from {below} to {above}.")


class NotALengthError(KindError):
    """No length of time, or one that nobody can mean."""

    cause = N_("“{answer}” is not a length of time from 1 to {most} minutes.")
    remedy = N_("Type the number of minutes, for example 45; or hours: 1:30, 1h30, half an hour.")


NOT_ACHOICE = (N_("“{answer}” is not one of the choices."), N_("Choose one of: {choices}"))


class NotListedError(KindError):
    """Neither the number nor the words of anything in a list."""

    cause = N_("“{answer}” is not in this list.")
    remedy = N_("Type its number ({numbers}), or a word of it.")


class WhichOfThemError(KindError):
    """What fits several of a list, where one is asked for."""

    cause = N_("“{answer}” can be several of them.")
    remedy = N_("Which one: {found}?")


class NotKnownError(KindError):
    """A word that is neither the id nor the name of what can be chosen, nor how one begins."""

    cause = N_("“{word}” is not known here.")
    remedy = N_("Choose from: {known}")


class NotYesOrNoError(KindError):
    """Neither yes nor no in any of the three languages."""

    cause = N_("“{answer}” is neither yes nor no.")
    remedy = N_("Answer with y or n.")


NOT_ANUMBER = (N_("“{answer}” is not a number."), N_("Use its number, for example 12."))


def short(value: object) -> str:
    """*value* as a message repeats it."""
    shown = str(value)
    return shown if len(shown) <= 40 else shown[:39] + "…"
