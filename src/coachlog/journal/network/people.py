"""Finds the contacts that take part by number or name, and makes contacts of new names."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.journal.common.reads import called, several
from coachlog.journal.contact.fields import name_key
from coachlog.journal.contact.links import link_places
from coachlog.journal.contact.queries import CONTACTS
from coachlog.schema.contact import ASK_FIRST, CONTACT

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class NamedContact(NamedTuple):
    """A contact by id and name."""

    id: str
    name: str


_NAMES = "select id, name from contact order by number"


def unknown_names(reader: "Reader", names: Sequence[str]) -> list[str]:
    """Return those of *names* that no contact has, not even in part; a number is no name."""
    known = _ids_by_name(reader)
    return [
        name
        for name in names
        if not _number(name) and name_key(name) not in known and not called(reader, CONTACT, name)
    ]


def contact_ids(work: "Work", names: Sequence[str], place: str | None) -> list[str]:
    """Return the ids of contacts, each once, named by their *names* or numbers.

    A part of a name is enough where one contact has it. An unknown name becomes a contact at
    *place*, inside or outside. Raises RefusedError where no place is given or several are meant,
    NotFoundError for an unknown number.
    """
    known = _ids_by_name(work)
    ids = []
    for name in names:
        number = _number(name)
        if number:
            ids.append(CONTACTS.id_of(work, number))
        else:
            ids.append(known.get(name_key(name)) or _in_part(work, name, place))
            known[name_key(name)] = ids[-1]
    return list(dict.fromkeys(ids))


def set_people(
    work: "Work", table: str, column: str, record_id: str, wanted: Sequence[str]
) -> None:
    """Make the contacts *wanted*, by id, those of a network or a meeting: its rows in *table*."""
    sql = f"select contact_id from {table} where {column} = :id"  # noqa: S608 - names of our own
    current = list(work.rows(str, sql, id=record_id))
    for contact_id in sorted(set(current) - set(wanted)):
        work.execute(
            f"delete from {table} where {column} = :id and contact_id = :contact",  # noqa: S608 - as above
            id=record_id,
            contact=contact_id,
        )
    for contact_id in wanted:
        if contact_id not in current:
            work.insert(table, {column: record_id, "contact_id": contact_id})


def _in_part(work: "Work", name: str, place: str | None) -> str:
    """Return the id of the contact whose name *name* is a part of, or else of a new one."""
    found = called(work, CONTACT, name)
    # Where new contacts are made, a part may be the name of somebody new: better ask than guess.
    if len(found) > 1 or (found and place):
        raise several(name, found)
    return CONTACTS.id_of(work, found[0].number) if found else _add(work, name, place)


def _add(work: "Work", name: str, place: str | None) -> str:
    if place is None:
        raise RefusedError(
            N_("There is no contact {name} yet."),
            N_("Make one with --new-contacts external (or internal), or name a known contact."),
            name=name[:40],
        )
    values = {"name": name, "location": place, "may_be_named": ASK_FIRST}
    contact_id = work.add("contact", values).id
    link_places(work, contact_id, [name])
    return contact_id


def _ids_by_name(reader: "Reader") -> dict[str, str]:
    return {name_key(contact.name): contact.id for contact in reader.rows(NamedContact, _NAMES)}


def _number(name: str) -> int | None:
    digits = name.removeprefix("#")
    return int(digits) if digits.isascii() and digits.isdigit() else None
