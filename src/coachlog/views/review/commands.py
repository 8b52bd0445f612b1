"""`review`: what came of a quarter, a trajectory, or all the time with somebody."""

from typing import Annotated

from coachlog.base.texts import N_
from coachlog.journal.coachee.lookup import Person, find
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.store.connection import Reader
from coachlog.terminal.command_options import FileOptions, option_info, with_file
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import (
    AsCsv,
    AsJson,
    OutputFormat,
    WhoOrEverybody,
    show_json,
    show_list,
)
from coachlog.terminal.period import Since, Until
from coachlog.terminal.whole_page import requested_file, show_whole
from coachlog.values.typed import number as typed_number
from coachlog.views.review import people, sums
from coachlog.views.review.data import as_json as look_back_as_json
from coachlog.views.review.page import page
from coachlog.views.review.period import ReviewPeriod, period_of, quarter_of


@with_file
def review(
    coachee: WhoOrEverybody = None,
    trajectory: Annotated[
        str | None, option_info("--trajectory", N_("Only this trajectory."), "N")
    ] = None,
    quarter: Annotated[
        str | None, option_info("--quarter", N_("For example 2026Q3."), "QUARTER")
    ] = None,
    since: Since = None,
    until: Until = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    *,
    file: FileOptions,
) -> None:
    """Look back on a quarter with everybody, or on the whole time with one person.

    coachlog review amina
    """
    run, output = context(), OutputFormat(as_json, as_csv)
    wished = requested_file(run, file, as_data=as_json or as_csv)
    number = typed_number(trajectory)
    period = period_of(quarter, since, until, run.today)
    with run.reader() as reader:
        person = find(reader, coachee) if coachee else None
        trajectory_line = None if number is None else people.trajectory_of(reader, number, person)
        if trajectory_line and not person:
            person = find(reader, trajectory_line.coachee)
        look_back = _read(run, reader, person, trajectory_line, period)
    if output.csv:
        show_list(run, output, sums.PersonLine._fields, sums.lines(look_back), (), "")
    elif output.json:
        show_json(look_back_as_json(look_back))
    else:
        show_whole(run, page(look_back), wished)


def _read(
    run: Context,
    reader: Reader,
    person: Person | None,
    trajectory: TrajectoryLine | None,
    period: ReviewPeriod | None,
) -> people.PeriodReview:
    """Read the look back on *period*, or on the usual one if that is None.

    That is all the time with one *person*, and with everybody this quarter; the previous quarter
    as long as nothing happened in this one.
    """
    mirror = run.settings.mirror
    if period or person:
        all_the_time = ReviewPeriod("", run.today.isoformat())
        period = period or all_the_time
        return people.read(reader, person, trajectory, period, run.today, mirror)
    quarter = quarter_of(run.today)
    look_back = people.read(reader, None, None, quarter, run.today, mirror)
    if any(person_review.has_events for person_review in look_back.people):
        return look_back
    return people.read(reader, None, None, quarter.previous_quarter(), run.today, mirror)
