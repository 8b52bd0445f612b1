"""The T-score of somebody's goals, its assumptions, and why there may be none.

It is about goals: nothing here puts two people beside each other.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.base.languages import SPOKEN
from coachlog.base.texts import N_, _, language, ngettext
from coachlog.display.page import Line, Section
from coachlog.journal.goal import queries as goals
from coachlog.journal.goal.gas import RHO, Rated, t_score
from coachlog.journal.goal.queries import GoalLine
from coachlog.schema.goal import LEVEL_TEXTS
from coachlog.values.level_words import shown_level

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

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
    """The goals that count, those with levels that do not, and the scores of those that do.

    *why_not* is one of WHY_NOT where there is no score. *unknown* are goals that count and have
    no level at the start, so that there is no score of then. *dropped* were rated and then given
    up: they do not count, and *with_dropped* is the score as it would be if they did.
    """

    counted: list[GoalLine]
    left_out: list[int]
    unknown: list[int]
    now: float | None
    at_start: float | None
    why_not: str | None
    dropped: Sequence[int] = ()
    with_dropped: float | None = None

    def change(self) -> float | None:
        """How far the score moved since the start."""
        known = self.now is not None and self.at_start is not None
        return self.now - self.at_start if known else None  # type: ignore[operator]

    def as_json(self) -> dict[str, Any]:
        """The same for a script."""
        return {
            "t_score": _rounded(self.now),
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
            "not_rated": self.left_out,
            "without_baseline": self.unknown,
            "why_not": self.why_not,
            **(
                {"dropped": list(self.dropped), "t_score_with_dropped": _rounded(self.with_dropped)}
                if self.dropped
                else {}
            ),
        }


def of_person(reader: "Reader", coachee: str) -> Gas:
    """The score of the goals of somebody's trajectory: the active one, or else the latest.

    What was given up does not count.
    """
    sql = (
        "select number from trajectories where coachee = :coachee"
        " order by status = 'closed', number desc limit 1"
    )
    found = goals.of_trajectory(reader, int(reader.value(sql, coachee=coachee) or 0))
    return score(found)


def score(found: Sequence[GoalLine]) -> Gas:
    """The score of those of the goals *found* that have levels and were rated."""
    written = [goal for goal in found if any(getattr(goal, text) for text in LEVEL_TEXTS.values())]
    scaled = [goal for goal in written if goal.status != "dropped"]
    dropped = [goal for goal in written if goal.status == "dropped" and goal.level is not None]
    counted = [goal for goal in scaled if goal.level is not None]
    left_out = [goal.number for goal in scaled if goal.level is None]
    unknown = [goal.number for goal in counted if goal.level_baseline is None]
    now = t_score([Rated(goal.level or 0, weight(goal)) for goal in counted])
    start = t_score([Rated(goal.level_baseline or 0, weight(goal)) for goal in counted])
    why_not = NO_WEIGHT if now is None else None
    why_not = NO_RATING if not counted else why_not
    if not scaled:
        why_not = ALL_DROPPED if written else NO_LEVELS
    whole = t_score([Rated(goal.level or 0, weight(goal)) for goal in (*counted, *dropped)])
    given_up = [goal.number for goal in dropped]
    at_start = None if unknown else start
    return Gas(counted, left_out, unknown, now, at_start, why_not, given_up, whole)


def weight(goal: GoalLine) -> int:
    """The weight of a goal; 1 where none was given."""
    return 1 if goal.weight is None else goal.weight


def section(gas: Gas) -> Section:
    """The part of a page: the score, what it was, and on what it rests."""
    if gas.why_not:
        given_up = [Line(_("Dropped"), _given_up(gas))] if gas.with_dropped is not None else []
        lines = [Line("", _(WHY_NOT[gas.why_not])), *given_up]
        return Section(_("T-score"), [line for line in lines if line.text])
    assumed = _("ρ = {rho}; weight 1 where none is given")
    figures = [Line(_("Now"), _figure(gas.now), _alone(gas))]
    if gas.at_start is not None:
        change = _("{change} since then").format(change=_shown(gas.change(), "+.1f"))
        figures.append(Line(_("At the start"), _figure(gas.at_start), change))
    lines = [
        *figures,
        *([Line(_("At the start"), _missing(gas.unknown))] if gas.unknown else []),
        Line(_("Goals that count"), ", ".join(map(_counted, gas.counted))),
        Line(_("Dropped"), _given_up(gas)),
        Line(_("Not rated yet"), ", ".join(map(str, gas.left_out))),
        Line(_("Assumed"), assumed.format(rho=_shown(RHO, ".2f"))),
        Line("", _(NOTE)),
    ]
    return Section(_("T-score"), [line for line in lines if line.text])


def _alone(gas: Gas) -> str:
    return _("one goal: no sum") if len(gas.counted) == 1 else ""


def _given_up(gas: Gas) -> str:
    """What the score would be with the goals that were given up: the worst ones often are."""
    n = len(gas.dropped)
    if not n:
        return ""
    told = ngettext(
        "{n} dropped goal does not count; counted: {figure}",
        "{n} dropped goals do not count; counted: {figure}",
        n,
    )
    return told.format(n=n, figure=_figure(gas.with_dropped))


def _missing(unknown: Sequence[int]) -> str:
    told = _("not known of goal {numbers}: coachlog goal scale {n} --baseline-level -1")
    return told.format(numbers=", ".join(map(str, unknown)), n=unknown[0])


def _counted(goal: GoalLine) -> str:
    told = f"{goal.number} ({shown_level(goal.level or 0)}"
    return f"{told} × {goal.weight})" if goal.weight not in (None, 1) else f"{told})"


def _figure(score: float | None) -> str:
    return _shown(score, ".1f")


def _shown(score: float | None, form: str) -> str:
    """One decimal is plenty; where the language has it, with a comma."""
    if score is None:
        return ""
    told = format(score, form)
    return told.replace(".", SPOKEN[language()].decimal)


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 2)
