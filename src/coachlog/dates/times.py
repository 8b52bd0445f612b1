"""The rules that read a time of day, before or after its day, out of tokens without language."""

import re
from datetime import date, time
from typing import Final

from coachlog.base.texts import N_
from coachlog.dates.calendars import DateContext, not_understood
from coachlog.dates.days import read_day
from coachlog.dates.errors import (
    TIME_MISSING,
    DateNotUnderstoodError,
    DayMissingError,
)

_MORNING_HOURS: Final = range(12)
_FIRST_MORNING_HOUR: Final = 7
"""Half past six is taken to be in the evening, half past seven in the morning."""
_PART_HOURS: Final = {"p1": range(13), "p2": range(12, 19), "p3": range(17, 24)}
"""The hours of morning, afternoon and evening, by the token of the part of the day."""
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
    r"(?:at |a )?(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d))? (?P<am_or_pm>am|pm)",
    rf"(?:at )?half n?(?P<half_before>\d\d?){_OF_DAY}",
    rf"(?:at )?n(?P<hour>\d\d?)(?: u)?{_OF_DAY}",
    r"(?:at |a )?(?P<direction>past|to)(?P<minutes_off>\d+) n?(?P<full_hour>\d\d?)(?: u)?"
    rf"{_OF_DAY}",
    rf"(?:at |a )?n?(?P<full_hour>\d\d?) u (?P<direction>past|to)(?P<minutes_off>\d+){_OF_DAY}",
    r"(?:at |a )?noon",
)


def read_day_and_time(tokens: list[str], context: DateContext) -> tuple[date, time | None]:
    """Return the day and time that *tokens* name, in either order; the time is None if absent.

    Raises DateNotUnderstoodError where they name none, or more than one, or a part of the day
    without a time, such as `demain matin`.
    """
    day_tokens, part = _split_part_of_day(tokens)
    if day := read_day(day_tokens, context):
        if part:
            raise DateNotUnderstoodError(
                *TIME_MISSING, text=context.text, example=_PART_EXAMPLES[part]
            )
        return day, None
    if _match_clock(tokens):
        raise DayMissingError(text=context.text)
    pairs, errors = _read_pairs(tokens, context)
    if not pairs and errors:
        raise errors[0]
    is_unambiguous = len(pairs) == 1
    if not is_unambiguous:
        raise not_understood(context)
    return pairs.pop()


def _read_pairs(
    tokens: list[str], context: DateContext
) -> tuple[set[tuple[date, time]], list[DateNotUnderstoodError]]:
    """Split *tokens* at each position, into day and time or time and day, and read both parts.

    Return all pairs that could be read, and the errors of days that were refused.
    """
    pairs, errors = set(), []
    for position in range(1, len(tokens)):
        left, right = tokens[:position], tokens[position:]
        for day_tokens, time_tokens in ((left, right), (right, left)):
            clock_match = _match_clock(time_tokens)
            if not clock_match:
                continue
            day_tokens, part = _split_part_of_day(day_tokens)
            try:
                day = read_day(day_tokens, context)
            except DateNotUnderstoodError as error:
                errors.append(error)
                continue
            if day:
                pairs.add((day, _read_time(clock_match, part, context)))
    return pairs, errors


def _split_part_of_day(tokens: list[str]) -> tuple[list[str], str | None]:
    """Return the tokens of the day, and the part of the day that they end with, if any.

    `d1 p1`, for `demain matin`, is split into `d1` and `p1`. `this p3`, for `ce soir`, is the
    evening of today, `d0`.
    """
    if not tokens or tokens[-1] not in _PART_HOURS:
        return tokens, None
    *day_tokens, part = tokens
    if day_tokens == ["this"]:
        day_tokens = ["d0"]
    return day_tokens, part


def _match_clock(tokens: list[str]) -> re.Match[str] | None:
    """Return the match of the first pattern that reads all *tokens* as a time, or None."""
    phrase = " ".join(tokens)
    for pattern in _CLOCKS:
        if match := re.fullmatch(pattern, phrase):
            return match
    return None


def _read_time(match: re.Match[str], part: str | None, context: DateContext) -> time:
    """Return the time in *match*; *part* is the part of the day that its day was named with.

    Raises DateNotUnderstoodError for a time that does not exist, or may be before or after noon.
    """
    groups = match.groupdict()  # each pattern has some of them
    own_part = groups.get("part")  # `3 uur 's namiddags`
    if full_hour := groups.get("full_hour"):  # a quarter past two, kwart voor drie
        minutes_off = int(groups["minutes_off"]) * _DIRECTIONS[groups["direction"]]
        hour, minute = divmod(int(full_hour) * 60 + minutes_off, 60)
        return _spoken_time(hour, minute, own_part, context)
    if half_before := groups.get("half_before"):  # `half drie`, half three, is 2:30
        hour = int(half_before) - 1
        if own_part or hour in _MORNING_HOURS:
            return _spoken_time(hour, 30, own_part, context)
        raise _ask_which_half_of_day(hour, 30, context)
    # The pattern of noon has no hour, and most hours have no minutes.
    hour, minute = int(groups.get("hour") or 12), int(groups.get("minute") or 0)
    if own_part:
        return _spoken_time(hour, minute, own_part, context)
    am_or_pm = groups.get("am_or_pm")
    if hour > 23 or minute > 59 or (am_or_pm and not 1 <= hour <= 12):
        raise DateNotUnderstoodError(text=context.text)
    if am_or_pm:
        hour = hour % 12 + (12 if am_or_pm == "pm" else 0)  # 12 am is midnight, 12 pm noon
    elif not part and groups.get("hour") in set("123456"):
        # "3:00" hardly ever means the night, but it may. "03:00" does.
        raise _ask_which_half_of_day(hour, minute, context)
    if part and hour not in _PART_HOURS[part]:
        raise _ask_which_half_of_day(hour, minute, context)
    return time(hour, minute)


def _spoken_time(hour: int, minute: int, part: str | None, context: DateContext) -> time:
    """Return the time in *part* of the day: `q1` morning, `q2` afternoon, `q3` evening.

    Without one it is a time in working hours, from 7:00 to 18:59.
    """
    if not 0 <= hour <= 23 or minute > 59:  # "half 0" is an hour before midnight
        raise DateNotUnderstoodError(text=context.text)
    if part == "q1":
        return time(hour, minute)
    means_afternoon = part in ("q2", "q3") or hour < _FIRST_MORNING_HOUR
    if means_afternoon and hour < 12:
        hour += 12
    return time(hour, minute)


def _ask_which_half_of_day(hour: int, minute: int, context: DateContext) -> DateNotUnderstoodError:
    """Return the error that asks whether the time is before or after noon.

    From 12 on there is nothing to ask: the time does not fit its part of the day.
    """
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
