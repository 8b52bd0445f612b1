"""Use cases of conversations: record a whole one, change one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from coachlog.base import clock
from coachlog.base.errors import CoachlogError, InputRefusedError
from coachlog.base.ids import new_id
from coachlog.base.texts import _
from coachlog.interview.layers import PRIVATE, AnsweredQuestion, layer_of
from coachlog.journal.action import service as actions
from coachlog.journal.coachee import service as coachees
from coachlog.journal.coachee.queries import Person
from coachlog.journal.common.belonging import Belonging
from coachlog.journal.common.input_types import required
from coachlog.journal.goal import service as goals
from coachlog.journal.session.appointment.queries import NotPlannedError
from coachlog.journal.session.day_change import Moved, move_along
from coachlog.journal.session.model import AnswerInput, SessionEdit, SessionInput
from coachlog.journal.session.moments import NextBeforeStartError, When, future_moment, when
from coachlog.journal.session.queries import SESSIONS
from coachlog.journal.session.replacement import Values, replace
from coachlog.journal.session.rows import AnswerRow, OptionRow, SessionRow
from coachlog.journal.topic import service as topics
from coachlog.journal.trajectory import service as trajectories
from coachlog.schema.field import ALWAYS, AT_FIRST, LATER, MOMENT, REFERENCE
from coachlog.schema.session import REALITY_PREFIX, SESSION
from coachlog.settings import own_methods
from coachlog.store.work import Work


class Recorded(NamedTuple):
    """What was made of a conversation: its number, whose it is, whether that person is new.

    Somebody who has *archived_at* was in the archive until this conversation. *double* is the
    number of another conversation with that person at the very same moment; *scored* that of the
    goal to which the figure of the reality was taken to belong.
    """

    number: int
    coachee: Person
    is_new_coachee: bool
    double: int | None = None
    scored: int | None = None


def record(work: Work, data: SessionInput, zone: str) -> Recorded:
    """Keep a whole conversation with its goals, scores, options, actions and answers.

    An unknown coachee, and a trajectory where none is active, are made on the way. *zone* is
    the coach's own, used where the conversation names none. All of it is written, or nothing.
    Where it says which one was *planned*, it becomes that one; NotPlannedError if it cannot.
    """
    moments = _when(data, zone, work)
    coachee, is_new = coachees.find_or_add(work, data.coachee, data.coachee_name)
    day = clock.local_day(moments.starts_at, moments.time_zone)
    planned = _planned(work, data.planned, coachee) if data.planned else None
    session_id = planned.id if planned else new_id()
    place = Belonging(coachee.id, trajectories.current(work, coachee.id, day), session_id, day)
    if data.roles:
        trajectories.set_roles(work, place.trajectory_id, data.roles)
    session = _session(work, data, session_id, place, moments, planned)
    work.orm.add(session)
    work.orm.flush()  # what belongs to it is counted with it
    refs = goals.keep(work, data.goals, data.scores, place)
    actions.keep(work, data.actions, data.reviews, refs, place)
    topics.keep(work, data.parked, place)
    taken = topics.take_up(work, data.taken_up, place)
    if taken and session.topic is None and "topic" not in data.model_fields_set:
        session.topic = "\n".join(taken)
    answers = [{**each.model_dump(), "layer": _layer(each, data.method)} for each in data.answers]
    _add_parts(work, AnswerRow, session.id, answers)
    _add_parts(work, OptionRow, session.id, [each.model_dump() for each in data.options])
    if data.communication:
        _communicate(work, session.id, data.communication)
    work.orm.flush()
    return Recorded(session.number, coachee, is_new, _double(work, session))


def plan(work: Work, data: SessionInput, zone: str) -> Recorded:
    """Keep a conversation that lies ahead; raises InputRefusedError for one that does not."""
    if data.status != "planned":
        raise InputRefusedError("status", _("only planned conversations are saved here."))
    if not data.date:
        raise InputRefusedError("date", _("this is missing."))
    with _at_its_field():
        future_moment(data.date, work.now, data.time_zone or zone)
    return record(work, data, zone)


def edit(work: Work, number: int, data: SessionEdit, zone: str) -> list[Moved]:
    """Change the given fields of a conversation; raises NotFoundError.

    On another day, what it dated moves along: the result tells how many of what.
    """
    row = work.orm.get_one(SessionRow, SESSIONS.id_of(work, number))
    values = data.model_dump(exclude_unset=True, exclude={"options", "answers"})
    required(values, *SESSION.required_keys)
    _replace_lists(work, row, data)
    if "communication" in values:
        _communicate(work, row.id, values.pop("communication") or ())
    row.sqlmodel_update(
        {field: values[field] for field in values if field not in ("date", "next_at", "status")}
    )
    row.status = values.get("status") or row.status
    starts = values.get("date") or row.starts_at.isoformat()
    kept_next = row.next_at.isoformat() if row.next_at else None
    following = values.get("next_at", kept_next)
    moments = when(starts, following, row.time_zone or zone, work.now, held=row.status == "held")
    row.starts_at, row.next_at = moments.starts_at, moments.next_at
    before, row.held_on = row.held_on, clock.local_day(row.starts_at, row.time_zone)
    work.orm.flush()
    return move_along(work, row.id, before, row.held_on)


def _replace_lists(work: Work, row: SessionRow, data: SessionEdit) -> None:
    """Put the options and the answers that were given in the place of those there are."""

    def with_layer(values: Values) -> Values:
        return {**values, "layer": _layer(AnswerInput(**values), row.method)}

    if "options" in data.model_fields_set:
        options = [each.model_dump() for each in data.options or ()]
        replace(work, OptionRow, row.id, options)
    if "answers" in data.model_fields_set:
        answers = [each.model_dump() for each in data.answers or ()]
        replace(work, AnswerRow, row.id, answers, with_layer)


def _double(work: Work, session: SessionRow) -> int | None:
    found = work.value(
        "select number from session where coachee_id = :coachee and starts_at = :start"
        " and id <> :id order by number limit 1",
        coachee=session.coachee_id,
        start=clock.instant(session.starts_at),
        id=session.id,
    )
    return None if found is None else int(found)


def _when(data: SessionInput, zone: str, work: Work) -> When:
    with _at_its_field():
        return when(
            data.date, data.next_at, data.time_zone or zone, work.now, held=data.status == "held"
        )


@contextmanager
def _at_its_field() -> Iterator[None]:
    """Within it, an error about a moment tells the field of the input."""
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


def _planned(work: Work, number: int, coachee: Person) -> SessionRow:
    found = work.value(
        "select id from session"
        " where number = :number and coachee_id = :coachee and status = 'planned'",
        number=number,
        coachee=coachee.id,
    )
    if found is None:
        raise NotPlannedError(number=number, name=coachee.name)
    return work.orm.get_one(SessionRow, str(found))


_PLAIN = (
    "method_version",
    *(
        each.name
        for each in SESSION.entries(ALWAYS, AT_FIRST, LATER)
        if each.kind not in (MOMENT, REFERENCE) and each.name not in ("status", "time_zone")
    ),
)
"""What is kept as it was told."""


def _session(
    work: Work,
    data: SessionInput,
    session_id: str,
    place: Belonging,
    moments: When,
    planned: SessionRow | None,
) -> SessionRow:
    """The row of a conversation; what it does not tell stays as it was *planned*."""
    always = {
        "status": data.status,
        "trajectory_id": place.trajectory_id,
        "starts_at": moments.starts_at,
        "time_zone": moments.time_zone,
        "held_on": place.day,
        "next_at": moments.next_at,
    }
    told = {name: getattr(data, name) for name in _PLAIN if name in data.model_fields_set}
    reality = data.reality.model_dump(exclude_unset=True)
    values: dict[str, Any] = (
        always | told | {f"{REALITY_PREFIX}{name}": reality[name] for name in reality}
    )
    if planned:
        planned.sqlmodel_update(values)
        return planned
    return SessionRow(
        id=session_id,
        number=work.next_number("session"),
        coachee_id=place.coachee_id,
        created_at=work.now,
        **values,
    )


def _add_parts(work: Work, row_type: Any, session_id: str, parts: Sequence[Values]) -> None:
    """Keep *parts* after those that a planned conversation has already."""
    first = _first_place(work, row_type.__tablename__, session_id)
    work.orm.add_all(
        row_type(id=new_id(), session_id=session_id, place=place, **values)
        for place, values in enumerate(parts, first)
    )


def _layer(answer: AnswerInput, method: str | None) -> str:
    """The layer of the question; an answer may be more private than that, never less."""
    if answer.layer == PRIVATE:
        return PRIVATE
    return layer_of(
        AnsweredQuestion(answer.stage, answer.question, answer.asked), method, own_methods()
    )


def _communicate(work: Work, session_id: str, forms: Sequence[str]) -> None:
    """Keep these forms of communication in the place of those of before, or of what was planned."""
    work.execute("delete from communication where session_id = :id", id=session_id)
    for form in dict.fromkeys(forms):
        work.insert("communication", {"session_id": session_id, "form": form})


def _first_place(work: Work, table: str, session_id: str) -> int:
    """The place after the ones that a planned conversation has already."""
    sql = f"select coalesce(max(place), 0) + 1 from {table} where session_id = :id"  # noqa: S608 - names of our own
    return int(work.value(sql, id=session_id))
