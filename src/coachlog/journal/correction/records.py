"""Finds the record that was typed for a correction, and the text in it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.errors import NotFoundError, UsageError
from coachlog.base.folding import plain
from coachlog.base.safe import visible_line
from coachlog.base.texts import N_, _
from coachlog.journal.coachee.lookup import find
from coachlog.journal.common.reads import number_of
from coachlog.journal.correction.texts import RecordText, texts_of
from coachlog.schema.field import Table
from coachlog.schema.tables import TABLES

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class CorrectedRecord(NamedTuple):
    """The record that was typed: its table, number, id and texts; a person has a *handle*."""

    table: Table
    number: int | None
    handle: str
    id: str
    texts: list[RecordText]

    @property
    def reference(self) -> str:
        """Return the words that a person types for it: `session 12`."""
        return f"{self.table.command} {self.number or self.handle}"

    @property
    def name(self) -> str:
        """Return what people call it, such as "conversation 12"; a person goes by handle."""
        if not self.number:
            return self.handle
        naming = self.table.naming
        without_text = naming.found_as if "{text}" in naming.one else naming.one
        return _(naming.brief or without_text).format(n=self.number)

    def find_text(self, typed: str) -> RecordText:
        """Return the text that was typed by its place in the list, its path or its label.

        Raises NotFoundError where there is no such text, or several.
        """
        if typed.strip().isdigit() and 1 <= int(typed) <= len(self.texts):
            return self.texts[int(typed) - 1]
        wanted = plain(typed)
        found = [text for text in self.texts if wanted == text.path]
        found = found or [text for text in self.texts if wanted in _names(text)]
        if len(found) != 1:
            raise NotFoundError(
                N_("{record} has no text “{typed}”."),
                N_("It has: {known}."),
                record=self.reference,
                typed=visible_line(typed)[:40],
                known=", ".join(text.path for text in self.texts) or "–",
            )
        return found[0]


def find_record(reader: "Reader", what: Sequence[str]) -> CorrectedRecord:
    """Return the record that was typed, such as `session 12`, or a person by name.

    Raises UsageError for a noun that is not known, NotFoundError where there is no such record.
    """
    *noun_words, which = " ".join(what).replace(":", " ").split() or [""]
    table = _noun(" ".join(noun_words)) if noun_words else None
    if table is None and noun_words and which.isdigit():
        raise UsageError(
            N_("“{noun}” has no records with texts."),
            N_("For example: coachlog rectify session 12; known: {known}."),
            noun=visible_line(" ".join(noun_words))[:40],
            known=", ".join(each.command for each in _nouns()),
        )
    if table is None or table.name == "coachee":
        name = which if table else " ".join((*noun_words, which))
        person = find(reader, name)
        table = TABLES["coachee"]
        texts = texts_of(reader, table, person.id)
        return CorrectedRecord(table, None, person.handle, person.id, texts)
    number = number_of(reader, table.name, which)
    sql = f'select id from "{table.name}" where number = :number'  # noqa: S608 - a name of our own
    record_id = reader.value(sql, number=number)
    if record_id is None:
        raise NotFoundError(
            N_("There is no {noun} {number}."),
            N_("Give the number as the list shows it."),
            noun=table.command,
            number=number,
        )
    texts = texts_of(reader, table, str(record_id))
    return CorrectedRecord(table, number, "", str(record_id), texts)


def _nouns() -> list[Table]:
    """Return the tables whose records people know by number, and that of people."""
    return [table for table in TABLES.values() if table.find("number") or table.name == "coachee"]


def _noun(typed: str) -> Table | None:
    """Return the table of a noun as typed, in any language; None where it is not known."""
    wanted = plain(typed).replace("_", " ")
    for table in _nouns():
        words = ",".join((table.command, *table.noun.typed)).split(",")
        if wanted in (word.strip() for word in words):
            return table
    return None


def _names(text: RecordText) -> set[str]:
    """Return what may be typed for a text; the table of a part may be in the plural."""
    part, dot, rest = text.path.partition(".")
    return {*map(plain, (text.path, *text.names, f"{part}s{dot}{rest}")), text.column}
