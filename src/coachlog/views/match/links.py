"""The match: what the organisation wants, what people are good at, and the goals between them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from coachlog.journal.coachee.lookup import Person
from coachlog.journal.objective import queries as objectives
from coachlog.journal.objective.queries import ObjectiveLine
from coachlog.store.connection import Reader


class MatchGoal(NamedTuple):
    """A goal, active or achieved, with the numbers of the objectives and talents it is linked to.

    *coachee* and *name* are the handle and name of the person.
    """

    number: int
    coachee: str
    name: str
    statement: str
    objectives: tuple[int, ...] = ()
    talents: tuple[int, ...] = ()
    status: str = "active"

    @property
    def is_reached(self) -> bool:
        """Whether the goal was achieved."""
        return self.status == "achieved"


class Talent(NamedTuple):
    """A talent, the context it would need, and the open actions agreed to bring that about.

    *coachee* and *name* are the handle and name of the person. *gives_energy* is 1 or 0; None if
    that is not known.
    """

    number: int
    coachee: str
    name: str
    strength: str
    wanted_context: str | None
    actions: tuple[int, ...] = ()
    gives_energy: int | None = None


class MatchLine(NamedTuple):
    """One item of the match, as `match --csv` gives it.

    kind       link, objective_without_goal, talent_without_goal or goal_without_link
    objective  number: of a link the objective that the goal serves, if any
    talent     number: of a link the talent that the goal uses, if any
    goal       number
    coachee    handle
    text       statement of goal or objective, or the strength
    context    of a talent without goal the context in which it would be used
    status     of a goal: active, or achieved
    """

    kind: str
    objective: int | None = None
    talent: int | None = None
    goal: int | None = None
    coachee: str | None = None
    text: str = ""
    context: str | None = None
    status: str | None = None


class Match(NamedTuple):
    """Objectives, talents and goals (active or achieved) of one *person*, or of everybody if None.

    The objectives are active, or reached or dropped but still served by an active goal.
    *achieved_by_objective* counts the achieved goals of anybody, by number of the objective.
    """

    person: Person | None
    objectives: list[ObjectiveLine]
    talents: list[Talent]
    goals: list[MatchGoal]
    achieved_by_objective: Mapping[int, int] = MappingProxyType({})

    @property
    def unserved_now(self) -> list[ObjectiveLine]:
        """Return the active objectives that no active goal serves."""
        return [
            objective
            for objective in self.objectives
            if objective.status == "active" and not objective.active_goals
        ]

    @property
    def never_served(self) -> list[ObjectiveLine]:
        """Return the active objectives that no goal serves and no achieved goal served."""
        return [
            objective
            for objective in self.unserved_now
            if not self.achieved_by_objective.get(objective.number)
        ]

    @property
    def unused_talents(self) -> list[Talent]:
        """Return the talents that no goal uses or used, except those that take energy."""
        used = {number for goal in self.goals for number in goal.talents}
        return [
            talent
            for talent in self.talents
            if talent.number not in used and talent.gives_energy != 0
        ]

    @property
    def active_goals(self) -> list[MatchGoal]:
        """Return the goals that were not achieved yet."""
        return [goal for goal in self.goals if not goal.is_reached]

    @property
    def unlinked_goals(self) -> list[MatchGoal]:
        """Return the active goals that serve no objective and use no talent."""
        return [goal for goal in self.active_goals if not (goal.objectives or goal.talents)]

    def pairs(self) -> Iterator[tuple[int | None, int | None, MatchGoal]]:
        """Yield the number of an objective, that of a talent, and a goal that links the two.

        A goal with links on one side only comes with None for the other side.
        """
        for goal in self.goals:
            has_link = bool(goal.objectives or goal.talents)
            if has_link:
                for objective_number in goal.objectives or (None,):
                    for talent_number in goal.talents or (None,):
                        yield objective_number, talent_number, goal


def read(reader: Reader, person: Person | None) -> Match:
    """Return the match of *person*, or of everybody who is not archived.

    The objectives of one person are those of the organisation, those of their team (of every team
    if theirs is not known), and those that one of their goals serves.
    """
    person_id = person.id if person else None
    objectives_by_goal = _links(reader, _OBJECTIVES_OF_GOALS, person)
    talents_by_goal = _links(reader, _TALENTS_OF_GOALS, person)
    actions_by_talent = _links(reader, _ACTIONS_OF_TALENTS, person)
    goals = [
        goal._replace(
            objectives=objectives_by_goal.get(goal.number, ()),
            talents=talents_by_goal.get(goal.number, ()),
        )
        for goal in reader.rows(_goal, _GOALS + _whose(person), person=person_id)
    ]
    talents = [
        talent._replace(actions=actions_by_talent.get(talent.number, ()))
        for talent in reader.rows(_talent, _TALENTS + _whose(person), person=person_id)
    ]
    served = {number for goal in goals if not goal.is_reached for number in goal.objectives}
    match_objectives = _objectives(reader, person, served)
    numbers = {objective.number for objective in match_objectives}
    goals = [_with_objectives_among(numbers, goal) for goal in goals]
    return Match(person, match_objectives, talents, goals, objectives.reached(reader))


def _with_objectives_among(numbers: set[int], goal: MatchGoal) -> MatchGoal:
    """Return *goal* with only objectives among *numbers*; others were closed and are not shown."""
    shown = tuple(number for number in goal.objectives if number in numbers)
    return goal._replace(objectives=shown)


def _goal(number: int, coachee: str, name: str, statement: str, status: str) -> MatchGoal:
    """Return the goal of a row of _GOALS; its links are added later."""
    return MatchGoal(number, coachee, name, statement, status=status)


def _talent(
    number: int, coachee: str, name: str, strength: str, context: str | None, energy: int | None
) -> Talent:
    """Return the talent of a row of _TALENTS; its actions are added later."""
    return Talent(number, coachee, name, strength, context, gives_energy=energy)


class _Link(NamedTuple):
    source: int
    target: int


_FROM_GOALS = (
    " from coachee c join goal g on g.coachee_id = c.id and g.status in ('active', 'achieved')"
)
# An achieved goal without a link says nothing here, and there are more of these every year.
_ACTIVE_OR_LINKED = (
    " and (g.status = 'active' or exists (select 1 from goal_objective l where l.goal_id = g.id)"
    " or exists (select 1 from goal_talent l where l.goal_id = g.id))"
)
_GOALS = f"select g.number, c.handle, c.name, g.statement, g.status{_FROM_GOALS}{_ACTIVE_OR_LINKED}"
_TALENTS = (
    "select t.number, c.handle, c.name, t.strength, t.wanted_context, t.gives_energy"
    " from coachee c"
    " join talent t on t.coachee_id = c.id"
)
_OBJECTIVES_OF_GOALS = (
    f"select g.number, o.number{_FROM_GOALS}"
    " join goal_objective l on l.goal_id = g.id join objective o on o.id = l.objective_id"
)
_TALENTS_OF_GOALS = (
    f"select g.number, t.number{_FROM_GOALS}"
    " join goal_talent l on l.goal_id = g.id join talent t on t.id = l.talent_id"
)
_ACTIONS_OF_TALENTS = (
    "select t.number, a.number from coachee c join talent t on t.coachee_id = c.id"
    " join action a on a.talent_id = t.id and a.status = 'open'"
)


def _whose(person: Person | None) -> str:
    """Return the end of a query: for *person* only, or for everybody who is not archived.

    Rows are sorted by the name of the person, and of one person by the first column.
    """
    if person:
        return " where c.id = :person order by 1"
    return " where c.archived_at is null and c.is_self is not 1 order by c.name_sort, c.handle, 1"


def _links(reader: Reader, sql: str, person: Person | None) -> dict[int, tuple[int, ...]]:
    """Run *sql*, which selects pairs of numbers, and return the second numbers by the first one.

    The rows (1, 4), (1, 7) and (2, 4) give `{1: (4, 7), 2: (4,)}`.
    """
    targets: dict[int, tuple[int, ...]] = {}
    person_id = person.id if person else None
    for source, target in reader.rows(_Link, sql + _whose(person) + ", 2", person=person_id):
        targets[source] = (*targets.get(source, ()), target)
    return targets


def _objectives(reader: Reader, person: Person | None, served: set[int]) -> list[ObjectiveLine]:
    """Return the active objectives that concern *person*, then closed ones of the *served*.

    *served* are the numbers of the objectives that active goals serve. Everybody (None) gets all
    active objectives.
    """
    active = objectives.active(reader)
    closed = served - {objective.number for objective in active}
    if person:
        team = reader.value("select team from coachee where id = :person", person=person.id)
        active = [
            objective
            for objective in active
            if objective.number in served or objectives.is_for_team(objective, team)
        ]
    return active + [objectives.line(reader, number) for number in sorted(closed)]


def flat(match: Match) -> Iterator[MatchLine]:
    """Yield the match as flat lines: its links, then what has none."""
    for objective_number, talent_number, goal in match.pairs():
        yield _goal_line("link", goal, objective_number, talent_number)
    for objective in match.never_served:
        yield MatchLine(
            "objective_without_goal", objective=objective.number, text=objective.statement
        )
    for talent in match.unused_talents:
        yield MatchLine(
            "talent_without_goal",
            talent=talent.number,
            coachee=talent.coachee,
            text=talent.strength,
            context=talent.wanted_context,
        )
    for goal in match.unlinked_goals:
        yield _goal_line("goal_without_link", goal)


def _goal_line(
    kind: str, goal: MatchGoal, objective: int | None = None, talent: int | None = None
) -> MatchLine:
    handle, text, status = goal.coachee, goal.statement, goal.status
    return MatchLine(kind, objective, talent, goal.number, handle, text, status=status)


def as_json(match: Match) -> dict[str, object]:
    """Return the match as JSON, with the numbers of what has no link."""
    return {
        "coachee": match.person.handle if match.person else None,
        "objectives": [objective._asdict() for objective in match.objectives],
        "talents": [_without_name(talent) for talent in match.talents],
        "goals": [_without_name(goal) for goal in match.goals],
        "objectives_without_goal": [objective.number for objective in match.never_served],
        "talents_without_goal": [talent.number for talent in match.unused_talents],
        "goals_without_link": [goal.number for goal in match.unlinked_goals],
    }


def _without_name(record: MatchGoal | Talent) -> dict[str, object]:
    return {name: value for name, value in record._asdict().items() if name != "name"}
