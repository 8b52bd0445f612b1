"""Where what stands in a column can go: the fields of a noun, and what lists have in their stead.

The fields are read from the description of the noun, so a new noun or field can be read at once.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from coachlog.base.data_file import read_data_file
from coachlog.base.folding import plain
from coachlog.base.texts import C_, LANGUAGES, N_, translation, without_context
from coachlog.schema.field import (
    HOURS,
    MINUTES,
    MOMENT,
    NAME,
    PRIVATE,
    TEXT,
    Field,
    Table,
)
from coachlog.schema.tables import TABLES

LABELS = Path(__file__).parent / "labels.toml"

FIRST, LAST, WHOLE, HANDLE, ADDRESS = "first name", "last name", "whole name", "handle", "address"
CLOCK, CLOCK_END, IN_HOURS, UNPAID = "clock", "end of it", "in hours", "unpaid hours"
NOTE, PARTS, SOMEBODY, KEY = "words", "parts", "somebody", "key"
"""Kinds of targets beside those of fields. Of a person: the parts of the name, the whole of it, the
short name, an address or a telephone number. When something begins and ends, if not in its date; a
length of time in hours; hours without pay. Free words; records that are parts, by their words; a
client whose name is not kept; what only identifies the row."""

PARTS_OF_SESSION = {"goals": "goal", "options": "option", "actions": "action", "parked": "topic"}
"""Fields of a conversation whose words become records of their own, and of which noun."""
_PART_LABELS = {
    "goals": N_("Goals"),
    "options": N_("Options"),
    "actions": N_("Actions"),
    "parked": N_("Parked"),
}


class ColumnTarget(NamedTuple):
    """Where what stands in a column goes. *key* is what `--map` takes.

    *names* are the words by which lists call it, folded. What is *told_on_purpose* only is not
    filled without being mapped: words that the person coached could read.
    """

    key: str
    kind: str
    label: str
    names: frozenset[str]
    field: Field | None = None
    required: bool = False
    told_on_purpose: bool = False


@cache
def targets_of(noun: str) -> dict[str, ColumnTarget]:
    """Return the targets for a column of a list of *noun*, by key."""
    table = TABLES[noun]
    return {each.key: each for each in (*_fields(table), *_beside(table))}


def choices(noun: str) -> list[ColumnTarget]:
    """Return the targets to choose from: of two with the label of the note, that for free words."""
    known = targets_of(noun)
    note = known.get("note")
    return [each for each in known.values() if not note or each is note or each.label != note.label]


@cache
def nouns() -> tuple[str, ...]:
    """Return the nouns of which there can be a list: all that have a command `new`."""
    return tuple(name for name, table in TABLES.items() if name == "coachee" or table.noun.number)


@cache
def has_note(noun: str) -> bool:
    """Whether a record of *noun* has a private place for free words."""
    return any(
        field.layer == PRIVATE and field.kind == TEXT and field.entry
        for field in TABLES[noun].fields
    )


def person_field(noun: str) -> Field | None:
    """Return the field that says whose record it is; None where records are of nobody."""
    return next(
        (field for field in TABLES[noun].fields if field.of == "coachee" and field.entry), None
    )


def keys_of(noun: str) -> frozenset[str]:
    """Return all keys that our own table of *noun* may have, in small letters."""
    table = TABLES[noun]
    own = {name for field in table.fields for name in (field.key, field.name)}
    return frozenset(own | {"number", "coachee", "coachee_name", *PARTS_OF_SESSION})


def folded(heading: str) -> str:
    """Return a heading as it is compared: without accents, signs, and what is between brackets."""
    bare = heading.replace("_", " ").partition("(")[0] or heading
    letters = "".join(char if char.isalnum() or char == "/" else " " for char in plain(bare))
    return " ".join(letters.split())


def _fields(table: Table) -> Iterator[ColumnTarget]:
    """Yield a target for each field that can be given."""
    for field in table.fields:
        if not field.entry or field.of == "coachee":
            continue
        entry = field.entry
        spoken = [field.label, field.heading, field.key, entry.option]
        if field.kind != HOURS:  # such a column is called after its minutes
            spoken.append(field.name)
        yield ColumnTarget(
            field.key,
            field.kind,
            field.label or field.key,
            _names(table.name, field.key, *spoken)
            | (_names("person", "name") if field.kind == NAME else frozenset()),
            field,
            required=entry.required,
            told_on_purpose=_is_for_others(field),
        )


def _is_for_others(field: Field) -> bool:
    """Whether it takes free words that the person coached may read; a topic only says what of."""
    is_asked = field.given_by.required or field.key == "topic"
    return field.kind == TEXT and field.layer != PRIVATE and not is_asked


def _beside(table: Table) -> Iterator[ColumnTarget]:
    """Yield the targets that are no field of their own."""
    person = person_field(table.name)
    has_name = any(field.kind == NAME for field in table.fields)
    if person:
        names = _names("person", "name", person.label, person.heading)
        yield ColumnTarget("name", WHOLE, person.label, names, required=person.given_by.required)
        yield _target("person", "coachee", HANDLE, N_("Short name"))
    if person or has_name:
        yield _target("person", "first_name", FIRST, N_("First name"))
        yield _target("person", "last_name", LAST, N_("Last name"))
        yield _target("person", "email", ADDRESS, N_("E-mail"))
        yield _target("person", "phone", ADDRESS, N_("Phone"))
    if any(field.kind == MOMENT and field.entry for field in table.fields):
        yield _target("moment", "time", CLOCK, C_("of day", "Time"))
        yield _target("moment", "end_time", CLOCK_END, N_("End"))
    if any(field.kind == MINUTES and field.entry for field in table.fields):
        yield _target("moment", "hours", IN_HOURS, N_("Hours"))
    if any(field.kind == HOURS for field in table.fields):
        yield _target("log", "pro_bono", UNPAID, N_("Pro bono hours"))
        yield _target("log", "client", SOMEBODY, N_("Person"))
    if has_note(table.name):
        yield _target("note", "note", NOTE, N_("Private note"))
    if table.name == "session":
        for key, label in _PART_LABELS.items():
            names = _names("session", key, label)
            yield ColumnTarget(key, PARTS, label, names, told_on_purpose=True)


def part_words(noun: str) -> str:
    """Return the key of the field that has the words of a part: what an action is, say."""
    return next(
        field.key
        for field in TABLES[noun].fields
        if field.kind == TEXT and field.entry and field.entry.required
    )


def _target(section: str, key: str, kind: str, label: str) -> ColumnTarget:
    return ColumnTarget(key, kind, label, _names(section, key, label))


def _names(section: str, key: str, *labels: str) -> frozenset[str]:
    """Return the folded words of lists for a target: its labels in each language, and synonyms."""
    spoken = {
        without_context(translation(language).gettext(label))
        for label in labels
        if label
        for language in LANGUAGES
    }
    synonyms = read_data_file(LABELS).get(section, {}).get(key, {})
    words = {word for each in synonyms.values() for word in each}
    return frozenset(filter(None, map(folded, (key, *spoken, *words))))
