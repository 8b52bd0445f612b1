"""Notes that coachlog wrote: what was ticked there is taken back, and all else is here already."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from coachlog.base.texts import _
from coachlog.export.markdown.note import (
    AS_OF,
    ID,
    TASKS,
    parts_of,
    words_digest,
    words_without_tasks,
)
from coachlog.intake.markdown.body import read_body
from coachlog.intake.markdown.folder import NoteFile
from coachlog.intake.markdown.front_matter import FrontMatter, split
from coachlog.intake.markdown.note import ReadNote, action, place_of, talk_values, wrong_days
from coachlog.intake.markdown.task import OPEN, Task
from coachlog.intake.record import IncomingRecord, Item, PersonReference, Problem
from coachlog.intake.request import ImportRequest
from coachlog.schema.coachee import COACHEE

_TALK_KEYS = ("minutes", "form", "status", "time_zone", "next_at")
_PERSON_KEYS = tuple(field.key for field in COACHEE.fields if field.entry)


class _Known(NamedTuple):
    """An action as it went out: its id, its status and the day it was due."""

    id: str
    status: str
    due_on: str | None


class OwnNote(NamedTuple):
    """A note that coachlog wrote, without what the person added below the line."""

    file: NoteFile
    head: FrontMatter

    @property
    def id(self) -> str:
        """The id of the record that it was written for; empty for any other note."""
        return self.one(ID)

    @property
    def is_of_person(self) -> bool:
        """Whether it is that of a person."""
        return self.one("kind") == "person"

    def one(self, key: str) -> str:
        """Return the words of a property; empty where there is none."""
        return next((", ".join(each.words) for each in self.head.properties if each.key == key), "")


def own_note(file: NoteFile) -> OwnNote:
    """Return *file* as a note of coachlog's own; whether it is one, its id tells."""
    return OwnNote(file, split(file.text))


def incoming(own: OwnNote, request: ImportRequest) -> Iterator[Item]:
    """Yield the record of a note, which is new only in another journal, and its actions."""
    parts = parts_of(own.file.text)
    if parts.written_words and parts.written_words != words_digest(parts.body):
        yield Problem(
            own.file.place,
            _("Words above the line were changed: only tasks are taken back. Write below it."),
        )
    body = read_body(parts.body.split("\n"), own.head.line + 1)
    note = ReadNote(own.file.place, own.id, own.head.properties, body, is_cut=False)
    moment = ""
    if own.is_of_person:
        values = _values_of(own, _PERSON_KEYS)
        yield IncomingRecord("coachee", own.id, note.place, values, own=own.id, own_values={})
    else:
        moment = "T".join(filter(None, (own.one("date"), own.one("time"))))
        whole = note._replace(body=body._replace(sections={}))
        values = {**talk_values(whole, moment, "", request), **_values_of(own, _TALK_KEYS)}
        # What went out for the coach alone may be among the words: they are never shared.
        values["private_note"] = words_without_tasks(parts.body).strip()
        yield IncomingRecord(
            "session", own.id, note.place, values, note.who, own=own.id, own_values={}
        )
    yield from _actions(own, note, moment, request)


def _values_of(own: OwnNote, keys: tuple[str, ...]) -> dict[str, object]:
    return {key: text for key in keys if (text := own.one(key))}


def _actions(own: OwnNote, note: ReadNote, moment: str, request: ImportRequest) -> Iterator[Item]:
    known = dict(_known_actions(own))
    person = (PersonReference(own.one("name"), (own.one("reach"),), own.one("handle")),)
    for task in note.body.tasks:
        yield from wrong_days(note, task)
        item = action(note, task, moment, request, task.block or task.what)
        item = item._replace(who=person) if own.is_of_person else item
        before = known.get(task.block)
        if before is None:
            yield item
            continue
        changes = _changes(before, task)
        yield item._replace(
            place=place_of(note, task), own=before.id, own_values=changes, as_of=own.one(AS_OF)
        )


def _changes(before: _Known, task: Task) -> Mapping[str, object]:
    """Return what the person changed of an action: the box, or the day it is due."""
    changes: dict[str, object] = {}
    is_partly = before.status == "partly" and task.box == "/"
    if task.status != before.status and not is_partly:
        changes["status"] = task.status
        if task.status != OPEN and task.closed_on:
            changes["closed_on"] = task.closed_on
    if task.due_on != before.due_on and not task.wrong_days:
        changes["due_on"] = task.due_on
    return changes


def _known_actions(own: OwnNote) -> Iterator[tuple[str, _Known]]:
    """Yield the actions as they went out, by the sign behind each."""
    words = (each.words for each in own.head.properties if each.key == TASKS)
    for text in next(words, ()):
        parts = text.split()
        if len(parts) == 4:
            sign, status, day, record_id = parts
            yield sign, _Known(record_id, status, None if day == "-" else day)
