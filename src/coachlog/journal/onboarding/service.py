"""Begins with a newcomer, adds items to a checklist, and notes how far the newcomer is."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from coachlog.base.data_file import in_user_language
from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.journal.coachee import service as coachees
from coachlog.journal.coachee.queries import Person, find
from coachlog.journal.common.input_types import checked
from coachlog.journal.common.records import Inputs
from coachlog.journal.onboarding import kit
from coachlog.journal.onboarding.kit import FirstTalk
from coachlog.journal.onboarding.model import ItemInput
from coachlog.journal.onboarding.queries import of_trajectory, trajectory_of
from coachlog.journal.session import service as sessions
from coachlog.journal.session.model import SessionInput
from coachlog.journal.trajectory import service as trajectories
from coachlog.journal.trajectory.model import TrajectoryEdit, TrajectoryInput
from coachlog.journal.trajectory.queries import TRAJECTORIES
from coachlog.store.work import Work


class PlannedTalk(NamedTuple):
    """One of the first talks, and the moment for which it is planned, aware."""

    talk: FirstTalk
    moment: datetime


class Newcomer(NamedTuple):
    """What is agreed when somebody begins.

    *who* is a handle or a name, also a new one. *like* is the number of the trajectory of an
    earlier newcomer, whose items are taken over.
    """

    who: str
    talks: Sequence[PlannedTalk]
    like: int | None
    first_day: date
    manager: str | None = None
    organisation: str | None = None
    purpose: str | None = None
    place: str | None = None


class Started(NamedTuple):
    """What was made: the numbers of the trajectory, its items and its planned conversations."""

    trajectory: int
    coachee: Person
    is_new_coachee: bool
    items: list[int]
    sessions: list[int]


def start(work: Work, newcomer: Newcomer, today: date, zone: str) -> Started:
    """Save a trajectory with its checklist and its planned talks, and a person who is new.

    A newcomer's trajectory that is active and has no checklist yet gets it. Raises RefusedError
    where it has one.
    """
    person, is_new = coachees.find_or_add(work, newcomer.who)
    if newcomer.organisation:
        work.update("coachee", person.id, {"organisation": newcomer.organisation})
    trajectory = _begin(work, newcomer, person, today)
    items = give_checklist(work, person, trajectory, newcomer.like)
    planned = [_plan(work, person, each, today, zone) for each in newcomer.talks]
    return Started(trajectory, person, is_new, items, planned)


def give_checklist(
    work: Work, person: Person, trajectory: int, like: int | None = None
) -> list[int]:
    """Save the items of a checklist in a trajectory, and return their numbers.

    They are those of the program, or those of the trajectory *like* of an earlier newcomer.
    """
    return [_add_item(work, person, trajectory, values) for values in _items(work, like)]


def _begin(work: Work, newcomer: Newcomer, person: Person, today: date) -> int:
    """Save what was agreed in a new trajectory or the active one, and return its number."""
    values = _agreed(newcomer)
    active = work.value(_ACTIVE, id=person.id)
    if active is None:
        new_values = {"coachee": person.handle, "kind": "onboarding", **values}
        return trajectories.add(work, checked(TrajectoryInput, new_values, today), today)
    if of_trajectory(work, active):
        raise RefusedError(
            N_("{name} has a checklist already, in trajectory {number}."),
            N_("See it: coachlog onboarding list {handle}"),
            name=person.name,
            number=active,
            handle=person.handle,
        )
    trajectories.edit(work, active, checked(TrajectoryEdit, values, today), today)
    return int(active)


_ACTIVE = (
    "select number from trajectory where coachee_id = :id and kind = 'onboarding'"
    " and status = 'active' order by number desc limit 1"
)


def _agreed(newcomer: Newcomer) -> dict[str, object]:
    """Return what was agreed, as fields of a trajectory; its last talk is its planned end."""
    last_moment = max((each.moment for each in newcomer.talks), default=None)
    values = {
        "starts_on": newcomer.first_day.isoformat(),
        "ends_on": last_moment.date().isoformat() if last_moment else None,
        "sponsor": newcomer.manager,
        "purpose": newcomer.purpose,
        "planned_sessions": len(newcomer.talks) or None,
        "charter_place": newcomer.place,
    }
    return {name: value for name, value in values.items() if value is not None}


def _items(work: Work, like: int | None) -> Iterable[dict[str, str | None]]:
    """Yield the values of each item: those of an earlier trajectory, or those of the program.

    Those of the program are in the current language.
    """
    if like is None:
        for item in kit.items().values():
            yield _values(item.id, in_user_language(item.words), item.moment, item.task_of)
        return
    TRAJECTORIES.one(work, like)  # raises NotFoundError
    earlier_items = sorted(of_trajectory(work, like), key=lambda line: line.number)
    if not earlier_items:
        raise RefusedError(
            N_("Trajectory {number} has no checklist to take over."),
            N_("See which have one: coachlog onboarding list"),
            number=like,
        )
    for line in earlier_items:
        yield _values(line.item, kit.item_text(line.item, line.text), line.moment, line.task_of)


def _values(item: str | None, text: str, moment: str, task_of: str) -> dict[str, str | None]:
    return {"item": item, "text": text, "moment": moment, "task_of": task_of}


def _plan(work: Work, person: Person, planned: PlannedTalk, today: date, zone: str) -> int:
    """Save a planned conversation of the trajectory that was just begun; return its number."""
    data = checked(
        SessionInput,
        {
            "coachee": person.handle,
            "date": planned.moment.isoformat(),
            "status": "planned",
            "minutes": planned.talk.minutes,
            "method": planned.talk.method,
            "topic": in_user_language(planned.talk.name),
        },
        today,
    )
    return sessions.plan(work, data, zone).number


INPUTS: Inputs = {"new": ItemInput}


def add(work: Work, data: ItemInput, _today: date) -> int:
    """Save an item of the coach's own on the checklist of a newcomer, and return its number."""
    values = data.model_dump(exclude_none=True)
    person = find(work, values.pop("coachee"))
    trajectory = trajectory_of(work, person).number
    return _add_item(work, person, trajectory, {"task_of": "peter", **values})


def _add_item(work: Work, person: Person, trajectory: int, values: dict[str, str | None]) -> int:
    trajectory_id = TRAJECTORIES.id_of(work, trajectory)
    owner = {"coachee_id": person.id, "trajectory_id": trajectory_id}
    return work.add("onboarding", {**owner, **values}).number
