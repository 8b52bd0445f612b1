"""Reads the checklists of newcomers, and finds whose they are."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError, RefusedError
from coachlog.base.texts import N_
from coachlog.journal.coachee.lookup import PersonFilter, is_self, is_self_word
from coachlog.journal.common.reads import View, not_found
from coachlog.journal.trajectory.queries import TRAJECTORIES, TrajectoryLine
from coachlog.schema.onboarding import FIRST_DAYS, MOMENTS

if TYPE_CHECKING:
    from coachlog.journal.coachee.lookup import Person
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class ItemLine(NamedTuple):
    """A row of the view `checklist_items`, in its order.

    *item* is the id of an item of the program, None for one of the coach's own.
    """

    number: int
    coachee: str
    trajectory: int
    moment: str
    text: str
    task_of: str
    level: str | None
    ticked_on: str | None
    item: str | None


ITEMS = View(
    "checklist_items",
    ItemLine,
    not_found("onboarding", N_("There is no checklist item {number}.")),
    PersonFilter(),
    order="number",
    table="onboarding",
)

_PLACES = " ".join(f"when '{moment}' then {place}" for place, moment in enumerate(MOMENTS))
_IN_ORDER = f"order by level is not null, case moment {_PLACES} end, number"
"""What is still to do comes first, by moment."""


def of_trajectory(reader: "Reader", number: int) -> list[ItemLine]:
    """Return the checklist of a trajectory: what is still to do first, by moment."""
    return ITEMS.all(reader, f"where trajectory = :number {_IN_ORDER}", number=number)


def to_do_by(reader: "Reader", trajectory: TrajectoryLine, last_day: date) -> list[ItemLine]:
    """Return what is still to do of moments that have begun by *last_day*, the earliest first."""
    days_since = (last_day - date.fromisoformat(trajectory.starts_on)).days
    begun = {moment for moment, first_day in FIRST_DAYS.items() if first_day <= days_since}
    clauses = f"where trajectory = :number and level is null {_IN_ORDER}"
    items = ITEMS.all(reader, clauses, number=trajectory.number)
    return [item for item in items if item.moment in begun]


def active_trajectories(reader: "Reader") -> list[TrajectoryLine]:
    """Return the trajectories with newcomers that are active, the earliest first."""
    clauses = (
        "where kind = 'onboarding' and status = 'active' and coachee in"
        " (select handle from coachee where archived_at is null) order by starts_on, number"
    )
    return TRAJECTORIES.all(reader, clauses)


def trajectory_of(reader: "Reader", person: "Person") -> TrajectoryLine:
    """Return the trajectory of a newcomer: the active one, or else the latest.

    Raises NotFoundError for somebody who has none.
    """
    clauses = (
        "where coachee = :coachee and kind = 'onboarding'"
        " order by status = 'active' desc, number desc limit 1"
    )
    trajectory = TRAJECTORIES.first(reader, clauses, coachee=person.handle)
    if trajectory is None:
        raise NotFoundError(
            N_("{name} has no checklist of a newcomer."),
            N_("Start one: coachlog onboarding start {handle}"),
            name=person.name,
            handle=person.handle,
        )
    return trajectory


def active_trajectory(reader: "Reader", person: "Person") -> TrajectoryLine | None:
    """Return the active trajectory of a newcomer, in which a conversation may have been held."""
    clauses = (
        "where coachee = :coachee and kind = 'onboarding' and status = 'active'"
        " order by number desc limit 1"
    )
    return TRAJECTORIES.first(reader, clauses, coachee=person.handle)


def refuse_start(reader: "Reader", who: str, person: "Person | None") -> None:
    """Raise RefusedError for the coach, and for somebody who has a checklist that is going on.

    *person* is None for somebody called *who* who is new to the journal.
    """
    if is_self(reader, person.id) if person else is_self_word(who):
        raise RefusedError(
            N_("You cannot be your own buddy."),
            N_("For your own development: coachlog trajectory new --kind own"),
        )
    trajectory = active_trajectory(reader, person) if person else None
    if person and trajectory and of_trajectory(reader, trajectory.number):
        raise RefusedError(
            N_("{name} has a checklist already, in trajectory {number}."),
            N_("See it: coachlog onboarding list {handle}"),
            name=person.name,
            number=trajectory.number,
            handle=person.handle,
        )


def items_to_take_over(reader: "Reader", number: int) -> list[ItemLine]:
    """Return the items of an earlier trajectory, by number; raises NotFoundError, RefusedError."""
    TRAJECTORIES.one(reader, number)  # raises NotFoundError
    items = sorted(of_trajectory(reader, number), key=lambda line: line.number)
    if not items:
        raise RefusedError(
            N_("Trajectory {number} has no checklist to take over."),
            N_("See which have one: coachlog onboarding list"),
            number=number,
        )
    return items


def tick(work: "Work", number: int, level: str | None, day: date) -> None:
    """Save how far it is with an item; without a level it is to do again."""
    values = {"level": level, "ticked_on": day if level else None}
    work.update("onboarding", ITEMS.id_of(work, number), values)
