"""`coachlog history prune`: forget old steps, and the words that they hold."""

from typing import Annotated

import typer

from coachlog.base import clock
from coachlog.base.days import day_text
from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _, count_text, language
from coachlog.journal.common.remove import backup_lines
from coachlog.settings import MOST_LOG_DAYS
from coachlog.store.days_of_use import limit_today
from coachlog.store.expiry import (
    KEPT_DAYS,
    OldSteps,
    after_last_step,
    forget_older_than,
    steps_older_than,
)
from coachlog.terminal.command_options import Yes
from coachlog.terminal.confirm import confirm
from coachlog.terminal.context import Context, context, say
from coachlog.values.text import whole_days


def prune(
    days: Annotated[
        str | None,
        typer.Option(
            "--days",
            metavar="N",
            help=N_("Forget what more than N days of use came after; else 90, or log_days."),
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=N_("Forget every step."))] = False,
    yes: Yes = False,
) -> None:
    """Forget old steps, with all their words: they can no longer be undone.

    coachlog history prune --days 30
    """
    run = context()
    kept_days = _kept_days(run, days)
    if everything and days is not None:
        raise UsageError(
            N_("--all and --days do not go together."), N_("Leave one of the two out.")
        )
    with run.reader() as reader:
        limit = after_last_step(reader) if everything else limit_today(reader, run.today, kept_days)
        found = steps_older_than(reader, limit or "")
    if not found.total:
        say(_("There is nothing to forget."))
        return
    if not confirm(run, [*_preview(run, found), *backup_lines(run)], _("Forget this?"), yes):
        return
    with run.work("history prune") as work:
        forget_older_than(work, limit or "")
    say(count_text("{n} step is forgotten.", "{n} steps are forgotten.", found.total))


def _kept_days(run: Context, days: str | None) -> int:
    """Return how many days of use may come after a step that stays. Raises NotAScaleError."""
    usual = run.settings.log_days or KEPT_DAYS
    return usual if days is None else whole_days(days, 0, MOST_LOG_DAYS)


def _preview(run: Context, found: OldSteps) -> list[str]:
    """Return what goes and what stays."""
    first, last = (
        day_text(clock.local_day(clock.moment_of(stamp), run.zone).isoformat(), language())
        for stamp in (found.first or "", found.last or "")
    )
    message = count_text(
        "{n} step of {first} will be forgotten, with all its words.",
        "{n} steps of {first} to {last} will be forgotten, with all their words.",
        found.total,
        first=first,
        last=last,
    )
    return [
        message,
        _("They can no longer be undone. What stands in the journal now stays."),
    ]
