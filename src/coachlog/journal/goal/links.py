"""What a goal is linked with: objectives that it serves, talents that it uses, its lenses."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.texts import N_
from coachlog.journal.coachee.consents.queries import refuse_withdrawn
from coachlog.journal.objective.queries import OBJECTIVES
from coachlog.journal.trajectory.queries import coach_appraises

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


TALENT_NOT_FOUND = (
    N_("There is no talent {number}."),
    N_("See the talents of somebody: coachlog coachee talent {handle}"),
)


class Owned(NamedTuple):
    """Something of a person, by its id, and whose it is."""

    id: str
    coachee_id: str
    handle: str


def talent_id(reader: "Reader", number: int, coachee_id: str) -> str:
    """The id of a talent of this person.

    Raises NotFoundError for no talent, or one of somebody else.
    """
    sql = "select t.id, c.id, c.handle from talent t join coachee c on c.id = t.coachee_id"
    found = reader.one(Owned, sql + " where t.number = :number", number=number)
    if found and found.coachee_id == coachee_id:
        return found.id
    whose = reader.value("select handle from coachee where id = :id", id=coachee_id)
    if found is None:
        raise NotFoundError(*TALENT_NOT_FOUND, number=number, handle=whose)
    raise NotFoundError(
        N_("Talent {number} belongs to {owner}."),
        N_("See the talents of somebody: coachlog coachee talent {handle}"),
        number=number,
        owner=found.handle,
        handle=whose,
    )


def serve(work: "Work", goal_id: str, numbers: Sequence[int]) -> None:
    """Link a goal with these objectives and no others; raises NotFoundError."""
    wanted = [OBJECTIVES.id_of(work, number) for number in dict.fromkeys(numbers)]
    _set(work, "goal_objective", "objective_id", goal_id, wanted)


def use(work: "Work", goal_id: str, coachee_id: str, numbers: Sequence[int]) -> None:
    """Link a goal with these talents and no others; raises what `talent_id` raises."""
    wanted = [talent_id(work, number, coachee_id) for number in dict.fromkeys(numbers)]
    _set(work, "goal_talent", "talent_id", goal_id, wanted)


def see(work: "Work", goal_id: str, coachee_id: str, lenses: Sequence[str]) -> None:
    """Tell of which sides of workable work a goal is, and of no others.

    Raises RefusedError where the coach appraises this person; taking them away is always fine.
    """
    present = set(work.rows(str, "select lens from goal_lens where goal_id = :goal", goal=goal_id))
    if set(lenses) - present and coach_appraises(work, coachee_id):
        name = work.value("select name from coachee where id = :id", id=coachee_id)
        raise RefusedError(
            N_("You appraise {name}, so coachlog keeps nothing about workable work."),
            N_("Somebody outside the reporting line can talk about it with this person."),
            name=name,
        )
    if set(lenses) - present:
        refuse_withdrawn(work, coachee_id)
    _set(work, "goal_lens", "lens", goal_id, list(lenses))


def _set(work: "Work", table: str, column: str, goal_id: str, wanted: list[str]) -> None:
    """Keep the links that are wanted, take the others away, add what is missing."""
    sql = f"select {column} from {table} where goal_id = :goal"  # noqa: S608 - names of our own
    present = list(work.rows(str, sql, goal=goal_id))
    for gone in sorted(set(present) - set(wanted)):
        work.execute(
            f"delete from {table} where goal_id = :goal and {column} = :gone",  # noqa: S608 - as above
            goal=goal_id,
            gone=gone,
        )
    for new in wanted:
        if new not in present:
            work.insert(table, {"goal_id": goal_id, column: new})
