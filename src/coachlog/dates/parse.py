"""Days and moments as people in Belgium write them, or a refusal; never a guess.

Text first becomes tokens without language (`volgende dinsdag` is `next w1`, `mardi prochain` is
`w1 next`: see `words`); a closed list of rules (`days`, `stretches`, `times`) matches all tokens at
once. Text that no rule matches is refused (`errors`).
"""

import re
from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from coachlog.base import clock
from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.dates.calendars import (
    MONTH,
    DateContext,
    Prefer,
    exact_day,
    not_understood,
    shifted_day,
)
from coachlog.dates.days import bound_day, read_day
from coachlog.dates.errors import (
    STILL_TO_COME,
    TIME_MISSING,
    DateNotUnderstoodError,
    DayMissingError,
    PeriodNotUnderstoodError,
)
from coachlog.dates.stretches import FRIDAY, ask_which_day
from coachlog.dates.times import read_day_and_time
from coachlog.dates.words import tokens_of
from coachlog.values.errors import KindError

__all__ = [
    "DateNotUnderstoodError", "DayMissingError", "PeriodNotUnderstoodError", "Prefer",
    "keep_until", "parse_day", "parse_moment", "parse_period_bound",
]  # fmt: skip

_MAX_LENGTH: Final = 60
_UNITS_BY_LETTER: Final = {"d": "day", "w": "week", "m": "month", "y": "year", "a": "year"}
_ISO_MOMENT: Final = (
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})[Tt ]"
    r"(?P<clock>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)"
    r"(?P<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})?"
)


def parse_day(text: str, today: date, *, prefer: Prefer = "future") -> date:
    """Return the calendar day that *text* names, seen from *today*; text with a time is refused.

    Without a year, the first such day in the direction of *prefer*, *today* included; a bare
    weekday is the nearest in that direction, *today* excluded.
    Raises DateNotUnderstoodError or a subclass.
    """
    context = DateContext(_for_error_message(text), today, prefer)
    _refuse_empty(text, context)
    day = read_day(_require_tokens(text, context), context)
    if day:
        return day
    raise not_understood(context)


def keep_until(text: str, today: date) -> date:
    """Return the day until which notes are kept; raises KindError for a day in the past."""
    day = parse_day(text, today)
    if day < today:
        raise KindError(
            N_("Notes cannot be kept until {day}: that day has passed."),
            N_("Give a day in the future, for example {example}."),
            day=day,
            example=date(today.year + 2, 12, 31),
        )
    return day


def parse_past_day(text: str, today: date) -> date:
    """Return the day that *text* names, the past one where two could be meant.

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
    """Return the aware moment that *text* names on the clock of *zone*; *now* is aware.

    A day alone takes *default_time*. A time that occurs twice, in autumn, is the first of the two;
    a time that the clock skips, in spring, is refused. ISO text with an offset is converted to
    *zone*.
    Raises DateNotUnderstoodError, also where the time is missing; and UnknownZoneError.
    """
    time_zone = clock.zone(zone)
    local_now = now.astimezone(time_zone)
    context = DateContext(_for_error_message(text), local_now.date(), prefer)
    _refuse_empty(text, context)
    if iso := re.fullmatch(_ISO_MOMENT, text.strip(" \t\r\n")):
        return _read_iso_moment(iso, time_zone, context)
    tokens = _require_tokens(text, context)
    if tokens == ["now"]:
        return local_now
    day, time_of_day = read_day_and_time(tokens, context)
    if time_of_day is None and "end" in tokens and day.weekday() > FRIDAY:
        # "The end of the month" may be a Sunday, and nobody plans a talk on one in those words.
        raise ask_which_day(day, context, step=-1)
    if time_of_day is None:
        time_of_day = default_time
    if time_of_day is None:
        raise DateNotUnderstoodError(*TIME_MISSING, text=context.text, example="14:00")
    return _localize(datetime.combine(day, time_of_day), time_zone, context)


def parse_period_bound(
    text: str, today: date, *, last: bool = False, prefer: Prefer = "past"
) -> date:
    """Return the day on which a period begins, or with *last* the day on which it ends.

    Besides what `parse_day` reads: how far back (`10d`, `2w`, `6m`, `1y`; `1a` is a year, French
    *an*), and a year or a month (`2026`, `2026-09`, `september 2026`) for its first or last day.
    `10j` is refused: `j` is days in French, *jours*, and years in Dutch, *jaar*.
    Raises PeriodNotUnderstoodError or another DateNotUnderstoodError.
    """
    context = DateContext(_for_error_message(text), today, prefer)
    compact = text.strip(" \t\r\n").lower()
    if distance := re.fullmatch(r"([0-9]{1,4}) ?([dwmyja])", compact):
        return _read_distance_back(int(distance[1]), distance[2], context)
    if year_or_month := re.fullmatch(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}))?", compact):
        return bound_day(year_or_month, last, context)
    # Without tokens no rule matches, so text that is too long or unknown is refused at the end.
    tokens = _find_tokens(text) or []
    if named_month := re.fullmatch(rf"{MONTH} (?P<year>\d{{4}})", " ".join(tokens)):
        return bound_day(named_month, last, context)
    day = read_day(tokens, context)
    if day:
        return day
    raise PeriodNotUnderstoodError(text=context.text)


def _for_error_message(text: str) -> str:
    """Return *text* for an error message: cut short, with a dot for each control character."""
    ellipsis = "…" if len(text) > _MAX_LENGTH else ""
    short = text[:_MAX_LENGTH].strip() + ellipsis
    return "".join(char if char.isprintable() else "·" for char in short)


def _require_tokens(text: str, context: DateContext) -> list[str]:
    """Return the tokens of *text*; raises DateNotUnderstoodError where it has an unknown word."""
    tokens = _find_tokens(text)
    if tokens is None:
        raise not_understood(context)
    return tokens


def _find_tokens(text: str) -> list[str] | None:
    """Return the tokens of *text*; None where it has an unknown word or is too long for a day."""
    return tokens_of(text) if len(text) <= _MAX_LENGTH else None


def _refuse_empty(text: str, context: DateContext) -> None:
    """Raise DateNotUnderstoodError for a text without any words."""
    if not text.strip():
        raise DateNotUnderstoodError(
            N_("A day is needed here."), needs_past_day=context.prefer == "past"
        )


def _read_distance_back(count: int, letter: str, context: DateContext) -> date:
    """Return the day that `10d` or `6m` ago is; `10j` is refused, for it is days or years."""
    if letter == "j":
        raise PeriodNotUnderstoodError(
            N_("“{text}” can mean days or years."),
            N_("Write {days} for days, or {years} for years."),
            text=context.text,
            days=f"{count}d",
            years=f"{count}y",
        )
    return shifted_day(-count, _UNITS_BY_LETTER[letter], context)


def _read_iso_moment(match: re.Match[str], time_zone: ZoneInfo, context: DateContext) -> datetime:
    """Return an ISO moment on the clock of *time_zone*, converted where it has an offset."""
    # First the day alone, for an error that says what is wrong with it.
    day = exact_day(int(match["year"]), int(match["month"]), int(match["day"]), context)
    offset = (match["offset"] or "").upper()
    try:
        moment = datetime.fromisoformat(f"{day}T{match['clock']}{offset}")
    except ValueError:  # a time such as 25:00
        raise DateNotUnderstoodError(text=context.text) from None
    if moment.tzinfo:
        return moment.astimezone(time_zone)
    return _localize(moment, time_zone, context)


def _localize(naive: datetime, time_zone: ZoneInfo, context: DateContext) -> datetime:
    """Return *naive* as an aware moment, of two in autumn the first.

    Raises DateNotUnderstoodError where the clock skipped that time in spring.
    """
    moment = naive.replace(tzinfo=time_zone)
    # Only a time that exists comes back unchanged from UTC.
    existing = moment.astimezone(UTC).astimezone(time_zone)
    if existing.replace(tzinfo=None) != naive:
        raise DateNotUnderstoodError(
            N_("“{text}” does not exist: in {zone} the clock skipped that hour."),
            N_("Give a time that existed that day, such as {example}."),
            text=context.text,
            zone=time_zone.key,
            example=f"{existing:%H:%M}",
        )
    return moment
