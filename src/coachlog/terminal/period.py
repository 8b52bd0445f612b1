"""The period that a command is about: `--since` and `--until`, both included."""

from datetime import date
from typing import Annotated

from coachlog.base.texts import N_
from coachlog.dates.typed import period_bound
from coachlog.terminal.command_options import option_info

Since = Annotated[
    str | None,
    option_info("--since", N_("From when: 2026-01-01, 2026, 6m, 1y."), "DAY"),
]
Until = Annotated[
    str | None,
    option_info("--until", N_("The last day, included."), "DAY"),
]


def period(since: str | None, until: str | None, today: date) -> tuple[date | None, date | None]:
    """Return the first and the last day of a period; None where it is open."""
    return period_bound(since, today), period_bound(until, today, last=True)


def period_in_days(
    since: str | None, until: str | None, today: date
) -> tuple[str | None, str | None]:
    """Return the first and the last day of a period as `YYYY-MM-DD`; None where it is open."""
    first_day, last_day = period(since, until, today)
    return (
        first_day.isoformat() if first_day else None,
        last_day.isoformat() if last_day else None,
    )
