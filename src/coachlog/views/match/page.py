"""The page of the match: the matrix, what nobody works on, what no goal uses, what stands alone."""

from collections.abc import Iterator, Sequence

from coachlog.base.texts import _, ngettext
from coachlog.display.page import Grid, Head, Line, Page, Section
from coachlog.display.signs import DRAWN
from coachlog.journal.common.standing import under_way
from coachlog.journal.objective.queries import ObjectiveLine
from coachlog.terminal.context import hint
from coachlog.views.match.links import Match, MatchGoal, Talent

MOST = 20
"""So many lines of a list of everybody: more would bury the rest of the page."""


def page(match: Match) -> Page:
    """The page of one person, or of everybody."""
    parts = [
        Section(_("Objectives and talents, and the goals"), _links(match), grid=_grid(match)),
        Section(_("No goal serves it yet"), _cut(match, [_objective(e) for e in match.nobodys])),
        Section(_("Served, but no active goal"), _cut(match, _served(match))),
        Section(_("No goal uses this talent"), _cut(match, _unused(match))),
        Section(
            _("Serves nothing, uses no talent"), _cut(match, [_goal(e, match) for e in match.apart])
        ),
    ]
    shown = [part for part in parts if part.lines] or [Section("", [_how_to_begin()])]
    return Page(_title(match), _facts(match), shown, list(_hints(match))[:4])


def _title(match: Match) -> str:
    return f"{_('Match')} · {match.person.name if match.person else _('everybody')}"


def _facts(match: Match) -> list[str]:
    wanted, able, goals = len(match.objectives), len(match.talents), len(match.active)
    reached = len(match.goals) - goals
    there = ngettext("{n} reached", "{n} reached", reached).format(n=reached)
    return [
        ngettext("{n} objective", "{n} objectives", wanted).format(n=wanted),
        ngettext("{n} talent", "{n} talents", able).format(n=able),
        ngettext("{n} goal", "{n} goals", goals).format(n=goals),
        *([there] if reached else []),
    ]


def _how_to_begin() -> Line:
    return Line(
        "",
        _(
            "Nothing has been noted yet about what the organisation wants or what people are "
            "good at."
        ),
    )


def _grid(match: Match) -> Grid | None:
    """Objectives by talents; goals that have one of both stand in a row or column of their own."""
    pairs = list(match.pairs())
    rows: list[Head] = [Head(each.number, each.statement) for each in match.objectives]
    columns: list[Head] = [Head(each.number, each.strength) for each in match.talents]
    if any(talent is None for _objective, talent, _goal in pairs):
        columns.append(Head(None, _("no talent")))
    if any(objective is None for objective, _talent, _goal in pairs):
        rows.append(Head(None, _("no objective")))
    if not pairs:
        return None
    places = {each.number: at for at, each in enumerate(rows)}
    across = {each.number: at for at, each in enumerate(columns)}
    cells: dict[tuple[int, int], list[int]] = {}
    for objective, talent, goal in pairs:
        cells.setdefault((places[objective], across[talent]), []).append(goal.number)
    linked = {goal.number: _told(goal, match) for _objective, _talent, goal in pairs}
    ticked = frozenset(goal.number for goal in match.goals if goal.reached)
    return Grid(rows, columns, cells, list(linked.values()), ticked)


def _links(match: Match) -> list[Line]:
    """The matrix in words: beneath each objective the goals that serve it, and what they use."""
    lines = []
    for each in match.objectives:
        serving = [goal for goal in match.goals if each.number in goal.objectives]
        if serving:
            lines += [_objective(each), *(_beneath(goal, match) for goal in serving)]
    others = [goal for goal in match.goals if goal.talents and not goal.objectives]
    if others:
        lines += [Line("", _("no objective")), *(_beneath(goal, match) for goal in others)]
    return lines


def _beneath(goal: MatchGoal, match: Match) -> Line:
    used = [each.strength for each in match.talents if each.number in goal.talents]
    told = ", ".join([*_name(goal, match), *(used or [_("no talent")]), *_reached(goal)])
    return Line(_("goal {number}").format(number=goal.number), goal.statement, told)


def _objective(one: ObjectiveLine) -> Line:
    return Line(
        "", one.statement, ", ".join(e for e in (one.team, one.owner) if e), number=one.number
    )


def _goal(one: MatchGoal, match: Match) -> Line:
    return Line("", one.statement, "".join(_name(one, match)), number=one.number)


def _told(one: MatchGoal, match: Match) -> Line:
    """A goal as the legend has it: the numbers of the matrix in words."""
    which = _("goal {number}").format(number=one.number)
    return Line(which, one.statement, ", ".join([*_name(one, match), *_reached(one)]))


def _reached(one: MatchGoal) -> list[str]:
    return [f"{DRAWN.done} {_('reached')}"] if one.reached else []


def _served(match: Match) -> list[Line]:
    """Objectives for which goals were reached, and on which nobody works now."""
    counts = ((each, match.reached.get(each.number, 0)) for each in match.idle)
    return [
        Line("", each.statement, under_way(0, reached), number=each.number)
        for each, reached in counts
        if reached
    ]


def _unused(match: Match) -> list[Line]:
    return [line for each in match.unused for line in _talent(each, match)]


def _talent(one: Talent, match: Match) -> Iterator[Line]:
    yield Line("", one.strength, "".join(_name(one, match)), number=one.number)
    yield Line(_("Context it needs"), one.wanted_context or _("not talked about yet"))
    for number in one.actions:
        yield Line(_("Change agreed"), _("action {number}").format(number=number))


def _name(one: MatchGoal | Talent, match: Match) -> list[str]:
    return [] if match.person else [one.name]


def _cut(match: Match, lines: Sequence[Line]) -> Sequence[Line]:
    more = len(lines) - MOST
    if match.person or more <= 0:
        return lines
    told = ngettext("{n} more line: {command}", "{n} more lines: {command}", more)
    return [*lines[:MOST], Line("", told.format(n=more, command=hint("match --csv")))]


def _hints(match: Match) -> Iterator[tuple[str, str]]:
    """What may be done about what is missing, for the first one of each."""
    if not match.objectives:
        yield hint("objective new"), _("record what the organisation or a team wants")
    if match.person and not match.talents:
        add = f"coachee talent {match.person.handle} --add"
        yield hint(add), _("note what this person is good at")
    if match.apart and match.objectives:
        link = f"goal edit {match.apart[0].number} --objective {match.objectives[0].number}"
        yield hint(link), _("note which objective a goal serves")
    for one in match.unused[:1]:
        if one.wanted_context is None:
            told = f'coachee talent {one.coachee} --edit {one.number} --needs "…"'
            yield hint(told), _("note the context that it needs")
        elif not one.actions:
            change = f"action new --coachee {one.coachee} --talent {one.number} --by manager"
            yield hint(change), _("agree on a change of the context")
    able = [each for each in match.talents if each.gives_energy != 0]
    if match.active and able:
        use = f"goal edit {match.active[0].number} --talent {able[0].number}"
        if not any(goal.talents for goal in match.goals):
            yield hint(use), _("note which talent a goal uses")
