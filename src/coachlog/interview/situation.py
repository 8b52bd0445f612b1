"""What is known when a conversation begins, as far as it decides what is asked."""

from collections.abc import Callable
from typing import NamedTuple, Required, TypedDict, TypeVar


class GoalFact(NamedTuple):
    """An active goal at the start of the conversation. *lacks*: fields that hold nothing yet."""

    number: int
    statement: str
    anti_goal: str | None = None
    score: int | None = None
    target: int | None = None
    lacks: tuple[str, ...] = ()


class ActionFact(NamedTuple):
    """An open action at the start of the conversation; *plan* is its if-then plan.

    *done_by* is who does it, empty for the person coached.
    """

    number: int
    what: str
    due_on: str | None = None
    plan: str | None = None
    done_by: str | None = None


class TopicFact(NamedTuple):
    """A topic that was parked for a later conversation, and still waits when one begins."""

    number: int
    text: str


class MatchFact(NamedTuple):
    """An objective or a talent that a new goal can be linked with, by its number."""

    number: int
    text: str


class Situation(NamedTuple):
    """What is known when a conversation begins; *number* is its place in the trajectory, from 1.

    *roles_known*: whether the roles of the coach were asked when the trajectory began.
    *communication*: whether the coach wants to tick the forms of communication that were used.
    *unseen*: somebody else may read the screen, so that most of what is known is left out; *scored*
    is then the number of the goal that a figure of today belongs to.
    *noted*: all that is known of the conversation stands in its notes, and little is asked.
    """

    number: int = 1
    short: bool = False
    goals: tuple[GoalFact, ...] = ()
    actions: tuple[ActionFact, ...] = ()
    topics: tuple[TopicFact, ...] = ()
    roles_known: bool = False
    objectives: tuple[MatchFact, ...] = ()
    talents: tuple[MatchFact, ...] = ()
    communication: bool = False
    unseen: bool = False
    scored: int | None = None
    noted: bool = False

    @property
    def first(self) -> bool:
        """Whether this is the first conversation of the trajectory."""
        return self.number == 1


def unseen(situation: Situation, goals: tuple[GoalFact, ...] = ()) -> Situation:
    """What somebody else at the table may see of *situation*: of what is known, *goals* alone."""
    numbers = [goal.number for goal in situation.goals]
    only = numbers[0] if len(numbers) == 1 else situation.scored
    return situation._replace(
        goals=goals, actions=(), topics=(), objectives=(), talents=(), unseen=True, scored=only
    )


class SituationState(TypedDict, total=False):
    """A situation as plain JSON values; an earlier version did not keep them all."""

    number: Required[int]
    short: Required[bool]
    goals: Required[list[dict[str, object]]]
    actions: Required[list[dict[str, object]]]
    topics: list[dict[str, object]]
    roles_known: bool
    objectives: list[dict[str, object]]
    talents: list[dict[str, object]]
    communication: bool
    unseen: bool
    scored: int | None
    noted: bool


def as_data(situation: Situation) -> SituationState:
    """The situation as plain JSON values."""
    return {
        "number": situation.number,
        "short": situation.short,
        "goals": [goal._asdict() for goal in situation.goals],
        "actions": [action._asdict() for action in situation.actions],
        "topics": [topic._asdict() for topic in situation.topics],
        "roles_known": situation.roles_known,
        "objectives": [each._asdict() for each in situation.objectives],
        "talents": [each._asdict() for each in situation.talents],
        "communication": situation.communication,
        "unseen": situation.unseen,
        "scored": situation.scored,
        "noted": situation.noted,
    }


def situation_of(kept: SituationState) -> Situation:
    """The situation that *kept* tells of; what an earlier version did not keep is not known."""
    return Situation(
        kept["number"],
        kept["short"],
        tuple(goal._replace(lacks=tuple(goal.lacks)) for goal in _facts(GoalFact, kept["goals"])),
        _facts(ActionFact, kept["actions"]),
        _facts(TopicFact, kept.get("topics", [])),
        # What was begun before the coach was asked about roles goes on without.
        kept.get("roles_known", True),
        _facts(MatchFact, kept.get("objectives", [])),
        _facts(MatchFact, kept.get("talents", [])),
        kept.get("communication", False),
        kept.get("unseen", False),
        kept.get("scored"),
        kept.get("noted", False),
    )


_Fact = TypeVar("_Fact")


def _facts(fact: Callable[..., _Fact], kept: list[dict[str, object]]) -> tuple[_Fact, ...]:
    return tuple(fact(**each) for each in kept)
