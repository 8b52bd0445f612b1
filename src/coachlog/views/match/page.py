"""The page of the match: the matrix, unserved objectives, unused talents and unlinked goals."""

from collections.abc import Iterator, Sequence

from coachlog.base.texts import _, ngettext
from coachlog.display.page import Grid, Head, Line, Page, Section, page_of
from coachlog.display.signs import DRAWN
from coachlog.journal.common.marks import format_reached_goals
from coachlog.journal.network_meeting.ideas import UsedIdea, used_section
from coachlog.journal.objective.queries import ObjectiveLine
from coachlog.terminal.context import hint
from coachlog.views.match.links import Match, MatchGoal, Talent

MOST_LINES = 20
"""Lines shown of a list of everybody: more would bury the rest of the page."""
MOST_HINTS = 4


def page(match: Match, ideas: Sequence[UsedIdea] = ()) -> Page:
    """Return the page of one person, or of everybody; empty sections are left out.

    *ideas* are what meetings of the coach's networks brought.
    """
    never_served = [_objective(objective) for objective in match.never_served]
    unused_talents = [line for talent in match.unused_talents for line in _talent(talent, match)]
    unlinked_goals = [_goal(goal, match) for goal in match.unlinked_goals]
    sections = [
        Section(_("Objectives and talents, and the goals"), _links(match), grid=_grid(match)),
        Section(_("No goal serves it yet"), _cut(never_served, match)),
        Section(_("Served, but no active goal"), _cut(_formerly_served(match), match)),
        Section(_("No goal uses this talent"), _cut(unused_talents, match)),
        Section(_("Serves nothing, uses no talent"), _cut(unlinked_goals, match)),
        used_section(ideas),
    ]
    if not any(section.lines for section in sections):
        sections = [Section("", [_nothing_noted()])]
    return page_of(_title(match), _facts(match), sections, list(_hints(match))[:MOST_HINTS])


def _title(match: Match) -> str:
    return f"{_('Match')} · {match.person.name if match.person else _('everybody')}"


def _facts(match: Match) -> list[str]:
    """Return how many objectives, talents and active goals there are, and how many were reached."""
    objectives, talents = len(match.objectives), len(match.talents)
    active = len(match.active_goals)
    reached = len(match.goals) - active
    facts = [
        ngettext("{n} objective", "{n} objectives", objectives).format(n=objectives),
        ngettext("{n} talent", "{n} talents", talents).format(n=talents),
        ngettext("{n} goal", "{n} goals", active).format(n=active),
    ]
    if reached:
        facts.append(ngettext("{n} reached", "{n} reached", reached).format(n=reached))
    return facts


def _nothing_noted() -> Line:
    return Line(
        "",
        _(
            "Nothing has been noted yet about what the organisation wants or what people are "
            "good at."
        ),
    )


def _grid(match: Match) -> Grid | None:
    """Return the numbers of the goals by objective (row) and talent (column).

    Goals with links on one side only stand in a last row or column of their own. None if no goal
    has a link.
    """
    pairs = list(match.pairs())
    if not pairs:
        return None
    rows = [Head(objective.number, objective.statement) for objective in match.objectives]
    columns = [Head(talent.number, talent.strength) for talent in match.talents]
    if any(talent is None for _objective, talent, _goal in pairs):
        columns.append(Head(None, _("no talent")))
    if any(objective is None for objective, _talent, _goal in pairs):
        rows.append(Head(None, _("no objective")))
    row_of_objective = {head.number: index for index, head in enumerate(rows)}
    column_of_talent = {head.number: index for index, head in enumerate(columns)}
    cells: dict[tuple[int, int], list[int]] = {}
    for objective, talent, goal in pairs:
        position = (row_of_objective[objective], column_of_talent[talent])
        cells.setdefault(position, []).append(goal.number)
    # A goal with several links is in several pairs, and once in the legend.
    legend = {goal.number: _legend_line(goal, match) for _objective, _talent, goal in pairs}
    ticked = frozenset(goal.number for goal in match.goals if goal.is_reached)
    return Grid(rows, columns, cells, list(legend.values()), ticked)


def _links(match: Match) -> list[Line]:
    """Return the matrix in words: below each objective the goals that serve it.

    Goals that only use talents come last. Each goal is followed by the talents that it uses.
    """
    lines = []
    for objective in match.objectives:
        serving_goals = [goal for goal in match.goals if objective.number in goal.objectives]
        if serving_goals:
            lines.append(_objective(objective))
            lines += [_goal_with_talents(goal, match) for goal in serving_goals]
    goals_of_talents = [goal for goal in match.goals if goal.talents and not goal.objectives]
    if goals_of_talents:
        lines.append(Line("", _("no objective")))
        lines += [_goal_with_talents(goal, match) for goal in goals_of_talents]
    return lines


def _goal_with_talents(goal: MatchGoal, match: Match) -> Line:
    """Return a goal with whose it is, the talents that it uses, and whether it was reached."""
    strengths = [talent.strength for talent in match.talents if talent.number in goal.talents]
    if not strengths:
        strengths = [_("no talent")]
    details = [*_whose(goal, match), *strengths, *_reached(goal)]
    return Line(_("goal {number}").format(number=goal.number), goal.statement, ", ".join(details))


def _objective(objective: ObjectiveLine) -> Line:
    details = ", ".join(filter(None, (objective.team, objective.owner)))
    return Line("", objective.statement, details, number=objective.number)


def _goal(goal: MatchGoal, match: Match) -> Line:
    return Line("", goal.statement, "".join(_whose(goal, match)), number=goal.number)


def _legend_line(goal: MatchGoal, match: Match) -> Line:
    """Return what the number of a goal in the matrix stands for."""
    label = _("goal {number}").format(number=goal.number)
    return Line(label, goal.statement, ", ".join([*_whose(goal, match), *_reached(goal)]))


def _reached(goal: MatchGoal) -> list[str]:
    return [f"{DRAWN.done} {_('reached')}"] if goal.is_reached else []


def _formerly_served(match: Match) -> list[Line]:
    """Return the objectives that achieved goals served, and no active goal serves."""
    achieved_counts = match.achieved_by_objective
    return [
        Line("", objective.statement, format_reached_goals(0, achieved), number=objective.number)
        for objective in match.unserved_now
        if (achieved := achieved_counts.get(objective.number, 0))
    ]


def _talent(talent: Talent, match: Match) -> Iterator[Line]:
    yield Line("", talent.strength, "".join(_whose(talent, match)), number=talent.number)
    yield Line(_("Context it needs"), talent.wanted_context or _("not talked about yet"))
    for number in talent.actions:
        yield Line(_("Change agreed"), _("action {number}").format(number=number))


def _whose(record: MatchGoal | Talent, match: Match) -> list[str]:
    """Return the name of the person, or nothing if the whole page is about one person."""
    return [] if match.person else [record.name]


def _cut(lines: Sequence[Line], match: Match) -> Sequence[Line]:
    """Return *lines*; if the page is about everybody, at most MOST_LINES and how many follow."""
    hidden_count = len(lines) - MOST_LINES
    if match.person or hidden_count <= 0:
        return lines
    text = ngettext("{n} more line: {command}", "{n} more lines: {command}", hidden_count)
    note = text.format(n=hidden_count, command=hint("match --csv"))
    return [*lines[:MOST_LINES], Line("", note)]


def _hints(match: Match) -> Iterator[tuple[str, str]]:
    """Yield commands that add what is missing, each for the first record without it."""
    if not match.objectives:
        yield hint("objective new"), _("record what the organisation or a team wants")
    if match.person and not match.talents:
        command = f"coachee talent {match.person.handle} --add"
        yield hint(command), _("note what this person is good at")
    if match.unlinked_goals and match.objectives:
        goal, objective = match.unlinked_goals[0], match.objectives[0]
        command = f"goal edit {goal.number} --objective {objective.number}"
        yield hint(command), _("note which objective a goal serves")
    for talent in match.unused_talents[:1]:
        if talent.wanted_context is None:
            command = f'coachee talent {talent.coachee} --edit {talent.number} --needs "…"'
            yield hint(command), _("note the context that it needs")
        elif not talent.actions:
            command = f"action new --coachee {talent.coachee} --talent {talent.number} --by manager"
            yield hint(command), _("agree on a change of the context")
    # 0: a talent that takes energy is not one to build goals on.
    usable_talents = [talent for talent in match.talents if talent.gives_energy != 0]
    is_talent_used = any(goal.talents for goal in match.goals)
    if match.active_goals and usable_talents and not is_talent_used:
        command = f"goal edit {match.active_goals[0].number} --talent {usable_talents[0].number}"
        yield hint(command), _("note which talent a goal uses")
