"""What numbers in conversations of another journal mean here, where they come in together."""

import re
from typing import Any

from coachlog.journal.action.queries import of_session
from coachlog.journal.goal.queries import set_in
from coachlog.journal.session.model import SessionInput
from coachlog.journal.topic.queries import parked_in
from coachlog.store.work import Work

_REF = re.compile(r"goal-(\d+)")


class Renumbering:
    """The number that each goal, action and topic got here, by the number that it had there.

    What did not come along keeps its number: it is one of this journal.
    """

    def __init__(self) -> None:
        self._goals: dict[Any, int] = {}
        self._actions: dict[Any, int] = {}
        self._topics: dict[Any, int] = {}

    def put(self, talk: SessionInput) -> None:
        """Give what an earlier conversation brought in, and *talk* names, its number of here."""
        for goal in talk.goals:
            goal.number = self._goals.get(goal.number, goal.number)
        for score in talk.scores:
            score.goal = self._goals.get(score.goal, score.goal)
        for action in talk.actions:
            action.goal = self._goals.get(action.goal, action.goal)
        for review in talk.reviews:
            review.action = self._actions.get(review.action, review.action)
        talk.taken_up = [self._topics.get(number, number) for number in talk.taken_up]

    def note(self, work: Work, told: Any, number: int) -> None:
        """Note which numbers what conversation *told* brought in has here, where it is *number*."""
        if not isinstance(told, dict) or "number" not in told:
            return
        refs = (_REF.fullmatch(str(each.get("ref"))) for each in _each(told, "goals"))
        goals = [int(ref[1]) for ref in refs if ref]
        actions = [each.get("number") for each in _each(told, "actions")]
        self._goals |= _pairs(goals, set_in(work, number))
        self._actions |= _pairs(actions, of_session(work, number))
        self._topics |= _pairs(told.get("parked_numbers") or [], parked_in(work, number))


def _each(told: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = told.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _pairs(there: list[Any], here: list[Any]) -> dict[Any, int]:
    return {old: new.number for old, new in zip(there, here, strict=False) if isinstance(old, int)}
