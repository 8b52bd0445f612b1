"""Keeps again what was released where a conversation comes from."""

from collections.abc import Iterable
from typing import NamedTuple

from coachlog.journal.release.model import ReleaseInput
from coachlog.journal.release.queries import Copy, hand_over, release, release_goal, withdraw
from coachlog.store.work import Work


class ReleasedNumbers(NamedTuple):
    """What was released, and the number of the goal or else of the conversation that it is of."""

    told: ReleaseInput
    session: int
    goal: int | None


def keep(work: Work, found: Iterable[ReleasedNumbers]) -> None:
    """Keep copies in the order in which they were released; raises what releasing one raises."""
    for each in sorted(found, key=lambda one: (one.told.number is None, one.told.number)):
        _keep(work, each)


def _keep(work: Work, found: ReleasedNumbers) -> None:
    told = found.told.model_dump(mode="json", include=set(Copy._fields))
    copy = Copy(**told)
    if found.goal is None:
        number = release(work, found.session, copy)
    else:
        number = release_goal(work, found.goal, copy)
    if found.told.handed_over_on:
        hand_over(work, number, found.told.handed_over_on.isoformat())
    if found.told.withdrawn_on:
        withdraw(work, number, found.told.withdrawn_on.isoformat())
