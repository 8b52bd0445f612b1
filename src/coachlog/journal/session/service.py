"""Saves, plans and changes conversations."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from coachlog.base import clock
from coachlog.base.errors import CoachlogError, InputRefusedError
from coachlog.base.ids import new_id
from coachlog.base.texts import _
from coachlog.interview.layers import PRIVATE, SHARED, AnsweredQuestion, is_discreet, layer_of
from coachlog.interview.shelf import USUAL
from coachlog.journal.action import service as actions
from coachlog.journal.coachee import service as coachees
from coachlog.journal.coachee.consents.queries import refuse_talk_in
from coachlog.journal.coachee.queries import Person, is_self
from coachlog.journal.common.belonging import Belonging
from coachlog.journal.common.input_types import required
from coachlog.journal.contact.fields import name_key
from coachlog.journal.contact.links import ids_by_name
from coachlog.journal.goal import service as goals
from coachlog.journal.session.appointment.queries import NotPlannedError
from coachlog.journal.session.day_change import Moved, move_along
from coachlog.journal.session.model import AnswerInput, OptionInput, SessionEdit, SessionInput
from coachlog.journal.session.moments import NextBeforeStartError, When, future_moment, when
from coachlog.journal.session.outcome.service import keep_outcome
from coachlog.journal.session.queries import SESSIONS
from coachlog.journal.session.replacement import Values, replace
from coachlog.journal.session.rows import AnswerRow, OptionRow, SessionRow
from coachlog.journal.topic import service as topics
from coachlog.journal.trajectory import service as trajectories
from coachlog.journal.trajectory.fields import OWN
from coachlog.schema.field import ALWAYS, AT_FIRST, LATER, MOMENT, REFERENCE
from coachlog.schema.session import REALITY_PREFIX, SESSION
from coachlog.settings import own_methods
from coachlog.store.work import Work


class Recorded(NamedTuple):
    """A saved conversation: its number, with whom it was, and whether that person is new.

    A *coachee* with *archived_at* was in the archive until this conversation. *double* is the
    number of another conversation with that person at the very same moment. *scored* is the number
    of the goal that also got the score for reality, see `whose_score`.
    """

    number: int
    coachee: Person
    is_new_coachee: bool
    double: int | None = None
    scored: int | None = None


def record(work: Work, data: SessionInput, zone: str) -> Recorded:
    """Save a whole conversation with its goals, scores, options, actions and answers.

    Adds the coachee if unknown, and a trajectory if none is active. *zone* is the coach's own,
    used where the conversation has no time zone. If *data* has the number of a *planned*
    conversation, that one is filled in; raises NotPlannedError if there is none with this person.
    """
    moments = _moments(data, zone, work)
    coachee, is_new = coachees.find_or_add(work, data.coachee, data.coachee_name)
    data = _with_usual_method(work, data, coachee)
    day = clock.local_day(moments.starts_at, moments.time_zone)
    planned = _planned_row(work, data.planned, coachee) if data.planned else None
    session_id = planned.id if planned else new_id()
    trajectory_id = trajectories.current(work, coachee.id, day, data.kind)
    if data.status in ("held", "planned"):
        refuse_talk_in(work, trajectory_id, day.isoformat())
    belonging = Belonging(coachee.id, trajectory_id, session_id, day)
    if data.roles:
        trajectories.set_roles(work, belonging.trajectory_id, data.roles)
    session = _session_row(work, data, session_id, belonging, moments, planned)
    work.orm.add(session)
    work.orm.flush()  # the rows below refer to the row of the conversation
    refs = goals.keep(work, data.goals, data.scores, belonging)
    actions.keep(work, data.actions, data.reviews, refs, belonging)
    keep_outcome(work, data, refs, belonging)
    topics.keep(work, data.parked, belonging)
    topic_texts = topics.take_up(work, data.taken_up, belonging)
    has_own_topic = session.topic is not None or "topic" in data.model_fields_set
    if topic_texts and not has_own_topic:
        session.topic = "\n".join(topic_texts)
    answers = [
        {**answer.model_dump(), "layer": _layer(answer, data.method)} for answer in data.answers
    ]
    _add_parts(work, AnswerRow, session.id, answers)
    options = [_with_layer(values) for values in _options(work, data.options, session.id)]
    _add_parts(work, OptionRow, session.id, options)
    if data.communication:
        _save_communication(work, session.id, data.communication)
    work.orm.flush()
    return Recorded(session.number, coachee, is_new, _double(work, session))


def _with_usual_method(work: Work, data: SessionInput, coachee: Person) -> SessionInput:
    """Return *data* of the coach's own conversation with its method, which says who may read it."""
    if data.method or not is_self(work, coachee.id):
        return data
    return data.model_copy(update={"method": USUAL[OWN]})


def plan(work: Work, data: SessionInput, zone: str) -> Recorded:
    """Save a planned conversation; raises InputRefusedError if it is not in the future."""
    if data.status != "planned":
        raise InputRefusedError("status", _("only planned conversations are saved here."))
    if not data.date:
        raise InputRefusedError("date", _("this is missing."))
    with _naming_the_field():
        # Only checked here; `record` reads the same date again.
        future_moment(data.date, work.now, data.time_zone or zone)
    return record(work, data, zone)


def edit(work: Work, number: int, data: SessionEdit, zone: str) -> list[Moved]:
    """Save the fields of a conversation that *data* sets; raises NotFoundError.

    If that puts it on another day, records dated by it get the new day. Return how many did.
    """
    row = work.orm.get_one(SessionRow, SESSIONS.id_of(work, number))
    values = data.model_dump(exclude_unset=True, exclude={"options", "answers"})
    required(values, *SESSION.required_keys)
    _replace_lists(work, row, data)
    if "communication" in values:
        _save_communication(work, row.id, values.pop("communication") or ())
    row.status = values.pop("status", None) or row.status
    # `when` reads both moments, for the next one counts from the start: a changed one as it was
    # typed, an unchanged one as it is stored.
    present_start = row.starts_at.isoformat()
    present_next = row.next_at.isoformat() if row.next_at else None
    start = values.pop("date", None) or present_start
    next_at = values.pop("next_at", present_next)
    row.sqlmodel_update(values)
    is_held = row.status == "held"
    moments = when(start, next_at, row.time_zone or zone, work.now, held=is_held)
    row.starts_at, row.next_at = moments.starts_at, moments.next_at
    previous_day = row.held_on
    row.held_on = clock.local_day(row.starts_at, row.time_zone)
    work.orm.flush()
    return move_along(work, row.id, previous_day, row.held_on)


def _replace_lists(work: Work, row: SessionRow, data: SessionEdit) -> None:
    """Replace the options and the answers of a conversation by those in *data*, if it has any."""

    def with_layer(values: Values) -> Values:
        return {**values, "layer": _layer(AnswerInput(**values), row.method)}

    if "options" in data.model_fields_set:
        replace(work, OptionRow, row.id, _options(work, data.options or (), row.id), _with_layer)
    if "answers" in data.model_fields_set:
        answers = [answer.model_dump() for answer in data.answers or ()]
        replace(work, AnswerRow, row.id, answers, with_layer)


def _options(work: Work, options: Sequence[OptionInput], session_id: str) -> list[Values]:
    """The values of options, each linked with the contact whose name was typed."""
    if not options:
        return []
    known = ids_by_name(work, session_id)
    linked: list[Values] = []
    for option in options:
        # `@Sarah` alone is an idea without more words: ask Sarah.
        name = option.contact or (option.text if option.origin == "network" else "")
        linked.append({**option.model_dump(), "contact_id": known.get(name_key(name))})
    return linked


def _with_layer(values: Values) -> Values:
    """The values of a new option, which is shared unless it says otherwise."""
    return {**values, "layer": values["layer"] or SHARED}


def _double(work: Work, session: SessionRow) -> int | None:
    """Return the number of another conversation with that person at the same moment, or None."""
    number = work.value(
        "select number from session where coachee_id = :coachee and starts_at = :start"
        " and id <> :id order by number limit 1",
        coachee=session.coachee_id,
        start=clock.instant(session.starts_at),
        id=session.id,
    )
    return None if number is None else int(number)


def _moments(data: SessionInput, zone: str, work: Work) -> When:
    """Return the moments of an input; raises InputRefusedError with the field that is wrong."""
    is_held = data.status == "held"
    with _naming_the_field():
        return when(data.date, data.next_at, data.time_zone or zone, work.now, held=is_held)


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


def _planned_row(work: Work, number: int, coachee: Person) -> SessionRow:
    """Return the row of a planned conversation with a person; raises NotPlannedError."""
    session_id = work.value(
        "select id from session"
        " where number = :number and coachee_id = :coachee and status = 'planned'",
        number=number,
        coachee=coachee.id,
    )
    if session_id is None:
        raise NotPlannedError(number=number, name=coachee.name)
    return work.orm.get_one(SessionRow, str(session_id))


_COPIED = (
    "method_version",
    *(
        field.name
        for field in SESSION.entries(ALWAYS, AT_FIRST, LATER)
        if field.kind not in (MOMENT, REFERENCE) and field.name not in ("status", "time_zone")
    ),
)
"""The columns that are saved as the input has them; the others are computed."""


def _session_row(
    work: Work,
    data: SessionInput,
    session_id: str,
    belonging: Belonging,
    moments: When,
    planned: SessionRow | None,
) -> SessionRow:
    """Return the row of a conversation: a new one, or the *planned* one with the new values.

    Columns that *data* does not set stay as they were planned.
    """
    computed: dict[str, Any] = {
        "status": data.status,
        "trajectory_id": belonging.trajectory_id,
        "starts_at": moments.starts_at,
        "time_zone": moments.time_zone,
        "held_on": belonging.day,
        "next_at": moments.next_at,
        "discreet": is_discreet(data.method, own_methods()) or None,
    }
    copied = {name: getattr(data, name) for name in _COPIED if name in data.model_fields_set}
    reality_values = data.reality.model_dump(exclude_unset=True)
    reality = {f"{REALITY_PREFIX}{name}": value for name, value in reality_values.items()}
    values = computed | copied | reality
    if planned:
        planned.sqlmodel_update(values)
        return planned
    return SessionRow(
        id=session_id,
        number=work.next_number("session"),
        coachee_id=belonging.coachee_id,
        created_at=work.now,
        **values,
    )


def _add_parts(work: Work, row_type: Any, session_id: str, parts: Sequence[Values]) -> None:
    """Add rows for *parts*, placed after those that a planned conversation has already."""
    first_place = _next_place(work, row_type.__tablename__, session_id)
    work.orm.add_all(
        row_type(id=new_id(), session_id=session_id, place=place, **values)
        for place, values in enumerate(parts, first_place)
    )


def _layer(answer: AnswerInput, method: str | None) -> str:
    """Return the layer of the question; an answer may be more private than that, never less."""
    if answer.layer == PRIVATE:
        return PRIVATE
    question = AnsweredQuestion(answer.stage, answer.question, answer.asked)
    return layer_of(question, method, own_methods())


def _save_communication(work: Work, session_id: str, forms: Sequence[str]) -> None:
    """Replace the forms of communication that a conversation has, each saved once."""
    work.execute("delete from communication where session_id = :id", id=session_id)
    for form in dict.fromkeys(forms):
        work.insert("communication", {"session_id": session_id, "form": form})


def _next_place(work: Work, table: str, session_id: str) -> int:
    """Return the first free place for a part of a conversation, counted from 1."""
    sql = f"select coalesce(max(place), 0) + 1 from {table} where session_id = :id"  # noqa: S608 - names of our own
    return int(work.value(sql, id=session_id))
