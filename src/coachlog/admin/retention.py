"""`coachlog retention`: until when the notes about each person are kept."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, NamedTuple

import typer

from coachlog.base.days import day_text
from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _, language
from coachlog.dates.parse import keep_until
from coachlog.dates.until import kept_after
from coachlog.journal.coachee import lookup
from coachlog.journal.common.columns import columns
from coachlog.schema.coachee import COACHEE
from coachlog.store.connection import Reader
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, say_done, show_list
from coachlog.values import parse

DUE, KEPT, OPEN = "due", "kept", "open"
STATES = {DUE: N_("the day is over"), KEPT: N_("kept"), OPEN: N_("no day yet")}


class RetentionLine(NamedTuple):
    """Until when the notes about a person are kept, as `retention list` gives it.

    *ended_on* is the end of the last trajectory, empty while one is active. *suggested_on* is what
    that suggests where no day and no reason was noted. *state* is due, kept or open.
    """

    coachee: str
    name: str
    retention_on: str | None
    retention_reason: str | None
    ended_on: str | None
    suggested_on: str | None
    state: str


COLUMNS = columns(
    COACHEE,
    Column("coachee", N_("Short name"), "person"),
    "name",
    "retention_on",
    Column("suggested_on", N_("Suggested"), "day"),
    Column("state", N_("Status"), "choice", words=STATES),
    ("retention_reason", 3),
)[1:]


class _RetentionRow(NamedTuple):
    handle: str
    name: str
    retention_on: str | None
    reason: str | None
    is_active: int
    ended_on: str | None


_RETENTION_ROWS = (
    "select c.handle, c.name, c.retention_on, c.retention_reason,"
    " exists (select 1 from trajectory t where t.coachee_id = c.id and t.status = 'active'),"
    " (select max(t.closed_on) from trajectory t where t.coachee_id = c.id)"
    " from coachee c where c.is_self is not 1 order by c.name_sort, c.handle"
)


def list_(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List until when the notes about each person are kept, the first to go first.

    coachlog retention list
    """
    run = context()
    with run.reader() as reader:
        lines = _lines(run, reader)
    _show(run, lines, _("Nobody yet."), as_json, as_csv)


def due(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List the people whose notes were to be kept until a day that is over.

    coachlog retention due
    """
    run = context()
    with run.reader() as reader:
        lines = [line for line in _lines(run, reader) if line.state == DUE]
    _show(run, lines, _("Nobody's notes are due."), as_json, as_csv)
    if lines and not (as_json or as_csv):
        handle = lines[0].coachee
        say(_("To erase somebody: {command}").format(command=hint(f"erase {handle}")))
        say(
            _("To keep them longer: {command}").format(command=hint(f"retention keep {handle} DAY"))
        )


def keep(
    who: Annotated[str, typer.Argument(metavar="WHO", help=N_("Short name or full name."))],
    until: Annotated[
        str | None,
        typer.Argument(metavar="[DAY]", help=N_("The day until which you keep these notes.")),
    ] = None,
    reason: Annotated[
        str | None,
        option_info("--reason", N_("Why the notes are kept longer, or without a day.")),
    ] = None,
) -> None:
    """Keep the notes about somebody until a day, or without a day for a reason.

    coachlog retention keep amina 2028-06-30
    """
    run = context()
    why = parse.line(reason)
    if until is None and why is None:
        raise UsageError(
            N_("It is not said until when the notes are kept, or why."),
            N_("Give a day or a reason, for example: coachlog retention keep {who} 31/12/2028"),
            who=who,
        )
    day = keep_until(until, run.today).isoformat() if until is not None else None
    with run.work("coachee edit") as work:
        person = lookup.find(work, who)
        work.update("coachee", person.id, {"retention_on": day, "retention_reason": why})
    if day:
        text = _("The notes about {name} are kept until {day}.")
        message = text.format(name=person.name, day=day_text(day, language()))
    else:
        message = _("The notes about {name} are kept without a day.").format(name=person.name)
    say_done(message, "retention list")


def _lines(run: Context, reader: Reader) -> list[RetentionLine]:
    """Return the clock of each person, the first day first, those without a day last."""
    lines = list(_read(run, reader))
    last = date.max.isoformat()
    return sorted(lines, key=lambda line: line.retention_on or line.suggested_on or last)


def _read(run: Context, reader: Reader) -> Iterator[RetentionLine]:
    """Yield the line of each person; without a day or a reason, a day is suggested."""
    today = run.today.isoformat()
    for clock in reader.rows(_RetentionRow, _RETENTION_ROWS):
        ended_on = None if clock.is_active else clock.ended_on
        is_open = clock.retention_on is None and clock.reason is None
        suggested = None
        if is_open and ended_on:
            end = date.fromisoformat(ended_on)
            suggested = kept_after(end, run.settings.retention_days).isoformat()
        last_day = clock.retention_on or suggested
        state = DUE if last_day and last_day < today else OPEN if is_open else KEPT
        yield RetentionLine(*clock[:4], ended_on, suggested, state)


def _show(
    run: Context, lines: list[RetentionLine], empty: str, as_json: bool, as_csv: bool
) -> None:
    show_list(run, OutputFormat(as_json, as_csv), RetentionLine._fields, lines, COLUMNS, empty)
