"""Saves the releases that come with an exported conversation."""

from collections.abc import Iterable
from typing import NamedTuple

from coachlog.journal.release.model import ReleaseInput
from coachlog.journal.release.queries import Copy, hand_over, release, release_goal, withdraw
from coachlog.store.work import Work


class ReleasedNumbers(NamedTuple):
    """A release to save, with the new numbers of its conversation and of its goal, if any."""

    copy: ReleaseInput
    session: int
    goal: int | None


def keep(work: Work, released: Iterable[ReleasedNumbers]) -> None:
    """Save copies in the order of their old numbers; raises the errors of releasing one."""

    def old_order(item: ReleasedNumbers) -> tuple[bool, int | None]:
        return (item.copy.number is None, item.copy.number)  # without a number: at the end

    for item in sorted(released, key=old_order):
        _keep(work, item)


def _keep(work: Work, item: ReleasedNumbers) -> None:
    """Save one copy, and that it was handed over or withdrawn."""
    data = item.copy
    copy = Copy(**data.model_dump(mode="json", include=set(Copy._fields)))
    if item.goal is None:
        number = release(work, item.session, copy)
    else:
        number = release_goal(work, item.goal, copy)
    if data.handed_over_on:
        hand_over(work, number, data.handed_over_on.isoformat())
    if data.withdrawn_on:
        withdraw(work, number, data.withdrawn_on.isoformat())
