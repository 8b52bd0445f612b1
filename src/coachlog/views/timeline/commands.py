"""`coachlog timeline`."""

import sys
from datetime import date, timedelta
from typing import Annotated

import typer

from coachlog.base.texts import N_, language
from coachlog.journal.coachee.lookup import find
from coachlog.journal.goal.queries import line as goal_line
from coachlog.terminal.command_options import option_info
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, WhoOrEverybody, show_list
from coachlog.terminal.period import Since, Until, period
from coachlog.values.typed import number as typed_number
from coachlog.views.timeline.events import EventLine
from coachlog.views.timeline.lines import Timeline
from coachlog.views.timeline.read import events
from coachlog.views.timeline.read import timeline as read_timeline
from coachlog.views.timeline.text import lines

EVERYBODY_DAYS = 92
"""Days that the timeline goes back on a screen without a person, a goal and --since."""

Goal = Annotated[str | None, option_info("--goal", N_("Only what concerns this goal."), "N")]


def timeline(
    coachee: WhoOrEverybody = None,
    since: Since = None,
    until: Until = None,
    goal: Goal = None,
    workability: Annotated[
        bool, typer.Option("--workability", help=N_("With the check-ins on workable work."))
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show what happened, month by month: conversations, goals, scores, actions.

    coachlog timeline amina --since 1y
    """
    run = context()
    output = OutputFormat(as_json, as_csv)
    first, last = period(since, until, run.today)
    number = typed_number(goal)
    is_for_people = not (as_json or as_csv)
    with run.reader() as reader:
        handle = find(reader, coachee).handle if coachee else None
        if handle is None and number is not None:
            handle = goal_line(reader, number).coachee
        if handle is None and first is None and is_for_people:
            first = run.today - timedelta(days=EVERYBODY_DAYS)
        view = read_timeline(reader, run.today, handle, first, last, number, workability)
    if is_for_people:
        show_timeline(run, view, run.today)
    else:
        show_list(run, output, EventLine._fields, events(view), (), "")


def show_timeline(run: Context, timeline: Timeline, today: date) -> None:
    """Draw *timeline* on a terminal; print its plain lines elsewhere."""
    if run.rich:
        from coachlog.views.timeline.drawing.whole import show  # rich is for terminals only

        show(run, timeline, today)
    else:
        for line in lines(timeline, today, language(), aloud=run.aloud):
            sys.stdout.write(line + "\n")
