"""Which counts of people may be published, so that no group under five can be worked out.

A count of one to four people is kept back, and with it the next smallest one of its group: the
areas, the themes of one area, the combinations of areas; where another count is of the very same
people, that one too. That is the usual rule for tables whose
rows and columns add up. These do not always, since somebody may be in several areas; so further
counts are kept back, the smallest first, until no linear combination of what is published tells

- how many there are in any group of one to four people, whether it is a count of ours or not,
- how many goals there are in a count that was kept back, or
- that there is nobody in a count of ours.

The first two are asked of the themes and areas that occur together: whoever knows which ones do
learns no more than anybody else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from coachlog.report.fund.span import Names, Span, Vector

FEWEST = 5

Pattern = frozenset[str]
"""The themes and areas of somebody, or of a goal."""


class Cell(NamedTuple):
    """A count: *has* tells who is in it. Cells of a *group* are kept back together.

    A cell that is not *told* is in no report, but must not be worked out either. Without a group it
    is the total, which is kept back last.
    """

    name: str
    has: Callable[[Pattern], bool]
    group: str = ""
    told: bool = True


def publishable(
    cells: Sequence[Cell],
    people: Mapping[Pattern, int],
    goals: Sequence[Pattern],
    possible: Sequence[Pattern],
) -> frozenset[str]:
    """The names of the cells that may be published, of people and of their goals alike.

    *people* are counted by pattern, *goals* are the patterns that goals have, and *possible* are
    enough patterns to tell cells apart in which there is nobody.
    """
    table = _Table(cells, people, goals, possible)
    total = {each.name for each in cells if not each.group}
    shown = {each.name for each in cells if each.told and table.count[each.name] >= FEWEST}
    for group in dict.fromkeys(each.group for each in cells if each.told and each.group):
        of_group = [each.name for each in cells if each.group == group and each.told]
        left = [name for name in of_group if name in shown and not table.same(name) & total]
        if left and any(0 < table.count[name] < FEWEST for name in of_group):
            shown -= table.same(min(left, key=table.by_size))
    while leak := table.leak(shown):
        shown.remove(min(leak - total or leak, key=table.by_size))
    return frozenset(shown)


class _Table:
    """The cells as vectors, in what occurs among people, among goals, and in what is possible."""

    def __init__(
        self,
        cells: Sequence[Cell],
        people: Mapping[Pattern, int],
        goals: Sequence[Pattern],
        possible: Sequence[Pattern],
    ) -> None:
        self._numbers = [people[pattern] for pattern in people]
        self._people = {each.name: _vector(each, [*people]) for each in cells}
        self._goals = {each.name: _vector(each, [*dict.fromkeys(goals)]) for each in cells}
        everything = [*dict.fromkeys((*people, *possible))]
        self._possible = {each.name: _vector(each, everything) for each in cells}
        self._order = [each.name for each in cells]
        self.count = {name: self._size(vector) for name, vector in self._people.items()}

    def by_size(self, name: str) -> tuple[int, int]:
        """Cells in the order in which they are kept back: of equal ones the last one first."""
        return self.count[name], -self._order.index(name)

    def same(self, name: str) -> set[str]:
        """The cells in which the same people are as in *name*, that one included."""
        return {other for other in self._people if self._people[other] == self._people[name]}

    def leak(self, shown: set[str]) -> frozenset[str]:
        """Published cells that together give a group under five away; none where nothing does."""
        few = [name for name, count in self.count.items() if count < FEWEST]
        none = [name for name in few if not self.count[name]]
        found = chain(
            _span(self._people, shown).groups(self._numbers, FEWEST),
            _made(_span(self._goals, shown), (self._goals[name] for name in few)),
            _made(_span(self._possible, shown), (self._possible[name] for name in none)),
        )
        return next(found, frozenset())

    def _size(self, vector: Vector) -> int:
        return sum(n * number for n, number in zip(vector, self._numbers, strict=True))


def _vector(cell: Cell, patterns: Sequence[Pattern]) -> Vector:
    return [int(cell.has(pattern)) for pattern in patterns]


def _span(vectors: Mapping[str, Vector], shown: set[str]) -> Span:
    return Span({name: vectors[name] for name in sorted(shown)})


def _made(span: Span, targets: Iterable[Vector]) -> Iterator[Names]:
    return (found for target in targets if any(target) and (found := span.makes(target)))
