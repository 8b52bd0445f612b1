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

_MORNING_HOURS: Final = range(12)
_FIRST_MORNING_HOUR: Final = 7
"""Half past six is taken to be in the evening, half past seven in the morning."""
_PART_HOURS: Final = {"p1": range(13), "p2": range(12, 19), "p3": range(17, 24)}
_PART_EXAMPLES: Final = {"p1": "10:00", "p2": "14:00", "p3": "19:00"}
_DIRECTIONS: Final = {"past": 1, "to": -1}
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


def read_day_and_time(tokens: list[str], context: DateContext) -> tuple[date, time | None]:
    """Return the day and time that *tokens* name, in either order; the time is None if absent.

    Raises DateNotUnderstoodError where they name none, or more than one.
    """
    words, part = _split_part_of_day(tokens)
    if day := read_day(words, context):
        if part:
            raise DateNotUnderstoodError(
                *TIME_MISSING, text=context.text, example=_PART_EXAMPLES[part]
            )
        return day, None
    if _match_clock(tokens):
        raise DayMissingError(text=context.text)
    readings, errors = _readings(tokens, context)
    if not readings and errors:
        raise errors[0]
    if len(readings) != 1:
        raise DateNotUnderstoodError(text=context.text, over=context.prefer == "past")
    return readings.pop()


def _readings(
    tokens: list[str], context: DateContext
) -> tuple[set[tuple[date, time]], list[DateNotUnderstoodError]]:
    """Split *tokens* at each place, into day and time or time and day, and read both parts.

    Return all pairs that could be read, and the errors of days that were refused.
    """
    readings, errors = set(), []
    for cut in range(1, len(tokens)):
        begin, end = tokens[:cut], tokens[cut:]
        for day_tokens, time_tokens in ((begin, end), (end, begin)):
            if not (match := _match_clock(time_tokens)):
                continue
            words, part = _split_part_of_day(day_tokens)
            try:
                day = read_day(words, context)
            except DateNotUnderstoodError as error:
                errors.append(error)
                continue
            if day:
                readings.add((day, _time(match, part, context)))
    return readings, errors


def _split_part_of_day(tokens: list[str]) -> tuple[list[str], str | None]:
    """Split `demain matin` into the tokens of the day and the part; `ce soir` is today's."""
    if tokens and tokens[-1] in _PART_HOURS:
        return ["d0"] if tokens[:-1] == ["this"] else tokens[:-1], tokens[-1]
    return tokens, None


def _match_clock(tokens: list[str]) -> re.Match[str] | None:
    """Return the match of the first pattern that reads all *tokens* as a time."""
    phrase = " ".join(tokens)
    return next((match for pattern in _CLOCKS if (match := re.fullmatch(pattern, phrase))), None)


def _time(match: re.Match[str], part: str | None, context: DateContext) -> time:
    """Return the time in *match*; *part* is the part of the day that its day was named with.

    Raises DateNotUnderstoodError for a time that is none, or may be before or after noon.
    """
    groups = match.groupdict()
    own_part = groups.get("part")  # `3 uur 's namiddags`
    if whole := groups.get("whole"):  # a quarter past two, kwart voor drie, deux heures et demie
        minutes = int(whole) * 60 + int(groups["off"]) * _DIRECTIONS[groups["side"]]
        return _spoken_time(*divmod(minutes, 60), own_part, context)
    if half := groups.get("half"):  # half three is 2:30
        hour = int(half) - 1
        if own_part or hour in _MORNING_HOURS:
            return _spoken_time(hour, 30, own_part, context)
        raise _ask_which_half_of_day(hour, 30, context)
    hour, minute = int(groups.get("hour") or 12), int(groups.get("minute") or 0)
    if own_part:
        return _spoken_time(hour, minute, own_part, context)
    noon = groups.get("noon")
    if noon and 1 <= hour <= 12:
        hour = hour % 12 + (12 if noon == "pm" else 0)
    elif noon or hour > 23 or minute > 59:
        raise DateNotUnderstoodError(text=context.text)
    elif not part and groups.get("hour") in set("123456"):
        # "3:00" hardly ever means the night, but it may.
        raise _ask_which_half_of_day(hour, minute, context)
    if part and hour not in _PART_HOURS[part]:
        raise _ask_which_half_of_day(hour, minute, context)
    return time(hour, minute)


def _spoken_time(hour: int, minute: int, part: str | None, context: DateContext) -> time:
    """Return the time in its part of the day; without one, a time in working hours."""
    if not 0 <= hour <= 23 or minute > 59:  # "half 0" is an hour before midnight
        raise DateNotUnderstoodError(text=context.text)
    if part == "q1":
        return time(hour, minute)
    is_after_noon = hour < 12 and (part in ("q2", "q3") or hour < _FIRST_MORNING_HOUR)
    return time(hour + 12 if is_after_noon else hour, minute)


def _ask_which_half_of_day(hour: int, minute: int, context: DateContext) -> DateNotUnderstoodError:
    """Return the error that asks whether the time is before or after noon."""
    if not 0 <= hour < 12:
        return DateNotUnderstoodError(text=context.text)
    later, earlier = f"{hour + 12}u{minute:02}", f"{hour:02}:{minute:02}"
    return DateNotUnderstoodError(
        N_("“{text}” can be before or after noon."),
        N_("Write the time on the 24-hour clock, as in {later} or {earlier}."),
        text=context.text,
        later=later,
        earlier=earlier,
    )
