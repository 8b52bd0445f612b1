"""The head of a timeline: whose it is, and one line for each goal."""

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from coachlog.dateshow import show_day
from coachlog.overview.timeline_lines import GoalCourse, Person, Timeline
from coachlog.render.console import line, text
from coachlog.render.spark import spark
from coachlog.render.timeline_page import Page
from coachlog.texts import _, ngettext

_GOALS_MOST = 12
_NUMBER, _STATEMENT_LEAST = 5, 32


def head(timeline: Timeline, page: Page) -> Iterator[Text]:
    """Who, how many conversations since when, and the goals; ends with an empty line."""
    people = list(timeline.people.values())
    if timeline.coachee is not None and people:
        yield from _person(people[0], page)
    yield from page.fitted(Text(_count(timeline, page), "quiet"), page.width)
    yield Text()
    if len(people) == 1 and timeline.goals:
        yield from _goals(timeline.goals[-_GOALS_MOST:], page)
        yield Text()


def _person(person: Person, page: Page) -> Iterator[Text]:
    words = Text().append_text(line(person.name, "person"))
    known = [part for part in (person.role, person.team) if part]
    if known:
        words.append(f" {page.signs.dot} ", "quiet").append_text(line(", ".join(known), "quiet"))
    yield from page.fitted(words, page.width, most=2)
    if person.archived_at:
        day = show_day(date.fromisoformat(person.archived_at[:10]), page.language)
        yield Text(_("In the archive since {day}").format(day=day), "quiet")


def _count(timeline: Timeline, page: Page) -> str:
    held = timeline.held()
    since = timeline.since or (date.fromisoformat(held[0].held_on) if held else None)
    n, first = len(held), show_day(since, page.language) if since else ""
    if not since:
        return _("No conversation was held yet.")
    if timeline.until:
        last = show_day(timeline.until, page.language)
        told = ngettext(
            "{n} conversation from {first} until {last}",
            "{n} conversations from {first} until {last}",
            n,
        )
        return told.format(n=n, first=first, last=last)
    return ngettext("{n} conversation since {first}", "{n} conversations since {first}", n).format(
        n=n, first=first
    )


def _goals(courses: list[GoalCourse], page: Page) -> Iterator[Text]:
    bars = [spark(points(course), ascii_only=page.ascii_only) for course in courses]
    figures = [_figures(course, page) for course in courses]
    widest = max(map(len, bars))
    tail = max(one.cell_len for one in figures)
    longest = max(line(course.goal.statement).cell_len for course in courses)
    room = min(page.width - _NUMBER - widest - tail - 4, longest)
    stacked = page.narrow or room < min(_STATEMENT_LEAST, longest)
    for course, bar, told in zip(courses, bars, figures, strict=True):
        number = Text().append(f"{course.goal.number:>{_NUMBER - 2}}  ", "number")
        if stacked:
            yield from _stacked(course, number, bar, told, page)
            continue
        statement = page.cut(line(course.goal.statement), room)
        statement.pad_right(room - statement.cell_len + 2)
        yield number.append_text(statement).append(f"{bar:<{widest}}  ").append_text(told)


def _stacked(course: GoalCourse, number: Text, bar: str, told: Text, page: Page) -> Iterator[Text]:
    lines = page.fitted(text(course.goal.statement), page.width - number.cell_len, most=3)
    indent = Text(" " * number.cell_len)
    yield from ((indent.copy() if at else number).append_text(one) for at, one in enumerate(lines))
    parts = [part for part in (Text(bar), told) if part.plain]
    yield from (
        indent.copy().append_text(one) for one in page.flow(parts, page.width - indent.cell_len)
    )


def points(course: GoalCourse) -> list[int]:
    """The figures of a goal in order, the one before the first score included."""
    scores = [score.score for score in course.scores]
    before = course.scores[0].before if course.scores else course.goal.baseline
    return scores if before is None else [before, *scores]


def _figures(course: GoalCourse, page: Page) -> Text:
    figures, told = points(course), Text()
    if len(figures) > 1:
        told.append(f"{figures[0]} {page.signs.arrow} {figures[-1]}")
    elif figures:
        told.append(str(figures[0]))
    if course.goal.target is not None:
        told.append(", " if told else "").append(
            _("target {figure}").format(figure=course.goal.target), "quiet"
        )
    return _with_status(told, course, page)


def _with_status(told: Text, course: GoalCourse, page: Page) -> Text:
    if course.goal.status == "achieved":
        told.append("  " if told else "").append(f"{page.signs.done} " + _("reached"), "good")
    if course.goal.status == "dropped":
        told.append("  " if told else "").append(f"{page.signs.dropped} " + _("let go"), "quiet")
    return told
