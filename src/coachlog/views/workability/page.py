"""How each lens of workable work changed over time: small charts of one scale below each other."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from coachlog.base.texts import _, language, ngettext
from coachlog.dates.show import show_short
from coachlog.display.page import Line, Page, Section, page_of
from coachlog.display.signs import DRAWN
from coachlog.journal.common.reads import values_of
from coachlog.journal.workability.fields import FIGURES, LENSES, SCALE
from coachlog.journal.workability.queries import CheckInLine
from coachlog.store.connection import Reader
from coachlog.terminal.context import hint


class FigureLine(NamedTuple):
    """One figure of one lens, as `workability trend --csv` gives it."""

    lens: str
    checked_on: str
    figure: int
    number: int


class LensGoal(NamedTuple):
    """An active goal that is about a lens; *goal* is its number."""

    lens: str
    goal: int
    statement: str


def lens_goals(reader: Reader, coachee: str) -> list[LensGoal]:
    """Return which active goals of *coachee* (a handle) are about which lens, by lens."""
    sql = (
        "select l.lens, g.number, g.statement from goal_lenses l join goal g on g.number = l.goal"
        " where l.coachee = :coachee and g.status = 'active' order by g.number"
    )
    lens_order = list(LENSES)
    goals = reader.rows(LensGoal, sql, coachee=coachee)
    return sorted(goals, key=lambda goal: lens_order.index(goal.lens))


def figures(checkins: Sequence[CheckInLine]) -> list[FigureLine]:
    """Return the figures lens by lens, oldest first; unanswered ones are left out."""
    return [figure for lens in LENSES for figure in _figures_of_lens(lens, checkins)]


def record(
    coachee: str, checkins: Sequence[CheckInLine], goals: Sequence[LensGoal]
) -> Mapping[str, object]:
    """Return the JSON: the figures of each lens, and the goals that are about one."""
    return {
        "coachee": coachee,
        "lenses": {
            lens: [
                values_of(line, "checked_on", "figure", "number")
                for line in _figures_of_lens(lens, checkins)
            ]
            for lens in LENSES
        },
        "goals": [goal._asdict() for goal in goals],
    }


def page(
    name: str, checkins: Sequence[CheckInLine], goals: Sequence[LensGoal], today: date
) -> Page:
    """Return the page of the person called *name*; empty sections are left out."""
    charts = [line for lens in LENSES for line in _lens(lens, checkins, today)]
    count = ngettext("{n} check-in", "{n} check-ins", len(checkins)).format(n=len(checkins))
    goal_lines = [
        Line(_(LENSES[goal.lens]), goal.statement, _("goal {n}").format(n=goal.goal))
        for goal in goals
    ]
    notes = [
        Line(_day(checkin.checked_on, today), checkin.note) for checkin in checkins if checkin.note
    ]
    sections = [
        Section("", charts),
        Section(_("Goals that address it"), goal_lines),
        Section(_("Notes"), notes),
    ]
    title = f"{_('Workable work')} · {name}"
    hints = [(hint("workability show N"), _("look at one of them"))]
    return page_of(title, [count, _(SCALE)], sections, hints)


def _figures_of_lens(lens: str, checkins: Sequence[CheckInLine]) -> list[FigureLine]:
    """Return the figures of one lens, oldest first, without check-ins that left it out."""
    return [
        FigureLine(lens, checkin.checked_on, figure, checkin.number)
        for checkin in checkins
        if (figure := getattr(checkin, lens)) is not None
    ]


def _lens(lens: str, checkins: Sequence[CheckInLine], today: date) -> list[Line]:
    """Return the line of a lens: its first and last figure with their days, and bars for all.

    No line if it has no figure, and one figure if there is only one.
    """
    figures = _figures_of_lens(lens, checkins)
    if not figures:
        return []
    first_and_last = figures if len(figures) == 1 else [figures[0], figures[-1]]
    change = f" {DRAWN.arrow} ".join(
        f"{line.figure} ({_day(line.checked_on, today)})" for line in first_and_last
    )
    scores = [line.figure for line in figures]
    return [Line("", _(FIGURES[lens]), note=change, tone="none", scores=scores)]


def _day(day: str, today: date) -> str:
    return show_short(date.fromisoformat(day), language(), today)
