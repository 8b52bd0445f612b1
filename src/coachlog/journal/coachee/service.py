"""Use cases of coachees: a new one, changes, the one of a conversation, their talents."""

from coachlog.base.errors import RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import _
from coachlog.journal.coachee import handles, queries
from coachlog.journal.coachee.fields import without_brackets
from coachlog.journal.coachee.model import CoacheeEdit, CoacheeInput, TalentEdit, TalentInput
from coachlog.journal.coachee.queries import SEVERAL_COACHEES, Person
from coachlog.journal.common.input_types import FieldRefusedError
from coachlog.journal.common.records import change, changed
from coachlog.schema.coachee import COACHEE
from coachlog.schema.talent import TALENT
from coachlog.store.work import Work


def add(work: Work, data: CoacheeInput) -> Person:
    """Keep a new coachee; raises RefusedError for its handle."""
    if data.handle:
        handle = handles.checked(work, data.handle)
        handles.take(work, handle)
    else:
        handle = handles.free(work, data.name)
    values = data.model_dump()
    values |= {"handle": handle, "name_sort": plain(data.name), "since_on": values.pop("since")}
    row_id = work.insert("coachee", {"created_at": work.now, **values})
    return Person(row_id, handle, data.name)


def find_or_add(work: Work, who: str, name: str | None = None) -> tuple[Person, bool]:
    """The coachee called *who*, and whether it is a new one; raises RefusedError.

    Where *name* is given, *who* is the handle of a new one; otherwise what stands in brackets
    behind a new name is the team. Somebody in the archive comes back; the result still tells
    since when they were there.
    """
    found = [each for each in queries.matching(work, who) if not name or _is(each, who, name)]
    if len(found) > 1:
        raise RefusedError(
            *SEVERAL_COACHEES,
            name=found[0].name,
            handles=", ".join(person.handle for person in found),
        )
    if found:
        if found[0].archived_at:
            queries.archive(work, found[0], None)
        return found[0], False
    if name:
        return add(work, CoacheeInput.model_validate({"name": name, "handle": who})), True
    called, team = without_brackets(who)
    return add(work, CoacheeInput.model_validate({"name": called, "team": team})), True


def _is(person: Person, handle: str, name: str) -> bool:
    """Whether it is this one who goes by *handle*, and not another one who has that for a name."""
    by_name = plain(handle) == plain(person.name) != person.handle
    return not by_name or plain(name) == plain(person.name)


def edit(work: Work, who: str, data: CoacheeEdit) -> Person:
    """Change the given fields of a coachee."""
    person = queries.find(work, who)
    values = changed(COACHEE, data)
    handle = values.pop("handle", person.handle)
    if handle != person.handle:
        handle = handles.checked(work, handle)
        handles.rename(work, person, handle, person.name)
    if "since" in values:
        values["since_on"] = values.pop("since")
    name = values.get("name", person.name)
    work.update("coachee", person.id, values | {"name_sort": plain(name)})
    if name != person.name:
        handles.keep_drafts(work, person._replace(handle=handle))
    return Person(person.id, handle, name, person.archived_at)


def add_talent(work: Work, person: Person, data: TalentInput) -> int:
    """Keep a talent of somebody; the result is its number.

    Raises FieldRefusedError for one that is told to be somebody else's.
    """
    if data.coachee and person.id not in {each.id for each in queries.matching(work, data.coachee)}:
        told = _("“{who}” is not {name}: this talent belongs to somebody else.")
        raise FieldRefusedError("coachee", told.format(who=data.coachee, name=person.name))
    values = data.model_dump(exclude={"coachee"})
    return work.add("talent", {"coachee_id": person.id, **values}).number


def edit_talent(work: Work, number: int, data: TalentEdit) -> None:
    """Change the given fields of a talent that is there."""
    change(work, TALENT, queries.TALENTS, number, data)
