"""The scores of a goal over time: a small chart from 0 to 10, or bars where there is no room."""

from collections.abc import Iterator, Sequence
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
"""Cells left of the axis."""
_LABEL_GAP = 2
"""The fewest cells between two days under the axis."""

_FAR = timedelta(days=60)


class _Plot(NamedTuple):
    """A chart of *width* cells; *first* and *last* are the days at its ends."""

    trend: Trend
    paper: Paper
    width: int
    first: date
    last: date

    def column(self, day: date) -> int:
        return round((day - self.first) / (self.last - self.first) * (self.width - 1))


def trend(data: Trend, paper: Paper, room: int) -> Iterator[Text]:
    """Yield the chart of *data* in *room* cells, on narrow paper a row of bars.

    Nothing for a single score, or for scores of one day, between which there is no time to draw.
    """
    scores = [score for _day, score in data.scores]
    if len(scores) < 2:
        return
    if paper.narrow:
        most = room // 3 if paper.ascii_only else room  # a score in ASCII: two digits, a hyphen
        yield Text(spark(scores, ascii_only=paper.ascii_only, most=most), "number")
        return
    days = [day for day, _score in data.scores]
    if data.start:
        days.append(data.start[0])
    first, last = min(days), max(days)
    if first < last:
        row_notes = _row_notes(data)
        note_width = max(map(len, row_notes.values()), default=0)
        width = room - _SCALE - note_width - 1
        plot = _Plot(data, paper, width, first, _last_day(data, first, last))
        yield from _rows(plot, row_notes)
        yield from _axis(plot)
        yield Text()


def _last_day(data: Trend, first: date, last: date) -> date:
    """Return the day at the right end: the last score's, or the target's if that is later.

    A target that is very far ahead does not count: it would squeeze the scores together.
    """
    latest_target = last + 2 * (last - first) + _FAR
    if data.target_on is None or data.target_on > latest_target:
        return last
    return max(last, data.target_on)


def _row_notes(data: Trend) -> dict[int, str]:
    """Return the words beside a row, by its score: where the goal began, and its target.

    The target is named if both are the same.
    """
    notes = {}
    if data.start:
        notes[data.start[1]] = _("start {figure}").format(figure=data.start[1])
    if data.target is not None:
        notes[data.target] = _("target {figure}").format(figure=data.target)
    return notes


def _rows(plot: _Plot, row_notes: dict[int, str]) -> Iterator[Text]:
    """Yield a row for each score, the highest first, with a dashed line where it has a note."""
    signs, cells = plot.paper.signs, _cells(plot)
    for score in range(HIGH, -1, -1):
        row = Text(f"{score:>2} ", "none").append(signs.axis, "quiet")
        background = signs.dashes if score in row_notes else " "
        for column in range(plot.width):
            sign, style = cells.get((column, score), (background, "quiet"))
            row.append(sign, style)
        if score in row_notes:
            row.append(f" {row_notes[score]}", "quiet")
        row.rstrip()
        yield row


def _cells(plot: _Plot) -> dict[tuple[int, int], tuple[str, str]]:
    """Return sign and style by (column, score): the start, the scores, and dots between them."""
    signs = plot.paper.signs
    points = [(plot.column(day), score) for day, score in plot.trend.scores]
    start = plot.trend.start
    start_points = [(plot.column(start[0]), start[1])] if start else []
    cells: dict[tuple[int, int], tuple[str, str]] = {}
    for (left, from_score), (right, to_score) in pairwise(start_points + points):
        for column in range(left + 1, right):
            share = (column - left) / (right - left)
            score_between = round(from_score + (to_score - from_score) * share)
            cells[column, score_between] = (signs.day, "quiet")
    # Points go over the dots, and scores over the start.
    cells |= dict.fromkeys(start_points, (signs.open, "number"))
    return cells | dict.fromkeys(points, (signs.held, "number"))


def _axis(plot: _Plot) -> Iterator[Text]:
    """Yield the time axis, the days under it, and what the sign of the due day means.

    The due day may be beyond the end of the chart; then it has no sign.
    """
    signs, target_on = plot.paper.signs, plot.trend.target_on
    days = [plot.first, plot.last, *(day for day, _score in plot.trend.scores)]
    ticks = {plot.column(day): signs.tick for day in days}
    if target_on and plot.first <= target_on <= plot.last:
        ticks[plot.column(target_on)] = signs.ahead
    axis = "".join(ticks.get(column, signs.rule) for column in range(plot.width))
    yield Text(" " * (_SCALE - 1) + signs.corner + axis, "quiet")
    labels = ""
    for column, label in sorted(_day_labels(plot, days).items()):
        labels = f"{labels:<{column}}{label}"
    yield Text(" " * _SCALE + labels)
    if signs.ahead in ticks.values():
        yield Text(" " * _SCALE + f"{signs.ahead} " + _("due"), "quiet")


def _day_labels(plot: _Plot, days: Sequence[date]) -> dict[int, str]:
    """Return the days as words by column, centred under their tick as far as the chart allows.

    Where two would overlap, the one that comes first in *days* is kept.
    """
    labels: dict[int, str] = {}
    for day in dict.fromkeys(days):
        label = show_tick(day, language(), plot.trend.today)
        centred_column = plot.column(day) - len(label) // 2
        column = min(max(centred_column, 0), plot.width - len(label))
        if _is_free(column, label, labels):
            labels[column] = label
    return labels


def _is_free(column: int, label: str, labels: dict[int, str]) -> bool:
    """Return whether *label* at *column* keeps its distance from the other *labels*."""
    return all(
        column + len(label) + _LABEL_GAP <= other_column
        or other_column + len(other) + _LABEL_GAP <= column
        for other_column, other in labels.items()
    )
