"""The page of an objective: what is wanted, by when, and who works on it."""

from datetime import date

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.display.page import Line, Page, Section
from coachlog.display.signs import DRAWN
from coachlog.journal.common.standing import goal_line, under_way
from coachlog.journal.objective.queries import ObjectiveLine
from coachlog.schema.vocabulary import LEVELS, OBJECTIVE_STATUSES
from coachlog.terminal.context import Context, hint
from coachlog.views.objective.read import ObjectiveView, Serving


def page(known: ObjectiveView, context: Context) -> Page:
    """The page of one objective."""
    one = known.objective
    goals = [_goal(each, context.today) for each in known.goals] or [
        Line("", _("No goal serves this objective yet."))
    ]
    reached = sum(each.status == "achieved" for each in known.goals)
    counted = under_way(sum(each.status == "active" for each in known.goals), reached)
    parts = [Section("", _about(one)), Section(_("Goals that serve it"), goals, note=counted)]
    title = f"{_('Objective')} {one.number} · {one.statement}"
    return Page(title, _facts(one), [part for part in parts if part.lines], _hints(one))


def _facts(one: ObjectiveLine) -> list[str]:
    sign = {"reached": f"{DRAWN.done} ", "dropped": f"{DRAWN.dropped} "}.get(one.status, "")
    closed = f" {day_text(one.closed_on, language())}" if one.closed_on else ""
    return [
        _(LEVELS[one.level]),
        one.team or "",
        f"{sign}{_(OBJECTIVE_STATUSES[one.status])}{closed}",
    ]


def _about(one: ObjectiveLine) -> list[Line]:
    told = {
        _("Plan"): one.plan,
        _("Owner"): one.owner,
        _("Signs of success"): one.signs,
        _("From"): day_text(one.starts_on, language()),
        _("Until"): day_text(one.ends_on, language()),
    }
    return [Line(label, text) for label, text in told.items() if text]


def _goal(one: Serving, today: date) -> Line:
    figures = () if one.score is None else (one.score,)
    line = goal_line(one, figures, today, language())
    note = ", ".join(part for part in (one.name, line.note) if part)
    return line._replace(note=note, scores=())


def _hints(one: ObjectiveLine) -> list[tuple[str, str]]:
    reach = [(hint(f"objective reach {one.number}"), _("mark it as reached"))]
    return [
        *(reach if one.status == "active" else []),
        (hint(f"objective edit {one.number}"), _("change it")),
    ]
