"""A page on which the person prepares a conversation: what was agreed, and what to think of."""

from datetime import datetime
from typing import TYPE_CHECKING

from coachlog.base.clock import local_moment
from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language
from coachlog.dates.show import show_moment
from coachlog.display.page import Line, Page, Section
from coachlog.display.signs import DRAWN
from coachlog.journal.action.queries import ActionLine
from coachlog.journal.common.standing import doer
from coachlog.views.prep.read import GoalProgress, Prep, read

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

QUESTIONS = (
    N_("What is going better since last time?"),
    N_("What do you want to talk about, and why now?"),
    N_("What should come out of it for you?"),
    N_("What do you definitely not want?"),
    N_("What have you already tried, and what came of it?"),
)


def page(reader: "Reader", who: str, now: datetime) -> Page:
    """The page for *who* (a handle or name); raises NotFoundError."""
    prep = read(reader, who, now)
    parts = [
        Section(_("Last time"), _last(prep)),
        Section(_("What you planned"), [_action(one) for one in prep.open_actions]),
        Section(_("Your goals"), [_goal(one) for one in prep.goals]),
        Section(_("Not wanted"), _limits(prep)),
        Section(_("Parked for later"), [Line("", one.text, sign=DRAWN.dot) for one in prep.topics]),
        Section(_("To think about"), [Line("", _(each), sign=DRAWN.dot) for each in QUESTIONS]),
    ]
    title = _("To prepare our conversation · {name}").format(name=prep.person.name)
    return Page(title, _when(prep), [part for part in parts if part.lines])


def _when(prep: Prep) -> list[str]:
    if prep.ahead is None:
        return []
    return [show_moment(local_moment(prep.ahead.at, prep.ahead.time_zone), language())]


def _last(prep: Prep) -> list[Line]:
    told = prep.last and (prep.last.summary or prep.last.topic)
    return [Line(day_text(prep.last.held_on, language()), told)] if prep.last and told else []


def _action(one: ActionLine) -> Line:
    due = _("by {day}").format(day=day_text(one.due_on, language())) if one.due_on else ""
    return Line("", one.what, ", ".join(filter(None, (doer(one.done_by), due))), sign=DRAWN.dot)


def _goal(one: GoalProgress) -> Line:
    points = one.points()
    ends = dict.fromkeys((points[0], points[-1])) if points else ()
    told = f" {DRAWN.arrow} ".join(str(point) for point in ends)
    return Line("", one.goal.statement, told, sign=DRAWN.dot)


def _limits(prep: Prep) -> list[Line]:
    limits = [one.goal.anti_goal for one in prep.goals if one.goal.anti_goal]
    return [Line("", limit, sign=DRAWN.dot) for limit in limits]
