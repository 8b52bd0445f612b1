"""Use cases of parked topics: what is parked, in a conversation or outside, and taken up."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.ids import new_id
from coachlog.journal.coachee.queries import find
from coachlog.journal.common.belonging import Belonging
from coachlog.journal.common.input_types import closing_day, required
from coachlog.journal.topic.model import TopicEdit, TopicInput
from coachlog.journal.topic.queries import TAKEN_UP, TopicNotFoundError
from coachlog.journal.topic.rows import TopicRow
from coachlog.store.work import Work


def add(work: Work, data: TopicInput, today: date) -> int:
    """Park a topic with somebody; the result is its number. Raises CoacheeNotFoundError."""
    person = find(work, data.coachee)
    day, status = data.parked_on or today, data.status or "parked"
    row = _park(work, data.text, person.id, None, day)
    row.status, row.closed_on = status, closing_day(status, "parked", data.closed_on, day)
    return row.number


def keep(work: Work, texts: Sequence[str], place: Belonging) -> None:
    """Park what a conversation left for later."""
    for text in texts:
        _park(work, text, place.coachee_id, place.session_id, place.day)


def take_up(work: Work, numbers: Sequence[int], place: Belonging) -> list[str]:
    """Note that a conversation took topics up; the result is what they are about.

    Raises TopicNotFoundError for a number that is not a topic of this coachee, and TakenUpError
    for one that an earlier conversation took up.
    """
    texts = []
    for number in dict.fromkeys(numbers):
        found = work.one(
            _Found,
            "select t.id, t.text, s.number from topic t left join session s on s.id = t.taken_up_id"
            " where t.number = :number and t.coachee_id = :coachee",
            number=number,
            coachee=place.coachee_id,
        )
        if found is None:
            raise TopicNotFoundError(number=number)
        if found.session:
            raise RefusedError(*TAKEN_UP, number=number, session=found.session)
        work.execute(
            "update topic set status = 'taken_up', taken_up_id = :session, closed_on = :day"
            " where id = :id",
            session=place.session_id,
            day=place.day.isoformat(),
            id=found.id,
        )
        texts.append(found.text)
    return texts


def edit(work: Work, number: int, data: TopicEdit, day: date) -> None:
    """Change the given fields of a topic; *day* is when it was dropped, if it is now.

    One that was taken up and is parked again belongs to no conversation that took it up.
    """
    topic_id = work.value("select id from topic where number = :number", number=number)
    if topic_id is None:
        raise TopicNotFoundError(number=number)
    row = work.orm.get_one(TopicRow, str(topic_id))
    values = data.model_dump(exclude_unset=True)
    required(values, "text", "status")
    if "status" in values and values["status"] != row.status:
        row.closed_on = None if values["status"] == "parked" else day
        row.taken_up_id = None
    row.sqlmodel_update(values)


class _Found(NamedTuple):
    id: str
    text: str
    session: int | None


def _park(work: Work, text: str, coachee_id: str, session_id: str | None, day: date) -> TopicRow:
    row = TopicRow(
        id=new_id(),
        number=work.next_number("topic"),
        coachee_id=coachee_id,
        session_id=session_id,
        text=text,
        status="parked",
        parked_on=day,
        created_at=work.now,
    )
    work.orm.add(row)
    work.orm.flush()
    return row
