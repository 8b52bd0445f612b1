"""Finds days in a text, however they are written: 3 November, 03/11/2026, 2026-11-03."""

import re
from collections.abc import Iterator
from functools import cache

from coachlog.base.days import MONTHS, SHORT_MONTHS
from coachlog.base.folding import positions, searchable


def days_named(text: str) -> Iterator[str]:
    """Yield each day in *text*, as it stands there, without the full stop after it."""
    folded, places = searchable(text), list(positions(text))
    for match in _day().finditer(folded):
        yield text[places[match.start()] : places[match.end() - 1] + 1].rstrip(".")


@cache
def _day() -> re.Pattern[str]:
    names = {
        searchable(month).strip(".")
        for spoken in (MONTHS, SHORT_MONTHS)
        for months in spoken.values()
        for month in months
    }
    month = rf"(?:{'|'.join(sorted(names, key=len, reverse=True))})\b\.?"
    number = r"(?:0?[1-9]|[12]\d|3[01])"
    ordinal = rf"{number}\s*(?:er|e|de|ste|st|nd|rd|th)?\.?"
    in_words = rf"{ordinal}[\s-]*(?:of\s+|van\s+)?{month}(?:[\s-]+\d{{4}})?"
    month_first = rf"{month}[\s-]+{number}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?"
    iso = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    figures = rf"{number}[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:\d{{4}}|\d{{2}}))?"
    return re.compile(rf"(?<![\w/.-])(?:{iso}|{in_words}|{month_first}|{figures})(?![\w/])")
