"""Finds who could help with something: by what contacts can do, and by what they brought."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.folding import plain
from coachlog.journal.common.reads import has_words
from coachlog.journal.contact.queries import CONTACTS, ContactLine

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class HelpLine(NamedTuple):
    """A contact who could help, with the *text* in which the words were found.

    *found_in* is expertise, organisation, idea, action or outcome.
    """

    number: int
    name: str
    where: str
    found_in: str
    text: str
    organisation: str | None
    reach: str | None
    may_be_named: str
    last_used_on: str | None


class _TextOfContact(NamedTuple):
    number: int
    found_in: str
    text: str


_OWN = ("expertise", "organisation")
_BROUGHT = (
    "select c.number, 'outcome', a.outcome from action a join contact c on c.id = a.contact_id"
    " where a.outcome is not null"
    " union all select c.number, 'idea', o.text from option o join contact c on c.id = o.contact_id"
    " union all select c.number, 'action', a.what from action a"
    " join contact c on c.id = a.contact_id"
)


def find_helpers(reader: "Reader", words: str) -> list[HelpLine]:
    """Return the contacts who could help, each once, those who can do it by trade first."""
    wanted = plain(words).split()
    contacts = {line.number: line for line in CONTACTS.rows(reader)}
    texts = [*_texts_of(contacts.values()), *reader.rows(_TextOfContact, _BROUGHT)]
    found: dict[int, _TextOfContact] = {}
    for text in texts:
        if wanted and has_words(text.text, wanted):
            found.setdefault(text.number, text)
    return [_line(contacts[text.number], text) for text in found.values()]


def _texts_of(contacts: Iterable[ContactLine]) -> Iterator[_TextOfContact]:
    for column in _OWN:
        for line in contacts:
            if text := getattr(line, column):
                yield _TextOfContact(line.number, column, text)


def _line(contact: ContactLine, text: _TextOfContact) -> HelpLine:
    return HelpLine(
        contact.number,
        contact.name,
        contact.where,
        text.found_in,
        text.text,
        contact.organisation,
        contact.reach,
        contact.may_be_named,
        contact.last_used_on,
    )
