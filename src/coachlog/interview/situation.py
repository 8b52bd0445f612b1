"""What is known when a conversation begins and decides what is asked."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple


class GoalFact(NamedTuple):
    """An active goal when the conversation begins; *lacks* names its empty fields."""

    number: int
    statement: str
    anti_goal: str | None = None
    score: int | None = None
    target: int | None = None
    lacks: tuple[str, ...] = ()


class ActionFact(NamedTuple):
    """An open action when the conversation begins; *plan* is its if-then plan.

    *done_by* is who does it, None for the person coached.
    """

    number: int
    what: str
    due_on: str | None = None
    plan: str | None = None
    done_by: str | None = None


class TopicFact(NamedTuple):
    """A topic that was parked for a later conversation and has not been taken up yet."""

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
    *kind* is that of the trajectory; of a trajectory that begins with this conversation the coach
    tells it, and *kind_known* is False: then it is that of the last trajectory that was begun.
    *name* is what the person is called on the screen.
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
    kind: str = "coaching"
    kind_known: bool = True
    name: str = ""

    @property
    def first(self) -> bool:
        """Whether this is the first conversation of the trajectory."""
        return self.number == 1


def unseen(situation: Situation, goals: tuple[GoalFact, ...] = ()) -> Situation:
    """Return *situation* for when a third person is at the table: only *goals* may be shown."""
    # The score of today still belongs to the only goal, even if that is not shown.
    scored = situation.goals[0].number if len(situation.goals) == 1 else situation.scored
    return situation._replace(
        goals=goals, actions=(), topics=(), objectives=(), talents=(), unseen=True, scored=scored
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
    """Return the situation as plain JSON values."""
    facts = {noun: [fact._asdict() for fact in getattr(situation, noun)] for noun in _FACTS}
    return situation._asdict() | facts


def situation_of(state: Mapping[str, object]) -> Situation:
    """Return the situation saved as *state*; an older version may have saved fewer fields."""
    fields = {name: state[name] for name in Situation._fields if name in state}
    facts = {noun: tuple(_facts(noun, state.get(noun))) for noun in _FACTS}
    # A conversation begun before there were questions about roles does not ask them.
    defaults = {"roles_known": True}
    make_situation: Callable[..., Situation] = Situation
    return make_situation(**defaults | fields | facts)


def _facts(noun: str, saved: object) -> Iterator[_Fact]:
    """Yield the facts that were saved under *noun*; none where that is missing."""
    for values in saved if isinstance(saved, list) else []:
        fact = _FACTS[noun](**values)
        # JSON has made a list of the tuple.
        yield fact._replace(lacks=tuple(fact.lacks)) if isinstance(fact, GoalFact) else fact
