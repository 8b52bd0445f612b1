"""Charts as SVG, each with its text alternative: the scores of a goal on the scale from 0 to 10.

What is drawn in the colour of the text, a browser adapts to a dark background. There is no text of
a person in them.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from html import escape
from typing import NamedTuple

from coachlog.base.days import show_day
from coachlog.base.texts import _, language
from coachlog.dates.show import show_tick
from coachlog.display.colours import TEAL
from coachlog.display.page import Trend

HIGH = 10
NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
"""What a picture says that is a file of its own; HTML knows it by itself."""
_FAR = timedelta(days=60)
_MARGIN = 26
"""Room left of a chart for its scale, and right of it for half a day."""


class Chart(NamedTuple):
    """A picture as SVG of this *width* and *height*, and what it says in words, *alt*."""

    svg: str
    alt: str
    width: int
    height: int


def course_chart(scores: Sequence[int]) -> Chart:
    """Return a small chart of *scores*, oldest first, at equal distances as no days are known."""
    width, height, edge = 168, 40, 7
    step = (width - 2 * edge - 16) / max(len(scores) - 1, 1)

    def y(score: int) -> float:
        return edge + (height - 2 * edge) * (HIGH - score) / HIGH

    points = [(edge + index * step, y(score)) for index, score in enumerate(scores)]
    shapes = [_rule(0, width - 16, y(figure)) for figure in (0, HIGH)]
    shapes += [*_course(points), _label(points[-1][0] + 6, points[-1][1] + 3.5, str(scores[-1]))]
    figures = ", ".join(map(str, scores))
    alt = _("Scores from 0 to 10, oldest first: {figures}").format(figures=figures)
    return Chart(_svg(width, height, alt, shapes), alt, width, height)


def trend_chart(trend: Trend) -> Chart | None:
    """Return the chart of scores by day, with the start and the target; None for fewer than two.

    None too where all are of one day: there is no time to draw between them.
    """
    known = [trend.start, *trend.scores] if trend.start else list(trend.scores)
    days = [day for day, _score in known]
    if len(trend.scores) < 2 or min(days) == max(days):
        return None
    first, last = min(days), max(days)
    end = _end(trend, first, last)
    width, height, top, bottom = 560, 190, 12, 26

    def x(day: date) -> float:
        return _MARGIN + (width - 2 * _MARGIN) * ((day - first) / (end - first))

    def y(score: int) -> float:
        return top + (height - top - bottom) * (HIGH - score) / HIGH

    points = [(x(day), y(score)) for day, score in known]
    shapes = [_rule(_MARGIN, width - _MARGIN, y(figure)) for figure in (0, 5, HIGH)]
    shapes += [_label(_MARGIN - 8, y(figure) + 3.5, str(figure), "end") for figure in (0, 5, HIGH)]
    if trend.target is not None:
        shapes.append(_dashes(_MARGIN, width - _MARGIN, y(trend.target)))
        words = _("target {figure}").format(figure=trend.target)
        shapes.append(_label(width - _MARGIN, y(trend.target) - 4, words, "end"))
    shapes += [*_course(points), *_days(trend, days, end, x, height)]
    alt = _words(trend, known)
    return Chart(_svg(width, height, alt, shapes), alt, width, height)


def _end(trend: Trend, first: date, last: date) -> date:
    """Return the day at the right: the target's, unless it would squeeze the scores together."""
    due = trend.target_on
    return max(last, due) if due and due <= last + 2 * (last - first) + _FAR else last


def _words(trend: Trend, known: Sequence[tuple[date, int]]) -> str:
    figures = "; ".join(
        _("{label}: {text}").format(label=show_day(day, language()), text=score)
        for day, score in known
    )
    words = _("Scores from 0 to 10, oldest first: {figures}").format(figures=figures)
    if trend.target is None:
        return words
    return f"{words}; " + _("target {figure}").format(figure=trend.target)


def _days(
    trend: Trend, days: Sequence[date], end: date, x: Callable[[date], float], height: int
) -> Iterator[str]:
    """Yield the first and the last day, and those between that have room."""
    taken: list[float] = []
    for day in dict.fromkeys((days[0], end, days[-1], *days)):
        place = x(day)
        if all(abs(place - other) > 72 for other in taken):
            taken.append(place)
            words = show_tick(day, language(), trend.today)
            yield _label(place, height - 8, words, "middle")


def _course(points: Sequence[tuple[float, float]]) -> Iterator[str]:
    """Yield a line through the *points*, and a dot on each; the last one is larger."""
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    yield f'<polyline points="{line}" fill="none" stroke="{TEAL}" stroke-width="1.6"/>'
    for x, y in points[:-1]:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="{TEAL}"/>'
    x, y = points[-1]
    yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.2" fill="{TEAL}"/>'


def _rule(start: float, end: float, y: float) -> str:
    return (
        f'<path d="M{start:.1f} {y:.1f}H{end:.1f}" stroke="currentColor" stroke-opacity="0.18"'
        ' stroke-width="0.8"/>'
    )


def _dashes(start: float, end: float, y: float) -> str:
    return (
        f'<path d="M{start:.1f} {y:.1f}H{end:.1f}" stroke="{TEAL}" stroke-width="0.9"'
        ' stroke-dasharray="4 4"/>'
    )


def _label(x: float, y: float, words: str, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="10"'
        f' font-family="Libertinus Serif" fill="currentColor">{escape(words)}</text>'
    )


def _svg(width: int, height: int, alt: str, shapes: Sequence[str]) -> str:
    return (
        f'<svg{NAMESPACE} viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" role="img" aria-label="{escape(alt)}">{"".join(shapes)}</svg>'
    )
