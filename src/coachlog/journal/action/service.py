"""Adds, reviews and changes actions, from a conversation or by hand."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from coachlog.journal.action.model import ActionEdit, ActionInput, NewActionInput, ReviewInput
from coachlog.journal.action.queries import ACTIONS, close, has_interim_outcome
from coachlog.journal.action.reviews import note_confidence
from coachlog.journal.coachee.myself import find_or_add_self
from coachlog.journal.common.owner import RecordOwner
from coachlog.journal.common.records import Inputs, changed_values
from coachlog.journal.common.status import closing_day, first_day, follow_status
from coachlog.journal.contact.links import id_of_name
from coachlog.journal.goal.links import talent_id
from coachlog.journal.goal.service import Refs, id_if_named
from coachlog.schema.action import ACTION
from coachlog.store.work import Work

INPUTS: Inputs = {"new": NewActionInput, "edit": ActionEdit}


def save_of_session(
    work: Work,
    actions: Sequence[ActionInput],
    reviews: Sequence[ReviewInput],
    refs: Refs,
    owner: RecordOwner,
) -> None:
    """Save the actions that a conversation agreed, and its reviews of earlier ones.

    Raises NotFoundError for a review of an action that is not of this coachee.
    """
    for review in reviews:
        sql = "select id from action where number = :number and coachee_id = :coachee"
        action_id = work.value(sql, number=review.action, coachee=owner.coachee_id)
        if action_id is None or owner.session_id is None:  # a review is always of a conversation
            raise ACTIONS.missing(number=review.action)
        close(work, review.action, review.status, review.outcome, owner.day.isoformat())
        values = review.model_dump(exclude={"action"})
        work.insert("review", {"session_id": owner.session_id, "action_id": action_id, **values})
    for action in actions:
        _add(work, _columns_of(work, action, refs, owner), action.confidence_before)


def add(work: Work, data: NewActionInput, today: date) -> int:
    """Save an action agreed outside a conversation, *today* by default; return its number.

    Raises NotFoundError for a goal or a talent of somebody else.
    """
    values = data.model_dump()
    person_id = find_or_add_self(work, values.pop("coachee")).id
    day = first_day(values["agreed_on"], values["closed_on"], today)
    status = values["status"] or "open"
    state = {
        "coachee_id": person_id,
        "goal_id": id_if_named(work, values.pop("goal"), {}, person_id),
        "talent_id": _talent(work, values.pop("talent"), person_id),
        "status": status,
        "agreed_on": day,
        "closed_on": closing_day(status, "open", values["closed_on"], day),
    }
    return _add(work, values | state)


def edit(work: Work, number: int, data: ActionEdit, day: date) -> None:
    """Save the fields that *data* sets; *day* is the day of a closing and of a new confidence."""
    row = ACTIONS.record(work, number)
    values = changed_values(ACTION, data)
    has_new_status = follow_status(values, row["status"], "open", day)
    if has_new_status and has_interim_outcome(work, number):
        values.setdefault("outcome", None)  # it was interim, and the action is closed now
    figure = values.get("confidence")
    if figure is not None and figure != row["confidence"]:
        del values["confidence"]  # the line below sets it
        note_confidence(work, number, figure, day.isoformat())
    if "talent" in values:
        values["talent_id"] = _talent(work, values.pop("talent"), row["coachee_id"])
    if "helper" in values and values["helper"] != row["helper"]:
        values["contact_id"] = id_of_name(work, values["helper"])
    if "goal" in values:
        values["goal_id"] = id_if_named(work, values.pop("goal"), {}, row["coachee_id"])
    work.update("action", row["id"], values)


def _talent(work: Work, number: int | None, coachee_id: str) -> str | None:
    return None if number is None else talent_id(work, number, coachee_id)


def _add(work: Work, values: dict[str, Any], first_confidence: int | None = None) -> int:
    """Add an action and its confidence figures, and return its number.

    *first_confidence* is the figure before it was asked a second time, if it was.
    """
    contact_id = id_of_name(work, values.get("helper"))
    record = work.add("action", values | {"contact_id": contact_id})
    figures = [figure for figure in (first_confidence, values["confidence"]) if figure is not None]
    for index, figure in enumerate(figures):
        work.insert(
            "confidence",
            {
                "action_id": record.id,
                "session_id": values.get("session_id"),
                "said_on": values["agreed_on"],
                "figure": figure,
                # Both are saved at the same moment, but the second one has to sort after the first.
                "created_at": work.now + timedelta(milliseconds=index),
            },
        )
    return record.number


def _columns_of(work: Work, action: ActionInput, refs: Refs, owner: RecordOwner) -> dict[str, Any]:
    """Return the values, by column, of an action that a conversation agreed."""
    plan = action.if_then
    return {
        "coachee_id": owner.coachee_id,
        "session_id": owner.session_id,
        "goal_id": id_if_named(work, action.goal, refs, owner.coachee_id),
        "talent_id": _talent(work, action.talent, owner.coachee_id),
        "obstacle": plan.obstacle if plan else None,
        "plan": plan.plan if plan else None,
        "status": "open",
        "agreed_on": owner.day,
        **action.model_dump(include={"what", "due_on", "confidence", "helper", "done_by"}),
    }
