"""The occurrences of a series, within bounds that are looked at before anything is computed."""

import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

import recurring_ical_events
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from icalendar import Calendar, Component, Event, vRecur

from coachlog.base.texts import _
from coachlog.intake.calendar.events import CalendarEvent, Moment, NotTaken

MOST_OCCURRENCES = 60
"""How many occurrences of a series are taken."""
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_PARTS = frozenset(
    (
        *("FREQ", "UNTIL", "COUNT", "INTERVAL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY"),
        *("BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYHOUR", "BYMINUTE", "BYSECOND"),
    )
)
_MOST_RULES, _MOST_RULE, _MOST_OFTEN, _MOST_STEP = 4, 2000, 4, 1000
_MOST_MOMENTS = 5000
_STEP = timedelta(days=366)
_CYCLE = 400
"""After so many years all days have the same names and numbers again."""
_SELECTING = frozenset(("BYSETPOS", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"))
_INDEX = "X-COACHLOG-INDEX"
_BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)


class Window(NamedTuple):
    """The moments between which occurrences are taken."""

    first: datetime
    last: datetime


class Occurrence(NamedTuple):
    """One time of a series: *event* tells of it, *recurrence* is what identifies it."""

    event: CalendarEvent
    recurrence: datetime
    starts_at: datetime
    is_first: bool


def check_rules(event: CalendarEvent, version: str) -> None:
    """Raise NotTaken for a series that is not computed: too often, or in an old form."""
    if event.starts_at is None:
        raise NotTaken(_("It does not say when it begins."))
    if version.startswith("1.") and event.rules:
        raise NotTaken(_("Series of vCalendar 1.0 are not read: make it again in your calendar."))
    if len(event.rules) > _MOST_RULES:
        raise NotTaken(_("It repeats by too many rules at once."))
    for rule in event.rules:
        parts = _parts(rule)
        if parts.get("FREQ") not in _FREQUENCIES:
            raise NotTaken(_("Only what repeats by the day, week, month or year is taken."))
        often = 1
        for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
            often *= len(parts[name].split(",")) if name in parts else 1
        step = parts.get("INTERVAL", "1")
        is_step = step.isascii() and step.isdigit() and 1 <= int(step[:9]) <= _MOST_STEP
        if (
            often > _MOST_OFTEN
            or not is_step
            or len(rule) > _MOST_RULE
            or not parts.keys() <= _PARTS
        ):
            raise NotTaken(_("Its rule “{rule}” cannot be read.").format(rule=rule[:60]))


def occurrences(
    master: CalendarEvent, changed: Sequence[CalendarEvent], window: Window
) -> Iterator[Occurrence]:
    """Yield the occurrences within *window*, soonest first; *changed* are those that differ.

    Raises NotTaken for rules that make no sense.
    """
    for rule in master.rules:
        _check_that_it_occurs(rule, master)
    calendar = Calendar()
    events = [master, *changed]
    for index, event in enumerate(events):
        calendar.add_component(_component(event, index, window))
    seen: set[datetime] = set()
    for found in _between(calendar, window):
        start = found.decoded("DTSTART")
        event = events[int(str(found[_INDEX]))]
        if not isinstance(start, datetime) or not window.first <= start <= window.last:
            continue
        recurrence = _recurrence(start, event)
        if recurrence not in seen:
            seen.add(recurrence)
            yield Occurrence(event, recurrence, start, start == master.starts_at)


def removed_within(master: CalendarEvent, window: Window) -> list[datetime]:
    """Return the moments within *window* at which an occurrence was removed, soonest first."""
    moments = {
        moment.astimezone(UTC)
        for each in master.removed
        if (moment := _as_moment(each, master)) and window.first <= moment <= window.last
    }
    return sorted(moments)[:MOST_OCCURRENCES]


def is_once_a_day(master: CalendarEvent) -> bool:
    """Return whether a day tells one occurrence from the others."""
    return not master.added and not any("BYHOUR" in rule.upper() for rule in master.rules)


def day_of_occurrence(event: CalendarEvent, moment: Moment) -> date:
    """Return the day of a moment on the clock of *event*."""
    return moment.astimezone(_clock(event)).date() if isinstance(moment, datetime) else moment


def days_within(window: Window, last: datetime | None = None) -> Iterator[date]:
    """Yield the days of *window*, or up to the *last* moment."""
    end = (last or window.last).date()
    day = window.first.date()
    while day <= end:
        yield day
        day += timedelta(days=1)


def _between(calendar: Calendar, window: Window) -> Iterator[Component]:
    """Yield the occurrences year by year, so that far ahead nothing is computed in vain."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            query = recurring_ical_events.of(calendar, components=["VEVENT"])
            first = window.first
            while first < window.last:
                last = min(first + _STEP, window.last)
                found = query.between(first, last)
                yield from sorted(found, key=_begins)
                first = last
    except _BROKEN as error:
        raise NotTaken(_("Its series cannot be computed.")) from error


def _check_that_it_occurs(rule: str, event: CalendarEvent) -> None:
    """Raise NotTaken for a rule that no day keeps, such as each 30 February.

    It would be computed to the end of the calendar. So it is tried near that end, where all days
    are as they are now.
    """
    parts = _parts(rule)
    may_be_empty = _SELECTING & parts.keys() or ("BYDAY" in parts and "INTERVAL" in parts)
    start = event.starts_at
    if not may_be_empty or not isinstance(start, datetime):
        return
    late = start.replace(year=start.year + (MAXYEAR - start.year) // _CYCLE * _CYCLE, tzinfo=None)
    text = ";".join(f"{name}={parts[name]}" for name in parts if name not in ("UNTIL", "COUNT"))
    try:
        first = next(iter(rrulestr(text, dtstart=late)), None)
    except _BROKEN as error:
        raise _unreadable(rule) from error
    if first is None:
        raise NotTaken(_("Its rule “{rule}” fits no day.").format(rule=rule[:60]))


def _begins(each: Component) -> datetime:
    begins: datetime = each.decoded("DTSTART")
    return begins


def _component(event: CalendarEvent, index: int, window: Window) -> Event:
    """Return an event with what the series needs only."""
    if not isinstance(event.starts_at, datetime):
        raise NotTaken(_("An occurrence of it has no time."))
    made = Event()
    made.add("UID", "series")
    made.add("SEQUENCE", event.sequence)
    made.add("DTSTART", event.starts_at)
    made.add("DTEND", event.starts_at + timedelta(minutes=event.minutes or 0))
    made.add(_INDEX, str(index))
    if event.recurrence is not None:
        made.add("RECURRENCE-ID", event.recurrence)
        if event.goes_on:
            made["RECURRENCE-ID"].params["RANGE"] = "THISANDFUTURE"
        return made
    for rule in event.rules:
        made.add("RRULE", _bounded(rule, event, window))
    for name, moments in (("EXDATE", event.removed), ("RDATE", event.added)):
        near = _near(moments, event, window)
        if near:
            made.add(name, near)
    return made


def _near(moments: Sequence[Moment], event: CalendarEvent, window: Window) -> list[datetime]:
    """Return which of *moments* matter within *window*. Raises NotTaken for too many."""
    found = {
        moment
        for each in moments
        if (moment := _as_moment(each, event)) and window.first <= moment <= window.last
    }
    if len(found) > _MOST_MOMENTS:
        raise NotTaken(_("It names more days than a calendar can have."))
    return sorted(found)


def _bounded(rule: str, event: CalendarEvent, window: Window) -> vRecur:
    """Return a rule that ends no later than *window*. Raises NotTaken."""
    parts = _parts(rule)
    until = window.last.astimezone(UTC)
    until_text = parts.pop("UNTIL", "")
    if until_text:
        until = min(until, _until(until_text, rule, event))
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        bounded: vRecur = vRecur.from_ical(f"{text};UNTIL={until:%Y%m%dT%H%M%SZ}")
    except _BROKEN as error:
        raise _unreadable(rule) from error
    return bounded


def _until(until_text: str, rule: str, event: CalendarEvent) -> datetime:
    """Return the last moment of a rule, which may be a whole day, or on the clock of its start."""
    match = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?", until_text)
    if match is None:
        raise _unreadable(rule)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        at = time(int(match[4]), int(match[5]), int(match[6])) if match[4] else time(23, 59, 59)
        local = UTC if match[7] else _clock(event)
        return datetime.combine(day, at, local).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise _unreadable(rule) from error


def _parts(rule: str) -> dict[str, str]:
    return dict(
        part.strip().partition("=")[::2]
        for part in rule.upper().replace(" ", "").split(";")
        if part.strip()
    )


def _recurrence(start: datetime, event: CalendarEvent) -> datetime:
    """Return the moment that an occurrence had at first, in UTC."""
    at_first = _as_moment(event.recurrence, event) if event.recurrence else start
    if at_first and event.goes_on and isinstance(event.starts_at, datetime):
        # It moved together with all that follow: each by as much, on the same clock.
        at_first = start - (event.starts_at - at_first)
    return (at_first or start).astimezone(UTC)


def _as_moment(each: Moment, event: CalendarEvent) -> datetime | None:
    """Return the moment of an occurrence that is named by its day: at the time of the series."""
    if isinstance(each, datetime):
        return each.astimezone(_clock(event))
    if not isinstance(event.starts_at, datetime):
        return None
    return datetime.combine(each, event.starts_at.timetz())


def _clock(event: CalendarEvent) -> tzinfo:
    return (isinstance(event.starts_at, datetime) and event.starts_at.tzinfo) or UTC


def _unreadable(rule: str) -> NotTaken:
    return NotTaken(_("Its rule “{rule}” cannot be read.").format(rule=rule[:60]))
