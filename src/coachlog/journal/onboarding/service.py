"""Begins with a newcomer, adds items to a checklist, and notes how far the newcomer is."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from coachlog.base.texts import _, in_user_language
from coachlog.journal.coachee import service as coachees
from coachlog.journal.coachee.lookup import Person, find
from coachlog.journal.common.input_types import FieldRefusedError, Input, validated
from coachlog.journal.common.models import new_fields
from coachlog.journal.common.records import Inputs
from coachlog.journal.onboarding import agreement, kit
from coachlog.journal.onboarding.kit import FirstTalk
from coachlog.journal.onboarding.queries import (
    ITEMS,
    active_trajectory,
    items_to_take_over,
    refuse_start,
    trajectory_of,
)
from coachlog.journal.session import service as sessions
from coachlog.journal.session.model import SessionInput
from coachlog.journal.trajectory import service as trajectories
from coachlog.journal.trajectory.model import TrajectoryEdit, TrajectoryInput
from coachlog.journal.trajectory.queries import TRAJECTORIES
from coachlog.schema.onboarding import LEVELS_OF, ONBOARDING
from coachlog.store.work import Work


@new_fields(ONBOARDING, ITEMS)
class ItemInput(Input):
    """An item of the coach's own on the checklist of a newcomer."""


class PlannedTalk(NamedTuple):
    """One of the first talks, and the moment for which it is planned, aware."""

    talk: FirstTalk
    moment: datetime


class Newcomer(NamedTuple):
    """What is agreed when somebody begins.

    *who* is a handle or a name, also a new one. *like* is the number of the trajectory of an
    earlier newcomer, whose items are taken over. *agreed* is what the charter tells, by field.
    """

    who: str
    talks: Sequence[PlannedTalk]
    like: int | None
    first_day: date
    agreed: Mapping[str, object]


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
    refuse_start(work, newcomer.who, person)
    trajectory = _begin(work, newcomer, person, today)
    agreement.save(work, person, trajectory, newcomer.agreed)
    items = give_checklist(work, person, trajectory, newcomer.like)
    planned = [_plan(work, person, each, today, zone) for each in newcomer.talks]
    return Started(trajectory, person, is_new, items, planned)


def give_checklist(
    work: Work, person: Person, trajectory: int, like: int | None = None
) -> list[int]:
    """Save the items of a checklist in a trajectory, and return their numbers.

    They are those of the program, or those of the trajectory *like* of an earlier newcomer.
    """
    trajectory_id = TRAJECTORIES.id_of(work, trajectory)
    return [_add_item(work, person, trajectory_id, values) for values in _items(work, like)]


def _begin(work: Work, newcomer: Newcomer, person: Person, today: date) -> int:
    """Save a new trajectory, or the days of the active one, and return its number.

    The last talk is its planned end.
    """
    last_moment = max((each.moment for each in newcomer.talks), default=None)
    values: dict[str, object] = {"starts_on": newcomer.first_day.isoformat()}
    if last_moment:
        values |= {
            "ends_on": last_moment.date().isoformat(),
            "planned_sessions": len(newcomer.talks),
        }
    active = active_trajectory(work, person)
    if active is None:
        values |= {"coachee": person.handle, "kind": "onboarding"}
        return trajectories.add(work, validated(TrajectoryInput, values, today), today)
    trajectories.edit(work, active.number, validated(TrajectoryEdit, values, today), today)
    return active.number


def _items(work: Work, like: int | None) -> Iterable[dict[str, str | None]]:
    """Yield the values of each item: those of an earlier trajectory, or those of the program.

    Those of the program are in the current language.
    """
    if like is None:
        for item in kit.items().values():
            yield _values(item.id, in_user_language(item.words), item.moment, item.task_of)
        return
    for line in items_to_take_over(work, like):
        yield _values(line.item, kit.item_text(line.item, line.text), line.moment, line.task_of)


def _values(item: str | None, text: str, moment: str, task_of: str) -> dict[str, str | None]:
    return {"item": item, "text": text, "moment": moment, "task_of": task_of}


def _plan(work: Work, person: Person, planned: PlannedTalk, today: date, zone: str) -> int:
    """Save a planned conversation of the trajectory that was just begun; return its number."""
    data = validated(
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
    """Save an item of the coach's own on the checklist of a newcomer, and return its number.

    Raises FieldRefusedError for a level that an item of that task has not, or without its day.
    """
    values = {"task_of": "peter", **data.model_dump(exclude_none=True)}
    person = find(work, values.pop("coachee"))
    _refuse_level(values)
    trajectory_id = TRAJECTORIES.id_of(work, trajectory_of(work, person).number)
    return _add_item(work, person, trajectory_id, values)


def _refuse_level(values: Mapping[str, object]) -> None:
    """Raise FieldRefusedError unless level and day go together, and the level with the task."""
    level, levels = values.get("level"), LEVELS_OF[str(values["task_of"])]
    if level and level not in levels:
        raise FieldRefusedError("level", _("It takes: {levels}.").format(levels=", ".join(levels)))
    if bool(level) != bool(values.get("ticked_on")):
        missing = "ticked_on" if level else "level"
        raise FieldRefusedError(missing, _("A level and its day go together."))


def _add_item(work: Work, person: Person, trajectory_id: str, values: dict[str, str | None]) -> int:
    owner = {"coachee_id": person.id, "trajectory_id": trajectory_id}
    return work.add("onboarding", {**owner, **values}).number
