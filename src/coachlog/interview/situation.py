"""What is known when a conversation begins, as far as it decides what is asked."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple


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


_Fact = GoalFact | ActionFact | TopicFact | MatchFact
_FACTS: dict[str, Callable[..., _Fact]] = {
    "goals": GoalFact,
    "actions": ActionFact,
    "topics": TopicFact,
    "objectives": MatchFact,
    "talents": MatchFact,
}


def as_data(situation: Situation) -> dict[str, object]:
    """The situation as plain JSON values."""
    facts = {noun: [each._asdict() for each in getattr(situation, noun)] for noun in _FACTS}
    return situation._asdict() | facts


def situation_of(kept: Mapping[str, object]) -> Situation:
    """The situation that *kept* tells of; what an earlier version did not keep is not known."""
    known = {name: kept[name] for name in Situation._fields if name in kept}
    facts = {noun: tuple(_facts(noun, kept.get(noun))) for noun in _FACTS}
    make: Callable[..., Situation] = Situation
    # What was begun before the coach was asked about roles goes on without.
    return make(**{"roles_known": True} | known | facts)


def _facts(noun: str, kept: object) -> Iterator[_Fact]:
    for each in kept if isinstance(kept, list) else []:
        fact = _FACTS[noun](**each)
        yield fact._replace(lacks=tuple(fact.lacks)) if isinstance(fact, GoalFact) else fact
