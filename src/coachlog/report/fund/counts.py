"""A year in figures for the fund: what is counted, and what is kept back where it is few."""

from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from coachlog.journal.trajectory.fund import AREAS, Fund
from coachlog.report.fund import queries
from coachlog.report.fund.queries import Scope
from coachlog.report.fund.tables import FEWEST, FundTable, Pattern, goals_may_be_told, publishable

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

TOTAL, KIND, AREA, THEME, COMBINED = "total", "kind", "area", "theme", "combined"
MANY = 20
"""With so many people, those who have exactly some areas are told apart."""


class FundLine(NamedTuple):
    """A line of the report, as `--csv` and the pipe have it.

    *part* is total, kind, area, theme or combined; *id* the kind, the area, the theme, areas with +
    between them, or what is totalled. *people* and *goals* are empty where they are kept back, and
    in lines that have a *value* instead: a number of conversations, or hours as a decimal.
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


def count(reader: "Reader", fund: Fund, year: int, scope: Scope) -> Figures:
    """The figures of *year*, as the journal has it now; *fund* says which kinds count."""
    held = [each for each in queries.held(reader, year, scope) if each.kind in fund.counted]
    kind_of = {each.trajectory: each.kind for each in held}
    flags, unknown = _flags(reader, fund, kind_of)
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
        if not any(scope):  # what the coach learns belongs to no project
            taught = hours(queries.trained(reader, year))
            lines.append(FundLine(year, TOTAL, "training_hours", None, value=taught))
        lines += people_and_goals(fund, year, list(of_person.values()), goals)
    return Figures(lines, len(of_person), sum(one.minutes is None for one in held), unknown)


def people_and_goals(
    fund: Fund, year: int, people: list[Pattern], goals: list[Pattern]
) -> list[FundLine]:
    """The lines about five people or more, the same ones whoever there is.

    Each of *people* and *goals* has its themes, areas and kinds, the latter by `flag_of`.
    """
    who, what = Counter(people), Counter(goals)
    tables = _tables(fund)
    shown = publishable(
        (each for each in tables if each.part != COMBINED or len(people) >= MANY), who
    )
    aims = what if goals_may_be_told(shown, who, what) else None
    total = FundLine(year, TOTAL, "people", None, people=len(people))
    lines = [total if aims is None else total._replace(goals=len(goals))]
    for table in tables:
        persons = table.figures(who) if table in shown else None
        targets = table.figures(aims) if table in shown and aims is not None else None
        for count in table.counts:
            name = fund.names.get(count) if table.part == THEME else None
            line = FundLine(year, table.part, count, name)
            line = line if persons is None else line._replace(people=persons[count])
            lines.append(line if targets is None else line._replace(goals=targets[count]))
    return lines


def hours(minutes: int) -> str:
    """Hours as a decimal, rounded half up to two places: 90 minutes is 1.50."""
    hundredths = (minutes * 100 + 30) // 60
    return f"{hundredths // 100}.{hundredths % 100:02}"


def flag_of(kind: str) -> str:
    """A kind among themes and areas, one of which may be called the same."""
    return f"{KIND} {kind}"


def areas_of(fund: Fund, flags: Pattern) -> frozenset[str]:
    """The areas of whoever has these themes and areas."""
    return frozenset(fund.themes.get(flag, flag) for flag in flags).intersection(AREAS)


def _flags(
    reader: "Reader", fund: Fund, kind_of: Mapping[str, str]
) -> tuple[dict[str, Pattern], list[str]]:
    """The themes, areas and kind of each trajectory; and themes that are not known any more."""
    found = {each: frozenset({flag_of(kind)}) for each, kind in kind_of.items()}
    unknown = set()
    for each in queries.themes(reader):
        if each.trajectory in found:
            if each.theme in AREAS or each.theme in fund.themes:
                found[each.trajectory] |= {each.theme}
            else:
                unknown.add(each.theme)
    return found, sorted(unknown)


def _tables(fund: Fund) -> list[FundTable]:
    """Every table there can be, whoever is in it: which ones there are tells nothing.

    The first ones come first where not all of them can be told.
    """
    areas = FundTable(AREA, tuple(AREAS), lambda flags: areas_of(fund, flags))
    return [
        areas,
        _combined(fund, areas),
        *(_themes(fund, area, areas) for area in AREAS),
        FundTable(KIND, fund.counted, lambda flags: _kinds(fund, flags)),
    ]


def _kinds(fund: Fund, flags: Pattern) -> frozenset[str]:
    return frozenset(each for each in fund.counted if flag_of(each) in flags)


def _themes(fund: Fund, area: str, areas: FundTable) -> FundTable:
    """The themes of one area."""
    its = tuple(theme for theme, of in fund.themes.items() if of == area)
    return FundTable(THEME, its, lambda flags: flags.intersection(its), areas)


def _combined(fund: Fund, areas: FundTable) -> FundTable:
    """Those with exactly these areas; a line of the report where there are several."""
    several = [some for n in range(2, len(AREAS) + 1) for some in combinations(AREAS, n)]

    def of(flags: Pattern) -> frozenset[str]:
        found = areas_of(fund, flags)
        return frozenset({"+".join(area for area in AREAS if area in found)})

    return FundTable(COMBINED, tuple(map("+".join, several)), of, areas)
