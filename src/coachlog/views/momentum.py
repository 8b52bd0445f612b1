"""How a goal moves, in words: for the coach only, on pages of their own."""

from collections.abc import Iterable, Sequence
from datetime import date

from coachlog.base.days import show_day
from coachlog.base.texts import N_, _, language
from coachlog.display.page import Line, Section
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.goal.momentum import Momentum, MomentumFacts
from coachlog.journal.goal.momentum import momentum as momentum_of
from coachlog.journal.goal.queries import GoalLine, ScoreLine
from coachlog.journal.observation.queries import ObservationLine

WORDS = {
    "reached": N_("Reached its figure: {high} since {day}. Close the goal?"),
    "expected": N_("Reached its level: as expected since {day}. Close the goal?"),
    "passed": N_("Needs attention: its date has passed, {day}."),
    "rose": N_("Going well: from {low} to {high} since {day}."),
    "fell": N_("Needs attention: from {low} to {high} on {day}."),
    "overdue": N_("Needs attention: an action has been overdue since {day}."),
    "level": N_("Needs attention: at {high} since {day}."),
    "silent": N_("Quiet since {day}."),
}
PASSED_AT = N_("Needs attention: its date has passed, {day}, at {high}.")
PASSED_OF = N_("Needs attention: its date has passed, {day}, at {high} of {target}.")


def goal_momentum(
    goal: GoalLine,
    scores: Sequence[ScoreLine],
    actions: Sequence[ActionLine],
    observations: Sequence[ObservationLine],
    rhythm_days: int | None,
    today: date,
) -> Momentum | None:
    """Return how *goal* moves; None if it is not active, or if there is nothing to say.

    Signs of life are actions that were agreed or done, and what was seen at work.
    """
    if goal.status != "active":
        return None
    # An open action has no closing day yet; it is filtered out below.
    done_days = [action.closed_on for action in actions if action.status != "dropped"]
    agreed_days = [action.agreed_on for action in actions]
    observed_days = [observation.observed_on for observation in observations]
    signs_of_life = [day for day in (*done_days, *agreed_days, *observed_days) if day]
    due_days = [action.due_on for action in actions if action.due_on and action.status == "open"]
    level, rated_on = _level(goal, today)
    facts = MomentumFacts(
        set_on=_day(goal.set_on),
        scores=[(_day(score.scored_on), score.score) for score in scores],
        baseline=goal.baseline,
        target=goal.target,
        due=[_day(day) for day in due_days],
        signs=[_day(day) for day in signs_of_life],
        rhythm_days=rhythm_days,
        target_on=_day(goal.target_on) if goal.target_on else None,
        level=level,
        rated_on=rated_on,
    )
    return momentum_of(facts, today)


def _level(goal: GoalLine, today: date) -> tuple[int | None, date | None]:
    """Return the level of *goal* and the day it was rated; None twice if that is after *today*."""
    if goal.level is None or not goal.rated_on or goal.rated_on > today.isoformat():
        return None, None
    return goal.level, _day(goal.rated_on)


def momentum_by_goal(
    goals: Iterable[tuple[GoalLine, Sequence[ScoreLine]]],
    actions: Sequence[ActionLine],
    observations: Sequence[ObservationLine],
    rhythm_days: int | None,
    today: date,
) -> dict[int, Momentum]:
    """Return how the *goals* of one person move, by goal number.

    Goals of which `goal_momentum` has nothing to say are left out. *actions* and *observations*
    may be those of all goals together.
    """
    momentum_by_number = {}
    for goal, scores in goals:
        goal_actions = [action for action in actions if action.goal == goal.number]
        goal_observations = [
            observation for observation in observations if observation.goal == goal.number
        ]
        momentum = goal_momentum(goal, scores, goal_actions, goal_observations, rhythm_days, today)
        if momentum:
            momentum_by_number[goal.number] = momentum
    return momentum_by_number


def momentum_record(momentum: Momentum | None) -> dict[str, object] | None:
    """Return *momentum* as JSON, without `target` if it has none."""
    if not momentum:
        return None
    values = momentum._asdict() | {"since": str(momentum.since)}
    if momentum.target is None:
        del values["target"]
    return values


def summary(momentum: Momentum) -> str:
    """Return how a goal moves as one sentence in the current language.

    A goal whose date has passed is told with its score and its target, as far as it has them.
    """
    text = WORDS[momentum.why]
    if momentum.why == "passed" and momentum.high is not None:
        text = PASSED_AT if momentum.target is None else PASSED_OF
    day = show_day(momentum.since, language())
    return _(text).format(low=momentum.low, high=momentum.high, target=momentum.target, day=day)


def section(numbered: Iterable[tuple[int, Momentum | None]]) -> Section:
    """Return the private section that says how goals move, given by goal number."""
    lines = [
        Line("", summary(momentum), number=number) for number, momentum in numbered if momentum
    ]
    return Section(_("How the goals are going"), lines, "private")


def _day(day: str) -> date:
    return date.fromisoformat(day)
