"""Reads whole numbers as people say them: `vier`, `4/10`, `ongeveer 4`; asks back in doubt."""

import re
from typing import Final

from coachlog.base.folding import plain
from coachlog.values.errors import (
    NOT_ANUMBER,
    BetweenError,
    KindError,
    NotAScaleError,
    SeveralFiguresError,
    short,
)
from coachlog.values.number_words import LAST, after, before, numbers, ordinals

NUMBER_MAX: Final = 2**53
TEN: Final = 10
"""The end of the scales on which people tend to give halves, such as 6,5."""

_LONGEST: Final = 60
_MINUS: Final = r"(?:-|min |minus |moins )"
_PLUS: Final = r"(?:\+|plus )"
_OUT_OF: Final = r"\s*(?:/|op|sur|out of|van de|van|on|de)\s*(?:een |a )?{end}"
_HALF: Final = (
    r"(.+?)(?:[.,]50*|\s*1/2|[\s-]+(?:and|en|et)(?:[\s-]+(?:a|een|une?))?[\s-]+"
    r"(?:half|halve|demie?))"
)
_HALF_ALONE: Final = {
    **dict.fromkeys(("1/2", "half", "a half", "een half", "un demi"), 0),
    **dict.fromkeys(("anderhalf", "anderhalve"), 1),
}
_APART: Final = (
    r"\s*(?:(?<!^)-|,(?=\s)|\b(?:a|tot|of|ou|or|to|en|et|and|t/m|tot en met|jusqu'a|misschien|maybe"
    r"|peut-etre|bis)\b)\s*"
)
_BETWEEN: Final = r"^(?:tussen|entre|between|van|de|from)\s+(?:de |the |le )?"
_NOUNS: Final = (
    r"^(?:#|(?:n°|(?:nr|no|num|nummer|numero|number|gesprek|entretien|conversation|session|actie|action"
    r"|doel|objectif|goal|onderwerp|sujet|topic|traject|parcours|trajectory|klad|brouillon|draft"
    r"|talent|observatie|observation|keuze|optie|option|choix|choice|vraag|question|organisatiedoel|objective|check-in|point)\b)\.?"
    r"(?:\s*(?:n°|(?:nr|no|nummer|numero|number)\b)\.?)?\s*#?)\s*"
)


def scale(value: str | int | None, low: int, high: int) -> int | None:
    """Return a number from *low* to *high*; `7/10`, `zeven`, `ongeveer 7` are 7. None if empty.

    Raises NotAScaleError, or a subclass that asks which of two numbers is meant.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    details = {"answer": short(value), "low": low, "high": high}
    folded = None if isinstance(value, bool) else _without_scale_end(str(value), high)
    figure = None if folded is None else whole(folded)
    if figure is not None and low <= figure <= high:
        return figure
    if folded and figure is None and (bounds := _bounds(folded, high)):
        below, above = bounds
        if low <= below and above <= high:
            error = BetweenError if above == below + 1 else SeveralFiguresError
            raise error(**details, below=below, above=above)
    raise NotAScaleError(**details)


def number(value: str | int | None) -> int | None:
    """Return the number of a record: `#12`, `n° 12`, `gesprek 12` and `12` are 12. None if empty.

    Raises KindError for anything but a positive whole number.
    """
    if value is None or value == "":
        return None
    folded = "" if isinstance(value, bool) else bare(str(value)) or ""
    figure = whole(re.sub(_NOUNS, "", folded, count=1))
    if figure is None or not 1 <= figure <= NUMBER_MAX:
        raise KindError(*NOT_ANUMBER, answer=short(value))
    return figure


def whole(folded: str) -> int | None:
    """Return the whole number that folded text is, in digits or words, with its sign; else None."""
    sign = 1
    if found := re.match(_MINUS, folded):
        folded, sign = folded[found.end() :].strip(), -1
    elif found := re.match(_PLUS, folded):
        folded = folded[found.end() :].strip()
    if folded.isascii() and folded.isdigit() and len(folded) < 17:
        return sign * int(folded)
    figure = numbers().get(folded.replace("-", " "))
    return None if figure is None else sign * figure


def position_in_words(folded: str) -> int | None:
    """Return the position, from 1, that an ordinal names: `de tweede`, `le deuxième`, `2nd`."""
    return ordinals().get(_without_article(folded))


def is_last(folded: str) -> bool:
    """Whether folded text means the last of a list: `de laatste`, `le dernier`."""
    return _without_article(folded) in LAST


def _without_article(folded: str) -> str:
    return re.sub(r"^(?:de|het|le|la|the) ", "", folded)


def bare(typed: str) -> str | None:
    """Return *typed*, folded, without phrases around a number: `ongeveer 7, denk ik` is `7`.

    None for text that is too long or has digits of another script.
    """
    if len(typed) > _LONGEST or any(_is_foreign_digit(char) for char in typed):
        return None
    folded = plain(typed.replace("½", " 1/2")).strip(' .!;:~±≈()"“”«»')
    return _strip_phrases(re.sub(r"^\+/?-\s*(?=\d)", "", folded))


def _is_foreign_digit(char: str) -> bool:
    """Whether it is a digit of another script, or a superscript: not meant as a number."""
    return char.isnumeric() and not char.isascii() and char != "½"


def _strip_phrases(folded: str) -> str:
    """Remove phrases before and after a number until there are none left."""
    while True:
        rest = folded
        for phrase in before():
            if rest.startswith(f"{phrase} ") and not _is_number_in(phrase, rest):
                rest = rest[len(phrase) + 1 :]
        for phrase in after():
            if rest.endswith(f" {phrase}"):
                rest = rest[: -len(phrase) - 1].rstrip(" ,.")
        if rest == folded:
            return rest
        folded = rest


def _is_number_in(phrase: str, folded: str) -> bool:
    """Whether *phrase*, before other words, is itself the number, as `un` in `un et demi`."""
    behind = folded[len(phrase) + 1 :]
    return phrase in numbers() and (
        whole(behind) is None and not re.match(r"[\d+-]|[a-z]+ ?\d", behind)
    )


def _without_scale_end(typed: str, high: int) -> str | None:
    """Return *typed* as `bare` does, without the end of the scale: `7/10` and `7 op 10` are `7`."""
    folded = bare(typed)
    if folded is None:
        return None
    ends = [str(high), *(word for word, figure in numbers().items() if figure == high)]
    pattern = _OUT_OF.format(end=f"(?:{'|'.join(ends)})") + "$"
    shorter = re.sub(pattern, "", folded)
    # In "tussen 9 en 10" the last figure is no scale.
    return shorter if shorter and not shorter.endswith((" tussen", " entre")) else folded


def _bounds(folded: str, high: int) -> tuple[int, int] | None:
    """Return the numbers around `6,5`, `six et demi`, `7+`, `3 à 4`, `tussen 3 en 4`, or None."""
    below = _below_half(folded) if high == TEN else None
    if below is not None:
        return below, below + 1
    if signed := re.fullmatch(r"(\d{1,2}) ?([+-])", folded):
        figure = int(signed[1])
        return (figure, figure + 1) if signed[2] == "+" else (figure - 1, figure)
    parts = [part for part in re.split(_APART, re.sub(_BETWEEN, "", folded)) if part]
    if len(parts) == 1 and (slash := re.fullmatch(r"(\d{1,2}) ?/ ?(\d{1,2})", folded)):
        parts = [slash[1], slash[2]] if int(slash[2]) == int(slash[1]) + 1 else []
    figures = [whole(_strip_phrases(part)) for part in parts]
    distinct = sorted({figure for figure in figures if figure is not None})
    return (distinct[0], distinct[1]) if len(distinct) == len(figures) == 2 else None


def _below_half(folded: str) -> int | None:
    """Return 6 for `6,5`, `6½`, `zes en een half` or `six et demi`; None for no half."""
    if folded in _HALF_ALONE:
        return _HALF_ALONE[folded]
    half = None if folded.startswith("-") else re.fullmatch(_HALF, folded)
    figure = whole(half[1]) if half else None
    return figure if figure is not None and 0 <= figure < 100 else None
