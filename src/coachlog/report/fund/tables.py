"""Which tables of a report may be told, so that no group under five can be worked out."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

FEWEST = 5

Pattern = frozenset[str]
"""The themes, areas and kinds of somebody, or of a goal."""


class FundTable(NamedTuple):
    """Counts that are told together or not at all, as *part* of the report.

    *counts* names them, and *of* tells in which of them somebody is. A table *below* another is
    told only where that one is.
    """

    part: str
    counts: Sequence[str]
    of: Callable[[Pattern], frozenset[str]]
    below: "FundTable | None" = None

    def figures(self, counted: Mapping[Pattern, int]) -> Counter[str]:
        """How many there are in each of the counts."""
        found: Counter[str] = Counter()
        for pattern, n in counted.items():
            found.update(dict.fromkeys(self.of(pattern), n))
        return found


def publishable(tables: Iterable[FundTable], people: Mapping[Pattern, int]) -> list[FundTable]:
    """The tables that together leave no group of one to four, tried in their order.

    A group is of those who are in the very same counts. Whatever anybody works out, knowing the
    rule and more, is made of whole groups: nobody, or five and more. That a table is missing says
    that one of its groups is small, and not which.
    """
    chosen: list[FundTable] = []
    for table in tables:
        sizes = _groups([*chosen, table], people).values()
        if table.below in (None, *chosen) and not any(map(_few, sizes)):
            chosen.append(table)
    return chosen


def goals_may_be_told(
    shown: Sequence[FundTable], people: Mapping[Pattern, int], goals: Mapping[Pattern, int]
) -> bool:
    """Whether goals beside the people of the tables that are *shown* leave no such group either.

    Where everybody has one goal at most, they tell who has one and who has none.
    """
    who, what = _groups(shown, people), _groups(shown, goals)
    return not any(_few(what[each]) or _few(who[each] - what[each]) for each in {*who, *what})


def _groups(tables: Sequence[FundTable], counted: Mapping[Pattern, int]) -> Counter[object]:
    sizes: Counter[object] = Counter()
    for pattern, n in counted.items():
        sizes[tuple(table.of(pattern) for table in tables)] += n
    return sizes


def _few(n: int) -> bool:
    return 0 < n < FEWEST
