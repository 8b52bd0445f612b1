"""Names of others in what is about a person, and the person's name in what is about others."""
# ruff: noqa: S608 - tables and columns are names of our own, values are bound

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.tokens import folded_words
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.network_case.known_words import CONTACT, HANDLE, NAME, known_words
from coachlog.journal.network_case.warning import CaseWatch
from coachlog.report.dossier.records import DossierRecord
from coachlog.schema.field import WORDS
from coachlog.schema.tables import TABLES

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

OPENLY_NAMED = (("release", "to_whom"), ("release", "agreed_by"), ("trajectory", "sponsor"))
"""Fields with the names of those of whom the person has to know: recipients, who asked for it."""


class NamesOfOthers:
    """Finds in texts about one person the names of others that the journal knows."""

    def __init__(self, reader: "Reader", person: Person, coach: str | None) -> None:
        own_words = own_names(reader, person)
        own_words |= set(folded_words(coach or ""))
        known = [
            each
            for each in known_words(reader, None)
            if each.kind in (NAME, CONTACT, HANDLE) and not set(each.words) <= own_words
        ]
        self._watch = CaseWatch(known)

    def found_in(self, records: Iterable[DossierRecord]) -> list[str]:
        """Return the names of others in these records, each once, in their order."""
        texts = {
            f"{record.id}.{each.field.name}": str(each.value)
            for record in records
            for each in record.fields
            if each.field.kind in WORDS and (record.table.name, each.field.name) not in OPENLY_NAMED
        }
        found = self._watch.warnings(texts)
        return list(
            dict.fromkeys(each.word for each in found if each.kind in (NAME, CONTACT, HANDLE))
        )


def own_names(reader: "Reader", person: Person) -> set[str]:
    """Return the words, folded, of the name of a person and of all short names."""
    sql = "select handle from former_handle where coachee_id = :id"
    names = (person.name, person.handle, *reader.rows(str, sql, id=person.id))
    return {word for name in names for word in folded_words(name)}


class _Found(NamedTuple):
    noun: str
    record_id: str


def named_elsewhere(reader: "Reader", person: Person, known_ids: set[str]) -> list[str]:
    """Return what else in the journal has the name of a person, as `session:4`, newest first.

    The texts of such a record are about somebody else, as far as the journal knows.
    """
    phrases = (
        folded_words(person.name),
        folded_words(person.name)[:1],
        folded_words(person.handle),
    )
    match = " OR ".join(f'"{" ".join(words)}"' for words in dict.fromkeys(phrases) if words)
    if not match:
        return []
    sql = (
        "select d.noun, d.record_id from search join document d on d.id = search.rowid"
        " where search match :match order by d.id desc"
    )
    keys = [
        _key(reader, found.noun, found.record_id)
        for found in reader.rows(_Found, sql, match=match)
        if found.record_id not in known_ids
    ]
    return [key for key in dict.fromkeys(keys) if key]


def _key(reader: "Reader", noun: str, record_id: str) -> str:
    """Return what to type to mean a record, or the one that it is a part of; "" where nothing."""
    table = TABLES[noun]
    if table.find("number"):
        number = reader.value(f'select number from "{noun}" where id = :id', id=record_id)
        return f"{noun}:{number}"
    if table.owner is None:
        return ""
    owner, column = table.owner
    owner_id = reader.value(f'select "{column}" from "{noun}" where id = :id', id=record_id)
    return _key(reader, owner, str(owner_id)) if owner_id else ""
