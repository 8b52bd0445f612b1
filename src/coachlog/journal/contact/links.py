"""Links ideas and actions to the contact whose name was typed with them.

The name stays as it was typed. It is linked where it is the exact name of a contact, or one that
the coach said to be the same person: what only looks alike is never linked without asking.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.journal.contact.fields import name_key
from coachlog.values.errors import short

if TYPE_CHECKING:
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work


class NameMention(NamedTuple):
    """An idea or an action, as *table* says, with the name typed there."""

    table: str
    id: str
    name: str


class ContactName(NamedTuple):
    """A name of a contact."""

    id: str
    name: str


NOT_LINKED = (
    "select 'option', id, contact from option where contact is not null and contact_id is null"
    " union all"
    " select 'action', id, helper from action where helper is not null and contact_id is null"
)
"""The SQL for the mentions with a name that is linked with no contact."""

_NAME_COLUMNS = {"option": "contact", "action": "helper"}
_LINKED = (
    "select 'option', id, contact from option where contact is not null and contact_id = :id"
    " union all"
    " select 'action', id, helper from action where helper is not null and contact_id = :id"
)
_NAMES = "select id, name from contact order by number"
_LINKED_IN = (
    "select contact_id, contact from option"
    " where session_id = :session and contact_id is not null and contact is not null"
)


def ids_by_name(reader: "Reader", session_id: str = "") -> dict[str, str]:
    """Return the ids of contacts by the keys of their names.

    Those by other names that are linked in the conversation *session_id* come along.
    """
    linked = reader.rows(ContactName, _LINKED_IN, session=session_id) if session_id else ()
    found = [*linked, *reader.rows(ContactName, _NAMES)]
    return {name_key(contact.name): contact.id for contact in found}


def id_of_name(reader: "Reader", name: str | None) -> str | None:
    """Return the id of the contact of that exact *name*, or None."""
    return ids_by_name(reader).get(name_key(name)) if name else None


def link_mentions(work: "Work", contact_id: str, names: Iterable[str]) -> None:
    """Link each idea and action that has one of these *names* and no contact yet."""
    keys = {name_key(name) for name in names}
    for mention in list(work.rows(NameMention, NOT_LINKED)):
        if name_key(mention.name) in keys:
            work.update(mention.table, mention.id, {"contact_id": contact_id})


def refuse_unused_names(reader: "Reader", names: Iterable[str], contact_id: str) -> None:
    """Raise RefusedError for one of *names* that is on no idea or action of the contact.

    It would be lost: other names of a contact are kept with the ideas and actions that have them.
    """
    linked = {name_key(mention.name) for mention in mentions_of(reader, contact_id)}
    for name in names:
        if name_key(name) not in linked:
            raise RefusedError(
                N_("“{name}” is on no idea or action that could be linked with this contact."),
                N_("See which names there are: coachlog contact new --from-journal"),
                name=short(name),
            )


def mentions_of(reader: "Reader", contact_id: str) -> list[NameMention]:
    """Return the ideas and actions that are linked with a contact."""
    return list(reader.rows(NameMention, _LINKED, id=contact_id))


def clear_names(work: "Work", mentions: Iterable[NameMention]) -> None:
    """Empty the name at each of *mentions*, for somebody who does not want to be in the journal."""
    for mention in mentions:
        work.update(mention.table, mention.id, {_NAME_COLUMNS[mention.table]: None})


def refuse_known_name(reader: "Reader", name: str, contact_id: str = "") -> None:
    """Raise RefusedError where another contact has that *name*: ideas are linked by it."""
    for contact in reader.rows(ContactName, _NAMES):
        if name_key(contact.name) == name_key(name) and contact.id != contact_id:
            raise RefusedError(
                N_("There is a contact {name} already."),
                N_("Somebody else? Add what tells them apart, for example {example}."),
                name=contact.name,
                example=f"{name} (HR)",
            )
