"""Chooses the tables of a report, so that nobody can work out a group of fewer than five."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

FEWEST = 5
"""The fewest people or goals that a group may have."""

Pattern = frozenset[str]
"""The themes, areas and kinds of a person or a goal."""


class FundTable(NamedTuple):
    """A table of counts that is published as a whole or not at all, in a *part* of the report.

    *counts* are the ids of its lines, and *of* returns in which of them a person or a goal counts.
    A table *below* another one is published only if that one is.
    """

    part: str
    counts: Sequence[str]
    of: Callable[[Pattern], frozenset[str]]
    below: "FundTable | None" = None

    def figures(self, counted: Mapping[Pattern, int]) -> Counter[str]:
        """Return the figure of each line; *counted* is how many people or goals have a pattern."""
        figures: Counter[str] = Counter()
        for pattern, n in counted.items():
            figures.update(dict.fromkeys(self.of(pattern), n))
        return figures


def publishable(tables: Iterable[FundTable], people: Mapping[Pattern, int]) -> list[FundTable]:
    """Return the tables that together leave no group of one to four, tried in their order.

    A group is everybody who counts in exactly the same lines of all published tables. Whatever can
    be computed from the tables is a sum of whole groups, so of nobody or of five people and more.
    A missing table says only that one of its groups is small, not which.
    """
    published: list[FundTable] = []
    for table in tables:
        is_parent_published = table.below is None or table.below in published
        sizes = _group_sizes([*published, table], people).values()
        has_small_group = any(map(_is_too_few, sizes))
        if is_parent_published and not has_small_group:
            published.append(table)
    return published


def goals_may_be_told(
    tables: Sequence[FundTable], people: Mapping[Pattern, int], goals: Mapping[Pattern, int]
) -> bool:
    """Return whether the goals can be published beside the people in these *tables*.

    They cannot if a group has one to four goals, or one to four people more than goals: where
    everybody has one goal at most, that is how many have one and how many have none.
    """
    people_sizes, goal_sizes = _group_sizes(tables, people), _group_sizes(tables, goals)
    return not any(
        _is_too_few(goal_sizes[group]) or _is_too_few(people_sizes[group] - goal_sizes[group])
        for group in {*people_sizes, *goal_sizes}
    )


def _group_sizes(tables: Sequence[FundTable], counted: Mapping[Pattern, int]) -> Counter[object]:
    """Return how many are in exactly the same lines of all *tables*, by those lines."""
    sizes: Counter[object] = Counter()
    for pattern, n in counted.items():
        sizes[tuple(table.of(pattern) for table in tables)] += n
    return sizes


def _is_too_few(n: int) -> bool:
    return 0 < n < FEWEST
