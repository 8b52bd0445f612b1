"""What an answer may be: one parser a kind, for prompts, options, light changes and models alike.

Standard library only. A parser takes what a person typed (or a script gave) and returns the
clean value, None when nothing was given, or raises a KindError.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from coachlog.errors import RefusedError
from coachlog.texts import N_

TEXT_MAX = 200_000
LINE_MAX = 500
NUMBER_MAX = 2**53

YES = ("y", "yes", "j", "ja", "o", "oui", "1", "true")
NO = ("n", "no", "nee", "neen", "non", "0", "false")


class KindError(RefusedError):
    """An answer that is not of the kind that was asked."""


class TooLongError(KindError):
    """Longer than a field can hold."""

    cause = N_("This is too long: {length} characters.")
    remedy = N_("At most {most} characters fit. Keep to the essentials.")


class NotAScaleError(KindError):
    """No whole number between the two ends of a scale."""

    cause = N_("“{answer}” is not a whole number from {low} to {high}.")
    remedy = N_("Give one number, for example {example}.")


class BetweenError(NotAScaleError):
    """A half: people say it, a scale has whole figures."""

    remedy = N_("{below} or {above}?")


class NotAChoiceError(KindError):
    """None of the words that can be chosen."""

    cause = N_("“{answer}” is not one of the choices.")
    remedy = N_("Choose one of: {choices}")


class NotKnownError(KindError):
    """A word that is neither the id nor the name of what can be chosen, nor how one begins."""

    cause = N_("“{word}” is not known here.")
    remedy = N_("Choose from: {known}")


class NotYesOrNoError(KindError):
    """Neither yes nor no in any of the three languages."""

    cause = N_("“{answer}” is neither yes nor no.")
    remedy = N_("Answer with y or n.")


class NotANumberError(KindError):
    """No number of a record."""

    cause = N_("“{answer}” is not a number.")
    remedy = N_("Use its number, for example 12.")


def text(value: str | None, most: int = TEXT_MAX) -> str | None:
    """Several lines: line ends as newlines, without white space around it; empty is None."""
    if value is None:
        return None
    clean = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    clean = unicodedata.normalize("NFC", clean.encode("utf-8", "replace").decode("utf-8"))
    if len(clean) > most:
        raise TooLongError(length=len(clean), most=most)
    return clean.replace("\x00", "\N{SYMBOL FOR NULL}") or None


def line(value: str | None, most: int = LINE_MAX) -> str | None:
    """One line: every run of white space is one space; empty is None."""
    clean = text(value, TEXT_MAX)
    return text(" ".join(clean.split()), most) if clean else None


def scale(value: str | int | None, low: int, high: int) -> int | None:
    """A figure on a scale, both ends included; `7/10` is 7."""
    if value is None or value == "":
        return None
    typed = str(value).strip().removesuffix(f"/{high}").strip()
    figure = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else None
    below = _half(typed) if high == TEN else None
    if below is not None and low <= below < high:
        known = {"answer": _short(value), "low": low, "high": high}
        raise BetweenError(**known, below=below, above=below + 1)
    if isinstance(value, bool) or figure is None or not low <= figure <= high:
        raise NotAScaleError(
            answer=_short(value), low=low, high=high, example=min(high, 7 if high <= 10 else 45)
        )
    return figure


TEN = 10
"""The end of the scales on which people give halves."""

_HALF = re.compile(
    r"(\w+)(?:[.,]50*|\s*½|\s+1/2|[\s-]+(?:and|en|et)(?:[\s-]+(?:a|een|één|une?))?[\s-]+"
    r"(?:half|halve|demie?))"
)
_FIGURES = [
    words.split()
    for words in (
        "zero one two three four five six seven eight nine",
        "nul één twee drie vier vijf zes zeven acht negen",
        "nul een twee drie vier vijf zes zeven acht negen",
        "zéro un deux trois quatre cinq six sept huit neuf",
        "zéro une deux trois quatre cinq six sept huit neuf",
    )
]
_ALONE = {"½": 0, "1/2": 0, "half": 0, "a half": 0, "een half": 0, "un demi": 0, "anderhalf": 1}


def _half(typed: str) -> int | None:
    """The whole figure below a half: `6,5`, `6½`, `zes en een half`, `six et demi`."""
    said = unicodedata.normalize("NFC", typed).casefold()
    if said in _ALONE:
        return _ALONE[said]
    found = _HALF.fullmatch(said)
    if found is None:
        return None
    figure = found[1]
    if figure.isascii() and figure.isdigit() and len(figure) < 3:
        return int(figure)
    known = [words.index(figure) for words in _FIGURES if figure in words]
    return known[0] if known else None


def number(value: str | int | None) -> int | None:
    """The number of a record: a positive whole number, `#12` and `12` alike."""
    if value is None or value == "":
        return None
    typed = str(value).strip().removeprefix("#")
    figure = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 16 else 0
    if isinstance(value, bool) or not 1 <= figure <= NUMBER_MAX:
        raise NotANumberError(answer=_short(value))
    return figure


def numbers(value: str | None) -> list[int]:
    """The numbers of several records, each once: `1 3`, `#1, #3`."""
    words = (value or "").replace(",", " ").split()
    return list(dict.fromkeys(found for word in words if (found := number(word))))


def yes_no(value: str | bool | None) -> bool | None:
    """Yes or no, in Dutch, French or English, whatever the language of the run."""
    if value is None or isinstance(value, bool):
        return value
    typed = value.strip().casefold()
    if not typed:
        return None
    if typed not in YES and typed not in NO:
        raise NotYesOrNoError(answer=_short(value))
    return typed in YES


def choice(value: str | None, choices: Sequence[str]) -> str | None:
    """One word out of *choices*; hyphens and spaces count as underscores."""
    if value is None or not value.strip():
        return None
    typed = value.strip().casefold().replace("-", "_").replace(" ", "_")
    if typed not in choices:
        raise NotAChoiceError(answer=_short(value), choices=", ".join(choices))
    return typed


def words(typed: str | list[Any] | None, known: Mapping[str, str]) -> list[str]:
    """Which of *known* were typed, each once: by id, by name, or by how one alone of them begins.

    A text has commas between them. Raises NotKnownError.
    """
    told = typed.split(",") if isinstance(typed, str) else typed or []
    return list(dict.fromkeys(_known(str(word), known) for word in told if str(word).strip()))


def _known(word: str, known: Mapping[str, str]) -> str:
    said = " ".join(word.replace("_", " ").replace("-", " ").split()).casefold()
    told = {
        each: (each.replace("_", " "), name.replace("-", " ").casefold())
        for each, name in known.items()
    }
    exact = [each for each, names in told.items() if said in names]
    begun = [each for each, names in told.items() if any(name.startswith(said) for name in names)]
    found = exact or begun
    if len(found) != 1:
        raise NotKnownError(word=word.strip()[:40], known=", ".join(known))
    return found[0]


def _short(value: object) -> str:
    shown = str(value)
    return shown if len(shown) <= 40 else shown[:39] + "…"
