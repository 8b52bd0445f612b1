"""`report fund`: the figures of a year for a fund, and which theme belongs to which area."""

import sys
from typing import Annotated

import typer

from coachlog.errors import UsageError
from coachlog.journal.trajectory import fund as funds
from coachlog.journal.trajectory.fund import Fund
from coachlog.report.fund import own, yearly
from coachlog.report.fund.counting import FundLine
from coachlog.report.fund.page import page
from coachlog.report.fund.yearly import Draft, Report
from coachlog.terminal.confirm import SureError, Yes, sure
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.output import (
    AsCsv,
    AsJson,
    BothFormatsError,
    Column,
    Wish,
    done,
    show_json,
    show_list,
)
from coachlog.terminal.whole_page import show_whole
from coachlog.texts import N_, _, ngettext

COLUMNS = tuple(Column(field, "") for field in ("part", "id", "people", "goals", "value"))


class WhichYearError(UsageError):
    """No year was given."""

    cause = N_("Of which year shall it be?")
    remedy = N_("For example: coachlog report fund {example}")


class PublishSureError(SureError):
    """Nobody can be asked whether a report shall be published."""

    cause = N_("A report is published once and for all: where nobody can be asked, with --yes.")
    remedy = N_("Look at it before: coachlog report fund {year} --draft")


def fund(
    year: Annotated[
        str | None, typer.Argument(metavar="[YEAR]", help=N_("A calendar year that is over."))
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help=N_("How it stands now; nothing is published."))
    ] = False,
    yes: Yes = False,
    mapping: Annotated[
        bool, typer.Option("--mapping", help=N_("Print name, themes and areas of the fund."))
    ] = False,
    new_mapping: Annotated[
        bool, typer.Option("--new-mapping", help=N_("Write them to a file that you can change."))
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Report a year to a fund: people, goals and hours in figures, nobody by name.

    coachlog report fund 2026 --draft
    """
    run, wish = context(), Wish(as_json, as_csv)
    if as_json and as_csv:
        raise BothFormatsError
    known = funds.load()
    if new_mapping:
        _begin(known)
    elif mapping:
        _print(known)
    elif not year:
        raise WhichYearError(example=run.today.year - 1)
    else:
        _report(run, wish, known, yearly.year_of(year, run.today), draft, yes)


def _report(run: Context, wish: Wish, known: Fund, year: int, draft: bool, yes: bool) -> None:
    if not draft:
        yearly.over(year, run.today)
    with run.reader() as reader:
        kept = yearly.published(reader, year)
        if kept and not draft:
            _show(run, wish, kept)
            return
        found = yearly.draft(reader, known, year)
    if draft:
        _show(run, wish, found.report)
        _remark(found)
        if kept:
            say(_("{year} was published; without --draft you see that.").format(year=year))
        return
    if not (yes or run.interactive):
        raise PublishSureError(year=year)
    seen = run.rich and not (yes or wish.json or wish.csv)
    if seen:
        _show(run, wish, found.report)
    _remark(found)
    announcement = [_("Once published it stays as it is: no change and no undo alters it.")]
    question = _("Publish the report of {year}?").format(year=year)
    if sure(run, announcement, question, yes):
        with run.work("report fund") as work:
            made = yearly.publish(work, known, year, run.today)
        if not seen:
            _show(run, wish, made)
        done(_("The report of {year} is published.").format(year=year), f"report fund {year} --csv")


def _show(run: Context, wish: Wish, report: Report) -> None:
    if wish.json:
        show_json(yearly.as_json(report))
    elif (run.rich or run.aloud) and not wish.csv:
        show_whole(run, page(report))
    else:
        show_list(run, wish, FundLine._fields, report.lines, COLUMNS, "")


def _remark(found: Draft) -> None:
    """What the coach can still mend before the figures are fixed."""
    n = found.without_length
    if n:
        told = ngettext(
            "{n} conversation has no length and counts for no hours.",
            "{n} conversations have no length and count for no hours.",
            n,
        )
        say(told.format(n=n))
    if found.unknown:
        told = _("These themes are not in your file and do not count: {themes}.")
        say(told.format(themes=", ".join(found.unknown)))


def _print(known: Fund) -> None:
    sys.stdout.write(own.text(known))
    if funds.path().exists():
        say(_("This stands in {path}.").format(path=funds.path()))
    else:
        say(_("To change it: {command}").format(command=hint("report fund --new-mapping")))


def _begin(known: Fund) -> None:
    own.begin(funds.path(), own.text(known))
    done(
        _("Change what you like in {path}. Then:").format(path=funds.path()),
        "report fund --mapping",
    )
