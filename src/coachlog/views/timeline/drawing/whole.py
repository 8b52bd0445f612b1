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


def show(run: Context, found: Timeline, today: date) -> None:
    """Draw *found* on the terminal, through a pager if it is long."""
    told = found.telling(titles(each.method for each in found.talks()))
    with screen(run) as out:
        drawn = draw(
            told,
            today=today,
            language=language(),
            width=out.width,
            ascii_only=ascii_only(),
            program=run.program,
        )
        print_lines(out, drawn)


def draw(
    timeline: Timeline,
    *,
    today: date,
    language: str,
    width: int,
    ascii_only: bool,
    program: str = "coachlog",
) -> Group:
    """*timeline* at *width* cells (20 at least); it needs neither colour nor more than ASCII.

    *language* is that of days and months; the words are in the language of the run. *program* is
    what a person types to start coachlog, for the hint on an empty timeline.
    """
    width = max(width, 20)
    page = TimelinePage(today, language, width, ascii_only=ascii_only, program=program)
    if not timeline.moments and not timeline.upcoming and not timeline.open_actions:
        return Group(*_empty(timeline, page))
    return Group(*head(timeline, page), *_axis(timeline, page), *end(timeline, page))


def _axis(timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    silences, month = gaps(timeline, page.today), ""
    for at, moment in enumerate(timeline.moments):
        if moment.on[:7] != month:
            month = moment.on[:7]
            yield _heading(month, page, first=at == 0)
        page.dotted = page.dotted and not moment.held()
        yield from node(moment, timeline, page)
        days = silences.get(at, 0)
        page.dotted = page.dotted or days > 0
        yield from gap(days, page)
    page.dotted = False


def _heading(month: str, page: TimelinePage, *, first: bool) -> Text:
    signs = page.signs
    name = show_month(int(month[:4]), int(month[5:]), page.language)
    row = page.row(sign=signs.first if first else signs.branch)
    row.append(signs.rule + " ", "quiet").append(name, "heading").append(" ")
    return row.append(signs.rule * (page.width - row.cell_len), "quiet")


def _empty(timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    person = timeline.people.get(timeline.coachee or "")
    name = visible_line(person.name) if person else ""
    if timeline.since or timeline.until:
        told, hint = _("Nothing happened in this period."), "timeline"
    elif person:
        told, hint = (
            _("There is no conversation with {name} yet.").format(name=name),
            "session new --coachee",
        )
    else:
        told, hint = _("There is no conversation in this journal yet."), "session new"
    handle = f" {person.handle}" if person else ""
    yield from page.wrap(Text(told), page.width)
    see = _("See everything: {command}") if hint == "timeline" else _("Start one: {command}")
    yield from page.wrap(
        Text(see.format(command=f"{page.program} {hint}{handle}"), "quiet"), page.width
    )
