"""The options of `import`, and how they become `Wishes`."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any

import typer

from coachlog.base import clock
from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, language
from coachlog.dates.typed import period_bound
from coachlog.intake.request import ImportRequest
from coachlog.journal.coachee.lookup import find
from coachlog.terminal.command_options import option
from coachlog.terminal.context import Context

AHEAD = timedelta(days=365)
"""How far ahead repeating events are imported without --until."""
DATE_ORDERS = ("dmy", "mdy")


def _flag(name: str, help_text: str) -> Any:
    return Annotated[bool, typer.Option(name, help=help_text)]


PARAMETERS: dict[str, Any] = {
    "which": Annotated[
        list[str],
        typer.Argument(metavar="FILE", help=N_("Files or folders; - is standard input.")),
    ],
    "as_": option("--as", N_("What the file is, where its content does not tell."), "FORMAT"),
    "dry_run": _flag("--dry-run", N_("Only tell what would be done.")),
    "coachee": option("--coachee", N_("All of it is about this person."), "WHO"),
    "new": _flag("--new", N_("Add the people who are not known yet.")),
    "noun": option("--noun", N_("What the records are: session, coachee, contact …"), "NOUN"),
    "shared": _flag("--shared", N_("Free words are shared; without it, they are yours.")),
    "private": _flag("--private", N_("Take the notes of address cards too.")),
    "past": _flag("--past", N_("Take what lies in the past, as conversations held.")),
    "until": option(
        "--until", N_("The last day of what repeats; a year ahead if left out."), "DAY"
    ),
    "zone": option("--zone", N_("The zone of times whose zone is not known."), "ZONE"),
    "encoding": option("--encoding", N_("How text is encoded, such as cp1252."), "NAME"),
    "date_order": option(
        "--date-order", N_("dmy or mdy, where a list writes days with figures."), "WORD"
    ),
    "header_line": option("--header-line", N_("The line with the names of the columns."), "N"),
    "sheet": option("--sheet", N_("Which sheet of a workbook."), "NAME"),
    "columns": option(
        "--map",
        N_("Which column is what: Datum=date. May be repeated."),
        "COLUMN=FIELD",
        several=True,
    ),
    "key": option("--key", N_("The column that tells one row from the others."), "COLUMN"),
    "profile": option("--profile", N_("Use, or keep, such a choice of columns by a name."), "NAME"),
    "strict": _flag("--strict", N_("Take nothing unless all of it can be taken.")),
}
"""By the names under which the command gets them."""


def request_of(run: Context, given: Mapping[str, Any]) -> ImportRequest:
    """Return the options read and checked. Raises UsageError, NotFoundError and RefusedError."""
    if given["zone"]:
        clock.zone(given["zone"])
    if given["date_order"] not in (None, *DATE_ORDERS):
        raise UsageError(
            N_("The order of a date is dmy or mdy, not “{answer}”."), "", answer=given["date_order"]
        )
    with run.reader() as reader:
        owner = find(reader, given["coachee"]).handle if given["coachee"] else None
    last_day = period_bound(given["until"], run.today, last=True) or run.today + AHEAD
    return ImportRequest(
        now=run.now,
        zone=run.zone,
        language=language(),
        coachee=owner,
        new=given["new"],
        shared=given["shared"],
        private=given["private"],
        past=given["past"],
        encoding=given["encoding"],
        date_order=given["date_order"],
        header_line=_line_number(given["header_line"]),
        sheet=given["sheet"],
        columns=tuple(map(_column, given["columns"] or ())),
        profile=given["profile"],
        key_column=given["key"],
        noun=given["noun"],
        until=last_day.isoformat(),
        assumed_zone=given["zone"],
        interactive=run.attended,
        own_name=run.settings.name or "",
        own_addresses=tuple((run.settings.address or "").casefold().replace(",", " ").split()),
    )


def _line_number(typed: str | None) -> int | None:
    """Return the typed number of a line; None where none was typed. Raises UsageError."""
    if typed is None:
        return None
    if not (typed.isascii() and typed.isdigit() and int(typed[:9]) > 0):
        raise UsageError(
            N_("“{answer}” is not the number of a line."),
            N_("For example: --header-line 3"),
            answer=typed[:40],
        )
    return int(typed[:9])


def _column(typed: str) -> tuple[str, str]:
    """Return the column and the field of `COLUMN=FIELD`; the name of a column may have a `=`."""
    column, sign, field = typed.rpartition("=")
    if not (sign and column.strip() and field.strip()):
        raise UsageError(
            N_("“{answer}” does not say which column is what."),
            N_("For example: --map Datum=date"),
            answer=typed[:80],
        )
    return column.strip(), field.strip()
