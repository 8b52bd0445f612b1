"""Days and moments as people in Belgium write them, or a refusal; never a guess.

A text first becomes tokens that know no language (`volgende dinsdag` is `next w1`, `mardi prochain`
is `w1 next`: see `datewords`); a closed list of rules (`dayrules`, `timerules`) reads those as a
whole. What is left over is a refusal (`dateerrors`).
"""

import re
from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from coachlog.base import clock
from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.dates.days import (
    MONTH,
    DateContext,
    Prefer,
    bound_day,
    exact_day,
    read_day,
    shifted_day,
)
from coachlog.dates.errors import (
    STILL_TO_COME,
    TIME_MISSING,
    DateNotUnderstoodError,
    DayMissingError,
    PeriodNotUnderstoodError,
)
from coachlog.dates.stretches import FRIDAY, which_day
from coachlog.dates.times import read_day_and_time
from coachlog.dates.words import tokens_of

__all__ = [
    "DateNotUnderstoodError", "DayMissingError", "PeriodNotUnderstoodError", "Prefer",
    "parse_day", "parse_moment", "parse_period_bound",
]  # fmt: skip

_LONGEST: Final = 60
_BACK: Final = {"d": "day", "w": "week", "m": "month", "y": "year", "a": "year"}
_ISO_MOMENT: Final = (
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})[Tt ]"
    r"(?P<clock>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)"
    r"(?P<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})?"
)


def parse_day(text: str, today: date, *, prefer: Prefer = "future") -> date:
    """The calendar day that *text* names when it is *today*; a text with a time is refused.

    Without a year, the first such day in the direction of *prefer*, *today* included; a bare
    weekday is the nearest in that direction, *today* excluded.
    Raises DateNotUnderstoodError or a subclass.
    """
    asked = DateContext(_repeatable(text), today, prefer)
    _refuse_empty(text, asked)
    if day := read_day(_tokens(text, asked), asked):
        return day
    raise DateNotUnderstoodError(text=asked.text, over=asked.prefer == "past")


def parse_past_day(text: str, today: date) -> date:
    """The day that *text* names, a past one where two could be meant.

    Raises RefusedError for a day after *today*, and what `parse_day` raises.
    """
    day = parse_day(text, today, prefer="past")
    if day > today:
        raise RefusedError(*STILL_TO_COME, day=day)
    return day


def parse_moment(
    text: str,
    now: datetime,
    zone: str,
    *,
    default_time: time | None = None,
    prefer: Prefer = "future",
) -> datetime:
    """The aware moment that *text* names on the clock of *zone*; *now* is aware.

    A day alone takes *default_time*. Of a time that comes twice, in autumn, the first is meant; a
    time that the clock skips, in spring, is refused. ISO text with an offset is brought to *zone*.
    Raises DateNotUnderstoodError, also where the time is missing; and UnknownZoneError.
    """
    place = clock.zone(zone)
    here = now.astimezone(place)
    asked = DateContext(_repeatable(text), here.date(), prefer)
    _refuse_empty(text, asked)
    if iso := re.fullmatch(_ISO_MOMENT, text.strip(" \t\r\n")):
        return _iso_moment(iso, place, asked)
    tokens = _tokens(text, asked)
    if tokens == ["now"]:
        return here
    day, at = read_day_and_time(tokens, asked)
    if at is None and "end" in tokens and day.weekday() > FRIDAY:
        raise which_day(day, asked, -1)  # nobody plans a talk on a Sunday by saying so
    at = default_time if at is None else at
    if at is None:
        raise DateNotUnderstoodError(*TIME_MISSING, text=asked.text, example="14:00")
    return _on_the_clock(datetime.combine(day, at), place, asked)


def parse_period_bound(
    text: str, today: date, *, last: bool = False, prefer: Prefer = "past"
) -> date:
    """The day on which a period begins, or with *last* ends.

    Besides what `parse_day` reads: how far back (`10d`, `2w`, `6m`, `1y`; `1a` is a year, of *an*),
    and a year or a month (`2026`, `2026-09`, `september 2026`): its first day, with *last* its
    last. `10j` is refused: days in French, *jours*, and years in Dutch, *jaar*.
    Raises PeriodNotUnderstoodError or another DateNotUnderstoodError.
    """
    asked = DateContext(_repeatable(text), today, prefer)
    compact = text.strip(" \t\r\n").lower()
    if back := re.fullmatch(r"([0-9]{1,4}) ?([dwmyja])", compact):
        return _back(int(back[1]), back[2], asked)
    if whole := re.fullmatch(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}))?", compact):
        return bound_day(whole, last, asked)
    tokens = (tokens_of(text) if len(text) <= _LONGEST else None) or []
    if named := re.fullmatch(rf"{MONTH} (?P<year>\d{{4}})", " ".join(tokens)):
        return bound_day(named, last, asked)
    if day := read_day(tokens, asked):
        return day
    raise PeriodNotUnderstoodError(text=asked.text)


def _repeatable(text: str) -> str:
    short = text[:_LONGEST].strip() + ("…" if len(text) > _LONGEST else "")
    return "".join(sign if sign.isprintable() else "·" for sign in short)


def _tokens(text: str, asked: DateContext) -> list[str]:
    tokens = tokens_of(text) if len(text) <= _LONGEST else None
    if tokens is None:
        raise DateNotUnderstoodError(text=asked.text, over=asked.prefer == "past")
    return tokens


def _refuse_empty(text: str, asked: DateContext) -> None:
    if not text.strip():
        raise DateNotUnderstoodError(N_("A day is needed here."), over=asked.prefer == "past")


def _back(count: int, letter: str, asked: DateContext) -> date:
    if letter == "j":
        raise PeriodNotUnderstoodError(
            N_("“{text}” can mean days or years."),
            N_("Write {days} for days, or {years} for years."),
            text=asked.text,
            days=f"{count}d",
            years=f"{count}y",
        )
    return shifted_day(-count, _BACK[letter], asked)


def _iso_moment(match: re.Match[str], place: ZoneInfo, asked: DateContext) -> datetime:
    day = exact_day(int(match["year"]), int(match["month"]), int(match["day"]), asked)
    try:
        moment = datetime.fromisoformat(f"{day}T{match['clock']}{(match['offset'] or '').upper()}")
    except ValueError:
        raise DateNotUnderstoodError(text=asked.text) from None
    return moment.astimezone(place) if moment.tzinfo else _on_the_clock(moment, place, asked)


def _on_the_clock(naive: datetime, place: ZoneInfo, asked: DateContext) -> datetime:
    moment = naive.replace(tzinfo=place)
    back = moment.astimezone(UTC).astimezone(place)
    if back.replace(tzinfo=None) != naive:
        raise DateNotUnderstoodError(
            N_("“{text}” does not exist: in {zone} the clock skipped that hour."),
            N_("Give a time that existed that day, such as {example}."),
            text=asked.text,
            zone=place.key,
            example=f"{back:%H:%M}",
        )
    return moment
