"""Writes CSV for Excel in Belgium: local times, and texts that Excel does not convert.

Excel converts what looks like a number, a day, a time or a formula, in any cell, unless it begins
with an apostrophe. To read such a file again, remove one apostrophe wherever the rest, without
further apostrophes, would get one: `'0475` means `0475`, and `''0475` means `'0475`.
"""

import csv
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TextIO

from coachlog.base.clock import in_zone, moment_of
from coachlog.base.days import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from coachlog.export.csv import write_rows

MOST_CONVERTED = 255
"""The length, in characters, up to which Excel reads a text as a number, a day or a time."""

_FORMULA = ("=", "+", "-", "@")
_CONTROL_CHARACTERS = ("\t", "\r", "\n")
_EXCEL_VALUES = (
    *("true", "false", "waar", "onwaar", "vrai", "faux", "wahr", "falsch"),
    *("#n/a", "#n/b", "#ref!", "#verw!", "#div/0!", "#deel/0!", "#value!", "#waarde!", "#valeur!"),
    *("#name?", "#naam?", "#nom?", "#num!", "#getal!", "#nombre!", "#null!", "#leeg!", "#nul!"),
)
_PLAIN_NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")
"""A number that Excel shows unchanged: it keeps fifteen digits."""
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER_SUFFIX = re.compile(r"(?<=[\d.,:])\s?(?:[ap]m?|e(?=[-+\d]))(?![^\W\d_])")
"""What may follow a digit in a time or a number: `10 am`, `1E5`."""
_CURRENCIES = ("eur", "euro", "chf", "usd", "gbp")
_LEAST_LETTERS = 3


def write_for_excel(
    out: TextIO,
    fields: Sequence[str],
    lines: Iterable[Sequence[object]],
    zone_name: str,
    days: Collection[str] = (),
) -> int:
    """Write with a byte-order mark, semicolons, `guarded` texts, and times in the zone *zone_name*.

    A line with a field `time_zone` has its times in that zone. *days* are fields with days that
    their names do not tell of. Decimals have a comma. The result is the number of rows.
    """
    out.write("\ufeff")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    return write_rows(writer, fields, _cells(fields, lines, zone_name, days))


def local_time(value: str, zone_name: str) -> str:
    """Return an instant as `2026-12-01 18:00:00`, a form that Excel reads in every language.

    What cannot be read stays as it is.
    """
    try:
        moment = moment_of(value)
    except ValueError:
        return value
    return f"{in_zone(moment, zone_name):%Y-%m-%d %H:%M:%S}"


def guarded(text: str) -> str:
    """Return *text*, after an apostrophe where Excel would convert it.

    A text that has apostrophes already gets one more: reading the file removes one again.
    """
    return f"'{text}" if _is_misread(text.lstrip("'")) else text


def _cells(
    fields: Sequence[str],
    lines: Iterable[Sequence[object]],
    zone_name: str,
    days: Collection[str],
) -> Iterator[list[object]]:
    """Yield the *lines* with their texts and decimals as Excel should get them; others stay.

    Times are in the zone of their line if it has one, or else in the zone *zone_name*.
    """
    zone_index = fields.index("time_zone") if "time_zone" in fields else None
    formatters = [_unchanged if field in days else _formatter(field) for field in fields]
    for line in lines:
        line_zone = zone_name
        if zone_index is not None and line[zone_index]:
            line_zone = str(line[zone_index])
        yield [
            format_text(value, line_zone) if isinstance(value, str) else _number(value)
            for format_text, value in zip(formatters, line, strict=True)
        ]


def _formatter(field: str) -> Callable[[str, str], str]:
    """Return the function that formats a text of *field*, given the name of a time zone.

    Days stay as they are: Excel may read them as days.
    """
    if field.endswith("_at"):
        return local_time
    is_day = field.endswith("_on") or field == "since"
    return _unchanged if is_day else _guarded_text


def _number(value: object) -> object:
    """A decimal with a comma: Excel in Belgium takes `40.5` for a text or a day."""
    return str(value).replace(".", ",") if isinstance(value, float) else value


def _unchanged(value: str, _zone_name: str) -> str:
    return value


def _guarded_text(value: str, _zone_name: str) -> str:
    return guarded(value)


def _is_misread(text: str) -> bool:
    """Whether Excel may take *text* for a formula, number, day or time, or a value such as TRUE.

    When in doubt, True: Excel converts more forms than are documented anywhere.
    """
    if text.startswith(_CONTROL_CHARACTERS):
        return True
    normal = unicodedata.normalize("NFKC", text[: MOST_CONVERTED + 1]).strip().casefold()
    if normal.startswith(_FORMULA) or normal in _EXCEL_VALUES:
        return True
    is_too_long = len(text) > MOST_CONVERTED
    has_digit = any(map(str.isdigit, normal))
    if is_too_long or not has_digit or _PLAIN_NUMBER.fullmatch(text):
        return False
    # A text with a digit is only safe if it has a word that no number, day or time has.
    words = _WORD.findall(_NUMBER_SUFFIX.sub("", normal))
    return all(word in _CURRENCIES or _is_date_word(word) for word in words)


def _is_date_word(word: str) -> bool:
    """Whether *word* is a month or a weekday, or begins one, in any language of coachlog."""
    if word in _SHORT_NAMES:
        return True
    is_long_enough = len(word) >= _LEAST_LETTERS  # one or two letters begin too many names
    return is_long_enough and any(name.startswith(word) for name in _FULL_NAMES)


def _date_words(*tables: dict[str, list[str]]) -> frozenset[str]:
    """Return the names in *tables*, which list them by language, in lower case without a dot.

    A name with accents comes without them too.
    """
    folded: set[str] = set()
    for names_by_language in tables:
        for names in names_by_language.values():
            folded.update(name.casefold().rstrip(".") for name in names)
    return frozenset(folded | {_without_accents(name) for name in folded})


def _without_accents(name: str) -> str:
    letters_and_accents = unicodedata.normalize("NFD", name)
    return "".join(char for char in letters_and_accents if not unicodedata.combining(char))


_FULL_NAMES = _date_words(MONTHS, WEEKDAYS)
_SHORT_NAMES = _date_words(SHORT_MONTHS, SHORT_WEEKDAYS)
