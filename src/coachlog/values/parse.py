"""What an answer may be: one parser a kind, for prompts, options, light changes and models alike.

Standard library only. A parser takes what a person typed (or a script gave) and returns the
clean value, None when nothing was given, or raises a KindError.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from coachlog.base.texts import N_
from coachlog.values.errors import (
    NOT_ACHOICE,
    BetweenError,
    KindError,
    NotALengthError,
    NotAScaleError,
    NotKnownError,
    NotListedError,
    NotYesOrNoError,
    WhichOfThemError,
    short,
)

__all__ = [
    "LINE_MAX", "MINUTES_MOST", "NAME_MOST", "NUMBER_MAX", "TEN", "TEXT_MAX", "BetweenError",
    "KindError", "NotALengthError", "NotAScaleError",
    "NotKnownError", "NotListedError", "NotYesOrNoError",
    "WhichOfThemError", "choice", "flag", "is_numbers", "line", "minutes", "name", "number",
    "numbered", "numbers", "pick", "picks", "remark", "scale", "text", "words", "yes_no",
]  # fmt: skip

TEXT_MAX = 200_000
LINE_MAX = 500
NAME_MOST = 200
NUMBER_MAX = 2**53
TEN = 10
"""The end of the scales on which people give halves."""
MINUTES_MOST = 1440
"""Minutes of a day: no conversation takes longer."""

_CODES = {"y": True, "j": True, "ja": True, "n": False, "nee": False, "yes": True, "no": False}


def text(value: str | None, most: int = TEXT_MAX) -> str | None:
    """Several lines: line ends as newlines, without white space around it; empty is None."""
    if value is None:
        return None
    clean = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    clean = unicodedata.normalize("NFC", clean.encode("utf-8", "replace").decode("utf-8"))
    if len(clean) > most:
        raise KindError(
            N_("This is too long: {length} characters."),
            N_("At most {most} characters fit. Keep to the essentials."),
            length=len(clean),
            most=most,
        )
    return clean.replace("\x00", "\N{SYMBOL FOR NULL}") or None


def line(value: str | None, most: int = LINE_MAX) -> str | None:
    """One line: every run of white space is one space; empty is None."""
    clean = text(value, TEXT_MAX)
    return text(" ".join(clean.split()), most) if clean else None


def name(value: str | None, most: int = NAME_MOST) -> str | None:
    """One line without the signs that nobody sees, which come along with what is copied."""
    if value and not value.isascii():
        from coachlog.base.folding import seen  # most names need none of it

        value = seen(value)
    return line(value, most)


def scale(value: str | int | None, low: int, high: int) -> int | None:
    """A figure on a scale, both ends included: `7`, `7/10`, `zeven`, `ongeveer 7`.

    Raises NotAScaleError, or BetweenError where two are meant.
    """
    figure = _figure(value)
    if figure is not None and low <= figure <= high:
        return figure
    from coachlog.values.figures import scale as read  # words and doubts are seldom

    return read(value, low, high)


def minutes(value: str | int | None, most: int = MINUTES_MOST) -> int | None:
    """A length of time: `45`, `1u30`, `een half uurtje`. Raises NotALengthError."""
    figure = _figure(value)
    if figure is not None and 1 <= figure <= most:
        return figure
    from coachlog.values.lengths import minutes as read  # as above

    return read(value, most)


def number(value: str | int | None) -> int | None:
    """The number of a record: a positive whole number, `#12`, `gesprek 12` and `12` alike."""
    figure = _figure(value.strip().removeprefix("#") if isinstance(value, str) else value)
    if figure is not None and 1 <= figure <= NUMBER_MAX:
        return figure
    from coachlog.values.figures import number as read  # as above

    return read(value)


def numbers(value: str | None) -> list[int]:
    """The numbers of several records, each once: `1 3`, `#1, #3`, `1 en 3`, `1 t/m 3`."""
    if not (value or "").strip():
        return []
    from coachlog.values.choices import numbers as read  # as above

    return read(value or "")


def yes_no(value: str | bool | None) -> bool | None:
    """Yes or no, in Dutch, French or English; a sentence may begin with it.

    Raises NotYesOrNoError, or NotDecidedError for what leaves it open.
    """
    if isinstance(value, str) and value in _CODES:
        return _CODES[value]
    from coachlog.values.yes_no import yes_no as read  # as above

    return read(value)


def remark(value: str) -> str | None:
    """What was said besides a yes or a no; None where it was nothing else."""
    from coachlog.values.yes_no import remark as read  # as above

    return read(value)


def pick(
    typed: str, names: Sequence[Sequence[str]], shown: Sequence[int] | None = None
) -> int | None:
    """Which of a list: its place from 0 on, by its number, words or how they begin.

    *shown* are the numbers on the screen. Raises NotListedError or WhichOfThemError.
    """
    from coachlog.values.choices import one_of_them  # as above

    return one_of_them(typed, names, shown)


def picks(
    typed: str, names: Sequence[Sequence[str]], shown: Sequence[int] | None = None
) -> list[int]:
    """Which ones of a list, each once: `1 3`, `3 en 4`, `1 t/m 3`. Raises what `pick` raises."""
    from coachlog.values.choices import several_of_them  # as above

    return several_of_them(typed, names, shown)


def numbered(
    typed: str, names: Sequence[Sequence[str]], shown: Sequence[int] | None = None
) -> int | None:
    """The place of what a number alone, or its whole name, stands for; None for any other text.

    Raises what `pick` raises.
    """
    from coachlog.values.choices import numbered as read  # as above

    return read(typed, names, shown)


def is_numbers(typed: str) -> bool:
    """Whether *typed* is nothing but numbers, or places in words: `2`, `#1, #3`, `de eerste`."""
    from coachlog.values.choices import is_numbers as read  # as above

    return read(typed)


def choice(value: str | None, choices: Sequence[str]) -> str | None:
    """One word out of *choices*; hyphens and spaces count as underscores."""
    if value is None or not value.strip():
        return None
    typed = value.strip().casefold().replace("-", "_").replace(" ", "_")
    if typed not in choices:
        raise KindError(*NOT_ACHOICE, answer=short(value), choices=", ".join(choices))
    return typed


def words(typed: str | list[Any] | None, known: Mapping[str, str | Sequence[str]]) -> list[str]:
    """Which of *known* were typed, each once: by id, by name, or by how one alone of them begins.

    A text has commas between them, or `en`, `et`, `and`. Raises NotKnownError.
    """
    told = typed.split(",") if isinstance(typed, str) else typed or []
    return list(
        dict.fromkeys(id_ for each in told if str(each).strip() for id_ in _known(str(each), known))
    )


def _known(typed: str, known: Mapping[str, str | Sequence[str]]) -> list[str]:
    from coachlog.values.choices import by_words  # seldom wanted

    names = [(each, *((name,) if isinstance(name, str) else name)) for each, name in known.items()]
    found = by_words(typed, names)
    if not found:
        raise NotKnownError(word=typed.strip()[:40], known=", ".join(known))
    return [names[place][0] for place in found]


def flag(value: str | bool | None) -> bool | None:
    """Yes or no as data has it: one word. Raises NotYesOrNoError."""
    from coachlog.values.yes_no import flag as read  # as above

    return read(value)


def _figure(value: str | int | None) -> int | None:
    """What is plainly a whole figure."""
    if isinstance(value, str):
        typed = value.strip()
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 17 else None
    return None if isinstance(value, bool) else value
