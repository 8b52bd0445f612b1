"""A year in figures for the fund: what is counted, and what is kept back where it is few."""

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from coachlog.journal.trajectory.fund import AREAS, Fund
from coachlog.report.fund import queries
from coachlog.report.fund.cells import FEWEST, Cell, Pattern, publishable

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

TOTAL, AREA, THEME, COMBINED = "total", "area", "theme", "combined"


class FundLine(NamedTuple):
    """A line of the report, as `--csv` and the pipe have it.

    *part* is total, area, theme or combined; *id* the area, the theme, areas with + between them,
    or what is totalled. *people* and *goals* are empty where they are kept back, and in lines that
    have a *value* instead: a number of conversations, or hours as a decimal.
    """

    year: int
    part: str
    id: str
    name: str | None
    people: int | None = None
    goals: int | None = None
    value: str | None = None


class Figures(NamedTuple):
    """The lines, and what the coach should know of them before they are published.

    *without_length* are conversations without minutes, *unknown* themes that the file of the coach
    no longer has; *people* is how many there are, few or not.
    """

    lines: list[FundLine]
    people: int
    without_length: int
    unknown: list[str]


def count(reader: "Reader", fund: Fund, year: int) -> Figures:
    """The figures of *year*, as the journal has it now."""
    held = [each for each in queries.held(reader, year) if each.kind in fund.counted]
    flags, unknown = _flags(reader, fund, {each.trajectory for each in held})
    of_person: dict[str, Pattern] = {}
    for each in held:
        before = of_person.get(each.coachee, frozenset())
        of_person[each.coachee] = before | flags[each.trajectory]
    goals = [flags[each] for each in queries.goals(reader, year) if each in flags]
    lines = [
        FundLine(year, TOTAL, "conversations", None, value=str(len(held))),
        FundLine(year, TOTAL, "hours", None, value=hours(sum(one.minutes or 0 for one in held))),
    ]
    if len(of_person) >= FEWEST:
        taught = hours(queries.trained(reader, year))
        lines.append(FundLine(year, TOTAL, "training_hours", None, value=taught))
        lines += people_and_goals(fund, year, list(of_person.values()), goals)
    return Figures(lines, len(of_person), sum(one.minutes is None for one in held), unknown)


def people_and_goals(
    fund: Fund, year: int, people: list[Pattern], goals: list[Pattern]
) -> list[FundLine]:
    """The lines about five people or more; each of *people* and *goals* has themes and areas."""
    cells = _cells(fund)
    by_pattern = Counter(people)
    shown = publishable(list(cells.values()), by_pattern, goals, _possible(fund))
    lines = []
    for (part, name), cell in cells.items():
        if cell.told:
            line = FundLine(year, part, name, fund.names.get(name))
            if cell.name in shown:
                there = sum(number for each, number in by_pattern.items() if cell.has(each))
                line = line._replace(people=there, goals=sum(map(cell.has, goals)))
            lines.append(line)
    return lines


def hours(minutes: int) -> str:
    """Hours as a decimal, rounded half up to two places: 90 minutes is 1.50."""
    hundredths = (minutes * 100 + 30) // 60
    return f"{hundredths // 100}.{hundredths % 100:02}"


def areas_of(fund: Fund, flags: Pattern) -> frozenset[str]:
    """The areas of whoever has these themes and areas."""
    return frozenset(fund.themes.get(flag, flag) for flag in flags)


def _flags(
    reader: "Reader", fund: Fund, trajectories: set[str]
) -> tuple[dict[str, Pattern], list[str]]:
    """The themes and areas of *trajectories*; and themes that are not known any more."""
    found: dict[str, Pattern] = dict.fromkeys(sorted(trajectories), frozenset())
    unknown = set()
    for each in queries.themes(reader):
        if each.trajectory in found:
            if each.theme in AREAS or each.theme in fund.themes:
                found[each.trajectory] |= {each.theme}
            else:
                unknown.add(each.theme)
    return found, sorted(unknown)


def _cells(fund: Fund) -> dict[tuple[str, str], Cell]:
    """Every line there can be, whoever is in it: which ones there are tells nothing."""
    cells = {(TOTAL, "people"): Cell(TOTAL, lambda _flags: True)}
    cells |= {(AREA, area): _area(fund, area) for area in AREAS}
    cells |= {(THEME, theme): _theme(fund, theme) for theme in fund.themes}
    for many in range(len(AREAS) + 1):
        for chosen in combinations(AREAS, many):
            cells[COMBINED, "+".join(chosen)] = _combined(fund, chosen)
    return cells


def _area(fund: Fund, area: str) -> Cell:
    return Cell(f"{AREA} {area}", lambda flags: area in areas_of(fund, flags), AREA)


def _theme(fund: Fund, theme: str) -> Cell:
    return Cell(f"{THEME} {theme}", lambda flags: theme in flags, f"{THEME} {fund.themes[theme]}")


def _combined(fund: Fund, chosen: tuple[str, ...]) -> Cell:
    """Those with exactly these areas; a line of the report where there are several."""
    name, wanted = f"{COMBINED} {'+'.join(chosen)}", frozenset(chosen)
    return Cell(name, lambda flags: areas_of(fund, flags) == wanted, COMBINED, len(chosen) > 1)


def _possible(fund: Fund) -> list[Pattern]:
    """Patterns enough to tell all lines apart: each combination of areas, and each theme alone."""
    areas = [frozenset(some) for n in range(len(AREAS) + 1) for some in combinations(AREAS, n)]
    return [*areas, *(frozenset((theme,)) for theme in fund.themes)]
