"""An action as one typed line: what will be done, and the day by which: `Call Koen, by Friday`."""

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
"""Words before a due date."""

_ONLY_DEADLINE = ("tegen", "uiterlijk", "by")
"""Those of them that can only mean a deadline, unlike *on*, which may be part of the action."""

_WEEKDAYS = (
    *("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
_ONE_WORD_DAYS = (
    *("vandaag", "morgen", "overmorgen", "today", "tomorrow"),
    *("demain", "aujourd'hui", "après-demain", *_WEEKDAYS),
)
"""Days that need no other word."""

_FIRST_WORDS = (
    *("over", "binnen", "volgende", "komende", "aanstaande", "eind", "begin", "half"),
    *("dans", "d'ici", "la", "fin", "début", "mi", "in", "within", "next", "coming", "end", "this"),
    *_WEEKDAYS,
)
"""First words of a day of several words: `next week`, `in two days`, `Friday 3 May`."""

_OF = ("van", "de", "du", "des", "d'", "of", "from", "'s", "van de", "la", "le")
"""Words before a day that belongs to what is done: the meeting of Friday."""

_SEPARATOR = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+|\s+\((?=[^()]*\)\s*$)")
_NUMERIC_DAY = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?")
_MOST_WORDS = 6
"""The most words that a day has."""


class DatedText(NamedTuple):
    """What will be done, and the due date in the line, if there is one."""

    what: str
    due: date | None


class _Split(NamedTuple):
    """One way to split a line into an action and a day, neither of them checked yet."""

    action: str
    day: str
    is_day_in_action: bool
    """Whether the day may be part of the action, so that the text stays whole."""


def split_due_day(line: str, today: date) -> DatedText:
    """Split a line into the action and its due date, which counts from *today*.

    A day after a comma or a word such as "by" is taken out of the text. Where it may be part of
    the action as well ("call on Friday"), the text stays whole.
    """
    has_several_lines = "\n" in line  # from the editor: the line breaks stay
    text = line.strip() if has_several_lines else " ".join(line.split())
    for split in _splits(text):
        day = parse_due_day(split.day, today)
        if day is not None and split.action:
            return DatedText(text if split.is_day_in_action else split.action, day)
    return DatedText(text, None)


def _splits(text: str) -> Iterator[_Split]:
    """Yield the ways to split *text*, the clearest first.

    At a comma, dash or bracket; before a day at the end; after a day at the beginning.
    """
    # The last separator first: the action itself may contain commas.
    for separator in reversed(list(_SEPARATOR.finditer(text))):
        day = text[separator.end() :].rstrip(" ).")
        yield _Split(text[: separator.start()].strip(), day, is_day_in_action=False)
    yield from _splits_with_day_last(text.split(" "))
    yield from _splits_with_day_first(text.split(" "))


def _splits_with_day_last(words: list[str]) -> Iterator[_Split]:
    """Yield the splits before each word that may begin a day: `call Koen | by Friday`.

    The longest day comes first.
    """
    first_index = max(1, len(words) - _MOST_WORDS)
    for index in range(first_index, len(words)):
        action, day = " ".join(words[:index]), " ".join(words[index:]).rstrip(" .")
        first_word = words[index].casefold()
        if _begins_with_by(day):
            is_day_in_action = first_word not in _ONLY_DEADLINE
            yield _Split(action.rstrip(" ,;-–—"), day, is_day_in_action)
            continue
        # "prepare the meeting of Friday": that day is no due date.
        belongs_to_noun = words[index - 1].casefold() in _OF
        is_last_word = index == len(words) - 1
        may_be_day = _is_one_word_day(day) if is_last_word else first_word in _FIRST_WORDS
        if may_be_day and not belongs_to_noun:
            yield _Split(action, day, is_day_in_action=True)


def _splits_with_day_first(words: list[str]) -> Iterator[_Split]:
    """Yield the splits after a day at the beginning: `tomorrow | call Koen`, `3 May: | call Koen`.

    The longest day comes first.
    """
    longest_day = min(_MOST_WORDS, len(words) - 1)
    for word_count in range(longest_day, 0, -1):
        day, action = " ".join(words[:word_count]), " ".join(words[word_count:])
        is_one_word_day = day.casefold() in _ONE_WORD_DAYS
        ends_with_punctuation = day[-1] in ",:"
        if _begins_with_by(day) or is_one_word_day or ends_with_punctuation:
            yield _Split(action, day.rstrip(",:"), is_day_in_action=True)


def _is_one_word_day(word: str) -> bool:
    return word.casefold() in _ONE_WORD_DAYS or bool(_NUMERIC_DAY.fullmatch(word))


def parse_due_day(text: str, today: date) -> date | None:
    """Return the day in *text*, with or without a word such as “by”; None if there is none."""
    day = _without_by(text)
    has_word_or_numeric_day = re.search(r"[^\W\d_]{2}|\d\D\d", day)
    if not has_word_or_numeric_day:
        return None  # a single number, such as that of an option, is no day
    try:
        return parse_day(day, today)
    except CoachlogError:
        return None


def _begins_with_by(text: str) -> bool:
    return _without_by(text) != text


def _without_by(text: str) -> str:
    """Return *text* without a leading word such as “by”; the longest one, if several match."""
    bare = text.strip()
    for word in sorted(BY, key=len, reverse=True):
        if bare.casefold().startswith(f"{word} "):
            return bare[len(word) :].strip()
    return bare
