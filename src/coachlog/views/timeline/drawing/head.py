"""The head of a timeline: whose it is, and one line for each goal."""

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from coachlog.base.days import show_day
from coachlog.base.texts import _, ngettext
from coachlog.display.page import Line
from coachlog.journal.common.standing import course_of_reality, goal_line
from coachlog.render.console import line
from coachlog.render.page import goal_lines
from coachlog.views.timeline.drawing.page import TimelinePage
from coachlog.views.timeline.lines import GoalCourse, Timeline, TimelinePerson

_GOALS_MOST, _STATEMENT_LEAST = 12, 32


def head(timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    """Who, how many conversations since when, and the goals; ends with an empty line."""
    people = list(timeline.people.values())
    if timeline.coachee is not None and people:
        yield from _person(people[0], page)
    yield from page.wrap(Text(_count(timeline, page), "quiet"), page.width)
    yield Text()
    if len(people) == 1 and timeline.goals:
        goals = [_goal(course, page) for course in timeline.goals[-_GOALS_MOST:]]
        yield from goal_lines(goals, page, page.width, digits=3, least=_STATEMENT_LEAST)
    reality = _reality(timeline) if len(people) == 1 else []
    if reality:
        yield from goal_lines(reality, page, page.width, digits=3, least=_STATEMENT_LEAST)
    if reality or (len(people) == 1 and timeline.goals):
        yield Text()


def _person(person: TimelinePerson, page: TimelinePage) -> Iterator[Text]:
    words = Text().append_text(line(person.name, "person"))
    known = [part for part in (person.role, person.team) if part]
    if known:
        words.append(f" {page.signs.dot} ", "quiet").append_text(line(", ".join(known), "quiet"))
    yield from page.wrap(words, page.width, most=2)
    if person.archived_at:
        day = show_day(date.fromisoformat(person.archived_at[:10]), page.language)
        yield Text(_("In the archive since {day}").format(day=day), "quiet")


def _count(timeline: Timeline, page: TimelinePage) -> str:
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


def _goal(course: GoalCourse, page: TimelinePage) -> Line:
    return goal_line(course.goal, _figures(course), page.today, page.language)


def _reality(timeline: Timeline) -> list[Line]:
    """How the reality moved over the conversations, where more than one has a figure."""
    figures = [talk.reality_score for talk in timeline.held()]
    return course_of_reality([each for each in figures if each is not None])


def _figures(course: GoalCourse) -> list[int]:
    """The figures of a goal in order, the one before the first score included."""
    scores = [score.score for score in course.scores]
    before = course.scores[0].before if course.scores else course.goal.baseline
    return scores if before is None else [before, *scores]
