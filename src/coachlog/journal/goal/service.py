"""Adds and changes goals and scores, from a conversation or by hand."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from coachlog.base.errors import NotFoundError
from coachlog.base.texts import N_
from coachlog.journal.coachee.myself import find_or_add_self
from coachlog.journal.common.owner import RecordOwner
from coachlog.journal.common.records import Inputs, changed_values
from coachlog.journal.common.status import closing_day, first_day, follow_status
from coachlog.journal.goal import links
from coachlog.journal.goal.model import GoalEdit, GoalInput, NewGoalInput, ScaleEdit, ScoreInput
from coachlog.journal.goal.queries import GOALS
from coachlog.journal.trajectory.service import current
from coachlog.schema.goal import GOAL
from coachlog.store.work import NewRecord, Work

INPUTS: Inputs = {"new": NewGoalInput, "edit": GoalEdit, "scale": ScaleEdit}
LINK_FIELDS = ("objectives", "talent_numbers", "lenses")
"""The fields of an input that are stored in tables of their own."""

Refs = dict[str | int, str]
"""The id of each goal, by the ref or the number that the input uses for it."""


def save_of_session(
    work: Work, goals: Sequence[GoalInput], scores: Sequence[ScoreInput], owner: RecordOwner
) -> Refs:
    """Save the goals and scores of a conversation; return the ids of its goals, for its actions.

    Raises NotFoundError for a number that is not a goal of this coachee.
    """
    refs: Refs = {}
    for goal in goals:
        if goal.number is not None:  # an existing goal, which scores may call by ref or number
            refs[goal.number] = _change(work, goal.number, goal, owner)
            if goal.ref:
                refs[goal.ref] = refs[goal.number]
        else:
            record = _add(work, goal.model_dump(exclude={"ref", "number"}), owner)
            refs[goal.ref or record.number] = record.id
    for score in scores:
        _score(work, score, refs, owner)
    return refs


def id_of(work: Work, goal: str | int, refs: Refs, coachee_id: str) -> str:
    """Return the id of the goal that an input calls *goal*, and add it to *refs*.

    Raises NotFoundError where it is not a goal of this coachee.
    """
    if goal not in refs:
        sql = "select g.id, c.id, c.handle from goal g join coachee c on c.id = g.coachee_id"
        owned = work.one(links.OwnedRecord, sql + " where g.number = :number", number=goal)
        if owned is None:
            raise GOALS.missing(number=goal)
        if owned.coachee_id != coachee_id:
            raise NotFoundError(
                N_("Goal {number} belongs to {handle}."),
                N_("See which goal belongs to whom: coachlog goal list --limit 0"),
                number=goal,
                handle=owned.handle,
            )
        refs[goal] = owned.id
    return refs[goal]


def id_if_named(work: Work, goal: str | int | None, refs: Refs, coachee_id: str) -> str | None:
    """Return what `id_of` returns, or None where no goal is named."""
    return None if goal is None else id_of(work, goal, refs, coachee_id)


def add(work: Work, data: NewGoalInput, today: date) -> int:
    """Save a goal set outside a conversation, *today* unless it has a day; return its number.

    It belongs to the person's latest active trajectory, which is added if there is none.
    """
    values = data.model_dump()
    person = find_or_add_self(work, values.pop("coachee"))
    day = first_day(values["set_on"], values["closed_on"], today)
    owner = RecordOwner(person.id, current(work, person.id, day), None, day)
    return _add(work, values, owner).number


def edit(work: Work, number: int, data: GoalEdit | ScaleEdit, day: date) -> None:
    """Save the fields that *data* sets; a goal that is closed by this was closed on *day*."""
    _update(work, GOALS.record(work, number), changed_values(GOAL, data), day)


def _change(work: Work, number: int, goal: GoalInput, owner: RecordOwner) -> str:
    """Save what a conversation changes about an existing goal, and return its id."""
    goal_id = id_of(work, number, {}, owner.coachee_id)
    # A statement makes it a new goal, and an empty status changes nothing.
    ignored = {"ref", "number", "statement"} | (set() if goal.status else {"status"})
    values = goal.model_dump(exclude_unset=True, exclude=ignored)
    _update(work, GOALS.record(work, number), values, owner.day, owner.session_id)
    return goal_id


def _update(
    work: Work,
    row: dict[str, Any],
    values: dict[str, Any],
    day: date,
    session_id: str | None = None,
) -> None:
    """Save *values* of an input in the goal of *row*, its links in their own tables.

    Values that close the goal come with the *day* and the conversation in which that was done.
    """
    new_links = {name: values.pop(name) for name in LINK_FIELDS if name in values}
    if follow_status(values, row["status"], "active", day):
        values["closed_in_id"] = None if values["status"] == "active" else session_id
    work.update("goal", row["id"], values)
    _set_links(work, row["id"], row["coachee_id"], new_links)


def _set_links(work: Work, goal_id: str, coachee_id: str, new_links: dict[str, Any]) -> None:
    """Replace the links of each kind that *new_links* has; the others stay as they are."""
    if "objectives" in new_links:
        links.set_objectives(work, goal_id, new_links["objectives"] or ())
    if "talent_numbers" in new_links:
        links.set_talents(work, goal_id, coachee_id, new_links["talent_numbers"] or ())
    if "lenses" in new_links:
        links.set_lenses(work, goal_id, coachee_id, new_links["lenses"] or ())


def _add(work: Work, values: dict[str, Any], owner: RecordOwner) -> NewRecord:
    """Add a goal with the *values* of an input, active unless they have another status."""
    new_links = {name: values.pop(name) for name in LINK_FIELDS}
    status = values["status"] or "active"
    state = {
        "coachee_id": owner.coachee_id,
        "trajectory_id": owner.trajectory_id,
        "session_id": owner.session_id,
        "set_on": owner.day,
        "status": status,
        "closed_on": closing_day(status, "active", values.get("closed_on"), owner.day),
        "closed_in_id": None if status == "active" else owner.session_id,
    }
    record = work.add("goal", values | state)
    _set_links(work, record.id, owner.coachee_id, new_links)
    return record


def _score(work: Work, score: ScoreInput, refs: Refs, owner: RecordOwner) -> None:
    """Save a score that was given in a conversation; raises what `id_of` raises."""
    values = {
        "goal_id": id_of(work, score.goal, refs, owner.coachee_id),
        "session_id": owner.session_id,
        "scored_on": owner.day,
        "score": score.score,
        "created_at": work.now,
    }
    work.insert("goal_score", values)
