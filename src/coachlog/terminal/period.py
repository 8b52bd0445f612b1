"""The period that a command is about: `--since` and `--until`, both included."""

from datetime import date
from typing import Annotated

import typer

from coachlog.base.texts import N_
from coachlog.dates.typed import period_bound

Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="DAY",
        help=N_("From when: 2026-01-01, 2026, 6m, 1y."),
        show_default=False,
    ),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DAY", help=N_("The last day, included."), show_default=False),
]


def period(since: str | None, until: str | None, today: date) -> tuple[date | None, date | None]:
    """The first and the last day of a period; None where it is open."""
    return period_bound(since, today), period_bound(until, today, last=True)


def period_in_days(
    since: str | None, until: str | None, today: date
) -> tuple[str | None, str | None]:
    """The same as the store has days: `YYYY-MM-DD`."""
    first, last = period(since, until, today)
    return first.isoformat() if first else None, last.isoformat() if last else None
