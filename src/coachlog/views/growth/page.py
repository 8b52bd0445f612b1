"""The course of each figure that the coach gave themselves: no sum and no average."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from coachlog.base.texts import _, language
from coachlog.dates.show import show_short
from coachlog.display.page import Line, Page, Section, page_of
from coachlog.display.signs import DRAWN
from coachlog.journal.growth.rating.competences import Competence, Competences
from coachlog.journal.growth.rating.queries import Courses, RatingLine, course_data
from coachlog.terminal.context import hint

SHOWN = 6
"""The most figures of a competence on the page, the latest; JSON and CSV have all."""


class CourseLine(NamedTuple):
    """One figure of one competence, as `growth course --csv` gives it."""

    competence: str
    rated_on: str
    figure: int


def course_lines(competences: Competences, courses: Courses) -> list[CourseLine]:
    """Return all figures, statement by statement, oldest first."""
    return [
        CourseLine(name, line.rated_on, line.figure)
        for name in competences.ids
        for line in courses.get(name, ())
    ]


def record(competences: Competences, courses: Courses) -> Mapping[str, object]:
    """Return the JSON: of each competence its statement and its figures, oldest first."""
    return {
        competence.id: {
            "statement": competence.statement,
            "figures": course_data(courses.get(competence.id, ())),
        }
        for competence in competences.statements
    }


def rating_lines(competences: Competences, courses: Courses, today: date) -> list[Line]:
    """Return a line for each rated competence: its statement, and how its figure changed."""
    return [
        Line("", competence.statement, _course(courses[competence.id], today))
        for competence in competences.statements
        if competence.id in courses
    ]


def page(competences: Competences, courses: Courses, today: date) -> Page:
    """Return the page of all competences; those without a figure at the end."""
    rated = [
        line
        for competence in competences.statements
        if competence.id in courses
        for line in _with_anchor(competence, courses[competence.id], today)
    ]
    unrated = [
        Line("", competence.statement)
        for competence in competences.statements
        if competence.id not in courses
    ]
    sections = [Section("", rated, "private"), Section(_("Without a figure"), unrated)]
    hints = [(hint("growth self"), _("rate yourself, statement by statement"))]
    return page_of(_("How I rate myself"), [competences.scale], sections, hints)


def _with_anchor(competence: Competence, lines: Sequence[RatingLine], today: date) -> list[Line]:
    """Return the statement with its course, and the behaviour of its latest figure."""
    figure = lines[-1].figure
    return [
        Line("", competence.statement, _course(lines, today)),
        Line(f"  {figure}", competence.anchor(figure)),
    ]


def _course(lines: Sequence[RatingLine], today: date) -> str:
    """Return the latest figures with their days: `2 on 3 Jan → 4 on 24 Nov`."""
    text = _("{figure} on {day}")
    return f" {DRAWN.arrow} ".join(
        text.format(
            figure=line.figure, day=show_short(date.fromisoformat(line.rated_on), language(), today)
        )
        for line in lines[-SHOWN:]
    )
