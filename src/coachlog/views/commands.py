"""Commands that look across nouns: today, the page before a conversation, the timeline."""

import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from coachlog.base.texts import N_, language
from coachlog.journal.coachee.queries import find
from coachlog.journal.goal.queries import line as goal_line
from coachlog.terminal.column import Column
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_json, show_list
from coachlog.terminal.period import Since, Until, period
from coachlog.values import parse
from coachlog.views.timeline.events import EventLine
from coachlog.views.timeline.lines import Timeline
from coachlog.views.timeline.read import events
from coachlog.views.timeline.read import timeline as read_timeline

if TYPE_CHECKING:
    from coachlog.views.prep.read import Prep

EVERYBODY_DAYS = 92
"""Without a person and without --since, the timeline goes back so far."""

Who = Annotated[
    str | None,
    typer.Argument(metavar="[COACHEE]", help=N_("Short name or full name; everybody if left out.")),
]
Goal = Annotated[
    str | None,
    typer.Option(
        "--goal", metavar="N", help=N_("Only what concerns this goal."), show_default=False
    ),
]


def timeline(
    coachee: Who = None,
    since: Since = None,
    until: Until = None,
    goal: Goal = None,
    workability: Annotated[
        bool,
        typer.Option("--workability", help=N_("With the check-ins on workable work.")),
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show what happened, month by month: conversations, goals, scores, actions.

    coachlog timeline amina --since 1y
    """
    run = context()
    wish = OutputFormat(as_json, as_csv)
    first, last = period(since, until, run.today)
    number = parse.number(goal)
    with run.reader() as reader:
        handle = find(reader, coachee).handle if coachee else None
        if number is not None:
            handle = goal_line(reader, number).coachee if handle is None else handle
        if handle is None and first is None and not (as_json or as_csv):
            first = run.today - timedelta(days=EVERYBODY_DAYS)
        found = read_timeline(reader, run.today, handle, first, last, number, workability)
    if as_json or as_csv:
        show_list(run, wish, EventLine._fields, events(found), _NO_COLUMNS, "")
    else:
        show_timeline(run, found, run.today)


def today(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show appointments, overdue actions and unfinished conversations.

    coachlog today
    """
    from coachlog.views.start import TodayLine, show_start, today_lines

    run = context()
    if as_json or as_csv:
        wish = OutputFormat(as_json, as_csv)
        show_list(run, wish, TodayLine._fields, today_lines(run), _NO_COLUMNS, "")
    else:
        show_start(run)


def prep(
    coachee: Annotated[str, typer.Argument(metavar="WHO", help=N_("Short name or full name."))],
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show one page to prepare a conversation with somebody.

    coachlog prep amina
    """
    from coachlog.views.prep import page as pages
    from coachlog.views.prep import read as reading

    run = context()
    with run.reader() as reader:
        found = reading.read(reader, coachee, run.now)
        found = reading.with_momentum(reader, found, run.today)
    if as_json and not as_csv:
        show_json(pages.as_json(found, run.today))
    elif as_csv:
        wish, lines = OutputFormat(as_json, as_csv), pages.flat(found, run.today)
        show_list(run, wish, pages.PrepLine._fields, lines, _NO_COLUMNS, "")
    else:
        from coachlog.terminal.whole_page import show_whole

        show_whole(run, pages.page(_with_title(found) if found.silent else found, run))


def show_timeline(run: Context, found: Timeline, today: date) -> None:
    """Draw a timeline on a terminal; print its plain lines elsewhere."""
    if run.rich:
        from coachlog.render.console import ascii_only
        from coachlog.render.lines import print_lines
        from coachlog.terminal.paging import screen
        from coachlog.views.timeline.drawing.whole import draw

        with screen(run) as out:
            drawn = draw(
                with_titles(found),
                today=today,
                language=language(),
                width=out.width,
                ascii_only=ascii_only(),
                program=run.program,
            )
            print_lines(out, drawn)
    else:
        from coachlog.views.timeline.text import lines

        for line in lines(found, today, language(), aloud=run.aloud):
            sys.stdout.write(line + "\n")


def _with_title(found: "Prep") -> "Prep":
    from coachlog.interview.names import title
    from coachlog.settings import own_methods

    method = found.last and found.last.method
    return found.telling(title(method, language(), own_methods())) if method else found


def with_titles(found: Timeline) -> Timeline:
    """*found* with what people call each method in place of its id."""
    from coachlog.interview.names import titles
    from coachlog.settings import own_methods

    known = titles((each.method for each in found.talks()), language(), own_methods())
    return found.telling(known)


_NO_COLUMNS: tuple[Column, ...] = ()
