"""Use cases of actions: what a conversation agrees and reviews; new ones and changes by hand."""

from collections.abc import Sequence
from datetime import date, timedelta

from coachlog.base.ids import new_id
from coachlog.journal.action.model import ActionEdit, ActionInput, NewActionInput, ReviewInput
from coachlog.journal.action.queries import ActionNotFoundError, close, told_while_open
from coachlog.journal.action.reviews import note_confidence
from coachlog.journal.action.rows import ActionRow, ConfidenceRow, ReviewRow
from coachlog.journal.coachee.queries import find
from coachlog.journal.common.belonging import Belonging
from coachlog.journal.common.input_types import closing_day, required
from coachlog.journal.goal.links import talent_id
from coachlog.journal.goal.service import Refs, id_if_named
from coachlog.store.work import Work


def keep(
    work: Work,
    actions: Sequence[ActionInput],
    reviews: Sequence[ReviewInput],
    refs: Refs,
    place: Belonging,
) -> None:
    """Write the actions that a conversation agreed, and what came of earlier ones.

    Raises ActionNotFoundError for a review of an action that is not of this coachee.
    """
    for review in reviews:
        mine = "select id from action where number = :number and coachee_id = :coachee"
        action_id = work.value(mine, number=review.action, coachee=place.coachee_id)
        if action_id is None or place.session_id is None:
            raise ActionNotFoundError(number=review.action)
        close(work, review.action, review.status, review.outcome, place.day.isoformat())
        work.orm.add(_review(review, str(action_id), place.session_id))
    for action in actions:
        row = _new(work, action, refs, place)
        work.orm.add(row)
        work.orm.add_all(_confidences(work, row, action.confidence_before))


def add(work: Work, data: NewActionInput, today: date) -> int:
    """Keep an action agreed outside a conversation, *today* unless it tells the day; its number.

    Raises GoalOfAnotherError or TalentOfAnotherError for what is of somebody else.
    """
    person = find(work, data.coachee)
    day, status = data.agreed_on or today, data.status or "open"
    row = ActionRow(
        id=new_id(),
        number=work.next_number("action"),
        coachee_id=person.id,
        goal_id=id_if_named(work, data.goal, {}, person.id),
        status=status,
        agreed_on=day,
        closed_on=closing_day(status, "open", data.closed_on, day),
        created_at=work.now,
        talent_id=_talent(work, data.talent, person.id),
        **data.model_dump(exclude=_NO_COLUMN),
    )
    work.orm.add(row)
    work.orm.add_all(_confidences(work, row))
    return row.number


_NO_COLUMN = {"coachee", "goal", "talent", "status", "agreed_on", "closed_on"}


def edit(work: Work, number: int, data: ActionEdit, day: date) -> None:
    """Change the given fields of an action; *day* is when it was told."""
    action_id = work.value("select id from action where number = :number", number=number)
    if action_id is None:
        raise ActionNotFoundError(number=number)
    row = work.orm.get_one(ActionRow, str(action_id))
    values = data.model_dump(exclude_unset=True)
    required(values, "what", "status")
    if "status" in values and values["status"] != row.status:
        row.closed_on = None if values["status"] == "open" else day
        if told_while_open(work, number):
            values.setdefault("outcome", None)
    figure = values.get("confidence")
    if figure is not None and figure != row.confidence:
        del values["confidence"]
        note_confidence(work, number, figure, day.isoformat())
    if "talent" in values:
        row.talent_id = _talent(work, values.pop("talent"), row.coachee_id)
    if "goal" in values:
        row.goal_id = id_if_named(work, values.pop("goal"), {}, row.coachee_id)
    row.sqlmodel_update(values)


def _talent(work: Work, number: int | None, coachee_id: str) -> str | None:
    return None if number is None else talent_id(work, number, coachee_id)


def _review(review: ReviewInput, action_id: str, session_id: str) -> ReviewRow:
    return ReviewRow(
        id=new_id(),
        session_id=session_id,
        action_id=action_id,
        **review.model_dump(exclude={"action"}),
    )


def _confidences(work: Work, row: ActionRow, before: int | None = None) -> list[ConfidenceRow]:
    """How sure somebody was of a new action: at first, and when it was asked a second time."""
    said = [figure for figure in (before, row.confidence) if figure is not None]
    return [
        ConfidenceRow(
            id=new_id(),
            action_id=row.id,
            session_id=row.session_id,
            said_on=row.agreed_on,
            figure=figure,
            # The second one was said later, though both are kept at the same moment.
            created_at=work.now + timedelta(milliseconds=place),
        )
        for place, figure in enumerate(said)
    ]


def _new(work: Work, action: ActionInput, refs: Refs, place: Belonging) -> ActionRow:
    plan = action.if_then
    return ActionRow(
        id=new_id(),
        number=work.next_number("action"),
        coachee_id=place.coachee_id,
        session_id=place.session_id,
        goal_id=id_if_named(work, action.goal, refs, place.coachee_id),
        what=action.what,
        due_on=action.due_on,
        confidence=action.confidence,
        obstacle=plan.obstacle if plan else None,
        plan=plan.plan if plan else None,
        helper=action.helper,
        done_by=action.done_by,
        talent_id=_talent(work, action.talent, place.coachee_id),
        status="open",
        agreed_on=place.day,
        created_at=work.now,
    )
