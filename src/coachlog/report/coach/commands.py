"""`report coach`: a year of the coach, without any person in it."""

from datetime import date
from typing import Annotated

import typer

from coachlog.base.texts import N_
from coachlog.journal.growth.rating.competences import load
from coachlog.report.coach.page import YearLine, flat, page, record
from coachlog.report.coach.read import read
from coachlog.report.fund.yearly import FIRST_YEAR
from coachlog.terminal.command_options import FileOptions, with_file
from coachlog.terminal.context import context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_json, show_list
from coachlog.terminal.whole_page import requested_file, show_whole
from coachlog.values.errors import KindError


@with_file
def coach(
    year: Annotated[
        str | None,
        typer.Argument(metavar="[YEAR]", help=N_("A calendar year; this one if left out.")),
    ] = None,
    with_ratings: Annotated[
        bool, typer.Option("--self", help=N_("With how you rate your own competences."))
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    *,
    file: FileOptions,
) -> None:
    """Show your own year in figures: roles, hours, what you learned; nobody else.

    coachlog report coach 2026
    """
    run, output = context(), OutputFormat(as_json, as_csv)
    wished = requested_file(run, file, as_data=as_json or as_csv)
    with run.reader() as reader:
        figures = read(reader, _year_of(year, run.today))
    if as_csv:  # show_list refuses both formats at once
        lines = flat(figures, with_ratings=with_ratings)
        show_list(run, output, YearLine._fields, lines, (), "")
    elif as_json:
        show_json(record(figures, with_ratings=with_ratings))
    else:
        competences = load() if with_ratings else None
        made = page(figures, competences, run.settings.name or "", run.today)
        show_whole(run, made, wished)


def _year_of(typed: str | None, today: date) -> int:
    """Return the year that was typed, or this one; raises KindError for anything else."""
    if typed is None:
        return today.year
    word = typed.strip()
    has_four_digits = word.isascii() and word.isdigit() and len(word) == 4
    if not has_four_digits or not FIRST_YEAR <= int(word) <= today.year:
        raise KindError(
            N_("“{typed}” is not a year until now."),
            N_("Give four digits, for example: coachlog report coach {example}"),
            typed=typed[:40],
            example=today.year,
        )
    return int(word)
