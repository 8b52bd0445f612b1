"""Finds the goal that a score for reality belongs to, where the conversation does not say which."""

from typing import TYPE_CHECKING

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.interview.conversation import Conversation
from coachlog.journal.coachee.lookup import matching
from coachlog.journal.goal.queries import GoalLine, active

if TYPE_CHECKING:
    from coachlog.journal.session.model import SessionInput
    from coachlog.store.connection import Reader

EXPORTED_KEYS = ("number", "starts_at")
"""Keys that only an exported conversation has: its scores were decided on when it was saved."""


def refuse_several(reader: "Reader", options: Conversation) -> None:
    """Raise RefusedError for a `--score` that could belong to several active goals."""
    score = options.get("reality", {}).get("score")
    is_held = options.get("status", "held") == "held"
    # With a new goal in the conversation, no active goal gets the score: see `goal_scored`.
    if score is None or options.get("goals") or not is_held:
        return
    goals = _active_goals(reader, options.get("coachee", ""))
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


def goal_scored(reader: "Reader", data: "SessionInput", raw_input: object) -> int | None:
    """Return the number of the goal that the score for reality belongs to as well, or None.

    That is the only active goal of the person, unless the conversation sets or scores goals
    itself. *raw_input* is *data* before it was checked.
    """
    if data.status != "held" or data.reality.score is None:
        return None
    # What was exported names the goals that it scored: nothing is to be guessed.
    is_exported = isinstance(raw_input, dict) and any(key in raw_input for key in EXPORTED_KEYS)
    if is_exported:
        return None
    # An empty list of scores was given on purpose: no goal is to get one.
    has_own_scores = bool(data.scores) or "scores" in data.model_fields_set
    if has_own_scores or data.goals:
        return None
    goals = _active_goals(reader, data.coachee)
    return goals[0].number if len(goals) == 1 else None


def _active_goals(reader: "Reader", name: str) -> list[GoalLine]:
    """Return the active goals of the one person with that *name*; none for several or nobody."""
    people = matching(reader, name) if name else []
    return active(reader, people[0].handle) if len(people) == 1 else []
