"""All that can be worked out from some counts by adding and subtracting: exact linear algebra."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

Vector = Sequence[int]
Names = frozenset[str]


class Span:
    """The linear combinations of *rows*, which are vectors of one length, by name.

    Kept as a basis in reduced form: each has a place, its pivot, where it is 1 and the others 0.
    """

    def __init__(self, rows: Mapping[str, Vector]) -> None:
        self._names = list(rows)
        # Behind each row stands how it was made: at first, of itself alone.
        self._basis = [
            [Fraction(value) for value in (*row, *(name == other for other in self._names))]
            for name, row in rows.items()
        ]
        self._width = len(next(iter(rows.values()), ()))
        self._pivots: list[int] = []
        for place in range(self._width):
            self._reduce(place)
        del self._basis[len(self._pivots) :]

    def makes(self, target: Vector) -> Names | None:
        """The rows that add up to *target*, some more than once or less; None where none do."""
        return self._as(target, self._sum(target[pivot] for pivot in self._pivots))

    def groups(self, sizes: Vector, fewest: int) -> Iterator[Names]:
        """The rows that together give away a group smaller than *fewest*, for each such group.

        *sizes* tells how many stand at each place. A group is a vector of 0 and 1; it is known by
        what it has at the pivots, so these are all there are.
        """
        small = [n for n, pivot in enumerate(self._pivots) if sizes[pivot] < fewest]
        for many in range(1, fewest):
            for chosen in combinations(small, many):
                if sum(sizes[self._pivots[n]] for n in chosen) < fewest:
                    found = self._sum(int(n in chosen) for n in range(len(self._basis)))
                    group = found[: self._width]
                    size = sum(n for n, value in zip(sizes, group, strict=True) if value)
                    if size < fewest and all(value in (0, 1) for value in group):
                        yield self._used(found)

    def _reduce(self, place: int) -> None:
        """Make *place* a pivot, where any row that has none yet is not 0 there."""
        top = len(self._pivots)
        chosen = next((n for n in range(top, len(self._basis)) if self._basis[n][place]), None)
        if chosen is None:
            return
        rows = self._basis
        rows[top], rows[chosen] = rows[chosen], rows[top]
        scale = rows[top][place]
        rows[top] = [value / scale for value in rows[top]]
        for n, row in enumerate(rows):
            times = row[place]
            if n != top and times:
                pairs = zip(row, rows[top], strict=True)
                rows[n] = [value - times * other if other else value for value, other in pairs]
        self._pivots.append(place)

    def _sum(self, factors: Iterator[int]) -> list[Fraction]:
        found = [Fraction()] * (self._width + len(self._names))
        for factor, row in zip(factors, self._basis, strict=True):
            if factor:
                found = [value + factor * other for value, other in zip(found, row, strict=True)]
        return found

    def _as(self, target: Vector, found: list[Fraction]) -> Names | None:
        return self._used(found) if found[: self._width] == list(target) else None

    def _used(self, found: list[Fraction]) -> Names:
        made_of = zip(self._names, found[self._width :], strict=True)
        return frozenset(name for name, factor in made_of if factor)
