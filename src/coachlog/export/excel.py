"""CSV as Excel in Belgium opens it: every text stays the text that it is, every time is local.

Excel takes what looks like a number, a day, a time or a formula for one, in any cell. Behind an
apostrophe it is a text. Whoever reads such a file takes one apostrophe away wherever what follows,
without further apostrophes, would get one: `'0475` is `0475`, and `''0475` is `'0475`.
"""

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TextIO

from coachlog.base.clock import moment_of, zone
from coachlog.base.days import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from coachlog.export.csv import write_rows

LONGEST = 255
"""So long at most is a text that Excel reads as a number, a day or a time."""

_FORMULA = ("=", "+", "-", "@")
_CONTROLS = ("\t", "\r", "\n")
_VALUES = (
    *("true", "false", "waar", "onwaar", "vrai", "faux", "wahr", "falsch"),
    *("#n/a", "#n/b", "#ref!", "#verw!", "#div/0!", "#deel/0!", "#value!", "#waarde!", "#valeur!"),
    *("#name?", "#naam?", "#nom?", "#num!", "#getal!", "#nombre!", "#null!", "#leeg!", "#nul!"),
)
_PLAIN_NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")
"""What Excel shows as it stood there: it keeps fifteen digits."""
_WORD = re.compile(r"[^\W\d_]+")
_AFTER_FIGURE = re.compile(r"(?<=[\d.,:])\s?(?:[ap]m?|e(?=[-+\d]))(?![^\W\d_])")
"""`10 am`, `1E5`."""
_CURRENCIES = ("eur", "euro", "chf", "usd", "gbp")
_MONTH_LEAST = 3


def write_for_excel(
    out: TextIO, fields: Sequence[str], lines: Iterable[Sequence[object]], zone_name: str
) -> int:
    """Write a mark in front, semicolons, guarded texts, and times on the clock of *zone_name*.

    A line that has a time zone of its own keeps it.
    """
    out.write("\ufeff")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    return write_rows(writer, fields, _cells(fields, lines, zone_name))


def guarded(text: str) -> str:
    """*text*, behind an apostrophe where Excel would make something else of it."""
    return f"'{text}" if _is_misread(text.lstrip("'")) else text


def _cells(
    fields: Sequence[str], lines: Iterable[Sequence[object]], zone_name: str
) -> Iterator[list[object]]:
    place = fields.index("time_zone") if "time_zone" in fields else None
    shown = [_shown_as(field) for field in fields]
    for line in lines:
        own = str(line[place] or zone_name) if place is not None else zone_name
        yield [
            show(value, own) if isinstance(value, str) else value
            for show, value in zip(shown, line, strict=True)
        ]


def _shown_as(field: str) -> Callable[[str, str], str]:
    if field.endswith("_at"):
        return _local
    return _as_it_is if field.endswith("_on") or field == "since" else _text


def _local(value: str, zone_name: str) -> str:
    """An instant as `2026-12-01 18:00`, which Excel reads in every language."""
    return f"{moment_of(value).astimezone(zone(zone_name)):%Y-%m-%d %H:%M}"


def _as_it_is(value: str, _zone_name: str) -> str:
    return value


def _text(value: str, _zone_name: str) -> str:
    return guarded(value)


def _is_misread(text: str) -> bool:
    """Whether Excel takes *text* for a formula, a number, a day, a time, or a value of its own.

    Rather one text too many than one too few: it takes more forms than are written down anywhere.
    """
    if text.startswith(_CONTROLS):
        return True
    said = unicodedata.normalize("NFKC", text[: LONGEST + 1]).strip().casefold()
    if said.startswith(_FORMULA) or said in _VALUES:
        return True
    if len(text) > LONGEST or not any(map(str.isdigit, said)) or _PLAIN_NUMBER.fullmatch(text):
        return False
    words = _WORD.findall(_AFTER_FIGURE.sub("", said))
    return all(word in _CURRENCIES or _is_of_a_date(word) for word in words)


def _is_of_a_date(word: str) -> bool:
    """A month or a day of the week, or how it begins, in one of three languages."""
    return word in _SHORT or (
        len(word) >= _MONTH_LEAST and any(name.startswith(word) for name in _NAMES)
    )


def _words(*tables: dict[str, list[str]]) -> frozenset[str]:
    listed = (name for table in tables for names in table.values() for name in names)
    both = ({name, _bare(name)} for name in (each.casefold().rstrip(".") for each in listed))
    return frozenset().union(*both)


def _bare(name: str) -> str:
    parts = unicodedata.normalize("NFD", name)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


_NAMES = _words(MONTHS, WEEKDAYS)
_SHORT = _words(SHORT_MONTHS, SHORT_WEEKDAYS)
