"""Use cases of goals: what a conversation sets, changes and scores, and what is done by hand."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_
from coachlog.journal.coachee.queries import find
from coachlog.journal.common.belonging import Belonging
from coachlog.journal.common.records import Inputs, changed
from coachlog.journal.common.status import closing_day, follow_status
from coachlog.journal.goal import links
from coachlog.journal.goal.model import GoalEdit, GoalInput, NewGoalInput, ScaleEdit, ScoreInput
from coachlog.journal.goal.queries import GOALS
from coachlog.journal.trajectory.service import current
from coachlog.schema.goal import GOAL
from coachlog.store.work import NewRecord, Work

INPUTS: Inputs = {"new": NewGoalInput, "edit": GoalEdit, "scale": ScaleEdit}
LINKED = ("objectives", "talent_numbers", "lenses")
"""The fields of an input that stand in tables of their own."""

Refs = dict[str | int, str]
"""The id of each goal by the ref or the number that the input uses."""


def keep(
    work: Work, goals: Sequence[GoalInput], scores: Sequence[ScoreInput], place: Belonging
) -> Refs:
    """Write the goals and scores of a conversation; the result finds goals for its actions.

    Raises NotFoundError for a number that is not a goal of this coachee.
    """
    refs: Refs = {}
    for goal in goals:
        if goal.number is not None:
            refs[goal.number] = _change(work, goal.number, goal, place)
            refs |= {goal.ref: refs[goal.number]} if goal.ref else {}
        else:
            made = _new(work, goal.model_dump(exclude={"ref", "number"}), place)
            refs[goal.ref or made.number] = made.id
    for score in scores:
        _score(work, score, refs, place)
    return refs


def id_of(work: Work, goal: str | int, refs: Refs, coachee_id: str) -> str:
    """The id of the goal that an input calls *goal*.

    Raises NotFoundError where it is not a goal of this coachee.
    """
    if goal not in refs:
        sql = "select g.id, c.id, c.handle from goal g join coachee c on c.id = g.coachee_id"
        found = work.one(links.Owned, sql + " where g.number = :number", number=goal)
        if found is None:
            raise GOALS.missing(number=goal)
        if found.coachee_id != coachee_id:
            raise NotFoundError(
                N_("Goal {number} belongs to {handle}."),
                N_("See which goal belongs to whom: coachlog goal list --limit 0"),
                number=goal,
                handle=found.handle,
            )
        refs[goal] = found.id
    return refs[goal]


def id_if_named(work: Work, goal: str | int | None, refs: Refs, coachee_id: str) -> str | None:
    """The same; None where no goal is named."""
    return None if goal is None else id_of(work, goal, refs, coachee_id)


def add(work: Work, data: NewGoalInput, today: date) -> int:
    """Keep a goal set outside a conversation, *today* unless it tells the day; its number.

    It belongs to the person's latest active trajectory, which is made when there is none.
    """
    values = data.model_dump()
    person, day = find(work, values.pop("coachee")), values["set_on"] or today
    place = Belonging(person.id, current(work, person.id, day), None, day)
    return _new(work, values, place).number


def edit(work: Work, number: int, data: GoalEdit | ScaleEdit, day: date) -> None:
    """Change the given fields of a goal; *day* is when it was closed, if it is now."""
    present = GOALS.record(work, number)
    _update(work, present, changed(GOAL, data), day)


def _change(work: Work, number: int, goal: GoalInput, place: Belonging) -> str:
    goal_id = id_of(work, number, {}, place.coachee_id)
    present = GOALS.record(work, number)
    passed_over = {"ref", "number", "statement"} | (set() if goal.status else {"status"})
    values = goal.model_dump(exclude_unset=True, exclude=passed_over)
    _update(work, present, values, place.day, place.session_id)
    return goal_id


def _update(
    work: Work,
    present: dict[str, Any],
    values: dict[str, Any],
    day: date,
    session_id: str | None = None,
) -> None:
    linked = {name: values.pop(name) for name in LINKED if name in values}
    if follow_status(values, present["status"], "active", day):
        values["closed_in_id"] = None if values["status"] == "active" else session_id
    work.update("goal", present["id"], values)
    _link(work, present["id"], present["coachee_id"], linked)


def _link(work: Work, goal_id: str, coachee_id: str, linked: dict[str, Any]) -> None:
    """Give a goal the links that an input tells; of what it does not tell, nothing changes."""
    if "objectives" in linked:
        links.serve(work, goal_id, linked["objectives"] or ())
    if "talent_numbers" in linked:
        links.use(work, goal_id, coachee_id, linked["talent_numbers"] or ())
    if "lenses" in linked:
        links.see(work, goal_id, coachee_id, linked["lenses"] or ())


def _new(work: Work, values: dict[str, Any], place: Belonging) -> NewRecord:
    """Keep a goal with the *values* of an input, which may tell its status and its closing day."""
    linked = {name: values.pop(name) for name in LINKED}
    status = values["status"] or "active"
    state = {
        "coachee_id": place.coachee_id,
        "trajectory_id": place.trajectory_id,
        "session_id": place.session_id,
        "set_on": place.day,
        "status": status,
        "closed_on": closing_day(status, "active", values.get("closed_on"), place.day),
        "closed_in_id": None if status == "active" else place.session_id,
    }
    made = work.add("goal", values | state)
    _link(work, made.id, place.coachee_id, linked)
    return made


def _score(work: Work, score: ScoreInput, refs: Refs, place: Belonging) -> None:
    values = {
        "goal_id": id_of(work, score.goal, refs, place.coachee_id),
        "session_id": place.session_id,
        "scored_on": place.day,
        "score": score.score,
        "created_at": work.now,
    }
    work.insert("goal_score", values)
