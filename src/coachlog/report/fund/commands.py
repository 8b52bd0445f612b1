"""`report fund`: the figures of a year for a fund, and which theme belongs to which area."""

from typing import Annotated, NamedTuple

import typer

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _, ngettext
from coachlog.journal.trajectory import fund as funds
from coachlog.journal.trajectory.fund import KINDS, Fund
from coachlog.report.fund import own, yearly
from coachlog.report.fund.counts import FundLine
from coachlog.report.fund.page import page
from coachlog.report.fund.queries import Scope
from coachlog.report.fund.yearly import FundDraft, Report
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import Yes, option, with_parameters
from coachlog.terminal.confirm import UnconfirmedError, confirm
from coachlog.terminal.context import Context, context, hint, say, text_out
from coachlog.terminal.output import (
    BOTH_FORMATS,
    AsCsv,
    AsJson,
    OutputFormat,
    say_done,
    show_json,
    show_list,
)
from coachlog.terminal.whole_page import show_whole
from coachlog.values import parse

COLUMNS = tuple(Column(field, "") for field in ("part", "id", "people", "goals", "value"))

FEW = N_("Fewer than five people: these conversations and hours belong to a few people, or to one.")


FEW_SURE = (
    FEW,
    N_("It is published only with --yes; agree on it first with the people it is about."),
)


class Asking(NamedTuple):
    """What was asked for: a year of a project, of an organisation or of all, for a fund."""

    run: Context
    wish: OutputFormat
    fund: Fund
    year: int
    scope: Scope


OPTIONS = {
    "year": Annotated[
        str | None, typer.Argument(metavar="[YEAR]", help=N_("A calendar year in the past."))
    ],
    "draft": Annotated[
        bool, typer.Option("--draft", help=N_("The figures so far; nothing is published."))
    ],
    "project": option("--project", N_("Only this project."), "NAME"),
    "organisation": option("--organisation", N_("Only people from this organisation."), "NAME"),
    "kind": option(
        "--kind", N_("Count trajectories of this kind only. Repeatable."), "KIND", several=True
    ),
    "yes": Yes,
    "mapping": Annotated[
        bool, typer.Option("--mapping", help=N_("Print name, themes and areas of the fund."))
    ],
    "new_mapping": Annotated[
        bool, typer.Option("--new-mapping", help=N_("Write them to a file that you can edit."))
    ],
    "as_json": AsJson,
    "as_csv": AsCsv,
}


@with_parameters(OPTIONS)
def fund(
    year: str | None,
    draft: bool,
    project: str | None,
    organisation: str | None,
    kind: list[str] | None,
    yes: bool,
    mapping: bool,
    new_mapping: bool,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Report a year to a fund: people, goals and hours in figures, without names.

    coachlog report fund 2026 --draft
    """
    run, wish = context(), OutputFormat(as_json, as_csv)
    if as_json and as_csv:
        raise UsageError(*BOTH_FORMATS)
    known = funds.load()
    if new_mapping:
        _begin(known)
    elif mapping:
        _print(known)
    elif not year:
        raise UsageError(
            N_("Which year is it about?"),
            N_("For example: coachlog report fund {example}"),
            example=run.today.year - 1,
        )
    else:
        which = yearly.year_of(year, run.today)
        scope = _scope(run, which, parse.line(project), parse.line(organisation))
        _report(Asking(run, wish, _narrowed(known, kind), which, scope), draft, yes)


def _scope(run: Context, year: int, project: str | None, organisation: str | None) -> Scope:
    if project and organisation:
        raise UsageError(N_("Choose --project or --organisation, not both."), "")
    with run.reader() as reader:
        return yearly.scope_of(reader, year, project, organisation)


def _narrowed(known: Fund, typed: list[str] | None) -> Fund:
    chosen = [found for each in typed or [] if (found := parse.choice(each, KINDS))]
    return known._replace(counted=tuple(dict.fromkeys(chosen))) if chosen else known


def _report(asking: Asking, draft: bool, yes: bool) -> None:
    run, year = asking.run, asking.year
    if not draft:
        yearly.over(year, run.today)
    with run.reader() as reader:
        kept = yearly.published(reader, year, asking.scope)
        if kept and not draft:
            _repeat(asking, kept)
            return
        if not draft:
            yearly.in_one_way(reader, year, asking.scope)
        found = yearly.draft(reader, asking.fund, year, asking.scope)
    if not draft:
        _publish(asking, found, yes)
        return
    _show(asking, found.report)
    _remark(found)
    if kept:
        say(_("{year} has been published; leave out --draft to see it.").format(year=year))


def _repeat(asking: Asking, kept: Report) -> None:
    """Show a report that was published before, and say where something else was asked for."""
    _show(asking, kept)
    if {*kept.counted} != {*asking.fund.counted}:
        named = ", ".join(kept.counted)
        say(
            _("It was published with these kinds, and that cannot change: {kinds}.").format(
                kinds=named
            )
        )


def _publish(asking: Asking, found: FundDraft, yes: bool) -> None:
    run, year = asking.run, asking.year
    if found.few and not yes:
        raise UnconfirmedError(*FEW_SURE)
    if not (yes or run.interactive):
        raise UnconfirmedError(
            N_("A published report cannot be changed: without a terminal, confirm with --yes."),
            N_("Look at it first: coachlog report fund {year} --draft"),
            year=year,
        )
    seen = run.rich and not (yes or asking.wish.json or asking.wish.csv)
    if seen:
        _show(asking, found.report)
    _remark(found)
    announcement = [_("Once published, it stays as it is: neither a change nor undo can alter it.")]
    question = _("Publish the report of {year}?").format(year=year)
    if confirm(run, announcement, question, yes):
        with run.work("report fund") as work:
            made = yearly.publish(work, asking.fund, year, asking.scope, run.today)
        if not seen:
            _show(asking, made)
        say(_("The report of {year} is published.").format(year=year))
        say_done(
            _("The report itself cannot be undone: undo takes back what you did before it."),
            f"report fund {year}{_options(asking.scope)} --csv",
        )


def _options(scope: Scope) -> str:
    """The scope as it was typed."""
    return "".join(f' --{way} "{name}"' for way, name in scope._asdict().items() if name)


def _show(asking: Asking, report: Report) -> None:
    run, wish = asking.run, asking.wish
    if wish.json:
        show_json(yearly.as_json(report))
    elif (run.rich or run.aloud) and not wish.csv:
        show_whole(run, page(report))
    else:
        show_list(run, wish, FundLine._fields, report.lines, COLUMNS, "")


def _remark(found: FundDraft) -> None:
    """What the coach should know, or can still mend, before the figures are fixed."""
    if found.few:
        say(_(FEW))
    n = found.without_length
    if n:
        told = ngettext(
            "{n} conversation has no length and does not count in the hours.",
            "{n} conversations have no length and do not count in the hours.",
            n,
        )
        say(told.format(n=n))
    if found.unknown:
        told = _("These themes are not in your file and do not count: {themes}.")
        say(told.format(themes=", ".join(found.unknown)))


def _print(known: Fund) -> None:
    text_out().write(own.text(known))
    if funds.path().exists():
        say(_("This is in {path}.").format(path=funds.path()))
    else:
        say(_("To change it: {command}").format(command=hint("report fund --new-mapping")))


def _begin(known: Fund) -> None:
    own.begin(funds.path(), own.text(known))
    say_done(
        _("Edit {path} as you like. Then:").format(path=funds.path()),
        "report fund --mapping",
    )
