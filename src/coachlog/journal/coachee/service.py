"""Adds and changes coachees and their talents."""

from coachlog.base.errors import RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import _
from coachlog.journal.coachee import handles, lookup, myself, queries
from coachlog.journal.coachee.fields import without_brackets
from coachlog.journal.coachee.lookup import SEVERAL_COACHEES, Person
from coachlog.journal.coachee.model import CoacheeEdit, CoacheeInput, TalentEdit, TalentInput
from coachlog.journal.common.input_types import FieldRefusedError
from coachlog.journal.common.records import changed_values, update_record
from coachlog.schema.coachee import COACHEE
from coachlog.schema.talent import TALENT
from coachlog.store.work import Work


def add(work: Work, data: CoacheeInput) -> Person:
    """Save a new coachee; raises RefusedError for a handle that they may not take."""
    if data.handle:
        handle = handles.check_handle(work, data.handle)
        handles.release_handle(work, handle)
    else:
        handle = handles.new_handle(work, data.name)
    values = data.model_dump()
    values |= {"handle": handle, "name_sort": plain(data.name), "since_on": values.pop("since")}
    row_id = work.insert("coachee", {"created_at": work.now, **values})
    return Person(row_id, handle, data.name)


def find_or_add(work: Work, who: str, name: str | None = None) -> tuple[Person, bool]:
    """Return the coachee called *who*, or a new one, and whether it is new.

    With *name*, *who* is the handle. Without it, brackets after a new name hold the team:
    `Jonas (magazijn)`. A person in the archive is taken out of it; the returned Person still has
    *archived_at*, for a message about it. Raises RefusedError for several people.
    """
    people = [
        person
        for person in lookup.matching(work, who)
        if not name or _has_handle_or_name(person, who, name)
    ]
    if len(people) > 1:
        raise RefusedError(
            *SEVERAL_COACHEES,
            name=people[0].name,
            handles=", ".join(person.handle for person in people),
        )
    if people:
        if people[0].archived_at:
            queries.archive(work, people[0], None)
        return people[0], False
    if name:
        return add(work, CoacheeInput.model_validate({"name": name, "handle": who})), True
    if lookup.is_self_word(who):
        return myself.own_entry(work), False
    new_name, team = without_brackets(who)
    return add(work, CoacheeInput.model_validate({"name": new_name, "team": team})), True


def _has_handle_or_name(person: Person, handle: str, name: str) -> bool:
    """Return whether *person*, who was found by *handle*, is the one with that handle and *name*.

    A person who merely has the word *handle* as a name must have the given *name* too.
    """
    person_name = plain(person.name)
    matches_only_by_name = plain(handle) == person_name and person_name != person.handle
    return not matches_only_by_name or plain(name) == person_name


def edit(work: Work, who: str, data: CoacheeEdit) -> Person:
    """Save the fields that *data* sets, and return the coachee as changed."""
    person = lookup.find(work, who)
    values = changed_values(COACHEE, data)
    handle = values.pop("handle", person.handle)
    if handle != person.handle:
        handle = handles.check_handle(work, handle)
        handles.rename(work, person, handle, person.name)  # the name is saved below, as a field
    if "since" in values:
        values["since_on"] = values.pop("since")
    name = values.get("name", person.name)
    work.update("coachee", person.id, values | {"name_sort": plain(name)})
    if name != person.name:
        handles.rename_in_drafts(work, person._replace(handle=handle))
    return Person(person.id, handle, name, person.archived_at)


def add_talent(work: Work, person: Person, data: TalentInput) -> int:
    """Save a talent of a person, and return its number.

    Raises FieldRefusedError where *data* names somebody else.
    """
    same_people = lookup.matching(work, data.coachee) if data.coachee else [person]
    if person.id not in {match.id for match in same_people}:
        text = _("“{who}” is not {name}: this talent belongs to somebody else.")
        raise FieldRefusedError("coachee", text.format(who=data.coachee, name=person.name))
    values = data.model_dump(exclude={"coachee"})
    return work.add("talent", {"coachee_id": person.id, **values}).number


def edit_talent(work: Work, number: int, data: TalentEdit) -> None:
    """Save the fields of a talent that *data* sets."""
    update_record(work, TALENT, queries.TALENTS, number, data)
