"""The head of a timeline: whose it is, and one line for each goal."""

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from coachlog.base.days import show_day
from coachlog.base.texts import _, ngettext
from coachlog.display.page import Line
from coachlog.journal.common.marks import course_of_reality, goal_line
from coachlog.render.console import line
from coachlog.render.page import goal_lines
from coachlog.views.timeline.drawing.page import TimelinePage
from coachlog.views.timeline.lines import GoalCourse, Timeline, TimelinePerson

_MOST_GOALS = 12
_LEAST_STATEMENT_WIDTH = 32


def head(timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    """Yield who it is about, how many conversations there were, the goals and an empty line."""
    people = list(timeline.people.values())
    if timeline.coachee is not None and people:
        yield from _person(people[0], page)
    yield from page.wrap(Text(_count(timeline, page), "quiet"), page.width)
    yield Text()
    if len(people) != 1:  # goals of several people would need a name each
        return
    latest_goals = timeline.goals[-_MOST_GOALS:]
    goals = [_goal(course, page) for course in latest_goals]
    groups = [group for group in (goals, _reality(timeline)) if group]
    for group in groups:
        yield from goal_lines(group, page, page.width, digits=3, least=_LEAST_STATEMENT_WIDTH)
    if groups:
        yield Text()


def _person(person: TimelinePerson, page: TimelinePage) -> Iterator[Text]:
    """Yield the name, the role and team, and since when the person is archived."""
    title = Text().append_text(line(person.name, "person"))
    details = ", ".join(filter(None, (person.role, person.team)))
    if details:
        title.append(f" {page.signs.dot} ", "quiet").append_text(line(details, "quiet"))
    yield from page.wrap(title, page.width, most=2)
    if person.archived_at:
        day = show_day(date.fromisoformat(person.archived_at[:10]), page.language)
        yield Text(_("In the archive since {day}").format(day=day), "quiet")


def _count(timeline: Timeline, page: TimelinePage) -> str:
    """Return how many conversations were held, and since when.

    That is since the start of the period, or else since the first conversation.
    """
    talks = timeline.held_talks()
    since = timeline.since
    if since is None and talks:
        since = date.fromisoformat(talks[0].held_on)
    if since is None:
        return _("No conversation was held yet.")
    n, first = len(talks), show_day(since, page.language)
    if timeline.until:
        text = ngettext(
            "{n} conversation from {first} until {last}",
            "{n} conversations from {first} until {last}",
            n,
        )
        return text.format(n=n, first=first, last=show_day(timeline.until, page.language))
    text = ngettext("{n} conversation since {first}", "{n} conversations since {first}", n)
    return text.format(n=n, first=first)


def _goal(course: GoalCourse, page: TimelinePage) -> Line:
    return goal_line(course.goal, _scores(course), page.today, page.language)


def _reality(timeline: Timeline) -> list[Line]:
    """Return the line on how the reality changed; no line for fewer than two scores."""
    scores = [talk.reality_score for talk in timeline.held_talks()]
    return course_of_reality([score for score in scores if score is not None])


def _scores(course: GoalCourse) -> list[int]:
    """Return the scores of a goal in the period, oldest first.

    They come after the score before the period, or the baseline, if there is one.
    """
    scores = [score.score for score in course.scores]
    score_before = course.scores[0].before if course.scores else course.goal.baseline
    return scores if score_before is None else [score_before, *scores]
