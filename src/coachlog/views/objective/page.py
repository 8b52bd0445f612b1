"""The page of an objective: what is wanted, by when, and who works on it."""

from datetime import date

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.display.page import Line, Page, Section, labelled_lines, page_of
from coachlog.display.signs import DRAWN
from coachlog.journal.common.marks import format_reached_goals, goal_line
from coachlog.journal.common.show import page_command
from coachlog.journal.objective.queries import ObjectiveLine
from coachlog.schema.objective import OBJECTIVE
from coachlog.schema.vocabulary import LEVELS, OBJECTIVE_STATUSES
from coachlog.terminal.context import Context, hint
from coachlog.views.objective.read import ObjectiveView, ServingGoal, read, record


def page(view: ObjectiveView, context: Context) -> Page:
    """Return the page of one objective; empty sections are left out."""
    objective = view.objective
    goals = [_goal(goal, context.today) for goal in view.goals]
    if not goals:
        goals = [Line("", _("No goal serves this objective yet."))]
    reached = sum(goal.status == "achieved" for goal in view.goals)
    active = sum(goal.status == "active" for goal in view.goals)
    progress = format_reached_goals(active, reached)
    sections = [
        Section("", _about(objective)),
        Section(_("Goals that serve it"), goals, note=progress),
    ]
    title = f"{_('Objective')} {objective.number} · {objective.statement}"
    return page_of(title, _facts(objective), sections, _hints(objective))


def _facts(objective: ObjectiveLine) -> list[str]:
    """Return level, team, and the status with its sign and closing day."""
    status = objective.status
    closing_signs = {"reached": f"{DRAWN.done} ", "dropped": f"{DRAWN.dropped} "}
    sign = closing_signs.get(status, "")
    closed_on = f" {day_text(objective.closed_on, language())}" if objective.closed_on else ""
    return [
        _(LEVELS[objective.level]),
        objective.team or "",
        f"{sign}{_(OBJECTIVE_STATUSES[status])}{closed_on}",
    ]


def _about(objective: ObjectiveLine) -> list[Line]:
    """Return the plan, the owner, the signs of success and the period."""
    texts = {
        _("Plan"): objective.plan,
        _("Owner"): objective.owner,
        _("Signs of success"): objective.signs,
        _("From"): day_text(objective.starts_on, language()),
        _("Until"): day_text(objective.ends_on, language()),
    }
    return labelled_lines(texts)


def _goal(goal: ServingGoal, today: date) -> Line:
    """Return a goal with whose it is, and no bars: only its latest score is known."""
    scores = () if goal.score is None else (goal.score,)
    line = goal_line(goal, scores, today, language())
    standing = ", ".join(part for part in (goal.name, line.note) if part)
    return line._replace(note=standing, scores=())


def _hints(objective: ObjectiveLine) -> list[tuple[str, str]]:
    hints = [(hint(f"objective edit {objective.number}"), _("change it"))]
    if objective.status == "active":
        hints.insert(0, (hint(f"objective reach {objective.number}"), _("mark it as reached")))
    return hints


@page_command(OBJECTIVE, read=read, as_json=record, as_page=page)
def show() -> None:
    """Show one objective, and the goals that serve it.

    coachlog objective show 1
    """
