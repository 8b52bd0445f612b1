"""Reads and saves how the coach rates their own competences; for the coach alone."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from coachlog.journal.common.reads import View, values_of

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class RatingLine(NamedTuple):
    """A row of the view `self_ratings`, in its order; *figure* is 1 to 5."""

    competence: str
    rated_on: str
    figure: int
    created_at: str


RATINGS = View("self_ratings", RatingLine)
Courses = dict[str, list[RatingLine]]
"""The figures of each competence that has one, oldest first, by its id."""


def course_data(lines: Iterable[RatingLine]) -> list[dict[str, object]]:
    """Return the JSON of the figures of a competence, in their order."""
    return [values_of(line, "rated_on", "figure") for line in lines]


def courses(reader: "Reader", until: str = "9999-12-31") -> Courses:
    """Return the figures given up to the day *until*."""
    found: Courses = {}
    clauses = "where rated_on <= :until order by rated_on, created_at"
    for line in RATINGS.all(reader, clauses, until=until):
        found.setdefault(line.competence, []).append(line)
    return found


def save_rating(work: "Work", competence: str, figure: int, day: str) -> None:
    """Save the *figure* of *day* for a competence; it replaces one of the same day."""
    sql = (
        "update self_rating set figure = :figure where competence = :competence and rated_on = :day"
    )
    if work.execute(sql, figure=figure, competence=competence, day=day).rowcount == 0:
        values = {"competence": competence, "rated_on": day, "figure": figure}
        work.insert("self_rating", values | {"created_at": work.now})
