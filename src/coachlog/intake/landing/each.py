"""One record after the other: what cannot be taken is told, and leaves nothing behind."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from coachlog.base.errors import NOT_FOUND, REFUSED, CoachlogError
from coachlog.intake.incoming import Told
from coachlog.intake.landing.summary import Summary
from coachlog.store.work import Work

Item = TypeVar("Item")


def land_each(
    work: Work,
    items: Iterable[Item | Told],
    summary: Summary,
    land: Callable[[Item], None],
    told: Callable[[Item, CoachlogError], Told],
) -> None:
    """Let *land* save each of *items*, whole or not at all; *told* says why one was refused.

    Raises what is no fault of a record, such as a disk that is full.
    """
    for item in items:
        if isinstance(item, Told):
            summary.told.append(item)
            continue
        try:
            with work.all_or_nothing():
                land(item)
        except CoachlogError as error:
            if error.code not in (NOT_FOUND, REFUSED):
                raise
            summary.told.append(told(item, error))
