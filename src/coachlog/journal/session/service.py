"""Saves and plans conversations."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NamedTuple

from coachlog.base import clock
from coachlog.base.errors import CoachlogError, InputRefusedError
from coachlog.base.ids import new_id
from coachlog.base.texts import _
from coachlog.interview.layers import is_discreet
from coachlog.interview.method_files import USUAL
from coachlog.journal.action import service as actions
from coachlog.journal.coachee import service as coachees
from coachlog.journal.coachee.consents.queries import refuse_talk_in
from coachlog.journal.coachee.lookup import Person, is_self
from coachlog.journal.common.owner import RecordOwner
from coachlog.journal.goal import service as goals
from coachlog.journal.session.appointment.queries import NotPlannedError
from coachlog.journal.session.model import SessionInput
from coachlog.journal.session.moments import (
    NextBeforeStartError,
    SessionMoments,
    future_moment,
    session_moments,
)
from coachlog.journal.session.outcome.service import keep_outcome
from coachlog.journal.session.parts import (
    add_parts,
    layer_of_answer,
    options_linked,
    save_communication,
    with_layer,
)
from coachlog.journal.session.replacement import Values
from coachlog.journal.topic import service as topics
from coachlog.journal.trajectory import service as trajectories
from coachlog.journal.trajectory.fields import OWN
from coachlog.schema.field import ALWAYS, AT_FIRST, LATER, MOMENT, REFERENCE
from coachlog.schema.session import REALITY_PREFIX, SESSION
from coachlog.settings import own_methods
from coachlog.store.work import Work


class SavedSession(NamedTuple):
    """A saved conversation: its number, with whom it was, and whether that person is new.

    A *coachee* with *archived_at* was in the archive until this conversation. *double* is the
    number of another conversation with that person at the very same moment. *scored* is the number
    of the goal that also got the score for reality, see `reality_score`.
    """

    number: int
    coachee: Person
    is_new_coachee: bool
    double: int | None = None
    scored: int | None = None


def record(work: Work, data: SessionInput, zone: str) -> SavedSession:
    """Save a whole conversation with its goals, scores, options, actions and answers.

    Adds the coachee if unknown, and a trajectory if none is active. *zone* is the coach's own,
    used where the conversation has no time zone. If *data* has the number of a *planned*
    conversation, that one is filled in; raises NotPlannedError if there is none with this person.
    """
    moments = _moments(data, zone, work)
    coachee, is_new = coachees.find_or_add(work, data.coachee, data.coachee_name)
    data = _with_usual_method(work, data, coachee)
    planned = _planned_row(work, data.planned, coachee) if data.planned else {}
    session_id = str(planned.get("id") or new_id())
    owner = _owner_of_parts(work, data, coachee, session_id, moments)
    values = _session_values(data, owner, moments)
    topic_texts = topics.take_up(work, data.taken_up, owner)
    has_own_topic = "topic" in data.model_fields_set or planned.get("topic") is not None
    if topic_texts and not has_own_topic:
        values["topic"] = "\n".join(topic_texts)
    # References are checked after this, so that the topic is known when the row is written.
    number = _write_row(work, owner, planned, values)
    _save_parts(work, data, owner, session_id)
    return SavedSession(number, coachee, is_new, _double(work, owner, moments.starts_at))


def _owner_of_parts(
    work: Work, data: SessionInput, coachee: Person, session_id: str, moments: SessionMoments
) -> RecordOwner:
    """Return what the records of a conversation belong to: person, trajectory, conversation, day.

    Adds a trajectory if none is active, and saves the answers about the roles in it. Raises
    RefusedError where the person wants no more talks.
    """
    day = clock.local_day(moments.starts_at, moments.time_zone)
    trajectory_id = trajectories.current(work, coachee.id, day, data.kind)
    if data.status in ("held", "planned"):
        refuse_talk_in(work, trajectory_id, day.isoformat())
    if data.roles:
        trajectories.set_roles(work, trajectory_id, data.roles)
    return RecordOwner(coachee.id, trajectory_id, session_id, day)


def _save_parts(work: Work, data: SessionInput, owner: RecordOwner, session_id: str) -> None:
    """Save the goals, actions, topics, options and answers of a conversation, and its outcome."""
    refs = goals.save_of_session(work, data.goals, data.scores, owner)
    actions.save_of_session(work, data.actions, data.reviews, refs, owner)
    keep_outcome(work, data, refs, owner)
    topics.save_parked(work, data.parked, owner)
    answers = [
        {**answer.model_dump(), "layer": layer_of_answer(answer, data.method)}
        for answer in data.answers
    ]
    add_parts(work, "answer", session_id, answers)
    linked_options = options_linked(work, data.options, session_id)
    add_parts(work, "option", session_id, [with_layer(values) for values in linked_options])
    if data.communication:
        save_communication(work, session_id, data.communication)


def _with_usual_method(work: Work, data: SessionInput, coachee: Person) -> SessionInput:
    """Return *data* of the coach's own conversation with its method, which says who may read it."""
    if data.method or not is_self(work, coachee.id):
        return data
    return data.model_copy(update={"method": USUAL[OWN]})


def plan(work: Work, data: SessionInput, zone: str) -> SavedSession:
    """Save a planned conversation; raises InputRefusedError if it is not in the future."""
    if data.status != "planned":
        raise InputRefusedError("status", _("only planned conversations are saved here."))
    if not data.date:
        raise InputRefusedError("date", _("this is missing."))
    with _naming_the_field():
        # Only checked here; `record` reads the same date again.
        future_moment(data.date, work.now, data.time_zone or zone)
    return record(work, data, zone)


def _double(work: Work, owner: RecordOwner, starts_at: datetime) -> int | None:
    """Return the number of another conversation with that person at the same moment, or None."""
    number = work.value(
        "select number from session where coachee_id = :coachee and starts_at = :start"
        " and id <> :id order by number limit 1",
        coachee=owner.coachee_id,
        start=clock.instant(starts_at),
        id=owner.session_id,
    )
    return None if number is None else int(number)


def _moments(data: SessionInput, zone: str, work: Work) -> SessionMoments:
    """Return the moments of an input; raises InputRefusedError with the field that is wrong."""
    is_held = data.status == "held"
    with _naming_the_field():
        return session_moments(
            data.date, data.next_at, data.time_zone or zone, work.now, held=is_held
        )


@contextmanager
def _naming_the_field() -> Iterator[None]:
    """Turn an error about a moment into an InputRefusedError that names the field."""
    try:
        yield
    except clock.UnknownZoneError as error:
        raise _refused("time_zone", error) from error
    except NextBeforeStartError as error:
        raise _refused("next_at", error) from error
    except CoachlogError as error:
        raise _refused("date", error) from error


def _refused(field: str, error: CoachlogError) -> InputRefusedError:
    return InputRefusedError(field, f"{error.cause_text()} {error.remedy_text()}")


def _planned_row(work: Work, number: int, coachee: Person) -> Values:
    """Return the row of a planned conversation with a person; raises NotPlannedError."""
    row = work.record("session", number)
    if row is None or row["coachee_id"] != coachee.id or row["status"] != "planned":
        raise NotPlannedError(number=number, name=coachee.name)
    return row


_COPIED = (
    "method_version",
    *(
        field.name
        for field in SESSION.entries(ALWAYS, AT_FIRST, LATER)
        if field.kind not in (MOMENT, REFERENCE) and field.name not in ("status", "time_zone")
    ),
)
"""The columns that are saved as the input has them; the others are computed."""


def _session_values(
    data: SessionInput, owner: RecordOwner, moments: SessionMoments
) -> dict[str, Any]:
    """Return the columns that *data* sets; of a planned conversation the others stay."""
    computed: dict[str, Any] = {
        "status": data.status,
        "trajectory_id": owner.trajectory_id,
        "starts_at": moments.starts_at,
        "time_zone": moments.time_zone,
        "held_on": owner.day,
        "next_at": moments.next_at,
        "discreet": is_discreet(data.method, own_methods()) or None,
    }
    copied = {name: getattr(data, name) for name in _COPIED if name in data.model_fields_set}
    reality_values = data.reality.model_dump(exclude_unset=True)
    reality = {f"{REALITY_PREFIX}{name}": value for name, value in reality_values.items()}
    return computed | copied | reality


def _write_row(work: Work, owner: RecordOwner, planned: Values, values: Values) -> int:
    """Write the row of a conversation, a new one or the *planned* one, and return its number."""
    if planned:
        work.update("session", planned["id"], values)
        return int(planned["number"])
    number = work.next_number("session")
    row = {"number": number, "coachee_id": owner.coachee_id, "created_at": work.now}
    work.insert("session", {"id": owner.session_id, **row, **values})
    return number
