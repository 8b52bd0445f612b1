"""The ways in which an answer is refused, each with what to type instead."""

from collections.abc import Mapping, Sequence

from coachlog.base.errors import RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _

Known = Sequence[str] | Mapping[str, str | Sequence[str]]
"""Codes, or for each code its word as marked for translation, or its words in every language."""


class KindError(RefusedError):
    """An answer that is not of the expected kind."""


class NotAScaleError(KindError):
    """No whole number between the two ends of a scale."""

    cause = N_("“{answer}” is not a whole number from {low} to {high}.")
    remedy = N_("Type a number from {low} to {high}.")


class BetweenError(NotAScaleError):
    """A half, or two neighbouring figures, where a scale needs one whole number."""

    remedy = N_("{below} or {above}?")


class SeveralFiguresError(NotAScaleError):
    """Two figures that are more than one apart."""

    remedy = N_("Type one number, from {below} to {above}.")


class NotALengthError(KindError):
    """Not a length of time, or one longer than a conversation can be."""

    cause = N_("“{answer}” is not a length of time from 1 to {most} minutes.")
    remedy = N_("Type the number of minutes, for example 45; or hours: 1:30, 1h30, half an hour.")


NOT_ACHOICE = (N_("“{answer}” is not one of the choices."), N_("Choose one of: {choices}"))


class NotListedError(KindError):
    """Neither the number nor the words of anything in a list."""

    cause = N_("“{answer}” is not in this list.")
    remedy = N_("Type its number ({numbers}), or a word of it.")


class WhichOfThemError(KindError):
    """An answer that matches several items of a list, where one is needed."""

    cause = N_("“{answer}” can be several of them.")
    remedy = N_("Which one: {found}?")


class NotKnownError(KindError):
    """A word that is neither an id nor a name of a choice, nor the beginning of one."""

    cause = N_("“{word}” is not known here.")
    remedy = N_("Choose from: {known}")


class NotYesOrNoError(KindError):
    """Neither yes nor no in any of the three languages."""

    cause = N_("“{answer}” is neither yes nor no.")
    remedy = N_("Answer with y or n.")


NOT_ANUMBER = (N_("“{answer}” is not a number."), N_("Use its number, for example 12."))


def format_known(known: Known) -> str:
    """Return the codes on one line, each after its word where that differs: `bezig (active)`."""
    if not isinstance(known, Mapping):
        return ", ".join(known)
    words = [(code, _(word) if isinstance(word, str) else word[0]) for code, word in known.items()]
    return ", ".join(
        code if plain(word) == code.replace("_", " ") else f"{word} ({code})"
        for code, word in words
    )


def short(value: object) -> str:
    """Return *value* cut to 40 characters, for a message."""
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"
