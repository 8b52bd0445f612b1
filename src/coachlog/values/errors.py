"""The ways in which an answer is refused, each with what to type instead."""

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_


class KindError(RefusedError):
    """An answer that is not of the kind that was asked."""


class TooLongError(KindError):
    """Longer than a field can hold."""

    cause = N_("This is too long: {length} characters.")
    remedy = N_("At most {most} characters fit. Keep to the essentials.")


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


class LengthBetweenError(NotALengthError):
    """Two lengths: people estimate."""

    remedy = N_("{below} or {above}?")


class NotAChoiceError(KindError):
    """None of the words that can be chosen."""

    cause = N_("“{answer}” is not one of the choices.")
    remedy = N_("Choose one of: {choices}")


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


class NotDecidedError(NotYesOrNoError):
    """What leaves it open: perhaps, yes and no."""

    cause = N_("“{answer}” leaves it open: is it more of a yes or a no?")
    remedy = N_("Answer with y or n; what you wrote may stand behind it, as in “no, not yet”.")


class NotANumberError(KindError):
    """No number of a record."""

    cause = N_("“{answer}” is not a number.")
    remedy = N_("Use its number, for example 12.")


def short(value: object) -> str:
    """*value* as a message repeats it."""
    shown = str(value)
    return shown if len(shown) <= 40 else shown[:39] + "…"
