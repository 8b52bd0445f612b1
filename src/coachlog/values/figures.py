"""Whole figures out of what people say: `vier`, `4/10`, `ongeveer 4`; a doubtful one is asked."""

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
"""The end of the scales on which people give halves."""

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
    """A figure on a scale, both ends included; `7/10`, `zeven`, `ongeveer 7` are 7.

    Raises NotAScaleError, or a subclass that asks which of two is meant.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    known = {"answer": short(value), "low": low, "high": high}
    said = None if isinstance(value, bool) else _said(str(value), high)
    figure = None if said is None else whole(said)
    if figure is not None and low <= figure <= high:
        return figure
    if said and figure is None and (two := _two(said, high)) and low <= two[0] and two[1] <= high:
        error = BetweenError if two[1] == two[0] + 1 else SeveralFiguresError
        raise error(**known, below=two[0], above=two[1])
    raise NotAScaleError(**known)


def number(value: str | int | None) -> int | None:
    """The number of a record: a positive whole number; `#12`, `n° 12`, `gesprek 12` and `12`.

    Raises KindError.
    """
    if value is None or value == "":
        return None
    said = "" if isinstance(value, bool) else bare(str(value)) or ""
    figure = whole(re.sub(_NOUNS, "", said, count=1))
    if figure is None or not 1 <= figure <= NUMBER_MAX:
        raise KindError(*NOT_ANUMBER, answer=short(value))
    return figure


def whole(said: str) -> int | None:
    """The whole number that *said*, a folded text, is: in figures or in words, with its sign."""
    sign = 1
    if found := re.match(_MINUS, said):
        said, sign = said[found.end() :].strip(), -1
    elif found := re.match(_PLUS, said):
        said = said[found.end() :].strip()
    if said.isascii() and said.isdigit() and len(said) < 17:
        return sign * int(said)
    figure = numbers().get(said.replace("-", " "))
    return None if figure is None else sign * figure


def place_in_words(said: str) -> int | None:
    """The place that an ordinal tells: `de tweede`, `le deuxième`, `2nd`."""
    return ordinals().get(_without_article(said))


def is_last(said: str) -> bool:
    """Whether *said* is the last of a list: `de laatste`, `le dernier`."""
    return _without_article(said) in LAST


def _without_article(said: str) -> str:
    return re.sub(r"^(?:de|het|le|la|the) ", "", said)


def bare(typed: str) -> str | None:
    """*typed*, folded, without what people say around a figure; None for what cannot be one."""
    if len(typed) > _LONGEST or any(_is_odd(sign) for sign in typed):
        return None
    said = plain(typed.replace("½", " 1/2")).strip(' .!;:~±≈()"“”«»')
    said = re.sub(r"^\+/?-\s*(?=\d)", "", said)
    return _stripped(said)


def _is_odd(sign: str) -> bool:
    """A figure of another script, or one that stands high: nobody types it for a figure."""
    return sign.isnumeric() and not sign.isascii() and sign != "½"


def _stripped(said: str) -> str:
    while True:
        rest = said
        for phrase in before():
            if rest.startswith(f"{phrase} ") and not _is_number_in(phrase, rest):
                rest = rest[len(phrase) + 1 :]
        for phrase in after():
            if rest.endswith(f" {phrase}"):
                rest = rest[: -len(phrase) - 1].rstrip(" ,.")
        if rest == said:
            return rest
        said = rest


def _is_number_in(phrase: str, said: str) -> bool:
    """Whether *phrase* is a number by itself, which another word joins: `un et demi`."""
    behind = said[len(phrase) + 1 :]
    return phrase in numbers() and (
        whole(behind) is None and not re.match(r"[\d+-]|[a-z]+ ?\d", behind)
    )


def _said(typed: str, high: int) -> str | None:
    said = bare(typed)
    if said is None:
        return None
    ends = [str(high), *(word for word, figure in numbers().items() if figure == high)]
    pattern = _OUT_OF.format(end=f"(?:{'|'.join(ends)})") + "$"
    cut = re.sub(pattern, "", said)
    return cut if cut and not cut.endswith((" tussen", " entre")) else said


def _two(said: str, high: int) -> tuple[int, int] | None:
    """The two figures between which *said* lies: `6,5`, `six et demi`, `3 à 4`, `tussen 3 en 4`."""
    below = _below_half(said) if high == TEN else None
    if below is not None:
        return below, below + 1
    if found := re.fullmatch(r"(\d{1,2}) ?([+-])", said):
        figure = int(found[1])
        return (figure, figure + 1) if found[2] == "+" else (figure - 1, figure)
    parts = [part for part in re.split(_APART, re.sub(_BETWEEN, "", said)) if part]
    if len(parts) == 1 and (slash := re.fullmatch(r"(\d{1,2}) ?/ ?(\d{1,2})", said)):
        parts = [slash[1], slash[2]] if int(slash[2]) == int(slash[1]) + 1 else []
    figures = [whole(_stripped(part)) for part in parts]
    known = [figure for figure in figures if figure is not None]
    two = sorted({*known})
    return (two[0], two[1]) if len(two) == len(figures) == 2 else None


def _below_half(said: str) -> int | None:
    """The whole figure below a half: `6,5`, `6½`, `zes en een half`, `six et demi`."""
    if said in _HALF_ALONE:
        return _HALF_ALONE[said]
    found = None if said.startswith("-") else re.fullmatch(_HALF, said)
    figure = whole(found[1]) if found else None
    return figure if figure is not None and 0 <= figure < 100 else None
