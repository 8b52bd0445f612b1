"""The match: what the organisation wants, what people are good at, and the goals between them."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.journal.coachee.queries import Person
from coachlog.journal.objective import queries as objectives
from coachlog.journal.objective.queries import ObjectiveLine

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class MatchGoal(NamedTuple):
    """A goal, active or reached; the objectives and talents linked with it, by number."""

    number: int
    coachee: str
    name: str
    statement: str
    objectives: tuple[int, ...] = ()
    talents: tuple[int, ...] = ()
    status: str = "active"

    @property
    def reached(self) -> bool:
        """Whether nobody works on it any more, for it is there."""
        return self.status == "achieved"


class Talent(NamedTuple):
    """A talent, whose it is, the context it would need, and what was agreed to change that.

    *gives_energy* is 0 where it takes energy.
    """

    number: int
    coachee: str
    name: str
    strength: str
    wanted_context: str | None
    actions: tuple[int, ...] = ()
    gives_energy: int | None = None


class MatchLine(NamedTuple):
    """One thing of the match, as `match --csv` gives it.

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
    objective: int | None
    talent: int | None
    goal: int | None
    coachee: str | None
    text: str
    context: str | None
    status: str | None = None


class Match(NamedTuple):
    """Objectives, talents, and goals active or reached; of one *person*, or of all who are coached.

    An objective that is reached or dropped is among them where an active goal still serves it.
    *reached* counts the goals, of anybody, that were reached for an objective.
    """

    person: Person | None
    objectives: list[ObjectiveLine]
    talents: list[Talent]
    goals: list[MatchGoal]
    reached: Mapping[int, int] = MappingProxyType({})

    @property
    def idle(self) -> list[ObjectiveLine]:
        """The active objectives that no goal serves now."""
        return [
            each for each in self.objectives if each.status == "active" and not each.active_goals
        ]

    @property
    def nobodys(self) -> list[ObjectiveLine]:
        """The objectives that no goal of anybody serves, or served until it was reached."""
        return [each for each in self.idle if not self.reached.get(each.number)]

    @property
    def unused(self) -> list[Talent]:
        """The talents that no goal uses or used; those that take energy are left in peace."""
        used = {number for goal in self.goals for number in goal.talents}
        return [each for each in self.talents if each.number not in used and each.gives_energy != 0]

    @property
    def active(self) -> list[MatchGoal]:
        """The goals that somebody works on now."""
        return [each for each in self.goals if not each.reached]

    @property
    def apart(self) -> list[MatchGoal]:
        """The active goals that serve no objective and use no talent."""
        return [each for each in self.active if not (each.objectives or each.talents)]

    def pairs(self) -> Iterator[tuple[int | None, int | None, MatchGoal]]:
        """Each place of the matrix that a goal stands in: objective, talent and the goal."""
        for goal in self.goals:
            if goal.objectives or goal.talents:
                for objective in goal.objectives or (None,):
                    for talent in goal.talents or (None,):
                        yield objective, talent, goal


def read(reader: "Reader", person: Person | None) -> Match:
    """The match of *person*, or of everybody who is not in the archive.

    Of one person the objectives of the organisation count, those of the own team (all where no team
    is known), and those that an own goal serves.
    """
    served = _links(reader, _SERVED, person)
    used = _links(reader, _USED, person)
    goals = [
        each._replace(objectives=served.get(each.number, ()), talents=used.get(each.number, ()))
        for each in reader.rows(_goal, _GOALS + _whose(person), **_id(person))
    ]
    changes = _links(reader, _CHANGES, person)
    talents = [
        each._replace(actions=changes.get(each.number, ()))
        for each in reader.rows(_talent, _TALENTS + _whose(person), **_id(person))
    ]
    own = {number for goal in goals if not goal.reached for number in goal.objectives}
    wanted = _wanted(reader, person, own)
    shown = {each.number for each in wanted}
    kept = [_of(goal, shown) for goal in goals]
    return Match(person, wanted, talents, kept, objectives.reached(reader))


def _of(goal: MatchGoal, shown: set[int]) -> MatchGoal:
    """A goal with those of its objectives that are shown: a reached one may have served others."""
    return goal._replace(objectives=tuple(each for each in goal.objectives if each in shown))


def _goal(number: int, coachee: str, name: str, statement: str, status: str) -> MatchGoal:
    return MatchGoal(number, coachee, name, statement, status=status)


def _talent(
    number: int, coachee: str, name: str, strength: str, needs: str | None, energy: int | None
) -> Talent:
    return Talent(number, coachee, name, strength, needs, gives_energy=energy)


class _Link(NamedTuple):
    of: int
    number: int


_THEIR = " from coachee c join goal g on g.coachee_id = c.id and g.status in ('active', 'achieved')"
# What was reached and has no link tells nothing here, and there is more of it every year.
_LINKED = (
    " and (g.status = 'active' or exists (select 1 from goal_objective l where l.goal_id = g.id)"
    " or exists (select 1 from goal_talent l where l.goal_id = g.id))"
)
_GOALS = f"select g.number, c.handle, c.name, g.statement, g.status{_THEIR}{_LINKED}"
_TALENTS = (
    "select t.number, c.handle, c.name, t.strength, t.wanted_context, t.gives_energy"
    " from coachee c"
    " join talent t on t.coachee_id = c.id"
)
_SERVED = (
    f"select g.number, o.number{_THEIR}"
    " join goal_objective l on l.goal_id = g.id join objective o on o.id = l.objective_id"
)
_USED = (
    f"select g.number, t.number{_THEIR}"
    " join goal_talent l on l.goal_id = g.id join talent t on t.id = l.talent_id"
)
_CHANGES = (
    "select t.number, a.number from coachee c join talent t on t.coachee_id = c.id"
    " join action a on a.talent_id = t.id and a.status = 'open'"
)


def _whose(person: Person | None) -> str:
    """Each person's own stand together: of everybody by name."""
    if person:
        return " where c.id = :person order by 1"
    return " where c.archived_at is null order by c.name_sort, c.handle, 1"


def _id(person: Person | None) -> dict[str, str]:
    return {"person": person.id} if person else {}


def _links(reader: "Reader", sql: str, person: Person | None) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for of, number in reader.rows(_Link, sql + _whose(person) + ", 2", **_id(person)):
        found[of] = (*found.get(of, ()), number)
    return found


def _wanted(reader: "Reader", person: Person | None, served: set[int]) -> list[ObjectiveLine]:
    active = objectives.active(reader)
    over = served - {each.number for each in active}
    if person:
        team = reader.value("select team from coachee where id = :person", person=person.id)
        active = [
            each for each in active if each.number in served or objectives.concerns(each, team)
        ]
    return active + [objectives.line(reader, number) for number in sorted(over)]


def flat(match: Match) -> Iterator[MatchLine]:
    """The match as flat lines: its links, and what has none."""
    for objective, talent, goal in match.pairs():
        known = (objective, talent, goal.number, goal.coachee, goal.statement, None)
        yield MatchLine("link", *known, goal.status)
    for one in match.nobodys:
        told = "objective_without_goal"
        yield MatchLine(told, one.number, None, None, None, one.statement, None)
    for each in match.unused:
        told, needs = "talent_without_goal", each.wanted_context
        yield MatchLine(told, None, each.number, None, each.coachee, each.strength, needs)
    for goal in match.apart:
        told = "goal_without_link"
        apart = (None, None, goal.number, goal.coachee, goal.statement, None)
        yield MatchLine(told, *apart, goal.status)


def as_json(match: Match) -> dict[str, Any]:
    """All of the match, and the numbers of what has no link."""

    def row(one: MatchGoal | Talent) -> dict[str, Any]:
        return {name: value for name, value in one._asdict().items() if name != "name"}

    return {
        "coachee": match.person.handle if match.person else None,
        "objectives": [each._asdict() for each in match.objectives],
        "talents": [row(each) for each in match.talents],
        "goals": [row(each) for each in match.goals],
        "objectives_without_goal": [each.number for each in match.nobodys],
        "talents_without_goal": [each.number for each in match.unused],
        "goals_without_link": [each.number for each in match.apart],
    }
