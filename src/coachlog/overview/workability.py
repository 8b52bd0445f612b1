"""The course of each lens of workable work: small pictures of the same scale beneath each other."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from coachlog.dateshow import show_short
from coachlog.journal.workability.fields import LENSES, SCALE
from coachlog.journal.workability.queries import CheckInLine
from coachlog.pages import Line, Page, Section
from coachlog.signs import DRAWN
from coachlog.terminal.context import hint
from coachlog.texts import _, language, ngettext


class FigureLine(NamedTuple):
    """One figure of one lens, as `workability trend --csv` gives it."""

    lens: str
    checked_on: str
    figure: int
    number: int


def figures(found: Sequence[CheckInLine]) -> list[FigureLine]:
    """The figures lens by lens, oldest first; what was left open is not there."""
    return [each for lens in LENSES for each in _course(lens, found)]


def as_json(coachee: str, found: Sequence[CheckInLine]) -> dict[str, Any]:
    """The same as one object."""
    return {
        "coachee": coachee,
        "lenses": {
            lens: [
                {"checked_on": each.checked_on, "figure": each.figure, "number": each.number}
                for each in _course(lens, found)
            ]
            for lens in LENSES
        },
    }


def rows(found: Sequence[CheckInLine]) -> Iterator[tuple[Any, ...]]:
    """Plain lines: the lens, its figures, and the days of the first and the last one."""
    for lens in LENSES:
        known = _course(lens, found)
        if known:
            days = known[0].checked_on, known[-1].checked_on
            yield lens, "-".join(str(each.figure) for each in known), *dict.fromkeys(days)


def page(name: str, found: Sequence[CheckInLine], today: date) -> Page:
    """The page for people."""
    lines = [line for lens in LENSES for line in _lens(lens, found, today)]
    times = ngettext("{n} check-in", "{n} check-ins", len(found)).format(n=len(found))
    notes = [Line(_day(each.checked_on, today), each.note) for each in found if each.note]
    parts = [Section("", lines), Section(_("Notes"), notes)]
    title = f"{_('Workable work')} · {name}"
    hints = [(hint("workability show N"), _("look at one of them"))]
    return Page(title, [times, _(SCALE)], [part for part in parts if part.lines], hints)


def _course(lens: str, found: Sequence[CheckInLine]) -> list[FigureLine]:
    return [
        FigureLine(lens, each.checked_on, figure, each.number)
        for each in found
        if (figure := getattr(each, lens)) is not None
    ]


def _lens(lens: str, found: Sequence[CheckInLine], today: date) -> list[Line]:
    known = _course(lens, found)
    if not known:
        return []
    ends = [known[0]] if len(known) == 1 else [known[0], known[-1]]
    told = (f"{each.figure} ({_day(each.checked_on, today)})" for each in ends)
    scores = [each.figure for each in known]
    return [Line("", _(LENSES[lens]), f" {DRAWN.arrow} ".join(told), "none", scores=scores)]


def _day(day: str, today: date) -> str:
    return show_short(date.fromisoformat(day), language(), today)
