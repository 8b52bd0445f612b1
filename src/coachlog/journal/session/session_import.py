"""Imports what an exported conversation has besides: numbers of records, releases and roles."""

import re
from collections.abc import Mapping, Sequence
from typing import Protocol, TypeGuard

from coachlog.journal.action.queries import of_session
from coachlog.journal.goal.queries import set_in
from coachlog.journal.release import service as releases
from coachlog.journal.release.service import ReleasedNumbers
from coachlog.journal.session.model import SessionInput
from coachlog.journal.topic.queries import parked_in
from coachlog.journal.trajectory.model import RolesInput
from coachlog.journal.trajectory.service import set_roles_of
from coachlog.store.work import Work


class _NumberedRecord(Protocol):
    @property
    def number(self) -> int: ...


_REF = re.compile(r"goal-(\d+)")


class SessionImport:
    """Conversations that are imported together.

    Each imported goal, action and topic gets a new number here. Where a later conversation refers
    to one by the number it had in the other journal, that is replaced; other numbers are of this
    journal and stay. Releases and roles are saved when all conversations are: an export has the
    roles as they are now, and nothing from before those answers may be refused because of them.
    """

    def __init__(self) -> None:
        # New numbers by the number in the other journal.
        self._goals: dict[object, int] = {}
        self._actions: dict[object, int] = {}
        self._topics: dict[object, int] = {}
        self._released: list[ReleasedNumbers] = []
        self._roles: list[tuple[int, RolesInput]] = []
        self._roles_of_next: RolesInput | None = None  # its conversation has no number yet

    def use_new_numbers(self, data: SessionInput, raw_input: object) -> None:
        """Replace the numbers by which *data* refers to records of conversations before it.

        Its roles are set aside if *raw_input*, from which *data* was made, is an export.
        """
        for goal in data.goals:
            goal.number = self._goals.get(goal.number, goal.number)
        for score in data.scores:
            score.goal = self._goals.get(score.goal, score.goal)
        for action in data.actions:
            action.goal = self._goals.get(action.goal, action.goal)
        for review in data.reviews:
            review.action = self._actions.get(review.action, review.action)
        data.taken_up = [self._topics.get(number, number) for number in data.taken_up]
        if _is_exported(raw_input) and data.roles:
            self._roles_of_next = data.roles
            data.roles = None

    def note_new_numbers(
        self, work: Work, data: SessionInput, raw_input: object, number: int
    ) -> None:
        """Note which numbers the records of *data* got, now it is saved as conversation *number*.

        A conversation saves them in their own order, so old and new numbers pair up by position.
        """
        self._released += _released(work, data, number)
        if not _is_exported(raw_input):
            return
        if self._roles_of_next:
            self._roles.append((number, self._roles_of_next))
            self._roles_of_next = None
        refs = [_REF.fullmatch(str(goal.get("ref"))) for goal in _objects(raw_input, "goals")]
        old_goals = [int(ref[1]) for ref in refs if ref]
        old_actions = [action.get("number") for action in _objects(raw_input, "actions")]
        self._goals |= _new_numbers(old_goals, set_in(work, number))
        self._actions |= _new_numbers(old_actions, of_session(work, number))
        self._topics |= _new_numbers(raw_input.get("parked_numbers"), parked_in(work, number))

    def finish(self, work: Work) -> None:
        """Save the releases, oldest first, and the roles."""
        releases.keep(work, self._released)
        for number, roles in self._roles:
            set_roles_of(work, number, roles)


def _is_exported(raw_input: object) -> TypeGuard[Mapping[str, object]]:
    """Return whether an input comes from a journal: only there a conversation has a number."""
    return isinstance(raw_input, dict) and "number" in raw_input


def _released(work: Work, data: SessionInput, number: int) -> list[ReleasedNumbers]:
    """Return the releases of conversation *number* and of its goals, with the new numbers."""
    session_releases = [ReleasedNumbers(copy, number, None) for copy in data.releases]
    if not data.goal_releases:
        return session_releases
    # A goal with a number was set earlier; the goals without one were set here, in this order.
    goal_numbers = {goal.ref: goal.number for goal in data.goals if goal.number is not None}
    new_refs = [goal.ref for goal in data.goals if goal.number is None]
    for ref, goal_line in zip(new_refs, set_in(work, number), strict=True):
        goal_numbers[ref] = goal_line.number
    goal_releases = [
        ReleasedNumbers(copy, number, goal_numbers[copy.goal]) for copy in data.goal_releases
    ]
    return session_releases + goal_releases


def _objects(raw_input: Mapping[str, object], name: str) -> list[dict[str, object]]:
    """Return the objects in the list *name* of an unchecked input; empty where it has no list."""
    values = raw_input.get(name)
    if not isinstance(values, list):
        return []
    return [value for value in values if isinstance(value, dict)]


def _new_numbers(old_numbers: object, records: Sequence[_NumberedRecord]) -> dict[object, int]:
    """Return the numbers of *records* by the old number at the same position.

    Anything in *old_numbers* that is not a number is skipped, for it comes from an unchecked file.
    """
    if not isinstance(old_numbers, list):
        return {}
    pairs = zip(old_numbers, records, strict=False)
    return {old: record.number for old, record in pairs if isinstance(old, int)}
