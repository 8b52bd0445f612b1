"""The page of a trajectory: what was agreed, the roles of the coach, whose ideas options were."""

from collections.abc import Iterator

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.display.page import Line, Page, Section
from coachlog.journal.common.standing import at_target, goal_line, roles_told
from coachlog.journal.goal.queries import GoalLine
from coachlog.journal.session.mirror import altogether, moved
from coachlog.journal.trajectory import fund
from coachlog.journal.trajectory.fields import mirrored
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.journal.trajectory.roles import advice
from coachlog.schema.vocabulary import TRAJECTORY_KINDS, TRAJECTORY_STATUSES
from coachlog.terminal.context import Context, hint
from coachlog.views.trajectory.read import TrajectoryView

LATEST = 5
"""So many conversations are shown one by one."""


def page(known: TrajectoryView, context: Context) -> Page:
    """The page of one trajectory."""
    trajectory = known.trajectory
    kind, status = TRAJECTORY_KINDS[trajectory.kind], TRAJECTORY_STATUSES[trajectory.status]
    shown = mirrored(trajectory.kind, trajectory.mirror, context.settings.mirror)
    parts = [
        Section("", _agreed(known)),
        Section(_("Goals"), [_goal(each, context) for each in known.goals]),
        Section(_("Roles"), _roles(trajectory)),
        Section(_("Hard to tell the coach"), _private(known), "private"),
        Section(_("Whose ideas"), list(_whose(known)) if shown else []),
    ]
    title = f"{_('Trajectory')} {trajectory.number} · {known.name}"
    filled = [part for part in parts if part.lines]
    facts = [_(kind), _(status)]
    if _to_be_closed(known):
        facts.append(_("closing conversation {day}").format(day=_day(known.closed_in)))
    return Page(title, facts, filled, _hints(known))


def _to_be_closed(known: TrajectoryView) -> bool:
    return known.trajectory.status == "active" and known.closed_in is not None


def _day(day: str | None) -> str:
    return day_text(day, language())


def _goal(goal: GoalLine, context: Context) -> Line:
    figures = [figure for figure in (goal.baseline, goal.score) if figure is not None]
    same = len(set(figures)) == 1
    return goal_line(goal, figures[-1:] if same else figures, context.today, language())


def _agreed(known: TrajectoryView) -> list[Line]:
    line = known.trajectory
    told = {
        _("Purpose"): line.purpose,
        _("Start"): day_text(line.starts_on, language()),
        _("Planned end"): day_text(line.ends_on, language()),
        _("Closed on"): day_text(line.closed_on, language()),
        _("Days between conversations"): line.rhythm_days,
        _("Conversations"): line.sessions,
        _("Agreed conversations"): line.planned_sessions,
        _("Requested by"): line.sponsor,
        _("Project"): line.project,
        _("What is shared"): line.sharing,
        _("Action areas"): ", ".join(_areas(known)),
        _("Themes"): ", ".join(map(fund.load().theme_name, known.themes["themes"])),
        _("What came of it"): line.closing,
    }
    return [Line(label, str(text)) for label, text in told.items() if text not in (None, "")]


def _areas(known: TrajectoryView) -> list[str]:
    """The areas that were told, and those of the themes."""
    of = fund.load().themes
    found = {*known.themes["areas"], *(of.get(theme) for theme in known.themes["themes"])}
    return [_(name) for area, name in fund.AREAS.items() if area in found]


def _roles(line: TrajectoryLine) -> list[Line]:
    return [*roles_told(line._asdict()), *(Line("", text) for text in advice(line.roles))]


def _private(known: TrajectoryView) -> list[Line]:
    return [Line("", known.hard_to_tell)] if known.hard_to_tell else []


def _whose(known: TrajectoryView) -> Iterator[Line]:
    """The latest conversations, all of them together, and how the person's share moved."""
    if not known.ideas:
        return
    for each in known.ideas[-LATEST:]:
        which = _("conversation {number}").format(number=each.session)
        yield Line(day_text(each.held_on, language()), each.told(known.name), which)
    if len(known.ideas) > 1:
        yield Line(_("In total"), altogether(known.ideas).told(known.name))
    if shares := moved(known.ideas):
        told = _("{name}'s share: {earlier}% at first, {later}% lately")
        yield Line(_("Over time"), told.format(name=known.name, earlier=shares[0], later=shares[1]))


def _hints(known: TrajectoryView) -> list[tuple[str, str]]:
    number = known.trajectory.number
    close = [(hint(f"trajectory close {number}"), _("close it; goals and actions stay"))]
    reached = [
        (hint(f"goal achieve {each.number}"), _("mark it as reached"))
        for each in known.goals
        if each.status == "active" and at_target(each.score, each.target)
    ]
    return [
        *(close if _to_be_closed(known) else []),
        *reached[:1],
        (hint(f"trajectory edit {number}"), _("change it")),
        (hint(f"timeline {known.trajectory.coachee}"), _("what happened, month by month")),
    ]
