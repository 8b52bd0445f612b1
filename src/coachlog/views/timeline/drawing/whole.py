"""The timeline as a picture: a vertical axis through the months, to the next conversation."""

from collections.abc import Iterator
from datetime import date

from rich.console import Group
from rich.text import Text

from coachlog.base.safe import visible_line
from coachlog.base.texts import _, language
from coachlog.dates.show import show_month
from coachlog.display.signs import ascii_only
from coachlog.interview.titles import titles
from coachlog.render.lines import print_lines
from coachlog.terminal.context import Context
from coachlog.terminal.paging import screen
from coachlog.views.timeline.drawing.end import end
from coachlog.views.timeline.drawing.gap import gap, gaps
from coachlog.views.timeline.drawing.head import head
from coachlog.views.timeline.drawing.node import node
from coachlog.views.timeline.drawing.page import TimelinePage
from coachlog.views.timeline.lines import Timeline

LEAST_WIDTH = 20


def show(run: Context, timeline: Timeline, today: date) -> None:
    """Draw *timeline* on the terminal, through a pager if it is long."""
    method_titles = titles(talk.method for talk in timeline.talks())
    with screen(run) as out:
        drawing = draw(
            timeline.with_method_titles(method_titles),
            today=today,
            language=language(),
            width=out.width,
            ascii_only=ascii_only(),
            program=run.program,
        )
        print_lines(out, drawing)


def draw(
    timeline: Timeline,
    *,
    today: date,
    language: str,
    width: int,
    ascii_only: bool,
    program: str = "coachlog",
) -> Group:
    """Return the lines of *timeline* at *width* cells, LEAST_WIDTH at least.

    *language* is that of days and months; texts are in the current language. *program* is what a
    person types to start coachlog, for the hint on an empty timeline.
    """
    width = max(width, LEAST_WIDTH)
    page = TimelinePage(today, language, width, ascii_only=ascii_only, program=program)
    if not timeline.moments and not timeline.upcoming and not timeline.open_actions:
        return Group(*_empty(timeline, page))
    return Group(*head(timeline, page), *_axis(timeline, page), *end(timeline, page))


def _axis(timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    """Yield the moments with a heading for each month.

    The axis is dotted from the start of a long gap until the next conversation that was held.
    """
    gap_days = gaps(timeline, page.today)
    month = ""
    for index, moment in enumerate(timeline.moments):
        month_of_moment = moment.on[:7]  # YYYY-MM
        if month_of_moment != month:
            month = month_of_moment
            yield _heading(month, page, first=index == 0)
        if moment.is_held():
            page.dotted = False
        yield from node(moment, timeline, page)
        days = gap_days.get(index, 0)
        if days:
            page.dotted = True
        yield from gap(days, page)
    page.dotted = False


def _heading(month: str, page: TimelinePage, *, first: bool) -> Text:
    """Return the row above the *first* or another *month* (`YYYY-MM`): its name and a rule."""
    signs = page.signs
    name = show_month(int(month[:4]), int(month[5:]), page.language)
    row = page.row(sign=signs.first if first else signs.branch)
    row.append(signs.rule + " ", "quiet").append(name, "heading").append(" ")
    return row.append(signs.rule * (page.width - row.cell_len), "quiet")


def _empty(timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    """Yield that there is nothing to draw, and what to type instead."""
    person = timeline.people.get(timeline.coachee or "")
    if timeline.since or timeline.until:
        text, hint = _("Nothing happened in this period."), _("See everything: {command}")
        command = f"timeline {person.handle}" if person else "timeline"
    elif person:
        name = visible_line(person.name)
        text = _("There is no conversation with {name} yet.").format(name=name)
        hint, command = _("Start one: {command}"), f"session new --coachee {person.handle}"
    else:
        text = _("There is no conversation in this journal yet.")
        hint, command = _("Start one: {command}"), "session new"
    yield from page.wrap(Text(text), page.width)
    hint = hint.format(command=f"{page.program} {command}")
    yield from page.wrap(Text(hint, "quiet"), page.width)
