"""Which goal the figure of a reality belongs to, where the conversation names none."""

from typing import TYPE_CHECKING

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.interview.conversation import Conversation
from coachlog.journal.coachee.queries import matching
from coachlog.journal.goal.queries import GoalLine, active

if TYPE_CHECKING:
    from coachlog.journal.session.model import SessionInput
    from coachlog.store.connection import Reader

OF_THE_JOURNAL = ("number", "starts_at")
"""Keys of a conversation that the journal told: what was scored in it stands there already."""


def refuse_several(reader: "Reader", options: Conversation) -> None:
    """Refuse a `--score` that could be of several goals; raises RefusedError."""
    score = options.get("reality", {}).get("score")
    if score is None or options.get("goals") or options.get("status", "held") != "held":
        return
    goals = _goals_of(reader, options.get("coachee", ""))
    if len(goals) > 1:
        name = matching(reader, options["coachee"])[0].name
        raise RefusedError(
            N_("{name} has {n} active goals: which one does {score}/10 belong to?"),
            N_("Leave out --score and say which goal: coachlog goal score {number} {score}"),
            name=name,
            n=len(goals),
            score=score,
            number=goals[0].number,
        )


def goal_scored(reader: "Reader", talk: "SessionInput", told: object) -> int | None:
    """The one active goal to which the figure belongs; *told* is the input as it came."""
    of_the_journal = isinstance(told, dict) and any(key in told for key in OF_THE_JOURNAL)
    if of_the_journal or talk.status != "held" or talk.reality.score is None:
        return None
    if talk.scores or talk.goals or "scores" in talk.model_fields_set:
        return None
    goals = _goals_of(reader, talk.coachee)
    return goals[0].number if len(goals) == 1 else None


def _goals_of(reader: "Reader", name: str) -> list[GoalLine]:
    people = matching(reader, name) if name else []
    return active(reader, people[0].handle) if len(people) == 1 else []
