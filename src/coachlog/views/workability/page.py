"""The course of each lens of workable work: small pictures of the same scale beneath each other."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import _, language, ngettext
from coachlog.dates.show import show_short
from coachlog.display.page import Line, Page, Section
from coachlog.display.signs import DRAWN
from coachlog.journal.workability.fields import FIGURES, LENSES, SCALE
from coachlog.journal.workability.queries import CheckInLine
from coachlog.terminal.context import hint

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class FigureLine(NamedTuple):
    """One figure of one lens, as `workability trend --csv` gives it."""

    lens: str
    checked_on: str
    figure: int
    number: int


class Working(NamedTuple):
    """An active goal that is about a lens."""

    lens: str
    goal: int
    statement: str


def working(reader: "Reader", coachee: str) -> list[Working]:
    """Which active goals of a person work on which lens, in the order of the lenses."""
    sql = (
        "select l.lens, g.number, g.statement from goal_lenses l join goal g on g.number = l.goal"
        " where l.coachee = :coachee and g.status = 'active' order by g.number"
    )
    found = reader.rows(Working, sql, coachee=coachee)
    return sorted(found, key=lambda each: list(LENSES).index(each.lens))


def figures(found: Sequence[CheckInLine]) -> list[FigureLine]:
    """The figures lens by lens, oldest first; what was left open is not there."""
    return [each for lens in LENSES for each in _course(lens, found)]


def record(
    coachee: str, found: Sequence[CheckInLine], goals: Sequence[Working]
) -> Mapping[str, object]:
    """All of it by the keys of its JSON: each lens with its figures, and the goals."""
    return {
        "coachee": coachee,
        "lenses": {
            lens: [
                {"checked_on": each.checked_on, "figure": each.figure, "number": each.number}
                for each in _course(lens, found)
            ]
            for lens in LENSES
        },
        "goals": [each._asdict() for each in goals],
    }


def page(name: str, found: Sequence[CheckInLine], goals: Sequence[Working], today: date) -> Page:
    """The page for people."""
    lines = [line for lens in LENSES for line in _lens(lens, found, today)]
    times = ngettext("{n} check-in", "{n} check-ins", len(found)).format(n=len(found))
    notes = [Line(_day(each.checked_on, today), each.note) for each in found if each.note]
    at_work = [
        Line(_(LENSES[each.lens]), each.statement, _("goal {n}").format(n=each.goal))
        for each in goals
    ]
    parts = [
        Section("", lines),
        Section(_("Goals that address it"), at_work),
        Section(_("Notes"), notes),
    ]
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
    return [Line("", _(FIGURES[lens]), f" {DRAWN.arrow} ".join(told), "none", scores=scores)]


def _day(day: str, today: date) -> str:
    return show_short(date.fromisoformat(day), language(), today)
