"""Finds the contacts that take part by number or name, and makes contacts of new names."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.journal.common.reads import ambiguous_name, find_by_name
from coachlog.journal.contact.fields import name_key
from coachlog.journal.contact.links import ids_by_name, link_mentions
from coachlog.journal.contact.queries import CONTACTS
from coachlog.schema.contact import ASK_FIRST, CONTACT
from coachlog.values.text import digits

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


def unknown_names(reader: "Reader", names: Sequence[str]) -> list[str]:
    """Return those of *names* that no contact has, not even in part; a number is no name."""
    known = ids_by_name(reader)
    return [
        name
        for name in names
        if not _number(name)
        and name_key(name) not in known
        and not find_by_name(reader, CONTACT, name)
    ]


def contact_ids(work: "Work", names: Sequence[str], location: str | None) -> list[str]:
    """Return the ids of contacts, each once, named by their *names* or numbers.

    A part of a name is enough where one contact has it. An unknown name becomes a contact at
    *location*, inside or outside. Raises RefusedError where no location is given or several are
    meant, NotFoundError for an unknown number.
    """
    known = ids_by_name(work)
    ids = []
    for name in names:
        number = _number(name)
        if number:
            ids.append(CONTACTS.id_of(work, number))
        else:
            ids.append(known.get(name_key(name)) or _match_or_add(work, name, location))
            known[name_key(name)] = ids[-1]
    return list(dict.fromkeys(ids))


def _match_or_add(work: "Work", name: str, location: str | None) -> str:
    """Return the id of the contact whose name *name* is a part of, or else of a new one."""
    found = find_by_name(work, CONTACT, name)
    # Where new contacts are made, a part may be the name of somebody new: better ask than guess.
    if len(found) > 1 or (found and location):
        raise ambiguous_name(name, found)
    return CONTACTS.id_of(work, found[0].number) if found else _add(work, name, location)


def _add(work: "Work", name: str, location: str | None) -> str:
    if location is None:
        raise RefusedError(
            N_("There is no contact {name} yet."),
            N_("Make one with --new-contacts external (or internal), or name a known contact."),
            name=name[:40],
        )
    values = {"name": name, "location": location, "may_be_named": ASK_FIRST}
    contact_id = work.add("contact", values).id
    link_mentions(work, contact_id, [name])
    return contact_id


def _number(name: str) -> int | None:
    return digits(name.removeprefix("#"))
