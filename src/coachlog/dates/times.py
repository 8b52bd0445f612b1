"""The rules that read a time of day, before or after its day, out of tokens without language."""

import re
from datetime import date, time
from typing import Final

from coachlog.base.texts import N_
from coachlog.dates.days import DateContext, read_day
from coachlog.dates.errors import (
    TIME_MISSING,
    DateNotUnderstoodError,
    DayMissingError,
)

_OFFICE: Final = range(12)
_MORNING: Final = 7
"""Half past six is in the evening, half past seven in the morning."""
_PART_HOURS: Final = {"p1": range(13), "p2": range(12, 19), "p3": range(17, 24)}
_PART_EXAMPLES: Final = {"p1": "10:00", "p2": "14:00", "p3": "19:00"}
_SIDES: Final = {"past": 1, "to": -1}
_OF_DAY: Final = r"(?: (?P<part>q\d))?"
_CLOCKS: Final = (
    rf"(?:at |a )?(?P<hour>\d\d?):(?P<minute>\d\d)(?: u)?{_OF_DAY}",
    rf"(?:at |a )?(?P<hour>\d\d?) u(?: (?P<minute>\d\d))?{_OF_DAY}",
    rf"(?:at |a )(?P<hour>\d\d?){_OF_DAY}",
    r"(?P<hour>\d\d?) (?P<part>q\d)",
    r"(?P<hour>\d\d?)\.(?P<minute>\d\d)(?: (?P<part>q\d))?",  # behind a day
    r"(?:at |a )?(?P<hour>\d\d?)\.(?P<minute>\d\d) u",
    r"(?:at|a) (?P<hour>\d\d?)\.(?P<minute>\d\d)",  # 11.10 by itself may be a day
    r"(?:at |a )?(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? (?P<noon>am|pm)",
    rf"(?:at )?half n?(?P<half>\d\d?){_OF_DAY}",
    rf"(?:at )?n(?P<hour>\d\d?)(?: u)?{_OF_DAY}",
    rf"(?:at |a )?(?P<side>past|to)(?P<off>\d+) n?(?P<whole>\d\d?)(?: u)?{_OF_DAY}",
    rf"(?:at |a )?n?(?P<whole>\d\d?) u (?P<side>past|to)(?P<off>\d+){_OF_DAY}",
    r"(?:at |a )?noon",
)


def read_day_and_time(tokens: list[str], asked: DateContext) -> tuple[date, time | None]:
    """The one day and time that *tokens* name in either order; None for the time of a day alone."""
    words, part = _without_part(tokens)
    if day := read_day(words, asked):
        if part:
            raise DateNotUnderstoodError(
                *TIME_MISSING, text=asked.text, example=_PART_EXAMPLES[part]
            )
        return day, None
    if _clock(tokens):
        raise DayMissingError(text=asked.text)
    readings, refused = _readings(tokens, asked)
    if not readings and refused:
        raise refused[0]
    if len(readings) != 1:
        raise DateNotUnderstoodError(text=asked.text, over=asked.prefer == "past")
    return readings.pop()


def _readings(
    tokens: list[str], asked: DateContext
) -> tuple[set[tuple[date, time]], list[DateNotUnderstoodError]]:
    """What *tokens* mean as a day and a time in either order, and what a rule of a day refused."""
    readings, refused = set(), []
    for cut in range(1, len(tokens)):
        for words, said in ((tokens[:cut], tokens[cut:]), (tokens[cut:], tokens[:cut])):
            day_words, part = _without_part(words)
            if not (match := _clock(said)):
                continue
            try:
                day = read_day(day_words, asked)
            except DateNotUnderstoodError as error:
                refused.append(error)
                continue
            if day:
                readings.add((day, _time(match, part, asked)))
    return readings, refused


def _without_part(tokens: list[str]) -> tuple[list[str], str | None]:
    """The tokens of a day, and the part of it that is named after it: `demain matin`, `ce soir`."""
    if tokens and tokens[-1] in _PART_HOURS:
        return ["d0"] if tokens[:-1] == ["this"] else tokens[:-1], tokens[-1]
    return tokens, None


def _clock(tokens: list[str]) -> re.Match[str] | None:
    phrase = " ".join(tokens)
    return next((match for pattern in _CLOCKS if (match := re.fullmatch(pattern, phrase))), None)


def _time(match: re.Match[str], part: str | None, asked: DateContext) -> time:
    said = match.groupdict()
    named, half = said.get("part"), said.get("half")
    hour, minute, noon = int(said.get("hour") or 12), int(said.get("minute") or 0), said.get("noon")
    if half:
        hour, minute = int(half) - 1, 30
    if whole := said.get("whole"):  # a quarter past two, kwart voor drie, deux heures et demie
        hour, minute = divmod(int(whole) * 60 + int(said["off"]) * _SIDES[said["side"]], 60)
        return _of_the_day(hour, minute, named, asked)
    if named or (half and hour in _OFFICE):
        return _of_the_day(hour, minute, named, asked)
    if half:
        raise _unsure(hour, minute, asked)
    if noon and 1 <= hour <= 12:
        hour = hour % 12 + (12 if noon == "pm" else 0)
    elif noon or hour > 23 or minute > 59:
        raise DateNotUnderstoodError(text=asked.text)
    elif not part and said.get("hour") in set("123456"):
        # Three o'clock is seldom meant in the night, and never certainly.
        raise _unsure(hour, minute, asked)
    if part and hour not in _PART_HOURS[part]:
        raise _unsure(hour, minute, asked)
    return time(hour, minute)


def _of_the_day(hour: int, minute: int, part: str | None, asked: DateContext) -> time:
    """The time with its part of the day; half past, by itself, is one of working hours."""
    if hour > 23 or minute > 59:
        raise DateNotUnderstoodError(text=asked.text)
    if part == "q1":
        return time(hour, minute)
    later = hour < 12 and (part in ("q2", "q3") or hour < _MORNING)
    return time(hour + 12 if later else hour, minute)


def _unsure(hour: int, minute: int, asked: DateContext) -> DateNotUnderstoodError:
    if not 0 <= hour < 12:
        return DateNotUnderstoodError(text=asked.text)
    later, earlier = f"{hour + 12}u{minute:02}", f"{hour:02}:{minute:02}"
    return DateNotUnderstoodError(
        N_("“{text}” can be before or after noon."),
        N_("Write the time on the 24-hour clock, as in {later} or {earlier}."),
        text=asked.text,
        later=later,
        earlier=earlier,
    )
