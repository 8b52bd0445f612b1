"""Use cases of actions: what a conversation agrees and reviews; new ones and changes by hand."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from coachlog.journal.action.model import ActionEdit, ActionInput, NewActionInput, ReviewInput
from coachlog.journal.action.queries import ACTIONS, close, told_while_open
from coachlog.journal.action.reviews import note_confidence
from coachlog.journal.coachee.queries import find
from coachlog.journal.common.belonging import Belonging
from coachlog.journal.common.records import Inputs, changed
from coachlog.journal.common.status import closing_day, follow_status
from coachlog.journal.goal.links import talent_id
from coachlog.journal.goal.service import Refs, id_if_named
from coachlog.schema.action import ACTION
from coachlog.store.work import Work

INPUTS: Inputs = {"new": NewActionInput, "edit": ActionEdit}


def keep(
    work: Work,
    actions: Sequence[ActionInput],
    reviews: Sequence[ReviewInput],
    refs: Refs,
    place: Belonging,
) -> None:
    """Write the actions that a conversation agreed, and what came of earlier ones.

    Raises NotFoundError for a review of an action that is not of this coachee.
    """
    for review in reviews:
        mine = "select id from action where number = :number and coachee_id = :coachee"
        action_id = work.value(mine, number=review.action, coachee=place.coachee_id)
        if action_id is None or place.session_id is None:
            raise ACTIONS.missing(number=review.action)
        close(work, review.action, review.status, review.outcome, place.day.isoformat())
        told = review.model_dump(exclude={"action"})
        work.insert("review", {"session_id": place.session_id, "action_id": action_id, **told})
    for action in actions:
        _new(work, _agreed(work, action, refs, place), action.confidence_before)


def add(work: Work, data: NewActionInput, today: date) -> int:
    """Keep an action agreed outside a conversation, *today* unless it tells the day; its number.

    Raises NotFoundError for a goal or a talent of somebody else.
    """
    values = data.model_dump()
    person_id = find(work, values.pop("coachee")).id
    day, status = values["agreed_on"] or today, values["status"] or "open"
    state = {
        "coachee_id": person_id,
        "goal_id": id_if_named(work, values.pop("goal"), {}, person_id),
        "talent_id": _talent(work, values.pop("talent"), person_id),
        "status": status,
        "agreed_on": day,
        "closed_on": closing_day(status, "open", values["closed_on"], day),
    }
    return _new(work, values | state)


def edit(work: Work, number: int, data: ActionEdit, day: date) -> None:
    """Change the given fields of an action; *day* is when it was told."""
    present = ACTIONS.record(work, number)
    values = changed(ACTION, data)
    if follow_status(values, present["status"], "open", day) and told_while_open(work, number):
        values.setdefault("outcome", None)
    figure = values.get("confidence")
    if figure is not None and figure != present["confidence"]:
        del values["confidence"]
        note_confidence(work, number, figure, day.isoformat())
    if "talent" in values:
        values["talent_id"] = _talent(work, values.pop("talent"), present["coachee_id"])
    if "goal" in values:
        values["goal_id"] = id_if_named(work, values.pop("goal"), {}, present["coachee_id"])
    work.update("action", present["id"], values)


def _talent(work: Work, number: int | None, coachee_id: str) -> str | None:
    return None if number is None else talent_id(work, number, coachee_id)


def _new(work: Work, values: dict[str, Any], before: int | None = None) -> int:
    """Keep an action, and how sure somebody was: at first, and when it was asked a second time."""
    made = work.add("action", values)
    said = [figure for figure in (before, values["confidence"]) if figure is not None]
    for place, figure in enumerate(said):
        work.insert(
            "confidence",
            {
                "action_id": made.id,
                "session_id": values.get("session_id"),
                "said_on": values["agreed_on"],
                "figure": figure,
                # The second one was said later, though both are kept at the same moment.
                "created_at": work.now + timedelta(milliseconds=place),
            },
        )
    return made.number


def _agreed(work: Work, action: ActionInput, refs: Refs, place: Belonging) -> dict[str, Any]:
    """The columns of an action that a conversation agreed."""
    plan = action.if_then
    return {
        "coachee_id": place.coachee_id,
        "session_id": place.session_id,
        "goal_id": id_if_named(work, action.goal, refs, place.coachee_id),
        "talent_id": _talent(work, action.talent, place.coachee_id),
        "obstacle": plan.obstacle if plan else None,
        "plan": plan.plan if plan else None,
        "status": "open",
        "agreed_on": place.day,
        **action.model_dump(include={"what", "due_on", "confidence", "helper", "done_by"}),
    }
