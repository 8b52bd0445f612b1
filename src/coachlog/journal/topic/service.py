"""The input models of a topic, and how topics are parked, taken up and changed."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.journal.coachee.myself import find_or_add_self
from coachlog.journal.common.input_types import Input
from coachlog.journal.common.models import edit_fields, new_fields
from coachlog.journal.common.owner import RecordOwner
from coachlog.journal.common.records import Inputs, changed_values
from coachlog.journal.common.status import closing_day, first_day, follow_status
from coachlog.journal.topic.queries import TAKEN_UP, TOPICS
from coachlog.schema.topic import TOPIC
from coachlog.store.work import Work


@edit_fields(TOPIC, TOPICS)
class TopicEdit(Input):
    """Changes to a topic: only the fields that are given change."""


@new_fields(TOPIC, TOPICS)
class TopicInput(Input):
    """A topic to come back to with somebody, parked unless its status says otherwise."""


INPUTS: Inputs = {"new": TopicInput, "edit": TopicEdit}


def add(work: Work, data: TopicInput, today: date) -> int:
    """Save a topic, parked by default, and return its number. Raises NotFoundError."""
    values: dict[str, Any] = {"status": "parked"} | data.model_dump(exclude_none=True)
    values["parked_on"] = first_day(values.get("parked_on"), values.get("closed_on"), today)
    values["coachee_id"] = find_or_add_self(work, values.pop("coachee")).id
    closed_on, parked_on = values.get("closed_on"), values["parked_on"]
    values["closed_on"] = closing_day(values["status"], "parked", closed_on, parked_on)
    return work.add("topic", values).number


def save_parked(work: Work, texts: Sequence[str], owner: RecordOwner) -> None:
    """Save the topics that a conversation parked, each a text."""
    for text in texts:
        state = {"status": "parked", "parked_on": owner.day, "session_id": owner.session_id}
        work.add("topic", {"coachee_id": owner.coachee_id, "text": text, **state})


def take_up(work: Work, numbers: Sequence[int], owner: RecordOwner) -> list[str]:
    """Save that a conversation took up the topics *numbers*, and return their texts.

    Raises NotFoundError for a number that is not a topic of this coachee, and RefusedError
    for one that an earlier conversation took up.
    """
    texts = []
    for number in dict.fromkeys(numbers):  # each once
        topic = work.one(
            _WaitingTopic,
            "select t.id, t.text, s.number from topic t left join session s on s.id = t.taken_up_id"
            " where t.number = :number and t.coachee_id = :coachee",
            number=number,
            coachee=owner.coachee_id,
        )
        if topic is None:
            raise TOPICS.missing(number=number)
        if topic.session:
            raise RefusedError(*TAKEN_UP, number=number, session=topic.session)
        state = {"status": "taken_up", "taken_up_id": owner.session_id, "closed_on": owner.day}
        work.update("topic", topic.id, state)
        texts.append(topic.text)
    return texts


def edit(work: Work, number: int, data: TopicEdit, day: date) -> None:
    """Save the fields that *data* sets; a topic that is closed by this was closed on *day*.

    A new status takes it away from the conversation that took it up, if any.
    """
    row, values = TOPICS.record(work, number), changed_values(TOPIC, data)
    if follow_status(values, row["status"], "parked", day):
        values["taken_up_id"] = None
    work.update("topic", row["id"], values)


class _WaitingTopic(NamedTuple):
    id: str
    text: str
    session: int | None
