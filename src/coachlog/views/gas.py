"""The T-score of somebody's goals, its assumptions, and why there may be none.

It is about goals: nothing here puts two people beside each other.
"""

from collections.abc import Sequence
from typing import NamedTuple

from coachlog.base.languages import SPOKEN
from coachlog.base.texts import N_, _, language, ngettext
from coachlog.display.page import Line, Section
from coachlog.journal.goal import queries as goals
from coachlog.journal.goal.gas import RHO, Rated, t_score
from coachlog.journal.goal.queries import GoalLine
from coachlog.schema.goal import LEVEL_TEXTS
from coachlog.store.connection import Reader
from coachlog.values.level_words import shown_level

NO_LEVELS, NO_RATING, NO_WEIGHT = "no_levels", "no_rating", "no_weight"
ALL_DROPPED = "all_dropped"
WHY_NOT = {
    NO_LEVELS: N_("No T-score: no goal has levels yet. Write them with: coachlog goal scale N"),
    ALL_DROPPED: N_("No T-score: all goals with levels were dropped."),
    NO_RATING: N_("No T-score: no level was noted yet. Note one with: coachlog goal level N 0"),
    NO_WEIGHT: N_("No T-score: all weights are 0. Give one with: coachlog goal scale N --weight 1"),
}
NOTE = N_("The T-score is about these goals, not about the person. Never compare people with it.")


class Gas(NamedTuple):
    """The T-scores of some goals, and which of those goals count towards them.

    Goals are given by number, except *counted*, the goals behind the scores. *not_rated* have
    levels but no rating yet. *without_baseline* are counted goals with no level at the start; if
    there are any, *at_start* is None. *dropped* were rated and then given up: they do not count,
    and *with_dropped* is the score if they did. *why_not* is a key of WHY_NOT when *current* is
    None.
    """

    counted: list[GoalLine]
    not_rated: list[int]
    without_baseline: list[int]
    current: float | None
    at_start: float | None
    why_not: str | None
    dropped: Sequence[int] = ()
    with_dropped: float | None = None

    def change(self) -> float | None:
        """Return the current score minus the one at the start; None unless both are known."""
        if self.current is None or self.at_start is None:
            return None
        return self.current - self.at_start

    def as_json(self) -> dict[str, object]:
        """Return the scores and goals as JSON, with keys about dropped goals only if there are."""
        record: dict[str, object] = {
            "t_score": _rounded(self.current),
            "t_score_at_start": _rounded(self.at_start),
            "change": _rounded(self.change()),
            "rho": RHO,
            "goals": [
                {
                    "goal": goal.number,
                    "level": goal.level,
                    "level_baseline": goal.level_baseline,
                    "weight": weight(goal),
                }
                for goal in self.counted
            ],
            "not_rated": self.not_rated,
            "without_baseline": self.without_baseline,
            "why_not": self.why_not,
        }
        if self.dropped:
            record["dropped"] = list(self.dropped)
            record["t_score_with_dropped"] = _rounded(self.with_dropped)
        return record


def of_person(reader: Reader, coachee: str) -> Gas:
    """Score the goals of a person's active trajectory, or of the latest if none is active."""
    sql = (
        "select number from trajectories where coachee = :coachee"
        " order by status = 'closed', number desc limit 1"
    )
    return score(goals.of_trajectory(reader, int(reader.value(sql, coachee=coachee) or 0)))


def score(candidates: Sequence[GoalLine]) -> Gas:
    """Score the *candidates* that have written levels and a rating, and were not dropped."""
    goals_with_levels = [
        goal for goal in candidates if any(getattr(goal, column) for column in LEVEL_TEXTS.values())
    ]
    eligible = [goal for goal in goals_with_levels if goal.status != "dropped"]
    counted = [goal for goal in eligible if goal.level is not None]
    dropped = [
        goal for goal in goals_with_levels if goal.status == "dropped" and goal.level is not None
    ]
    without_baseline = [goal.number for goal in counted if goal.level_baseline is None]
    current = _current_score(counted)
    why_not: str | None = None
    if not eligible:
        why_not = ALL_DROPPED if goals_with_levels else NO_LEVELS
    elif not counted:
        why_not = NO_RATING
    elif current is None:
        why_not = NO_WEIGHT
    return Gas(
        counted=counted,
        not_rated=[goal.number for goal in eligible if goal.level is None],
        without_baseline=without_baseline,
        current=current,
        # Without one of the baselines the score would be about other goals than the current one.
        at_start=None if without_baseline else _baseline_score(counted),
        why_not=why_not,
        dropped=[goal.number for goal in dropped],
        with_dropped=_current_score([*counted, *dropped]),
    )


def _current_score(goals: Sequence[GoalLine]) -> float | None:
    return t_score([Rated(goal.level, weight(goal)) for goal in goals if goal.level is not None])


def _baseline_score(goals: Sequence[GoalLine]) -> float | None:
    return t_score(
        [
            Rated(goal.level_baseline, weight(goal))
            for goal in goals
            if goal.level_baseline is not None
        ]
    )


def weight(goal: GoalLine) -> int:
    """Return the weight of a goal; 1 if none was given."""
    return 1 if goal.weight is None else goal.weight


def section(gas: Gas) -> Section:
    """Return the T-score section of a page: the scores and what they are based on."""
    if gas.why_not:
        lines = [Line("", _(WHY_NOT[gas.why_not]))]
        if gas.with_dropped is not None:
            lines.append(Line(_("Dropped goals"), _dropped_note(gas)))
        return Section(_("T-score"), lines)
    assumption = _("ρ = {rho}; weight 1 where none is given")
    note = _("one goal: no sum") if len(gas.counted) == 1 else ""
    scores = [Line(_("Now"), _format_score(gas.current), note)]
    if gas.at_start is not None:
        change = _("{change} since then").format(change=_format_decimal(gas.change(), "+.1f"))
        scores.append(Line(_("At the start"), _format_score(gas.at_start), change))
    if gas.without_baseline:
        scores.append(Line(_("At the start"), _baseline_missing(gas.without_baseline)))
    lines = [
        *scores,
        Line(_("Goals that count"), ", ".join(map(_goal_with_level, gas.counted))),
        Line(_("Dropped goals"), _dropped_note(gas)),
        Line(_("Not rated yet"), ", ".join(map(str, gas.not_rated))),
        Line(_("Assumed"), assumption.format(rho=_format_decimal(RHO, ".2f"))),
        Line("", _(NOTE)),
    ]
    return Section(_("T-score"), [line for line in lines if line.text])


def _dropped_note(gas: Gas) -> str:
    """Return how many goals were dropped, and the score with them; empty if none were.

    The goals that go worst are often the ones that are dropped, so the score alone flatters.
    """
    n = len(gas.dropped)
    if not n:
        return ""
    text = ngettext(
        "{n} dropped goal does not count; counted: {figure}",
        "{n} dropped goals do not count; counted: {figure}",
        n,
    )
    return text.format(n=n, figure=_format_score(gas.with_dropped))


def _baseline_missing(numbers: Sequence[int]) -> str:
    text = _("not known of goal {numbers}: coachlog goal scale {n} --baseline-level -1")
    return text.format(numbers=", ".join(map(str, numbers)), n=numbers[0])


def _goal_with_level(goal: GoalLine) -> str:
    """Format a goal with its level, and its weight unless that is 1: `3 (+1 × 2)`."""
    factor = "" if weight(goal) == 1 else f" × {goal.weight}"
    return f"{goal.number} ({shown_level(goal.level or 0)}{factor})"


def _format_score(score: float | None) -> str:
    return _format_decimal(score, ".1f")


def _format_decimal(number: float | None, spec: str) -> str:
    """Format *number* with the decimal sign of the current language; empty for None."""
    if number is None:
        return ""
    return format(number, spec).replace(".", SPOKEN[language()].decimal)


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 2)
