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

_DIGITS_MOST: Final = 16
"""No figure has more digits: NUMBER_MAX has as many."""
_LONGEST: Final = 60
"""The most characters of a text in which a number is looked for."""
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
"""The whole number below a half that is said without it."""
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
    # In JSON, true would count as 1: it is refused.
    folded = None if isinstance(value, bool) else _without_scale_end(str(value), high)
    if folded is None:
        raise NotAScaleError(**details)
    figure = whole(folded)
    if figure is not None and low <= figure <= high:
        return figure
    bounds = _bounds(folded, high) if figure is None else None
    if bounds and low <= bounds[0] and bounds[1] <= high:
        below, above = bounds
        error = BetweenError if above == below + 1 else SeveralFiguresError
        raise error(**details, below=below, above=above)
    raise NotAScaleError(**details)


def number(value: str | int | None) -> int | None:
    """Return the number of a record: `#12`, `n° 12`, `gesprek 12` and `12` are 12. None if empty.

    Raises KindError for anything but a positive whole number.
    """
    if value is None or value == "":
        return None
    # In JSON, true would count as 1: it is refused, as is what `bare` cannot read.
    folded = "" if isinstance(value, bool) else bare(str(value)) or ""
    figure = whole(re.sub(_NOUNS, "", folded, count=1))  # without "goal" or "n°" before it
    if figure is None or not 1 <= figure <= NUMBER_MAX:
        raise KindError(*NOT_ANUMBER, answer=short(value))
    return figure


def record_number(typed: str | None) -> int:
    """Return the number of a record as `number` does, but 0 if none was typed.

    No record has number 0, so that looking it up raises the error for an unknown record.
    """
    return number(typed) or 0


def whole(folded: str) -> int | None:
    """Return a whole number in digits or words, such as `12`, `-2` or `min twee`; else None.

    The text is folded: small letters without accents.
    """
    sign = 1
    digits_or_words = folded
    if minus := re.match(_MINUS, folded):
        sign = -1
        digits_or_words = folded[minus.end() :].strip()
    elif plus := re.match(_PLUS, folded):
        digits_or_words = folded[plus.end() :].strip()
    # Digits of other scripts and numbers beyond NUMBER_MAX are not meant as figures.
    is_short_number = digits_or_words.isdigit() and len(digits_or_words) <= _DIGITS_MOST
    if is_short_number and digits_or_words.isascii():
        return sign * int(digits_or_words)
    figure = numbers().get(digits_or_words.replace("-", " "))
    return None if figure is None else sign * figure


def position_in_words(folded: str) -> int | None:
    """Return the position, from 1, that an ordinal names: `de tweede`, `le deuxième`, `2nd`."""
    return ordinals().get(_without_article(folded))


def is_last(folded: str) -> bool:
    """Return whether folded text means the last of a list: `de laatste`, `le dernier`."""
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
    without_about = re.sub(r"^\+/?-\s*(?=\d)", "", folded)  # `+/- 7` is about 7
    return _strip_phrases(without_about)


def _is_foreign_digit(char: str) -> bool:
    """Return whether it is a digit of another script, or a superscript: not meant as a number.

    `½` is accepted: it is read as a half.
    """
    return char.isnumeric() and not char.isascii() and char != "½"


def _strip_phrases(folded: str) -> str:
    """Return the text without phrases before and after a number: `ik denk 7 of zo` is `7`."""
    while True:  # once a phrase is removed, another one may come to the start or the end
        shorter = folded
        for phrase in before():
            if shorter.startswith(f"{phrase} ") and not _is_number_in(phrase, shorter):
                shorter = shorter[len(phrase) + 1 :]
        for phrase in after():
            if shorter.endswith(f" {phrase}"):
                shorter = shorter[: -len(phrase) - 1].rstrip(" ,.")
        if shorter == folded:
            return shorter
        folded = shorter


def _is_number_in(phrase: str, folded: str) -> bool:
    """Return whether *phrase*, with which the text begins, is itself the number.

    `un` is in `un et demi`, but not in `un 7` or `un bon 7`, where it is an article.
    """
    following = folded[len(phrase) + 1 :]
    has_number_after = whole(following) is not None or re.match(r"[\d+-]|[a-z]+ ?\d", following)
    return phrase in numbers() and not has_number_after


def _without_scale_end(typed: str, high: int) -> str | None:
    """Return *typed* as `bare` does, without the end of the scale: `7/10` and `7 op 10` are `7`."""
    folded = bare(typed)
    if folded is None:
        return None
    words_for_end = [word for word, figure in numbers().items() if figure == high]
    end = f"(?:{'|'.join([str(high), *words_for_end])})"
    shorter = re.sub(_OUT_OF.format(end=end) + "$", "", folded)
    # Where "tussen" is left at the end, the 10 after it was a bound, not the end of the scale.
    is_bound = shorter.endswith((" tussen", " entre"))
    return shorter if shorter and not is_bound else folded


def _bounds(folded: str, high: int) -> tuple[int, int] | None:
    """Return the numbers around `6,5`, `six et demi`, `7+`, `3 à 4`, `tussen 3 en 4`, or None."""
    below = _below_half(folded) if high == TEN else None
    if below is not None:
        return below, below + 1
    if plus_or_minus := re.fullmatch(r"(\d{1,2}) ?([+-])", folded):
        figure = int(plus_or_minus[1])
        return (figure, figure + 1) if plus_or_minus[2] == "+" else (figure - 1, figure)
    without_between = re.sub(_BETWEEN, "", folded)
    parts = [part for part in re.split(_APART, without_between) if part]
    slash = re.fullmatch(r"(\d{1,2}) ?/ ?(\d{1,2})", folded)
    if len(parts) == 1 and slash:
        # `6/7` is between 6 and 7, but `3/7` is a fraction.
        are_neighbours = int(slash[2]) == int(slash[1]) + 1
        parts = [slash[1], slash[2]] if are_neighbours else []
    figures = [whole(_strip_phrases(part)) for part in parts]
    distinct = sorted({figure for figure in figures if figure is not None})
    are_two_numbers = len(figures) == 2 and len(distinct) == 2
    return (distinct[0], distinct[1]) if are_two_numbers else None


def _below_half(folded: str) -> int | None:
    """Return 6 for `6,5`, `6½`, `zes en een half` or `six et demi`; None for no half."""
    if folded in _HALF_ALONE:
        return _HALF_ALONE[folded]
    if folded.startswith("-"):  # no scale with halves goes below 0
        return None
    half = re.fullmatch(_HALF, folded)
    figure = whole(half[1]) if half else None
    is_plausible = figure is not None and 0 <= figure < 100
    return figure if is_plausible else None
