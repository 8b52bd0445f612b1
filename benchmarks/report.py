"""Results as a table, as CSV and as a chart."""

import csv
import math
import os
import platform
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from html import escape
from importlib.metadata import version
from pathlib import Path
from statistics import median

from cases import FURTHER_MS, Case
from results import Figure, Results

PACKAGES = ("typer", "rich", "pydantic", "sqlmodel", "sqlalchemy", "questionary", "prompt_toolkit")
COLUMNS = (
    *("program", "operation", "conversations", "rounds"),
    *("median_ms", "least_ms", "median_f", "least_f", "peak_mib"),
)
COLOURS = ("#9ecae1", "#4292c6", "#08519c", "#08306b")


def head(results: Results, rounds: int) -> str:
    """When and on what it was measured."""
    floor = results.floor
    machine = (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores,"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {rounds} rounds. F is {median(floor) * 1000:.1f} ms"
        f" (least {min(floor) * 1000:.1f}). Load at the end: {os.getloadavg()[0]:.1f}.\n"
        f"{machine}; {packages}.\n"
    )


def table(results: Results, cases: list[Case]) -> str:
    """A row for each operation, a column for each size: F (median ms, least ms)."""
    sizes = [_number(size) for size in results.sizes]
    lines = [
        f"| operation | {' | '.join(sizes)} | growth | limits | MiB |",
        f"|---|{'--:|' * len(sizes)}--:|---|--:|",
    ]
    for case in cases:
        figures = [results.at(case, size) for size in results.sizes]
        if any(figures):
            cells = [_cell(results, case, figure) for figure in figures]
            growth = results.growth(case)
            peak = max(figure.peak for figure in figures if figure)
            lines.append(
                f"| `{case.name}` | {' | '.join(cells)} | {f'{growth:.2f}' if growth else ''}"
                f" | {_limits(case)} | {peak:.0f} |"
            )
    further = [results.further_ms(size) for size in results.sizes]
    if any(further):
        cells = [f"{each:.1f} ms" if each else "" for each in further]
        lines.append(
            f"| each further conversation of a file | {' | '.join(cells)} | | {FURTHER_MS} ms | |"
        )
    return "\n".join(lines) + "\n"


def peers_table(results: Results, figures: list[Figure]) -> str:
    """Other programs that keep entries, with as many of them."""
    lines = ["| program | operation | entries | F | median ms | least ms | MiB |"]
    lines.append("|---|---|--:|--:|--:|--:|--:|")
    for each in figures:
        times = f"{results.in_f(each):.1f} | {each.median * 1000:.0f} | {each.least * 1000:.0f}"
        told = f"{each.problem} | |" if each.problem else times
        lines.append(
            f"| {each.program} | {each.operation} | {_number(each.sessions)} | {told}"
            f" | {each.peak:.0f} |"
        )
    return "\n".join(lines) + "\n"


def write_csv(file: Path, results: Results, figures: Iterable[Figure]) -> None:
    """One row for each operation and size."""
    floor = results.floor
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        writer.writerow(["F", "python -S -E -c pass", "", len(floor), *_times(results, floor), ""])
        for each in figures:
            if each.problem:
                writer.writerow([each.program, each.operation, each.sessions, each.problem])
                continue
            times = _times(results, each.took)
            row = [each.program, each.operation, each.sessions, len(each.took), *times]
            writer.writerow([*row, f"{each.peak:.1f}"])


def write_chart(file: Path, results: Results, figures: Iterable[Figure]) -> None:
    """A bar for each figure, in F; the scale is logarithmic, for exports take long."""
    drawn = [(_named(each), each) for each in figures if not each.problem]
    most = max((results.in_f(each) for _, each in drawn), default=1)
    sizes = sorted({each.sessions for _, each in drawn})
    height = 18 * len(drawn) + 40
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="{height}"'
        ' font-family="sans-serif" font-size="11">',
        f'<rect width="900" height="{height}" fill="white"/>',
        '<text x="10" y="18">Median in F, an empty Python; the scale is logarithmic</text>',
    ]
    for row, (name, each) in enumerate(drawn):
        colour = COLOURS[sizes.index(each.sessions) % len(COLOURS)]
        lines += _bar(32 + 18 * row, name, results.in_f(each), most, colour)
    file.write_text("\n".join([*lines, "</svg>", ""]), encoding="utf-8")


def _named(figure: Figure) -> str:
    program = "" if figure.program == "coachlog" else f"{figure.program}: "
    return f"{program}{figure.operation} · {_number(figure.sessions)}"


def _bar(top: int, name: str, figure: float, most: float, colour: str) -> Iterator[str]:
    width = 480 * math.log1p(figure) / math.log1p(most)
    yield f'<text x="310" y="{top + 11}" text-anchor="end">{escape(name)}</text>'
    yield f'<rect x="318" y="{top}" width="{width:.1f}" height="14" fill="{colour}"/>'
    yield f'<text x="{324 + width:.1f}" y="{top + 11}">{figure:.1f}</text>'


def _cell(results: Results, case: Case, figure: Figure | None) -> str:
    if figure is None:
        return ""
    most = case.limits.at(figure.sessions)
    f = results.in_f(figure)
    told = f"**{f:.1f}**" if most and f > most else f"{f:.1f}"
    against = results.against(case, figure.sessions)
    beside = f", {against:.2f} × floor" if against else ""
    return f"{told} ({figure.median * 1000:.0f}, {figure.least * 1000:.0f}{beside})"


def _limits(case: Case) -> str:
    limits = case.limits
    told = [f"{f:g} F" for f in dict.fromkeys(limits.f.values())]
    told += [f"growth {limits.growth:g}"] if limits.growth else []
    told += [f"{limits.memory:g} MiB"] if limits.memory else []
    return ", ".join(told)


def _times(results: Results, took: list[float]) -> list[str]:
    floor = results.floor
    return [
        f"{median(took) * 1000:.1f}",
        f"{min(took) * 1000:.1f}",
        f"{median(took) / median(floor):.2f}",
        f"{min(took) / min(floor):.2f}",
    ]


def _number(number: int) -> str:
    return f"{number:,}".replace(",", " ")
