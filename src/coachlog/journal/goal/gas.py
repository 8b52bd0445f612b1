"""The T-score of Goal Attainment Scaling: a pure formula.

Source: T. J. Kiresuk and R. E. Sherman, Goal attainment scaling: a general method for evaluating
comprehensive community mental health programs, Community Mental Health Journal 4 (1968), 443-453.
The formulas as a practical guide of 2009 printed them are wrong, and it has an erratum.
"""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

RHO = 0.30
"""How far the levels of goals are assumed to go together, as Kiresuk and Sherman took it."""

MIDDLE, SPREAD = 50, 10
"""The mean and the standard deviation of a T-score."""


class Rated(NamedTuple):
    """Where a goal stands, -2 to 2, and its weight, 0 or more."""

    level: int
    weight: int = 1


def t_score(goals: Sequence[Rated], rho: float = RHO) -> float | None:
    """Return the T-score of *goals*: 50 if all are as expected; None if no goal has a weight."""
    total_weight = sum(goal.weight for goal in goals)
    squared_weights = sum(goal.weight**2 for goal in goals)
    if not total_weight:
        return None
    weighted_levels = sum(goal.weight * goal.level for goal in goals)
    spread = sqrt((1 - rho) * squared_weights + rho * total_weight**2)
    return MIDDLE + SPREAD * weighted_levels / spread
