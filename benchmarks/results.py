"""What was measured: medians, minima and ratios, and whether they are within the limits."""

from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from cases import AGAINST_FLOOR, BIG, FURTHER_MS, MANY, MORE, SMALL, Case

SEVERAL, HUNDRED = (f"session new --from, {count}" for count in (MANY, MORE))


class Figure(NamedTuple):
    """What an operation took at one size: seconds, and the most memory in MiB."""

    program: str
    operation: str
    sessions: int
    took: list[float]
    memory: list[float]
    problem: str = ""

    @property
    def median(self) -> float:
        """In seconds."""
        return median(self.took)

    @property
    def least(self) -> float:
        """In seconds."""
        return min(self.took)

    @property
    def peak(self) -> float:
        """The median of the most memory, in MiB."""
        return median(self.memory)


class Results(NamedTuple):
    """All figures of a run; *floor* is F, in seconds, one for each measurement."""

    floor: list[float]
    figures: dict[tuple[str, int], Figure]
    sizes: list[int]

    def at(self, case: Case, sessions: int) -> Figure | None:
        """What *case* took at that size, if it was measured."""
        return self.figures.get((case.name, sessions))

    def in_f(self, figure: Figure) -> float:
        """The median, in units of an empty Python."""
        return figure.median / median(self.floor)

    def growth(self, case: Case) -> float | None:
        """How many times longer it takes in the biggest of the journals up to BIG."""
        sizes = [size for size in self.sizes if size <= BIG]
        if len(sizes) < 2:
            return None
        first, last = self.at(case, sizes[0]), self.at(case, sizes[-1])
        return last.median / first.median if first and last else None

    def against(self, case: Case, sessions: int) -> float | None:
        """How many times longer than the standard library alone."""
        ours = self.at(case, sessions)
        plain = self.figures.get((case.against, sessions))
        return ours.median / plain.median if ours and plain else None

    def further_ms(self, sessions: int) -> float | None:
        """What each further conversation of one file takes, in milliseconds."""
        many = self.figures.get((SEVERAL, sessions))
        more = self.figures.get((HUNDRED, sessions))
        return (more.median - many.median) / (MORE - MANY) * 1000 if many and more else None


def excesses(results: Results, cases: list[Case]) -> Iterator[str]:
    """Each limit that is passed, as a sentence."""
    for case in cases:
        for sessions in results.sizes:
            figure = results.at(case, sessions)
            if figure:
                yield from _over(results, case, figure)
        growth, most = results.growth(case), case.limits.growth
        if growth and most and growth > most and {SMALL, BIG} <= set(results.sizes):
            yield f"{case.name}: grows by {growth:.2f}, limit {most}"
    for sessions in results.sizes:
        further = results.further_ms(sessions)
        if further and further > FURTHER_MS:
            yield (
                f"each further conversation, {sessions}: {further:.1f} ms, limit {FURTHER_MS} ms"
            )


def _over(results: Results, case: Case, figure: Figure) -> Iterator[str]:
    where = f"{case.name}, {figure.sessions}"
    most = case.limits.at(figure.sessions)
    if most and results.in_f(figure) > most:
        yield f"{where}: {results.in_f(figure):.1f} F, limit {most:g} F"
    if case.limits.memory and figure.peak > case.limits.memory:
        yield f"{where}: {figure.peak:.1f} MiB, limit {case.limits.memory:g} MiB"
    against = results.against(case, figure.sessions)
    if against and figure.sessions >= BIG and against > AGAINST_FLOOR:
        yield f"{where}: {against:.2f} times the plain program, limit {AGAINST_FLOOR}"
