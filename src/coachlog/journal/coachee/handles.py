"""Handles: which one a person may take, and how an earlier one keeps working."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base import ids
from coachlog.base.errors import RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _
from coachlog.journal.coachee.fields import HANDLE_MOST
from coachlog.journal.coachee.lookup import Person

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


def rename(work: "Work", person: Person, handle: str, name: str) -> Person:
    """Give a person another handle, which must be checked, and another name.

    The earlier handle keeps working. Nothing is written where nothing changes.
    """
    if handle != person.handle:
        release_handle(work, handle)
        save_former(work, person.id, person.handle)
    if (handle, name) != (person.handle, person.name):
        values = {"handle": handle, "name": name, "name_sort": plain(name)}
        work.update("coachee", person.id, values)
    if name != person.name:
        rename_in_drafts(work, person._replace(handle=handle))
    return person._replace(handle=handle, name=name)


def check_handle(reader: "Reader", handle: str) -> str:
    """Return *handle* if a person may take it; raises RefusedError if not.

    The earlier handle of somebody else may be taken; their current one may not.
    """
    if not handle or ids.slug(handle) != handle or len(handle) > HANDLE_MOST:
        raise RefusedError(
            N_("“{handle}” cannot be a short name."),
            N_("Use at most 40 lowercase letters, digits and hyphens, for example amina-e."),
            handle=handle,
        )
    owner = reader.value("select name from coachee where handle = :handle", handle=handle)
    if owner is not None:
        raise RefusedError(
            N_("The short name {handle} belongs to {name}."),
            N_("Choose another short name."),
            handle=handle,
            name=owner,
        )
    return handle


def owner_note(reader: "Reader", handle: str | None, person: Person | None = None) -> str:
    """Return a sentence that says whose earlier handle this is, before *person* takes it.

    Empty where it is nobody's, or was that person's own.
    """
    # `is not` also holds where there is no person, so that any owner counts.
    name: str | None = reader.value(
        "select c.name from former_handle f join coachee c on c.id = f.coachee_id"
        " where f.handle = :handle and c.id is not :person",
        handle=handle,
        person=person and person.id,
    )
    if not name:
        return ""
    return _("Until now {handle} referred to {name}.").format(handle=handle, name=name)


def new_handle(reader: "Reader", name: str) -> str:
    """Return a handle for a new person of that *name*, which nobody has or had."""
    candidates = [_shorten(handle) for handle in ids.handles_for(name)]
    for handle in candidates:
        if not _is_known(reader, handle):
            return handle
    start = candidates[-1][: HANDLE_MOST - 8]  # room for a hyphen and a number
    n = 2
    while _is_known(reader, f"{start}-{n}"):
        n += 1
    return f"{start}-{n}"


def _shorten(handle: str) -> str:
    """Return as many whole words of *handle* as fit, so that a number in it is not cut in two."""
    while len(handle) > HANDLE_MOST and "-" in handle:
        handle = handle.rpartition("-")[0]
    return handle[:HANDLE_MOST]


def release_handle(work: "Work", handle: str) -> None:
    """Stop *handle* from working as an earlier one of anybody: somebody takes it now."""
    work.execute("delete from former_handle where handle = :handle", handle=handle)


def save_former(work: "Work", person_id: str, handle: str) -> None:
    """Save *handle* as an earlier one of a person, so that it keeps working."""
    values = {"handle": handle, "coachee_id": person_id, "created_at": work.now}
    work.insert("former_handle", values)


def drafts_of(reader: "Reader", person: Person) -> list[str]:
    """Return the ids of the unfinished conversations with a person, by any handle or the name."""
    sql = "select handle from former_handle where coachee_id = :id"
    handles = {person.handle, *reader.rows(str, sql, id=person.id)}
    ids_by_name = _drafts_by_name(reader, person)
    return [
        draft.id for draft in _drafts(reader) if draft.coachee in handles or draft.id in ids_by_name
    ]


def rename_in_drafts(work: "Work", person: Person) -> None:
    """Put the handle of a person in the unfinished conversations that have the earlier name.

    They were begun when that person was new, and would add the name once more as a new person.
    Undo does not change drafts, but the handle means the same person then too.
    """
    for draft_id in _drafts_by_name(work, person):
        work.execute(
            "update draft set coachee = :handle,"
            " state = json_set(state, '$.coachee', :handle) where id = :id",
            handle=person.handle,
            id=draft_id,
        )


def _drafts_by_name(reader: "Reader", person: Person) -> list[str]:
    """Return the ids of the drafts with the name of a person.

    Empty where somebody else has that name too: then nobody can say whose they are.
    """
    sql = "select 1 from coachee where name_sort = :name and id <> :id"
    name = plain(person.name)
    if reader.value(sql, name=name, id=person.id) is not None:
        return []
    return [draft.id for draft in _drafts(reader) if plain(draft.coachee) == name]


class _DraftCoachee(NamedTuple):
    id: str
    coachee: str
    """The name or the handle, as it was typed."""


def _drafts(reader: "Reader") -> list[_DraftCoachee]:
    sql = "select id, coachee from draft where coachee is not null order by id"
    return list(reader.rows(_DraftCoachee, sql))


def _is_known(reader: "Reader", handle: str) -> bool:
    sql = (
        "select exists (select 1 from coachee where handle = :handle)"
        " or exists (select 1 from former_handle where handle = :handle)"
    )
    return bool(reader.value(sql, handle=handle))
