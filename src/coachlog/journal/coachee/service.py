"""Use cases of coachees: a new one, changes, the one that a conversation is about."""

from coachlog import ids
from coachlog.errors import RefusedError
from coachlog.journal.answer_types import required
from coachlog.journal.coachee import queries
from coachlog.journal.coachee.fields import HANDLE_MOST
from coachlog.journal.coachee.model import CoacheeEdit, CoacheeInput
from coachlog.journal.coachee.queries import CoacheeNotFoundError, Person, SeveralCoacheesError
from coachlog.journal.coachee.rows import CoacheeRow
from coachlog.store.work import Work
from coachlog.texts import N_


class HandleTakenError(RefusedError):
    """Two people cannot have one handle."""

    cause = N_("The handle {handle} belongs to {name}.")
    remedy = N_("Choose another one with --handle.")


class HandleShapeError(RefusedError):
    """A handle is typed often, so it is short and plain."""

    cause = N_("“{handle}” cannot be a handle.")
    remedy = N_("Use at most 40 small letters, digits and hyphens, for example amina-e.")


def add(work: Work, data: CoacheeInput) -> Person:
    """Keep a new coachee; raises HandleTakenError or HandleShapeError."""
    handle = _checked_handle(work, data.handle) if data.handle else _free_handle(work, data.name)
    values = data.model_dump(exclude={"handle", "since"})
    row = CoacheeRow(
        id=ids.new_id(),
        handle=handle,
        name_sort=ids.plain(data.name),
        since_on=data.since,
        created_at=work.now,
        **values,
    )
    work.orm.add(row)
    work.orm.flush()
    return Person(row.id, row.handle, row.name)


def find_or_add(work: Work, who: str, name: str | None = None) -> tuple[Person, bool]:
    """The coachee called *who*, and whether it is a new one; raises SeveralCoacheesError.

    Where *name* is given, *who* is the handle of a new one.
    """
    found = queries.matching(work, who)
    if len(found) > 1:
        raise SeveralCoacheesError(
            name=found[0].name, handles=", ".join(person.handle for person in found)
        )
    if found:
        return found[0], False
    new = CoacheeInput(name=name, handle=who) if name else CoacheeInput(name=who)
    return add(work, new), True


def edit(work: Work, who: str, data: CoacheeEdit) -> Person:
    """Change the given fields of a coachee."""
    person = queries.find(work, who)
    row = work.orm.get(CoacheeRow, person.id)
    if row is None:
        raise CoacheeNotFoundError(name=who, meant="")
    values = data.model_dump(exclude_unset=True)
    required(values, "name", "handle")
    if values.get("handle") and values["handle"] != row.handle:
        values["handle"] = _checked_handle(work, values["handle"])
    if "since" in values:
        values["since_on"] = values.pop("since")
    row.sqlmodel_update(values)
    row.name_sort = ids.plain(row.name)
    return Person(row.id, row.handle, row.name)


def _checked_handle(work: Work, handle: str) -> str:
    if ids.slug(handle) != handle or len(handle) > HANDLE_MOST:
        raise HandleShapeError(handle=handle)
    owner = work.value("select name from coachee where handle = :handle", handle=handle)
    if owner is not None:
        raise HandleTakenError(handle=handle, name=owner)
    return handle


def _free_handle(work: Work, name: str) -> str:
    tries = [handle[:HANDLE_MOST].strip("-") for handle in ids.handles_for(name)]
    for handle in tries:
        if work.value("select 1 from coachee where handle = :handle", handle=handle) is None:
            return handle
    taken = {handle for (handle,) in work.execute("select handle from coachee")}
    return next(
        handle
        for n in range(2, len(taken) + 3)
        if (handle := f"{tries[-1][: HANDLE_MOST - 8]}-{n}") not in taken
    )
