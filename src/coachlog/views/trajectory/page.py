"""The page of a trajectory: what was agreed, the roles of the coach, whose ideas options were."""

from collections.abc import Iterator

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.display.page import Line, Page, Section, page_of
from coachlog.journal.common.marks import at_target, conversation_text, goal_line, role_lines
from coachlog.journal.common.show import page_command
from coachlog.journal.goal.queries import GoalLine
from coachlog.journal.session.mirror import own_share_by_half, total_ideas
from coachlog.journal.trajectory import fund
from coachlog.journal.trajectory.fields import shows_mirror
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.journal.trajectory.roles import advice
from coachlog.schema.field import FLAG
from coachlog.schema.practice import OF_TRAJECTORY
from coachlog.schema.trajectory import TRAJECTORY
from coachlog.schema.vocabulary import TRAJECTORY_KINDS, TRAJECTORY_STATUSES, YES_NO
from coachlog.terminal.context import Context, hint
from coachlog.views.trajectory.read import TrajectoryView, read, record

IDEAS_SHOWN = 5
"""The latest conversations whose ideas are shown one by one."""


def page(view: TrajectoryView, context: Context) -> Page:
    """Return the page of one trajectory; empty sections are left out."""
    trajectory = view.trajectory
    # Whose ideas the options were is a mirror for the coach, which can be turned off.
    shows_ideas = shows_mirror(trajectory.kind, trajectory.mirror, context.settings.mirror)
    sections = [
        Section("", _agreement(view)),
        Section(_("Goals"), [_goal(goal, context) for goal in view.goals]),
        Section(_("Roles"), _roles(trajectory, view.name)),
        Section(_("Hard to tell you"), _hard_to_tell(view), "private"),
        Section(_("Whose ideas"), list(_whose_ideas(view)) if shows_ideas else []),
    ]
    title = f"{_('Trajectory')} {trajectory.number} · {view.name}"
    facts = [_(TRAJECTORY_KINDS[trajectory.kind]), _(TRAJECTORY_STATUSES[trajectory.status])]
    if _can_be_closed(view):
        facts.append(_("closing conversation {day}").format(day=_day(view.closing_held_on)))
    return page_of(title, facts, sections, _hints(view))


def _can_be_closed(view: TrajectoryView) -> bool:
    """Whether the closing conversation was held, and the trajectory is still active."""
    return view.trajectory.status == "active" and view.closing_held_on is not None


def _day(day: str | None) -> str:
    return day_text(day, language())


def _goal(goal: GoalLine, context: Context) -> Line:
    """Return a goal with its first and its latest score; one score if they are equal."""
    scores = [score for score in (goal.baseline, goal.score) if score is not None]
    distinct_scores = list(dict.fromkeys(scores))
    return goal_line(goal, distinct_scores, context.today, language())


def _agreement(view: TrajectoryView) -> list[Line]:
    """Return what was agreed, without what is empty; a count of 0 is shown."""
    trajectory = view.trajectory
    values = {
        _("Purpose"): trajectory.purpose,
        _("Start"): day_text(trajectory.starts_on, language()),
        _("Planned end"): day_text(trajectory.ends_on, language()),
        _("Closed on"): day_text(trajectory.closed_on, language()),
        _("Days between conversations"): trajectory.rhythm_days,
        _("Conversations"): trajectory.sessions,
        _("Agreed conversations"): trajectory.planned_sessions,
        _("Requested by"): trajectory.sponsor,
        _("Project"): trajectory.project,
        _("Place of signing"): trajectory.charter_place,
        _("Charter signed on"): day_text(trajectory.charter_signed_on, language()),
        _("What is shared"): trajectory.sharing,
        _("Action areas"): ", ".join(_areas(view)),
        _("Themes"): ", ".join(map(fund.load().theme_name, view.themes["themes"])),
        **_practice(trajectory),
        _("What came of it"): trajectory.closing,
    }
    return [Line(label, str(value)) for label, value in values.items() if value not in (None, "")]


def _practice(line: TrajectoryLine) -> dict[str, str]:
    """Return the values that practice hours need of a trajectory, by label, if they were noted."""
    values = {field.label: (field, getattr(line, field.name)) for field in OF_TRAJECTORY}
    return {
        _(label): _(YES_NO[value]) if field.kind == FLAG else _(field.words.get(value, value))
        for label, (field, value) in values.items()
        if value is not None
    }


def _areas(view: TrajectoryView) -> list[str]:
    """Return the names of the areas that were given and of those that its themes belong to."""
    area_of_theme = fund.load().themes
    areas = {*view.themes["areas"], *map(area_of_theme.get, view.themes["themes"])}
    return [_(name) for area, name in fund.AREAS.items() if area in areas]


def _roles(trajectory: TrajectoryLine, name: str) -> list[Line]:
    """Return the roles of the coach, and the advice that applies to them."""
    advice_lines = [Line("", text) for text in advice(trajectory.roles, trajectory.kind, name)]
    return [*role_lines(trajectory._asdict()), *advice_lines]


def _hard_to_tell(view: TrajectoryView) -> list[Line]:
    return [Line("", view.hard_to_tell)] if view.hard_to_tell else []


def _whose_ideas(view: TrajectoryView) -> Iterator[Line]:
    """Yield whose ideas the options were: lately, in total, and how the person's share changed."""
    if not view.ideas:
        return
    for ideas in view.ideas[-IDEAS_SHOWN:]:
        session = conversation_text(ideas.session)
        yield Line(day_text(ideas.held_on, language()), ideas.as_text(view.name), session)
    if len(view.ideas) > 1:
        yield Line(_("In total"), total_ideas(view.ideas).as_text(view.name))
    if shares := own_share_by_half(view.ideas):
        earlier, later = shares
        text = _("{name}'s share: {earlier}% at first, {later}% lately")
        yield Line(_("Over time"), text.format(name=view.name, earlier=earlier, later=later))


def _hints(view: TrajectoryView) -> list[tuple[str, str]]:
    """Return what to type next: to close it, or a goal at its target, and what always applies."""
    number = view.trajectory.number
    goals_at_target = [
        goal
        for goal in view.goals
        if goal.status == "active" and at_target(goal.score, goal.target)
    ]
    hints = []
    if _can_be_closed(view):
        hints.append((hint(f"trajectory close {number}"), _("close it; goals and actions stay")))
    if goals_at_target:
        goal_number = goals_at_target[0].number
        hints.append((hint(f"goal achieve {goal_number}"), _("mark it as reached")))
    if view.trajectory.kind == "onboarding":
        hints.append((hint(f"onboarding list {view.trajectory.coachee}"), _("the checklist")))
    return [
        *hints,
        (hint(f"trajectory edit {number}"), _("change it")),
        (hint(f"timeline {view.trajectory.coachee}"), _("what happened, month by month")),
    ]


@page_command(TRAJECTORY, read=read, as_json=record, as_page=page)
def show() -> None:
    """Show one trajectory.

    coachlog trajectory show 1
    """
