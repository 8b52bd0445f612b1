"""What conversations bring along that come from a journal: numbers, releases, roles."""

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


class _Numbered(Protocol):
    @property
    def number(self) -> int: ...


_REF = re.compile(r"goal-(\d+)")


class Arrivals:
    """Several conversations that come in together.

    Each goal, action and topic gets a number of here; what names one by the number that it had
    there is put right. What did not come along keeps its number: it is one of this journal.
    Roles are told as they are now: they hold once all is in, for what was asked before they did.
    """

    def __init__(self) -> None:
        self._goals: dict[object, int] = {}
        self._actions: dict[object, int] = {}
        self._topics: dict[object, int] = {}
        self._released: list[ReleasedNumbers] = []
        self._roles: list[tuple[int, RolesInput]] = []

    def prepare(self, talk: SessionInput, told: object) -> None:
        """Give what *talk*, that came in as *told*, names of earlier ones its number of here."""
        for goal in talk.goals:
            goal.number = self._goals.get(goal.number, goal.number)
        for score in talk.scores:
            score.goal = self._goals.get(score.goal, score.goal)
        for action in talk.actions:
            action.goal = self._goals.get(action.goal, action.goal)
        for review in talk.reviews:
            review.action = self._actions.get(review.action, review.action)
        talk.taken_up = [self._topics.get(number, number) for number in talk.taken_up]
        if _is_of_a_journal(told) and talk.roles:
            self._roles.append((0, talk.roles))
            talk.roles = None

    def note(self, work: Work, talk: SessionInput, told: object, number: int) -> None:
        """Note what *talk* brought along, now that it is conversation *number* here."""
        self._released += _released(work, talk, number)
        if not _is_of_a_journal(told):
            return
        if self._roles and not self._roles[-1][0]:
            self._roles[-1] = (number, self._roles[-1][1])
        refs = (_REF.fullmatch(str(each.get("ref"))) for each in _each(told, "goals"))
        goals = [int(ref[1]) for ref in refs if ref]
        actions = [each.get("number") for each in _each(told, "actions")]
        self._goals |= _pairs(goals, set_in(work, number))
        self._actions |= _pairs(actions, of_session(work, number))
        self._topics |= _pairs(told.get("parked_numbers"), parked_in(work, number))

    def finish(self, work: Work) -> None:
        """Keep what was released, in the order in which it was; from now on the roles hold."""
        releases.keep(work, self._released)
        for number, roles in self._roles:
            set_roles_of(work, number, roles)


def _is_of_a_journal(told: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(told, dict) and "number" in told


def _released(work: Work, talk: SessionInput, number: int) -> list[ReleasedNumbers]:
    of_talk = [ReleasedNumbers(each, number, None) for each in talk.releases]
    if not talk.goal_releases:
        return of_talk
    new = [goal.ref for goal in talk.goals if goal.number is None]
    goals = {goal.ref: goal.number for goal in talk.goals if goal.number is not None}
    goals |= {ref: goal.number for ref, goal in zip(new, set_in(work, number), strict=True)}
    return [
        *of_talk,
        *(ReleasedNumbers(each, number, goals[each.goal]) for each in talk.goal_releases),
    ]


def _each(told: Mapping[str, object], name: str) -> list[dict[str, object]]:
    found = told.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _pairs(there: object, here: Sequence[_Numbered]) -> dict[object, int]:
    pairs = zip(there if isinstance(there, list) else [], here, strict=False)
    return {old: new.number for old, new in pairs if isinstance(old, int)}
