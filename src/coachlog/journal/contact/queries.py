"""Reads the contacts of the coach."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.common.reads import View, not_found

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class ContactLine(NamedTuple):
    """A row of the view `contacts`, in its order."""

    number: int
    name: str
    where: str
    organisation: str | None
    expertise: str | None
    reach: str | None
    may_be_named: str
    rhythm_days: int | None
    in_touch_on: str | None
    last_used_on: str | None


class ContactFilter(NamedTuple):
    """Which contacts to list: those that match every field that is not None."""

    where: str | None = None


CONTACTS = View(
    "contacts",
    ContactLine,
    not_found("contact", N_("There is no contact {number}.")),
    ContactFilter(),
    order="name collate nocase, number",
    table="contact",
)


def names(reader: "Reader") -> list[str]:
    """Return the names of all contacts."""
    return list(reader.rows(str, "select name from contact order by name"))
