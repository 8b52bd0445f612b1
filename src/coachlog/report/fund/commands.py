"""`report fund`: the figures of a year for a fund, and which theme belongs to which area."""

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from coachlog.base.errors import UsageError
from coachlog.base.texts import N_, _, count_text
from coachlog.journal.trajectory import fund as funds
from coachlog.journal.trajectory.fund import KINDS, Fund
from coachlog.report.fund import mapping_file, yearly
from coachlog.report.fund.counts import FundLine
from coachlog.report.fund.page import page
from coachlog.report.fund.queries import Scope
from coachlog.report.fund.yearly import FundDraft, Report
from coachlog.schema.vocabulary import TRAJECTORY_KINDS
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import (
    FILE_OPTIONS,
    FileOptions,
    Yes,
    option,
    with_parameters,
)
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
from coachlog.terminal.whole_page import requested_file, show_whole
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.terminal.page_file import PageFile

COLUMNS = tuple(Column(field, "") for field in ("part", "id", "people", "goals", "value"))

FEW = N_("Fewer than five people: these conversations and hours belong to a few people, or to one.")


FEW_SURE = (
    FEW,
    N_("It is published only with --yes; agree on it first with the people it is about."),
)


class ReportRequest(NamedTuple):
    """Which report to make: the fund, the year and the scope, and how or where to print it."""

    run: Context
    output: OutputFormat
    file: "PageFile | None"
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
    **FILE_OPTIONS,
}


WHICH_YEAR = N_("Which year is it about?"), N_("For example: coachlog report fund {example}")


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
    **file_options: Any,
) -> None:
    """Report a year to a fund: people, goals and hours in figures, without names.

    coachlog report fund 2026 --draft
    """
    run, output = context(), OutputFormat(as_json, as_csv)
    if as_json and as_csv:
        raise UsageError(*BOTH_FORMATS)
    file = requested_file(run, FileOptions(**file_options), as_data=as_json or as_csv)
    known_fund = funds.load()
    if new_mapping:
        _write_file(known_fund)
    elif mapping:
        _print_file(known_fund)
    elif not year:
        raise UsageError(*WHICH_YEAR, example=run.today.year - 1)
    else:
        year_number = yearly.year_of(year, run.today)
        scope = _scope(run, year_number, parse.line(project), parse.line(organisation))
        request = ReportRequest(
            run, output, file, _with_kinds(known_fund, kind), year_number, scope
        )
        if draft:
            _show_draft(request)
        else:
            _report(request, yes)


def _scope(run: Context, year: int, project: str | None, organisation: str | None) -> Scope:
    """Return the project or organisation of the report; raises UsageError where both are given."""
    if project and organisation:
        raise UsageError(N_("Choose --project or --organisation, not both."), "")
    with run.reader() as reader:
        return yearly.scope_of(reader, year, project, organisation)


def _with_kinds(known_fund: Fund, typed: list[str] | None) -> Fund:
    """Return the fund with only the typed kinds of trajectories counted, if any were typed."""
    words = {kind: TRAJECTORY_KINDS[kind] for kind in KINDS}
    kinds = [kind for word in typed or [] if (kind := parse.choice(word, words))]
    if not kinds:
        return known_fund
    distinct_kinds = tuple(dict.fromkeys(kinds))
    return known_fund._replace(counted=distinct_kinds)


def _report(request: ReportRequest, yes: bool) -> None:
    """Show the report that was published before, or else publish it now."""
    year = request.year
    yearly.check_is_over(year, request.run.today)
    with request.run.reader() as reader:
        published = yearly.published(reader, year, request.scope)
        if published:
            _show_published(request, published)
            return
        yearly.check_same_way(reader, year, request.scope)
        draft = yearly.draft(reader, request.fund, year, request.scope)
    _publish(request, draft, yes)


def _show_draft(request: ReportRequest) -> None:
    """Show the figures so far, even of a year that was published, without publishing them."""
    year = request.year
    with request.run.reader() as reader:
        published = yearly.published(reader, year, request.scope)
        draft = yearly.draft(reader, request.fund, year, request.scope)
    _show(request, draft.report)
    _say_warnings(draft)
    if published:
        say(_("{year} has been published; leave out --draft to see it.").format(year=year))


def _show_published(request: ReportRequest, report: Report) -> None:
    """Show a published report, and say so if it counts other kinds than those asked for."""
    _show(request, report)
    if {*report.counted} != {*request.fund.counted}:
        text = _("It was published with these kinds, and that cannot change: {kinds}.")
        say(text.format(kinds=", ".join(report.counted)))


def _publish(request: ReportRequest, draft: FundDraft, yes: bool) -> None:
    """Publish a report after a confirmation, and show it; raises UnconfirmedError without one.

    On a terminal it is shown before the question, elsewhere after it was published.
    """
    run, year = request.run, request.year
    if draft.few and not yes:
        raise UnconfirmedError(*FEW_SURE)
    can_be_asked = run.interactive
    if not yes and not can_be_asked:
        raise UnconfirmedError(
            N_("A published report cannot be changed: without a terminal, confirm with --yes."),
            N_("Look at it first: coachlog report fund {year} --draft"),
            year=year,
        )
    is_for_people = not request.output.json and not request.output.csv
    shows_draft_first = run.rich and is_for_people and not yes
    if shows_draft_first:
        _show(request._replace(file=None), draft.report)
    _say_warnings(draft)
    announcement = [_("Once published, it stays as it is: neither a change nor undo can alter it.")]
    question = _("Publish the report of {year}?").format(year=year)
    if confirm(run, announcement, question, yes):
        with run.work("report fund") as work:
            report = yearly.publish(work, request.fund, year, request.scope, run.today)
        if request.file or not shows_draft_first:
            _show(request, report)
        say(_("The report of {year} is published.").format(year=year))
        say_done(
            _("The report itself cannot be undone: undo takes back what you did before it."),
            f"report fund {year}{_scope_options(request.scope)} --csv",
        )


def _scope_options(scope: Scope) -> str:
    """Return the scope as options, such as ` --project "Care"`; empty for the whole year."""
    return "".join(f' --{way} "{name}"' for way, name in scope._asdict().items() if name)


def _show(request: ReportRequest, report: Report) -> None:
    """Show *report* as JSON, as a page for people, or in a pipe and as CSV line by line."""
    run, output = request.run, request.output
    is_for_people = run.rich or run.aloud
    if output.json:
        show_json(yearly.as_json(report))
    elif request.file or (is_for_people and not output.csv):
        show_whole(run, page(report), request.file)
    else:
        show_list(run, output, FundLine._fields, report.lines, COLUMNS, "")


def _say_warnings(draft: FundDraft) -> None:
    """Print what the coach should know, or can still correct, before the report is published."""
    if draft.few:
        say(_(FEW))
    n = draft.without_length
    if n:
        say(
            count_text(
                "{n} conversation has no length and does not count in the hours.",
                "{n} conversations have no length and do not count in the hours.",
                n,
            )
        )
    if draft.unknown:
        text = _("These themes are not in your file and do not count: {themes}.")
        say(text.format(themes=", ".join(draft.unknown)))


def _print_file(known_fund: Fund) -> None:
    """Print the fund as its file would have it, and say where that file is or how to make it."""
    text_out().write(mapping_file.text(known_fund))
    if funds.path().exists():
        say(_("This is in {path}.").format(path=funds.path()))
    else:
        say(_("To change it: {command}").format(command=hint("report fund --new-mapping")))


def _write_file(known_fund: Fund) -> None:
    mapping_file.create(funds.path(), mapping_file.text(known_fund))
    say_done(
        _("Edit {path} as you like. Then:").format(path=funds.path()),
        "report fund --mapping",
    )
