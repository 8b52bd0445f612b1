"""All that can be worked out from some counts by adding and subtracting: exact linear algebra."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

Vector = Sequence[int]
Names = frozenset[str]

PRIME = 2**89 - 1
"""Arithmetic is modulo this prime: far quicker than with fractions, and as exact.

No determinant of up to 40 rows of 0 and 1 is as large (Hadamard), so none that is not 0 becomes 0.
"""


class Span:
    """The linear combinations of *rows*, which are vectors of 0 and 1 of one length, by name.

    Kept as a basis in reduced form: each has a place, its pivot, where it is 1 and the others 0.
    """

    def __init__(self, rows: Mapping[str, Vector]) -> None:
        self._names = list(rows)
        # Behind each row stands how it was made: at first, of itself alone.
        self._basis = [
            [*row, *(int(name == other) for other in self._names)] for name, row in rows.items()
        ]
        self._width = len(next(iter(rows.values()), ()))
        self._pivots: list[int] = []
        for place in range(self._width):
            self._reduce(place)
        del self._basis[len(self._pivots) :]
        self._others = [n for n in range(self._width) if n not in set(self._pivots)]

    def makes(self, target: Vector) -> Names | None:
        """The rows that add up to *target*, some more than once or less; None where none do."""
        chosen = [n for n, pivot in enumerate(self._pivots) if target[pivot]]
        matches = all(self._at(place, chosen) == target[place] for place in self._others)
        return self._used(chosen) if matches else None

    def groups(self, sizes: Vector, fewest: int) -> Iterator[Names]:
        """The rows that together give away a group smaller than *fewest*, for each such group.

        *sizes* tells how many stand at each place. A group is a vector of 0 and 1; it is known by
        what it has at the pivots, so these are all there are.
        """
        small = [n for n, pivot in enumerate(self._pivots) if sizes[pivot] < fewest]
        for many in range(1, fewest):
            for chosen in combinations(small, many):
                if self._is_group(chosen, sizes, fewest):
                    yield self._used(chosen)

    def _is_group(self, chosen: Sequence[int], sizes: Vector, fewest: int) -> bool:
        size = sum(sizes[self._pivots[n]] for n in chosen)
        for place in self._others:
            if size >= fewest:
                return False
            value = self._at(place, chosen)
            if value not in (0, 1):
                return False
            size += value * sizes[place]
        return size < fewest

    def _reduce(self, place: int) -> None:
        """Make *place* a pivot, where any row that has none yet is not 0 there."""
        rows, top = self._basis, len(self._pivots)
        chosen = next((n for n in range(top, len(rows)) if rows[n][place]), None)
        if chosen is None:
            return
        rows[top], rows[chosen] = rows[chosen], rows[top]
        inverse = pow(rows[top][place], -1, PRIME)
        rows[top] = [value * inverse % PRIME for value in rows[top]]
        for n, row in enumerate(rows):
            times = row[place]
            if n != top and times:
                pairs = zip(row, rows[top], strict=True)
                rows[n] = [(value - times * other) % PRIME for value, other in pairs]
        self._pivots.append(place)

    def _at(self, place: int, chosen: Iterable[int]) -> int:
        """What the sum of these rows of the basis has at a place."""
        return sum(self._basis[n][place] for n in chosen) % PRIME

    def _used(self, chosen: Sequence[int]) -> Names:
        made_of = enumerate(self._names, self._width)
        return frozenset(name for place, name in made_of if self._at(place, chosen))
