"""Handles: which one somebody may take, and how an earlier one goes on leading to them."""

from typing import TYPE_CHECKING

from coachlog.base import ids
from coachlog.base.errors import RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _
from coachlog.journal.coachee.fields import HANDLE_MOST
from coachlog.journal.coachee.queries import Person

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


def rename(work: "Work", person: Person, handle: str, name: str) -> Person:
    """Give somebody another handle, a checked one, or name; the earlier handle leads to them too.

    Nothing is written where nothing changes.
    """
    if handle != person.handle:
        take(work, handle)
        keep_leading(work, person.id, person.handle)
    if (handle, name) != (person.handle, person.name):
        called = {"handle": handle, "name": name, "name_sort": plain(name)}
        work.update("coachee", person.id, called)
    if name != person.name:
        keep_drafts(work, person._replace(handle=handle))
    return person._replace(handle=handle, name=name)


def checked(reader: "Reader", handle: str) -> str:
    """*handle*, if somebody may take it; raises RefusedError.

    An earlier handle of somebody else may be taken: a present one counts for more.
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


def taken_from(reader: "Reader", handle: str | None, person: Person | None = None) -> str:
    """A sentence about whom *handle* led to, because it was theirs, before *person* takes it.

    Empty where it led to nobody, or to that person.
    """
    name: str | None = reader.value(
        "select c.name from former_handle f join coachee c on c.id = f.coachee_id"
        " where f.handle = :handle and c.id is not :person",
        handle=handle,
        person=person and person.id,
    )
    return (
        _("Until now {handle} referred to {name}.").format(handle=handle, name=name) if name else ""
    )


def free(reader: "Reader", name: str) -> str:
    """A handle for somebody new of that *name*, which nobody has or had."""
    tries = [_fitting(handle) for handle in ids.handles_for(name)]
    for handle in tries:
        if not _is_known(reader, handle):
            return handle
    begin, n = tries[-1][: HANDLE_MOST - 8], 2
    while _is_known(reader, f"{begin}-{n}"):
        n += 1
    return f"{begin}-{n}"


def _fitting(handle: str) -> str:
    """As many whole words of *handle* as fit: half a number would be that of somebody else."""
    while len(handle) > HANDLE_MOST and "-" in handle:
        handle = handle.rpartition("-")[0]
    return handle[:HANDLE_MOST]


def take(work: "Work", handle: str) -> None:
    """Let *handle* lead to nobody by having been theirs: it is somebody's own from now on."""
    work.execute("delete from former_handle where handle = :handle", handle=handle)


def keep_leading(work: "Work", person_id: str, handle: str) -> None:
    """Let *handle*, which nobody has any more, lead to a person."""
    kept = {"handle": handle, "coachee_id": person_id, "created_at": work.now}
    work.insert("former_handle", kept)


def drafts_of(reader: "Reader", person: Person) -> list[str]:
    """The ids of the unfinished conversations with a person, by whichever handle or name."""
    earlier = "select handle from former_handle where coachee_id = :id"
    handles = {person.handle, *reader.rows(str, earlier, id=person.id)}
    by_name = _drafts_by_name(reader, person)
    return [
        draft_id for draft_id, called in _drafts(reader) if called in handles or draft_id in by_name
    ]


def keep_drafts(work: "Work", person: Person) -> None:
    """Let unfinished conversations that know a person by the name of before know the handle.

    Begun when that person was new, they would make somebody new of the name. A draft is not
    logged, so this is not undone; the handle leads to the same person then.
    """
    for draft_id in _drafts_by_name(work, person):
        work.execute(
            "update draft set coachee = :handle,"
            " state = json_set(state, '$.coachee', :handle) where id = :id",
            handle=person.handle,
            id=draft_id,
        )


def _drafts_by_name(reader: "Reader", person: Person) -> list[str]:
    """None where somebody else has that name too: the coach has to tell them apart."""
    others = "select 1 from coachee where name_sort = :name and id <> :id"
    name = plain(person.name)
    if reader.value(others, name=name, id=person.id) is not None:
        return []
    return [draft_id for draft_id, called in _drafts(reader) if plain(called) == name]


def _drafts(reader: "Reader") -> list[tuple[str, str]]:
    sql = "select id, coachee from draft where coachee is not null order by id"
    return list(reader.rows(_pair, sql))


def _pair(one: str, other: str) -> tuple[str, str]:
    return one, other


def _is_known(reader: "Reader", handle: str) -> bool:
    sql = (
        "select exists (select 1 from coachee where handle = :handle)"
        " or exists (select 1 from former_handle where handle = :handle)"
    )
    return bool(reader.value(sql, handle=handle))
