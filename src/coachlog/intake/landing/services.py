"""Saves and changes the records of a noun that came from elsewhere, by the noun's own service."""

from collections.abc import Mapping
from datetime import date
from importlib import import_module
from typing import Any, NamedTuple

from coachlog.base.clock import local_day
from coachlog.intake.request import ImportRequest
from coachlog.journal.coachee import service as coachees
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.coachee.model import CoacheeEdit, CoacheeInput
from coachlog.journal.common.input_types import validated
from coachlog.journal.session import service as sessions
from coachlog.journal.session.model import SessionEdit, SessionInput
from coachlog.journal.session.moments import day_of
from coachlog.store.work import Work

Values = Mapping[str, object]
CLOSED_ON = "closed_on"
"""The day of a closing: it is given with a new record, and is the day of a change after that."""


class Landed(NamedTuple):
    """A new record: its id, and the person where it is one."""

    id: str
    person: Person | None = None


def add(work: Work, noun: str, values: Values, request: ImportRequest) -> Landed:
    """Check and save a new record, and return which it is. Raises a CoachlogError."""
    today = local_day(request.now, request.zone)
    if noun == "session":
        day = day_of(values, request.now, request.zone)
        data = validated(SessionInput, values, today, day)
        number = sessions.record(work, data, request.zone).number
        return Landed(_id_of(work, noun, number))
    if noun == "coachee":
        person = coachees.add(work, validated(CoacheeInput, values, today))
        return Landed(person.id, person)
    service: Any = import_module(f"coachlog.journal.{noun}.service")
    number = service.add(work, validated(service.INPUTS["new"], values, today), today)
    return Landed(_id_of(work, noun, number))


def change(work: Work, noun: str, record_id: str, values: Values, request: ImportRequest) -> None:
    """Check and save other values of some fields of a record. Raises a CoachlogError."""
    today = local_day(request.now, request.zone)
    if noun == "coachee":
        handle = str(work.value("select handle from coachee where id = :id", id=record_id))
        coachees.edit(work, handle, validated(CoacheeEdit, values, today))
        return
    sql = f'select number from "{noun}" where id = :id'  # noqa: S608 - a name of our own
    number = int(work.value(sql, id=record_id))
    if noun == "session":
        day = day_of(values, request.now, request.zone)
        editing: Any = import_module("coachlog.journal.session.editing")  # with SQLModel
        editing.edit(work, number, validated(SessionEdit, values, today, day), request.zone)
        work.orm.expunge_all()
        return
    service: Any = import_module(f"coachlog.journal.{noun}.service")
    edited = {key: value for key, value in values.items() if key != CLOSED_ON}
    day = date.fromisoformat(str(values[CLOSED_ON])) if values.get(CLOSED_ON) else today
    service.edit(work, number, validated(service.INPUTS["edit"], edited, today), day)


def _id_of(work: Work, noun: str, number: int) -> str:
    sql = f'select id from "{noun}" where number = :number'  # noqa: S608 - a name of our own
    return str(work.value(sql, number=number))
