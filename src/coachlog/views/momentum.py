"""How a goal moves, in words: for the coach only, on pages of their own."""

from collections.abc import Iterable, Sequence
from datetime import date

from coachlog.base.days import show_day
from coachlog.base.texts import N_, _, language
from coachlog.display.page import Line, Section
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.goal.momentum import Momentum, MomentumFacts, momentum
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


def moving(
    goal: GoalLine,
    scores: Sequence[ScoreLine],
    actions: Sequence[ActionLine],
    seen: Sequence[ObservationLine],
    rhythm_days: int | None,
    today: date,
) -> Momentum | None:
    """How an active *goal* moves; None for one that is closed, or where there is nothing to say.

    Signs of life are actions that were agreed or done, and what was seen at work.
    """
    if goal.status != "active":
        return None
    done = [each.closed_on for each in actions if each.closed_on and each.status != "dropped"]
    signs = [*done, *(each.agreed_on for each in actions), *(each.observed_on for each in seen)]
    return momentum(
        MomentumFacts(
            _day(goal.set_on),
            [(_day(each.scored_on), each.score) for each in scores],
            goal.baseline,
            goal.target,
            [_day(each.due_on) for each in actions if each.due_on and each.status == "open"],
            [_day(sign) for sign in signs],
            rhythm_days,
            _day(goal.target_on) if goal.target_on else None,
            *_level(goal, today),
        ),
        today,
    )


def _level(goal: GoalLine, today: date) -> tuple[int | None, date | None]:
    """The level of the goal, and its day; nothing where that was still to come."""
    if goal.level is None or not goal.rated_on or goal.rated_on > today.isoformat():
        return None, None
    return goal.level, _day(goal.rated_on)


def moves_by_goal(
    goals: Iterable[tuple[GoalLine, Sequence[ScoreLine]]],
    actions: Sequence[ActionLine],
    seen: Sequence[ObservationLine],
    rhythm_days: int | None,
    today: date,
) -> dict[int, Momentum]:
    """How each of the *goals* of one person moves, by number; one with nothing to say is not there.

    *actions* and *seen* are those of all goals together.
    """
    found = {}
    for goal, scores in goals:
        own = [each for each in actions if each.goal == goal.number]
        noted = [each for each in seen if each.goal == goal.number]
        if moves := moving(goal, scores, own, noted, rhythm_days, today):
            found[goal.number] = moves
    return found


def as_json(moves: Momentum | None) -> dict[str, object] | None:
    """The same for a script."""
    if not moves:
        return None
    kept = moves._asdict() | {"since": str(moves.since)}
    if moves.target is None:
        del kept["target"]
    return kept


def summary(moves: Momentum) -> str:
    """The reason spelled out, in the language of the run."""
    day, words = show_day(moves.since, language()), WORDS[moves.why]
    if moves.why == "passed" and moves.high is not None:
        words = PASSED_AT if moves.target is None else PASSED_OF
    return _(words).format(low=moves.low, high=moves.high, target=moves.target, day=day)


def section(moves: Iterable[tuple[int, Momentum | None]]) -> Section:
    """How goals move, each with its number, and why: the reason stands for itself."""
    lines = [Line("", summary(each), number=number) for number, each in moves if each]
    return Section(_("How the goals are going"), lines, "private")


def _day(day: str) -> date:
    return date.fromisoformat(day)
