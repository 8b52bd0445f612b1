"""Links a goal with the objectives that it serves, the talents that it uses, and its lenses."""

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


class OwnedRecord(NamedTuple):
    """The id of a record, and the id and handle of the person whose it is."""

    id: str
    coachee_id: str
    handle: str


def talent_id(reader: "Reader", number: int, coachee_id: str) -> str:
    """Return the id of a talent of this person.

    Raises NotFoundError for an unknown talent, or one of somebody else.
    """
    sql = "select t.id, c.id, c.handle from talent t join coachee c on c.id = t.coachee_id"
    talent = reader.one(OwnedRecord, sql + " where t.number = :number", number=number)
    if talent and talent.coachee_id == coachee_id:
        return talent.id
    handle = reader.value("select handle from coachee where id = :id", id=coachee_id)
    if talent is None:
        raise NotFoundError(*TALENT_NOT_FOUND, number=number, handle=handle)
    raise NotFoundError(
        N_("Talent {number} belongs to {owner}."),
        N_("See the talents of somebody: coachlog coachee talent {handle}"),
        number=number,
        owner=talent.handle,
        handle=handle,
    )


def set_objectives(work: "Work", goal_id: str, numbers: Sequence[int]) -> None:
    """Link a goal with these objectives and no others; raises NotFoundError."""
    ids = [OBJECTIVES.id_of(work, number) for number in dict.fromkeys(numbers)]
    work.set_links("goal_objective", "goal_id", goal_id, "objective_id", ids)


def set_talents(work: "Work", goal_id: str, coachee_id: str, numbers: Sequence[int]) -> None:
    """Link a goal with these talents and no others; raises what `talent_id` raises."""
    ids = [talent_id(work, number, coachee_id) for number in dict.fromkeys(numbers)]
    work.set_links("goal_talent", "goal_id", goal_id, "talent_id", ids)


def add_link(work: "Work", table: str, column: str, goal_id: str, linked_id: str) -> None:
    """Link a goal with one record more, in the *table* of such links, unless it is already."""
    sql = f"select {column} from {table} where goal_id = :goal"  # noqa: S608 - names of our own
    if linked_id not in work.rows(str, sql, goal=goal_id):
        work.insert(table, {"goal_id": goal_id, column: linked_id})


def set_lenses(work: "Work", goal_id: str, coachee_id: str, lenses: Sequence[str]) -> None:
    """Link a goal with these aspects of workable work and no others.

    Raises RefusedError for new ones where the coach appraises this person, or the consent was
    withdrawn; removing some is always allowed.
    """
    sql = "select lens from goal_lens where goal_id = :goal"
    new_lenses = set(lenses) - set(work.rows(str, sql, goal=goal_id))
    if new_lenses and coach_appraises(work, coachee_id):
        name = work.value("select name from coachee where id = :id", id=coachee_id)
        raise RefusedError(
            N_("You appraise {name}, so coachlog keeps nothing about workable work."),
            N_("Somebody outside the reporting line can talk about it with this person."),
            name=name,
        )
    if new_lenses:
        refuse_withdrawn(work, coachee_id)
    work.set_links("goal_lens", "goal_id", goal_id, "lens", list(lenses))
