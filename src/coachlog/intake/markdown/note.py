"""What a note becomes: a conversation with its actions, or actions alone where it has no day."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from coachlog.base.errors import CoachlogError
from coachlog.base.folding import plain
from coachlog.base.texts import _
from coachlog.intake.markdown.body import NoteBody, read_body
from coachlog.intake.markdown.days import FoundMoment, day_in_name, moment_in, with_time
from coachlog.intake.markdown.folder import NoteFile
from coachlog.intake.markdown.front_matter import Property, inline_properties, split
from coachlog.intake.markdown.task import OPEN, Task
from coachlog.intake.markdown.who import people_in
from coachlog.intake.markdown.words import (
    ACTIONS,
    CREATED,
    DATE,
    GOALS,
    MINUTES,
    OPTIONS,
    PERSON,
    REALITY,
    TIME,
    TOPIC,
    property_of,
    section_of,
)
from coachlog.intake.record import IncomingRecord, Item, PersonReference, Problem
from coachlog.intake.request import ImportRequest
from coachlog.values import parse

INLINE = (DATE, TIME, MINUTES, PERSON)
"""The properties that a text may have too, where they also stay among its words."""
MOST_GOALS, MOST_OPTIONS = 100, 500
"""The most that one conversation may have; the others go among the free words."""


class ReadNote(NamedTuple):
    """A note in its parts. *place* is its place in the vault, *key* what identifies it there.

    *own_name* is what the coach is called, *inline* are properties that stand in the text.
    """

    place: str
    key: str
    properties: tuple[Property, ...]
    body: NoteBody
    is_cut: bool
    own_name: str = ""
    inline: tuple[Property, ...] = ()

    def words_of(self, code: str) -> tuple[str, ...]:
        """Return the words of a property, such as TOPIC, under the first of its names."""
        everything = (*self.properties, *self.inline)
        found = (each.words for each in everything if property_of(each.key) == code)
        return next((words for words in found if words), ())

    def one(self, code: str) -> str:
        """Return the words of a property as one text."""
        return ", ".join(self.words_of(code))

    @property
    def who(self) -> tuple[PersonReference, ...]:
        """Return the people that it names, without the coach."""
        words = self.words_of(PERSON)
        everybody = people_in(words, is_list=len(words) > 1)
        return tuple(who for who in everybody if plain(who.name) != plain(self.own_name))


def parsed(file: NoteFile, own_name: str) -> ReadNote:
    """Return the parts of a note."""
    head = split(file.text)
    ids = (each.words for each in head.properties if each.key.casefold() in ("id", "uid", "uuid"))
    key = next((words[0] for words in ids if words), file.place)
    inline = (each for each in inline_properties(head.text) if property_of(each.key) in INLINE)
    body = read_body(head.text, head.line)
    return ReadNote(file.place, key, head.properties, body, head.is_long, own_name, (*inline,))


def incoming(note: ReadNote, stem: str, request: ImportRequest) -> Iterator[Item]:
    """Yield the conversation of a note and its actions, and what could not be understood."""
    if note.is_cut:
        yield Problem(note.place, _("Its properties are longer than 64 kB and were not read."))
    named = day_in_name(stem)
    found = _moment(note, named.found, request)
    if found.wrong:
        yield Problem(
            note.place, _("“{day}” is no day that there is.").format(day=found.wrong[:60])
        )
    words = words_beside(note)
    if found.moment:
        values = talk_values(note, found.moment, named.rest, request)
        yield IncomingRecord("session", note.key, note.place, values, note.who, words)
    elif not found.wrong and (words or note.body.sections or not note.body.tasks):
        reason = _("It has no day: give it a property “date”, or a day in its name.")
        yield Problem(note.place, reason)
    yield from actions(note, found.moment, request)


def actions(note: ReadNote, moment: str, request: ImportRequest) -> Iterator[Item]:
    """Yield the actions of a note that was written elsewhere."""
    keys: Counter[str] = Counter()
    for task in note.body.tasks:
        yield from wrong_days(note, task)
        yield action(note, task, moment, request, _key(task.block or task.what, keys))
    for what in note.body.items(ACTIONS):
        values = {"what": what, "status": OPEN, "agreed_on": _agreed_on(moment, request)}
        key = f"{note.key}#{_key(what, keys)}"
        talk = note.key if moment else ""
        yield IncomingRecord("action", key, note.place, values, note.who, talk=talk)


def action(
    note: ReadNote, task: Task, moment: str, request: ImportRequest, key: str
) -> IncomingRecord:
    """Return a task as an action of the conversation, if the note has one."""
    values = {
        "what": task.what,
        "due_on": task.due_on,
        "agreed_on": _agreed_on(task.created_on or moment, request),
        "status": task.status,
        "closed_on": None if task.status == OPEN else task.closed_on,
    }
    place = place_of(note, task)
    talk = note.key if moment else ""
    return IncomingRecord("action", f"{note.key}#{key}", place, values, note.who, talk=talk)


def wrong_days(note: ReadNote, task: Task) -> Iterator[Problem]:
    """Yield what is to be said of days in a task that do not exist."""
    for day in task.wrong_days:
        reason = _("“{day}” is no day that there is: it stays in the words of the action.")
        yield Problem(place_of(note, task), reason.format(day=day))


def place_of(note: ReadNote, task: Task) -> str:
    """Return where a task stands."""
    return f"{note.place}, {_('line {n}').format(n=task.line)}"


def talk_values(
    note: ReadNote, moment: str, rest_of_name: str, request: ImportRequest
) -> Mapping[str, object]:
    """Return the fields of a conversation; *rest_of_name* is the topic if there is no other."""
    names = {who.name.casefold() for who in note.who}
    rest = "" if rest_of_name.casefold() in names else rest_of_name
    body = note.body
    values: dict[str, object] = {
        "date": moment,
        "topic": note.one(TOPIC) or body.title or rest or None,
        "minutes": _minutes(note.one(MINUTES)),
        "goals": [{"statement": text} for text in body.items(GOALS)[:MOST_GOALS]],
        "reality": {"now": text} if (text := body.text(REALITY)) else None,
        "options": [{"text": text} for text in body.items(OPTIONS)[:MOST_OPTIONS]],
    }
    if moment[:10] > request.now.date().isoformat():
        values["status"] = "planned"
    return {key: value for key, value in values.items() if value not in (None, [], "")}


def words_beside(note: ReadNote) -> str:
    """Return all words of a note that have no place of their own."""
    body = note.body
    title = note.one(TOPIC)
    parts = [f"# {body.title}"] if title and body.title and body.title != title else []
    for each in note.properties:
        code, text = property_of(each.key), ", ".join(each.words)
        is_number = code == MINUTES and _minutes(text) is None
        if text and (not code or is_number):
            parts.append(text if section_of(each.key) else f"{each.key}: {text}")
    many = [*body.items(GOALS)[MOST_GOALS:], *body.items(OPTIONS)[MOST_OPTIONS:]]
    return "\n\n".join(filter(None, ["\n".join(parts), body.words, *many]))


def _moment(note: ReadNote, named: FoundMoment, request: ImportRequest) -> FoundMoment:
    """Return when it was: as its property says, or its name, or when the note was made."""
    stated = moment_in(note.one(DATE), request)
    made = FoundMoment() if stated.moment or named.moment else moment_in(note.one(CREATED), request)
    wrong = stated.wrong or named.wrong or made.wrong
    moment = stated.moment or named.moment or made.moment
    return FoundMoment(with_time(moment, note.one(TIME)), wrong)


def _minutes(text: str) -> int | None:
    try:
        return parse.minutes(text)
    except CoachlogError:
        return None


def _agreed_on(moment: str, request: ImportRequest) -> str | None:
    is_over = moment[:10] <= request.now.date().isoformat()
    return moment[:10] if moment and is_over else None


def _key(text: str, keys: Counter[str]) -> str:
    """Return what identifies a task in its note: its words, and which one of that sort it is."""
    keys[text] += 1
    return f"{text}#{keys[text]}"
