"""Counts the figures of a year for the fund, and withholds those about too few people."""

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
"""From this many people on, the report counts those with exactly certain areas."""


class FundLine(NamedTuple):
    """A line of the report, as in `--csv`.

    *part* is total, kind, area, theme or combined; *id* the kind, the area, the theme, areas with +
    between them, or what is totalled. *people* and *goals* are None where they are withheld, and
    in lines with a *value* instead: a number of conversations, or hours as a decimal.
    """

    year: int
    part: str
    id: str
    name: str | None
    people: int | None = None
    goals: int | None = None
    value: str | None = None


class Figures(NamedTuple):
    """The lines of a report, and what the coach should know before it is published.

    *without_length* counts conversations without minutes, *unknown* are themes that the coach's
    file no longer has, and *people* counts all people, even if few.
    """

    lines: list[FundLine]
    people: int
    without_length: int
    unknown: list[str]


def count(reader: "Reader", fund: Fund, year: int, scope: Scope) -> Figures:
    """Count the figures of *year* from the journal, for the kinds of trajectories of *fund*."""
    conversations = [
        conversation
        for conversation in queries.held(reader, year, scope)
        if conversation.kind in fund.counted
    ]
    kinds = {conversation.trajectory: conversation.kind for conversation in conversations}
    patterns, unknown = _trajectory_patterns(reader, fund, kinds)
    people: dict[str, Pattern] = {}
    for conversation in conversations:
        pattern = people.get(conversation.coachee, frozenset())
        people[conversation.coachee] = pattern | patterns[conversation.trajectory]
    goals = [
        patterns[trajectory] for trajectory in queries.goals(reader, year) if trajectory in patterns
    ]
    minutes = sum(conversation.minutes or 0 for conversation in conversations)
    lines = [
        FundLine(year, TOTAL, "conversations", None, value=str(len(conversations))),
        FundLine(year, TOTAL, "hours", None, value=hours(minutes)),
    ]
    if len(people) >= FEWEST:
        is_whole_year = not any(scope)
        if is_whole_year:  # what the coach learns belongs to no project and no organisation
            training_hours = hours(queries.trained(reader, year))
            lines.append(FundLine(year, TOTAL, "training_hours", None, value=training_hours))
        lines += people_and_goals(fund, year, list(people.values()), goals)
    without_length = sum(conversation.minutes is None for conversation in conversations)
    return Figures(lines, len(people), without_length, unknown)


def people_and_goals(
    fund: Fund, year: int, people: list[Pattern], goals: list[Pattern]
) -> list[FundLine]:
    """Return the lines that count *people* and *goals*, withheld where a group is too small.

    There are the same lines whoever is counted, so that they reveal nothing. *people* and *goals*
    have a pattern for each person and each goal: their themes, areas and kinds (see `flag_of`).
    """
    people_counts, goal_counts = Counter(people), Counter(goals)
    tables = _tables(fund)
    has_many_people = len(people) >= MANY
    candidates = [table for table in tables if has_many_people or table.part != COMBINED]
    published = publishable(candidates, people_counts)
    has_goals = goals_may_be_told(published, people_counts, goal_counts)
    total = FundLine(year, TOTAL, "people", None, people=len(people))
    lines = [total._replace(goals=len(goals)) if has_goals else total]
    for table in tables:
        people_figures = table.figures(people_counts)
        goal_figures = table.figures(goal_counts)
        for count_id in table.counts:
            name = fund.names.get(count_id) if table.part == THEME else None
            line = FundLine(year, table.part, count_id, name)
            if table in published:
                line = line._replace(people=people_figures[count_id])
            if table in published and has_goals:
                line = line._replace(goals=goal_figures[count_id])
            lines.append(line)
    return lines


def hours(minutes: int) -> str:
    """Return minutes as hours, rounded half up to two decimals: 90 is "1.50"."""
    hundredths = (minutes * 100 + 30) // 60  # 30 is half of the divisor: it rounds half up
    return f"{hundredths // 100}.{hundredths % 100:02}"


def flag_of(kind: str) -> str:
    """Return a kind as it is in a pattern, distinct from a theme or an area of the same name."""
    return f"{KIND} {kind}"


def areas_of(fund: Fund, flags: Pattern) -> frozenset[str]:
    """Return the areas in *flags* and those of the themes in it."""
    areas_and_kinds = frozenset(fund.themes.get(flag, flag) for flag in flags)
    return areas_and_kinds.intersection(AREAS)


def _trajectory_patterns(
    reader: "Reader", fund: Fund, kinds: Mapping[str, str]
) -> tuple[dict[str, Pattern], list[str]]:
    """Return the pattern of each trajectory, and their themes that *fund* does not have.

    *kinds* has the kind of each trajectory by id.
    """
    patterns = {trajectory: frozenset({flag_of(kind)}) for trajectory, kind in kinds.items()}
    unknown = set()
    for trajectory, theme in queries.themes(reader):
        if trajectory not in patterns:
            continue
        if theme in AREAS or theme in fund.themes:
            patterns[trajectory] |= {theme}
        else:
            unknown.add(theme)
    return patterns, sorted(unknown)


def _tables(fund: Fund) -> list[FundTable]:
    """Return all tables of a report, the most important first.

    They do not depend on the people, so that the choice of tables reveals nothing about them.
    """
    areas = FundTable(AREA, tuple(AREAS), lambda flags: areas_of(fund, flags))
    return [
        areas,
        _combined_table(fund, areas),
        *(_theme_table(fund, area, areas) for area in AREAS),
        FundTable(KIND, fund.counted, lambda flags: _kinds_of(fund, flags)),
    ]


def _kinds_of(fund: Fund, flags: Pattern) -> frozenset[str]:
    return frozenset(kind for kind in fund.counted if flag_of(kind) in flags)


def _theme_table(fund: Fund, area: str, areas: FundTable) -> FundTable:
    """Return the table that counts the themes of one area."""
    themes = tuple(theme for theme, theme_area in fund.themes.items() if theme_area == area)
    return FundTable(THEME, themes, lambda flags: flags.intersection(themes), areas)


def _combined_table(fund: Fund, areas: FundTable) -> FundTable:
    """Return the table that counts by exact combination of areas, such as "work+health".

    It has a line for each combination of two or more. Who has one area or none is in no line.
    """
    combination_ids = [
        "+".join(combination)
        for size in range(2, len(AREAS) + 1)
        for combination in combinations(AREAS, size)
    ]

    def combination_of(flags: Pattern) -> frozenset[str]:
        own_areas = areas_of(fund, flags)
        return frozenset({"+".join(area for area in AREAS if area in own_areas)})

    return FundTable(COMBINED, tuple(combination_ids), combination_of, areas)
