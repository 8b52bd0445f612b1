"""Saves records one by one: one that is refused becomes a problem, and changes nothing."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from coachlog.base.errors import NOT_FOUND, REFUSED, CoachlogError
from coachlog.intake.landing.summary import Summary
from coachlog.intake.record import Problem
from coachlog.store.work import Work

Record = TypeVar("Record")


def land_each(
    work: Work,
    items: Iterable[Record | Problem],
    summary: Summary,
    land: Callable[[Record], None],
    problem_of: Callable[[Record, CoachlogError], Problem],
) -> None:
    """Let *land* save each of *items*, whole or not at all; *problem_of* says why one was refused.

    Raises what is no fault of a record, such as a disk that is full.
    """
    for item in items:
        if isinstance(item, Problem):
            summary.problems.append(item)
            continue
        try:
            with work.all_or_nothing():
                land(item)
        except CoachlogError as error:
            if error.code not in (NOT_FOUND, REFUSED):
                raise
            summary.problems.append(problem_of(item, error))
