"""Saves the releases that come with a conversation as JSON or from the guide."""

from collections.abc import Iterable
from typing import NamedTuple

from coachlog.journal.release.model import ReleaseInput
from coachlog.journal.release.queries import Copy
from coachlog.journal.release.saving import hand_over, release, release_goal, withdraw
from coachlog.store.work import Work


class ReleasedNumbers(NamedTuple):
    """A release to save, with the new numbers of its conversation and of its goal, if any."""

    copy: ReleaseInput
    session: int
    goal: int | None


class _Agreement(NamedTuple):
    agreed_by: str
    released_on: str


def keep(work: Work, released: Iterable[ReleasedNumbers]) -> None:
    """Save copies in the order of their old numbers; raises the errors of releasing one."""

    def old_order(item: ReleasedNumbers) -> tuple[bool, int | None]:
        return (item.copy.number is None, item.copy.number)  # without a number: at the end

    for item in sorted(released, key=old_order):
        _keep(work, item)


def _agreed_in(work: Work, session: int) -> dict[str, str]:
    """Return who agreed and when, where a release does not tell: the person, in the talk."""
    agreement = work.one(
        _Agreement,
        "select c.name, s.held_on from session s join coachee c on c.id = s.coachee_id"
        " where s.number = :number",
        number=session,
    )
    return agreement._asdict() if agreement else {}


def _keep(work: Work, item: ReleasedNumbers) -> None:
    """Save one copy, and that it was handed over or withdrawn."""
    data = item.copy
    given = data.model_dump(mode="json", include=set(Copy._fields), exclude_none=True)
    copy = Copy(**(_agreed_in(work, item.session) | given))
    if item.goal is None:
        number = release(work, item.session, copy)
    else:
        number = release_goal(work, item.goal, copy)
    if data.handed_over_on:
        hand_over(work, number, data.handed_over_on.isoformat())
    if data.withdrawn_on:
        withdraw(work, number, data.withdrawn_on.isoformat())
