"""`coachlog hours`: what counts for a credential, or the time in each role of a year."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, NamedTuple

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _
from coachlog.display.page import Page
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import Context, context, hint
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_list
from coachlog.terminal.whole_page import show_whole
from coachlog.views.hours.clients import COLUMNS, ClientLine, client_lines
from coachlog.views.hours.page import practice_page, roles_page
from coachlog.views.hours.read import (
    LedgerLine,
    RoleLine,
    entries_for,
    ledger_lines,
    practice,
    role_lines,
)

FIRST_YEAR, LAST_YEAR = 1900, 2200

Year = Annotated[
    str | None,
    option_info("--year", N_("The time in each role of this year; for employer or fund."), "YEAR"),
]


def total(year: Year = None, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show what counts as practice for your credential, or the time in each role of a year.

    coachlog hours --year 2026
    """
    run, wish = context(), OutputFormat(as_json, as_csv)
    if run.settings.credential and year is None:
        _show_practice(run, wish)
    else:
        _show_roles(run, wish, _year(year, run.today))


def clients(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List the clients whose hours count, as the log of a body wants them.

    coachlog hours clients --csv
    """
    run, lines, empty = context(), list[ClientLine](), _("Nothing counts yet.")
    if run.settings.credential:
        with run.reader() as reader:
            lines = client_lines(reader, entries_for(reader, run.settings, run.today))
    else:
        text = _("No credential is set, so there is no log: {command}")
        empty = text.format(command=hint("config set credential acc"))
    show_list(run, OutputFormat(as_json, as_csv), ClientLine._fields, lines, COLUMNS, empty)


def _show_practice(run: Context, wish: OutputFormat) -> None:
    with run.reader() as reader:
        view = practice(reader, run.settings, run.today)
    _show(run, wish, _Data(LedgerLine._fields, ledger_lines(view)), practice_page(view))


def _show_roles(run: Context, wish: OutputFormat, year: int) -> None:
    with run.reader() as reader:
        lines = role_lines(reader, year)
    _show(run, wish, _Data(RoleLine._fields, lines), roles_page(lines, year))


class _Data(NamedTuple):
    fields: Sequence[str]
    lines: Sequence[Any]


def _show(run: Context, wish: OutputFormat, data: _Data, page: Page) -> None:
    if any(wish):
        show_list(run, wish, data.fields, data.lines, (), "")
    else:
        show_whole(run, page)


def _year(typed: str | None, today: date) -> int:
    """Return the year that was typed in four digits, or this one; raises UsageError."""
    if typed is None:
        return today.year
    word = typed.strip()
    if not (word.isascii() and word.isdigit() and FIRST_YEAR <= int(word[:5]) <= LAST_YEAR):
        raise UsageError(
            N_("“{answer}” is not a year."),
            N_("For example: coachlog hours --year {year}"),
            answer=word[:40],
            year=today.year,
        )
    return int(word)
