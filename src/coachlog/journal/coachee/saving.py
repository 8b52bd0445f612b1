"""Checks and saves people and their talents. Imports pydantic, so import it late."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coachlog.journal.coachee import service
from coachlog.journal.coachee.handles import owner_note
from coachlog.journal.coachee.lookup import Person, find, namesakes
from coachlog.journal.coachee.model import CoacheeEdit, CoacheeInput, TalentEdit, TalentInput
from coachlog.journal.common.input_types import validated
from coachlog.journal.common.new import add_all
from coachlog.store.work import Work
from coachlog.terminal.context import Context
from coachlog.terminal.inputs import InputValue


class SavedPerson(NamedTuple):
    """A person as saved, and what to say of it; both sentences may be empty.

    *owner_note* says whose earlier handle it was, *namesakes* who has that name already.
    """

    person: Person
    agreement_basis: str | None
    owner_note: str
    namesakes: str = ""


def add_people(run: Context, inputs: Sequence[InputValue]) -> list[SavedPerson]:
    """Save new people, all or none."""

    def add(work: Work, data: CoacheeInput) -> SavedPerson:
        # Both are asked before the person is added, who would count too.
        note, same_name = owner_note(work, data.handle), namesakes(work, data.name)
        return SavedPerson(service.add(work, data), data.agreement_basis, note, same_name)

    return add_all(run, "coachee new", CoacheeInput, inputs, add)


def edit_person(run: Context, which: str, changes: Mapping[str, object]) -> SavedPerson:
    """Save *changes* to the details of a person."""
    data = validated(CoacheeEdit, changes, run.today)
    with run.work("coachee edit") as work:
        note = owner_note(work, data.handle, find(work, which))
        return SavedPerson(service.edit(work, which, data), data.agreement_basis, note)


def add_talents(run: Context, person: Person, inputs: Sequence[InputValue]) -> list[int]:
    """Save talents of a person, all or none, and return their numbers."""

    def add(work: Work, data: TalentInput) -> int:
        return service.add_talent(work, person, data)

    return add_all(run, "talent new", TalentInput, inputs, add)


def edit_talent(run: Context, number: int, changes: Mapping[str, object]) -> None:
    """Save *changes* to a talent."""
    data = validated(TalentEdit, changes, run.today)
    with run.work("talent edit") as work:
        service.edit_talent(work, number, data)
