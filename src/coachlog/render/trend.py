"""The scores of a goal over time: a small chart from 0 to 10, or bars where there is no room."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from rich.text import Text

from coachlog.base.texts import _, language
from coachlog.dates.show import show_tick
from coachlog.display.page import Trend
from coachlog.render.paper import Paper
from coachlog.render.spark import spark

HIGH = 10
_SCALE = 4
_APART = 2
"""Cells left of the axis, and between two days beneath it."""

_FAR = timedelta(days=60)


class _Plot(NamedTuple):
    """*first* and *last* are the days at both ends of *width* cells."""

    trend: Trend
    paper: Paper
    width: int
    first: date
    last: date

    def column(self, day: date) -> int:
        return round((day - self.first) / (self.last - self.first) * (self.width - 1))


def trend(told: Trend, paper: Paper, room: int) -> Iterator[Text]:
    """The chart of *told* in *room* cells; nothing for a single score."""
    days = [day for day, _score in told.scores] + ([told.start[0]] if told.start else [])
    figures = [score for _day, score in told.scores]
    if paper.narrow and len(figures) > 1:
        most = room // 3 if paper.ascii_only else room
        yield Text(spark(figures, ascii_only=paper.ascii_only, most=most), "number")
    elif len(figures) > 1 and min(days) < max(days):
        beside = _beside(told)
        width = room - _SCALE - max(map(len, beside.values()), default=0) - 1
        plot = _Plot(told, paper, width, min(days), _last(told, min(days), max(days)))
        yield from _rows(plot, beside)
        yield from _axis(plot)
        yield Text()


def _last(told: Trend, first: date, last: date) -> date:
    """The day at the right end; a day of the target that is far away would squeeze the rest."""
    near = last + 2 * (last - first) + _FAR
    return max(last, told.target_on) if told.target_on and told.target_on <= near else last


def _beside(told: Trend) -> dict[int, str]:
    """The words that stand beside a row: what the goal began with, and what it is to reach."""
    found = {}
    if told.start:
        found[told.start[1]] = _("start {figure}").format(figure=told.start[1])
    if told.target is not None:
        found[told.target] = _("target {figure}").format(figure=told.target)
    return found


def _rows(plot: _Plot, beside: dict[int, str]) -> Iterator[Text]:
    signs, cells = plot.paper.signs, _cells(plot)
    for score in range(HIGH, -1, -1):
        row = Text(f"{score:>2} ", "none").append(signs.axis, "quiet")
        blank = signs.dashes if score in beside else " "
        for column in range(plot.width):
            sign, style = cells.get((column, score), (blank, "quiet"))
            row.append(sign, style)
        if score in beside:
            row.append(f" {beside[score]}", "quiet")
        row.rstrip()
        yield row


def _cells(plot: _Plot) -> dict[tuple[int, int], tuple[str, str]]:
    """The signs by column and score: where the goal began, the scores, and dots between them."""
    signs = plot.paper.signs
    points = [(plot.column(day), score) for day, score in plot.trend.scores]
    start = plot.trend.start
    course = ([(plot.column(start[0]), start[1])] if start else []) + points
    found: dict[tuple[int, int], tuple[str, str]] = {}
    for (left, low), (right, high) in pairwise(course):
        for column in range(left + 1, right):
            score = round(low + (high - low) * (column - left) / (right - left))
            found[column, score] = (signs.day, "quiet")
    found |= {point: (signs.open, "number") for point in course[:1] if start}
    return found | dict.fromkeys(points, (signs.held, "number"))


def _axis(plot: _Plot) -> Iterator[Text]:
    """The axis of time with its days; the first and the last one before those between them."""
    signs, target_on = plot.paper.signs, plot.trend.target_on
    days = [plot.first, plot.last, *(day for day, _score in plot.trend.scores)]
    labels: dict[int, str] = {}
    for day in dict.fromkeys(days):
        told = show_tick(day, language(), plot.trend.today)
        at = min(max(plot.column(day) - len(told) // 2, 0), plot.width - len(told))
        if _free(at, told, labels):
            labels[at] = told
    ticks = {plot.column(day): signs.tick for day in days}
    if target_on and plot.first <= target_on <= plot.last:
        ticks[plot.column(target_on)] = signs.ahead
    line = "".join(ticks.get(column, signs.rule) for column in range(plot.width))
    yield Text(" " * (_SCALE - 1) + signs.corner + line, "quiet")
    beneath = ""
    for at, told in sorted(labels.items()):
        beneath = f"{beneath:<{at}}{told}"
    yield Text(" " * _SCALE + beneath)
    if signs.ahead in ticks.values():
        yield Text(" " * _SCALE + f"{signs.ahead} " + _("due"), "quiet")


def _free(at: int, told: str, labels: dict[int, str]) -> bool:
    return all(
        at + len(told) + _APART <= other or other + len(label) + _APART <= at
        for other, label in labels.items()
    )
