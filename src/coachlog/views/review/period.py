"""Which days a look back is about: a quarter, a period, or all there is."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from coachlog.base.days import show_day
from coachlog.base.errors import RefusedError, UsageError
from coachlog.base.texts import N_, _, language
from coachlog.dates.errors import STILL_TO_COME
from coachlog.terminal.period import period_in_days
from coachlog.values.parse import KindError

# Q, K or T: quarter, kwartaal, trimestre.
_QUARTER = re.compile(r"(?:(\d{4})[ -]?)?[qkt]([1-4])", re.IGNORECASE | re.ASCII)
YEARS = range(1900, 2201)


class ReviewPeriod(NamedTuple):
    """The first and the last day, both included, as the store has them; *since* "" is from ever.

    *year* and *quarter* are there for a quarter.
    """

    since: str
    until: str
    year: int | None = None
    quarter: int | None = None

    def before(self) -> "ReviewPeriod":
        """The quarter before this one."""
        first = date.fromisoformat(self.since)
        return quarter_of(first - timedelta(days=1))

    def told(self) -> list[str]:
        """The period in words, in the language of the run."""
        last = _day(self.until)
        if not self.since:
            return [_("everything up to {day}").format(day=last)]
        days = _("from {first} until {last}").format(first=_day(self.since), last=last)
        name = _("Quarter {n} of {year}").format(n=self.quarter, year=self.year)
        return [name, days] if self.quarter else [days]


def quarter_of(day: date) -> ReviewPeriod:
    """The quarter in which *day* falls."""
    quarter = (day.month + 2) // 3
    after = date(day.year + quarter // 4, quarter % 4 * 3 + 1, 1)
    first = date(day.year, quarter * 3 - 2, 1)
    last = after - timedelta(days=1)
    return ReviewPeriod(first.isoformat(), last.isoformat(), day.year, quarter)


def quarter(text: str, today: date) -> ReviewPeriod:
    """The quarter that *text* names: `2026Q3`, `2026-Q3`, `Q3` of this year; K and T as well.

    Raises KindError, or RefusedError for one that has not begun.
    """
    found = _QUARTER.fullmatch(text.strip())
    year = int(found[1] or today.year) if found else 0
    if not found or year not in YEARS:
        raise KindError(
            N_("“{text}” is not a quarter."),
            N_("Write the year and the quarter, 1 to 4, as in {example}."),
            text=text[:40],
            example=f"{today.year}Q{quarter_of(today).quarter}",
        )
    return _begun(quarter_of(date(year, int(found[2]) * 3, 1)), today)


def period_of(
    quarter_text: str | None, since: str | None, until: str | None, today: date
) -> ReviewPeriod | None:
    """The period that the options name; None where they name none.

    Raises UsageError, RefusedError, or what reading a day raises.
    """
    if quarter_text is not None:
        if since or until:
            raise UsageError(
                N_("A quarter is already a period."), N_("Give --quarter, or --since and --until.")
            )
        return quarter(quarter_text, today)
    if not since and not until:
        return None
    first, last = period_in_days(since, until, today)
    found = ReviewPeriod(first or "", last or max(today.isoformat(), first or ""))
    if found.since > found.until:
        raise UsageError(
            N_("The period ends on {until}, before it starts on {since}."),
            N_("Give the first day with --since, the last one with --until."),
            since=_day(found.since),
            until=_day(found.until),
        )
    return _begun(found, today)


def _begun(found: ReviewPeriod, today: date) -> ReviewPeriod:
    if found.since > today.isoformat():
        raise RefusedError(*STILL_TO_COME, day=_day(found.since))
    return found


def _day(day: str) -> str:
    return show_day(date.fromisoformat(day), language())
