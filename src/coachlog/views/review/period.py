"""Which days a look back is about: a quarter, a period, or everything up to a day."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from coachlog.base.days import show_day
from coachlog.base.errors import RefusedError, UsageError
from coachlog.base.texts import N_, _, language
from coachlog.dates.errors import STILL_TO_COME
from coachlog.terminal.period import period_in_days
from coachlog.values.errors import KindError

# Q, K or T: quarter, kwartaal, trimestre.
_QUARTER = re.compile(r"(?:(\d{4})[ -]?)?[qkt]([1-4])", re.IGNORECASE | re.ASCII)
YEARS = range(1900, 2201)


class ReviewPeriod(NamedTuple):
    """The first and the last day as ISO text, both included; *since* is "" without a first day.

    *year* and *quarter* are given if the period is a quarter.
    """

    since: str
    until: str
    year: int | None = None
    quarter: int | None = None

    def previous_quarter(self) -> "ReviewPeriod":
        """Return the quarter in which the day before this period falls."""
        first = date.fromisoformat(self.since)
        return quarter_of(first - timedelta(days=1))

    def in_words(self) -> list[str]:
        """Return the name of the quarter, if it is one, and the days, in the current language."""
        last_day = _day(self.until)
        if not self.since:
            return [_("everything up to {day}").format(day=last_day)]
        days = _("from {first} until {last}").format(first=_day(self.since), last=last_day)
        if not self.quarter:
            return [days]
        return [_("Quarter {n} of {year}").format(n=self.quarter, year=self.year), days]


def quarter_of(day: date) -> ReviewPeriod:
    """Return the quarter in which *day* falls."""
    quarter = (day.month + 2) // 3
    first = date(day.year, quarter * 3 - 2, 1)
    # The fourth quarter is followed by month 1 of the next year.
    next_first = date(day.year + quarter // 4, quarter % 4 * 3 + 1, 1)
    last = next_first - timedelta(days=1)
    return ReviewPeriod(first.isoformat(), last.isoformat(), day.year, quarter)


def quarter(text: str, today: date) -> ReviewPeriod:
    """Parse *text* as a quarter: `2026Q3`, `2026-Q3`, `Q3` of this year; K or T for Q as well.

    Raises KindError if it is none, RefusedError for one that has not begun.
    """
    match = _QUARTER.fullmatch(text.strip())
    year = int(match[1] or today.year) if match else 0  # 0 is not one of YEARS
    if match is None or year not in YEARS:
        raise KindError(
            N_("“{text}” is not a quarter."),
            N_("Write the year and the quarter, 1 to 4, as in {example}."),
            text=text[:40],
            example=f"{today.year}Q{quarter_of(today).quarter}",
        )
    last_month = int(match[2]) * 3
    return _require_begun(quarter_of(date(year, last_month, 1)), today)


def period_of(
    quarter_text: str | None, since: str | None, until: str | None, today: date
) -> ReviewPeriod | None:
    """Return the period of --quarter, or of --since and --until; None if none is given.

    Raises UsageError if they conflict, RefusedError for a period that has not begun, and what
    reading a day raises.
    """
    if quarter_text is not None:
        if since or until:
            raise UsageError(
                N_("A quarter is already a period."), N_("Give --quarter, or --since and --until.")
            )
        return quarter(quarter_text, today)
    if not since and not until:
        return None
    first_day, last_day = period_in_days(since, until, today)
    start = first_day or ""  # "" is before every day
    # A start in the future is refused below as such, not because the period would end before it.
    period = ReviewPeriod(start, last_day or max(today.isoformat(), start))
    if period.since > period.until:
        raise UsageError(
            N_("The period ends on {until}, before it starts on {since}."),
            N_("Give the first day with --since, the last one with --until."),
            since=_day(period.since),
            until=_day(period.until),
        )
    return _require_begun(period, today)


def _require_begun(period: ReviewPeriod, today: date) -> ReviewPeriod:
    """Return *period*; raises RefusedError if it begins after *today*."""
    if period.since > today.isoformat():
        raise RefusedError(*STILL_TO_COME, day=_day(period.since))
    return period


def _day(day: str) -> str:
    return show_day(date.fromisoformat(day), language())
