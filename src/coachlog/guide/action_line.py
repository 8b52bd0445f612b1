"""An action as one typed line: what will be done, and behind it the day by which."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coachlog.base.errors import CoachlogError
from coachlog.dates.parse import parse_day

BY = (
    *("tegen", "voor", "vóór", "uiterlijk", "ten laatste op", "ten laatste", "op", "tot"),
    *("pour le", "pour", "avant le", "avant", "d'ici au", "d'ici le", "d'ici", "au plus tard le"),
    *("au plus tard", "jusqu'au", "le", "by", "before", "until", "on", "at the latest on"),
)
"""What stands before such a day."""

_CLEARLY = ("tegen", "uiterlijk", "by")
"""Words that only a deadline has behind them, whatever stands before."""

_WEEKDAYS = (
    *("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
_ALONE = (
    *("vandaag", "morgen", "overmorgen", "today", "tomorrow"),
    *("demain", "aujourd'hui", "après-demain", *_WEEKDAYS),
)
"""Days of one word that need nothing before them."""

_BEGINS = (
    *("over", "binnen", "volgende", "komende", "aanstaande", "eind", "begin", "half"),
    *("dans", "d'ici", "la", "fin", "début", "mi", "in", "within", "next", "coming", "end", "this"),
    *_WEEKDAYS,
)
"""Words with which a day of several words begins."""

_OF = ("van", "de", "du", "des", "d'", "of", "from", "'s", "van de", "la", "le")
"""Words before a day that belongs to what is done: the meeting of Friday."""

_PARTED = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+|\s+\((?=[^()]*\)\s*$)")
_FIGURES = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?")
_LONGEST = 6
"""The most words that a day has."""


class Dated(NamedTuple):
    """What will be done, and the day that the line tells, if it does."""

    what: str
    due: date | None


def dated(line: str, today: date) -> Dated:
    """*line* without the day at its end, which counts from *today*.

    Behind a comma, or after a word such as "by", a day is the one by which it will be done. Where
    it may belong to what is done as well ("call on Friday"), it stays in the words.
    """
    text = " ".join(line.split()) if "\n" not in line else line.strip()
    for what, told, keeps in _endings(text):
        day = day_in(told, today)
        if day is not None and what:
            return Dated(text if keeps else what, day)
    return Dated(text, None)


def _endings(text: str) -> Iterator[tuple[str, str, bool]]:
    """The ways to part a text: before, behind, and whether what is behind stays in the words."""
    for parted in reversed(list(_PARTED.finditer(text))):
        yield text[: parted.start()].strip(), text[parted.end() :].rstrip(" )."), False
    words = text.split(" ")
    for place in range(max(1, len(words) - _LONGEST), len(words)):
        before, behind = " ".join(words[:place]), " ".join(words[place:]).rstrip(" .")
        first, is_last = words[place].casefold(), place == len(words) - 1
        if _without_by(behind) != behind:
            yield before.rstrip(" ,;-–—"), behind, first not in _CLEARLY
        elif words[place - 1].casefold() in _OF:
            continue
        elif _is_alone(behind) if is_last else first in _BEGINS:
            yield before, behind, True
    for place in range(min(_LONGEST, len(words) - 1), 0, -1):
        before, behind = " ".join(words[:place]), " ".join(words[place:])
        if _without_by(before) != before or before.casefold() in _ALONE or before[-1] in ",:":
            yield behind, before.rstrip(",:"), True


def _is_alone(word: str) -> bool:
    return word.casefold() in _ALONE or bool(_FIGURES.fullmatch(word))


def day_in(told: str, today: date) -> date | None:
    """The day that *told* is, with a word such as “by” before it; None for anything else."""
    bare = _without_by(told)
    if not re.search(r"[^\W\d_]{2}|\d\D\d", bare):
        return None  # a figure alone is no day
    try:
        return parse_day(bare, today)
    except CoachlogError:
        return None


def _without_by(told: str) -> str:
    said = told.strip()
    for word in sorted(BY, key=len, reverse=True):
        if said.casefold().startswith(f"{word} "):
            return said[len(word) :].strip()
    return said
