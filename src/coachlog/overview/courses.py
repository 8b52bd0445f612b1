"""A goal with its scores on one line of a page: its figures, and in words how it stands."""

from coachlog.overview.timeline_lines import GoalCourse
from coachlog.pages import Line
from coachlog.signs import DRAWN
from coachlog.texts import _


def course_line(course: GoalCourse) -> Line:
    """The goal of *course* with its scores."""
    told, tone = _told(course)
    goal = course.goal
    return Line("", goal.statement, told, tone, number=goal.number, scores=points(course))


def points(course: GoalCourse) -> list[int]:
    """The figures of a goal in order, the one before the first score included."""
    scores = [score.score for score in course.scores]
    before = course.scores[0].before if course.scores else course.goal.baseline
    return scores if before is None else [before, *scores]


def _told(course: GoalCourse) -> tuple[str, str]:
    figures, target = points(course), course.goal.target
    ends = figures if len(figures) < 2 else [figures[0], figures[-1]]
    told = f" {DRAWN.arrow} ".join(map(str, ends))
    if target is not None:
        told += (", " if told else "") + _("target {figure}").format(figure=target)
    gap = "  " if told else ""
    if course.goal.status == "achieved":
        return f"{told}{gap}{DRAWN.done} " + _("reached"), "good"
    if course.goal.status == "dropped":
        return f"{told}{gap}{DRAWN.dropped} " + _("let go"), "quiet"
    return told, "none"
