"""`review`: what came of a quarter, a trajectory, or all the time with somebody."""

from typing import Annotated

import typer

from coachlog.base.texts import N_
from coachlog.journal.coachee.queries import Person, find
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.store.connection import Reader
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_json, show_list
from coachlog.terminal.period import Since, Until
from coachlog.terminal.whole_page import show_whole
from coachlog.values import parse
from coachlog.views.review import people, sums
from coachlog.views.review.data import as_json as data
from coachlog.views.review.page import page
from coachlog.views.review.period import ReviewPeriod, period_of, quarter_of


def review(
    coachee: Annotated[
        str | None,
        typer.Argument(
            metavar="[COACHEE]", help=N_("Short name or full name; everybody if left out.")
        ),
    ] = None,
    trajectory: Annotated[
        str | None,
        option_info("--trajectory", N_("Only this trajectory."), "N"),
    ] = None,
    quarter: Annotated[
        str | None,
        option_info("--quarter", N_("For example 2026Q3."), "QUARTER"),
    ] = None,
    since: Since = None,
    until: Until = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Look back on a quarter with everybody, or on the whole time with one person.

    coachlog review amina
    """
    run, wish = context(), OutputFormat(as_json, as_csv)
    number = parse.number(trajectory)
    period = period_of(quarter, since, until, run.today)
    with run.reader() as reader:
        person = find(reader, coachee) if coachee else None
        course = None if number is None else people.owned(reader, number, person)
        if course and not person:
            person = find(reader, course.coachee)
        found = _look_back(run, reader, person, course, period)
    if wish.csv:
        show_list(run, wish, sums.PersonLine._fields, sums.lines(found), (), "")
    elif wish.json:
        show_json(data(found))
    else:
        show_whole(run, page(found))


def _look_back(
    run: Context,
    reader: Reader,
    person: Person | None,
    course: TrajectoryLine | None,
    period: ReviewPeriod | None,
) -> people.PeriodReview:
    """Without a period: of one person all there is, of everybody the quarter.

    As long as nothing happened in this quarter, that is the one before it.
    """
    usual = run.settings.mirror
    if period or person:
        period = period or ReviewPeriod("", run.today.isoformat())
        return people.read(reader, person, course, period, run.today, usual)
    this = quarter_of(run.today)
    found = people.read(reader, None, None, this, run.today, usual)
    if any(one.touched for one in found.people):
        return found
    return people.read(reader, None, None, this.before(), run.today, usual)
