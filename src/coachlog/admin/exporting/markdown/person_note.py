"""A person as a note: who it is, the conversations, and all that was noted outside one."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from coachlog.admin.exporting.markdown.lines import blocks
from coachlog.admin.exporting.markdown.tasks import task_lines, task_properties
from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.display.page import Line
from coachlog.export.markdown.note import Note
from coachlog.export.markdown.text import as_line, bullet
from coachlog.journal.action.queries import ACTIONS
from coachlog.journal.coachee.queries import CoacheeLine
from coachlog.report.dossier.records import DossierField, DossierRecord
from coachlog.report.dossier.words import ValueWords
from coachlog.schema.coachee import COACHEE
from coachlog.schema.field import DAY, MOMENT, PRIVATE, SHARED, TEXT

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

LinkOf = Callable[[object], str]
"""Returns the link to the note of a conversation by its id; empty where there is none."""


class PersonNotes:
    """Makes the note of a person from the *records* about them, whatever nouns there are."""

    def __init__(self, person: CoacheeLine, zone: str, link_of: LinkOf, *, private: bool) -> None:
        self._person = person
        self._words = ValueWords(person.name, zone)
        self._link_of = link_of
        self._private = private

    def note(
        self, reader: "Reader", record_id: str, name: str, records: Sequence[DossierRecord]
    ) -> Note:
        """Return the note called *name* of the person with that id."""
        talks = {record.id for record in records if record.table.name == "session"}
        clauses = "where coachee = :handle and session is null order by number"
        actions = ACTIONS.all(reader, clauses, handle=self._person.handle)
        shown = [record for record in records if not self._is_elsewhere(record, talks)]
        body = [
            f"# {as_line(self._person.name)}",
            *self._about(shown),
            *self._talks([record for record in records if record.id in talks]),
            *([f"## {_('Actions')}\n\n{task_lines(actions)}"] if actions else []),
            *self._others(shown),
        ]
        properties = {**self._properties(), **task_properties(reader, actions)}
        return Note(record_id, name, properties, "\n\n".join(body))

    def _properties(self) -> dict[str, object]:
        """Return the properties of the note: what others may read, but for free texts."""
        values = {
            field.key: getattr(self._person, field.key, None)
            for field in COACHEE.fields
            if field.layer == SHARED and field.kind != TEXT
        }
        days = {field.key for field in COACHEE.fields if field.kind == MOMENT}
        values |= {key: str(values[key])[:10] for key in days & values.keys() if values[key]}
        return {"kind": "person", **values}

    def _is_elsewhere(self, record: DossierRecord, talks: set[str]) -> bool:
        """Whether the note of a conversation, or a list of this one, has that record."""
        of_action = "action" in (record.table.name, record.table.naming.part_of)
        return record.id in talks or record.owner in talks or of_action

    def _about(self, records: Sequence[DossierRecord]) -> Iterator[str]:
        """Yield the free texts about the person."""
        texts = [
            Line(_(each.field.label), self._words.of(record, each))
            for record in records
            if record.table.name == COACHEE.name
            for each in record.fields
            if each.field.kind == TEXT and self._may_be_exported(each)
        ]
        if texts:
            yield blocks(texts)

    def _talks(self, records: Sequence[DossierRecord]) -> Iterator[str]:
        """Yield the list of conversations, oldest first: those that have a note as a link."""
        lines = []
        for record in records:
            held_on = next(
                str(each.value) for each in record.fields if each.field.name == "held_on"
            )
            shown = self._link_of(record.id) or day_text(held_on, language())
            lines.append((held_on, record.number or 0, f"- {shown}"))
        if lines:
            yield f"## {_('Conversations')}\n\n" + "\n".join(text for *_key, text in sorted(lines))

    def _others(self, records: Sequence[DossierRecord]) -> Iterator[str]:
        """Yield a block for each record that is no part of another, with its parts."""
        block: list[str] = []
        for record in records:
            if record.table.name == COACHEE.name:
                continue
            lines = [line for each in record.fields if (line := self._line(record, each))]
            if record.owner:
                facts = " · ".join(f"{line.label}: {as_line(line.text)}" for line in lines)
                block += [bullet(facts)] if block and facts else []
                continue
            if block:
                yield "\n".join(block)
            block = [f"## {as_line(self._heading(record))}", ""]
            block += [bullet(f"{line.label}: {line.text}") for line in lines]
            block = block if lines else []
        if block:
            yield "\n".join(block)

    def _heading(self, record: DossierRecord) -> str:
        days = [each.value for each in record.fields if each.field.kind == DAY and each.value]
        day = f" · {day_text(str(days[0]), language())}" if days else ""
        return f"{record.heading}{day}"

    def _line(self, record: DossierRecord, each: DossierField) -> Line | None:
        """Return a field with its label; a conversation as a link. None for what stays here."""
        if not self._may_be_exported(each):
            return None
        link = self._link_of(each.value) if each.field.of == "session" else ""
        label = _(each.field.label) if each.field.label else each.field.key
        return Line(label, link or self._words.of(record, each))

    def _may_be_exported(self, each: DossierField) -> bool:
        return self._private or each.layer != PRIVATE
