"""A table of the journal and its columns, each said once: everything else is read from here.

A column stands in its migration and in the description of its table, and nowhere else. What it
is called, who may read it, whether its words are found and how it is kept come from here.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from coachlog.base.texts import N_

SHARED, PRIVATE, BY_ROW, PROGRAM = "shared", "private", "by row", "program"
"""Layers: what the person coached may read; what only the coach may; what each row says of itself
in a column `layer`; and what only the program uses, so that nobody meets it."""

TEXT, LINE, NAME, CODE, FLAG, REFERENCE = "text", "line", "name", "code", "flag", "reference"
DAY, MOMENT = "day", "moment"
NUMBER, MINUTES, RHYTHM, LEVEL = "number", "minutes", "rhythm", "level"
HOURS = "hours"
"""Kinds: words of people; such words on one line; what somebody is called; an enumeration or
another word for programs; 0 or 1; the id of another record. A calendar day; an instant in UTC. A
whole number; a length of time; the days between two talks; one of the five levels of a goal.
A length of time that people tell in hours, and that is kept in minutes."""

WORDS = (TEXT, LINE, NAME)
"""The kinds that people write in their own words."""

AHEAD, PAST, OVER, NOT_OVER = "ahead", "past", "over", "not over"
"""A day that is not certain lies ahead; is in the past; is in the past, and one to come is refused;
lies ahead, and one that is over is refused."""

ALWAYS, AT_FIRST, LATER, IN_JSON = "always", "at first", "later", "in JSON"
"""When people give a field: with a new record and with each change; with a new record only; with a
change, and with a new record only in JSON; with a new record in JSON only."""


class Entry(NamedTuple):
    """How people give a field, by an option, a question or JSON. Texts are not translated yet.

    *help* is what may be filled in. A *question* of a new record is its label where there is no
    other; None is not asked. *hints* are quiet lines under it. *option* is a shorter name for the
    option. A figure goes from *low* to *high*. *words* are the codes that may be given, where not
    all may. Where a help *explains* each code, the words for them are not shown too. *about* is
    what the option of a new record says instead of the help; *also* are older names of the
    option. *default* is what holds where a new record does not tell.
    """

    help: str = ""
    question: str | None = ""
    hints: Sequence[str] = ()
    option: str = ""
    required: bool = False
    given: str = ALWAYS
    day: str = AHEAD
    low: int = 0
    high: int = 10
    words: Sequence[str] = ()
    explains: bool = False
    about: str = ""
    also: Sequence[str] = ()
    default: object = None


class Field(NamedTuple):
    """A column. *label* is what people call it, not translated yet.

    *words* are what people read for the codes of an enumeration. *of* is the table that a
    reference leads to. *searched* is None where the kind decides: texts are found, others are not.
    *found_as* is the label of a text that is found alone, away from its record. *since* is the
    schema in which it came. *entry* is None where people do not give it. *heading* is a shorter
    label, for a list. *shown_as* is its name elsewhere where the name of the column does not tell.
    *stays* tells of one record, and of `{n}`, that they stay where what they refer to is removed.
    """

    layer: str
    name: str
    label: str
    kind: str
    words: Mapping[str, str] = MappingProxyType({})
    of: str = ""
    required: bool = False
    searched: bool | None = None
    found_as: str = ""
    since: int = 1
    entry: Entry | None = None
    heading: str = ""
    shown_as: str = ""
    stays: tuple[str, str] = ("", "")

    @property
    def key(self) -> str:
        """Its name in views, options and JSON: a reference is by number or handle there."""
        return self.shown_as or self.name.removesuffix("_id")

    @property
    def flag(self) -> str:
        """The name of the option that gives it, such as `--due-on`."""
        return "--" + (self.given_by.option or self.key).replace("_", "-")

    @property
    def given_by(self) -> Entry:
        """How people give it; raises LookupError for a column that they do not give."""
        if self.entry is None:
            raise LookupError(self.name)
        return self.entry

    @property
    def is_text(self) -> bool:
        """Whether views have it as text; the others are whole numbers."""
        is_number = self.kind in (FLAG, NUMBER, MINUTES, HOURS, RHYTHM)
        return self.of in ("", "coachee") and not is_number

    @property
    def is_searched(self) -> bool:
        """Whether its words stand in the full-text index."""
        return self.kind in WORDS if self.searched is None else self.searched


class Naming(NamedTuple):
    """What records of a table are called, not translated yet.

    *one* and *many* may hold `{n}`, of one record the first of *columns*, and *one* the others by
    their name, `{text}` being the last. *brief* is used where other records are named beside it,
    *of_person* where the name of *whose*, the column of a person, is told as well. A part has no
    name of its own in the history: it goes by what it is *part_of*. *found_as* is how search calls
    a numbered record.
    """

    one: str
    many: tuple[str, str]
    columns: tuple[str, ...]
    brief: str = ""
    whose: str = ""
    of_person: str = ""
    part_of: str = ""
    found_as: str = ""


class Noun(NamedTuple):
    """How the command line speaks of records that have numbers. Texts are not translated yet.

    *which* asks for one, *number* is told where none was given. *typed* is what people call one and
    several in any language: small letters without accents, commas between. *view* has the records,
    and is empty where the command line does not speak of them;
    *whose* and *describing_sql* are columns of it, or SQL, that tell which one it is. Without the
    latter that is what names the record. What is *of_coach* was shared with nobody. *called* is
    the column of it whose words may be typed in place of a number; empty where there is none.
    """

    view: str
    which: str = N_("Which one?")
    number: str = ""
    typed: tuple[str, str] = ("", "")
    describing_sql: str = ""
    whose: str = "coachee"
    of_coach: bool = False
    called: str = ""


class Table(NamedTuple):
    """A table with its columns in their order, and the schema in which it came."""

    name: str
    naming: Naming
    fields: tuple[Field, ...]
    since: int = 1
    noun: Noun = Noun("")

    @property
    def command(self) -> str:
        """The words by which the command line calls it: `network meeting` of `network_meeting`."""
        return self.name.replace("_", " ")

    @property
    def owner(self) -> tuple[str, str] | None:
        """The table that its records are a part of, and the column that refers to it.

        None for records that are not a part of another.
        """
        owner_table = self.naming.part_of
        if not owner_table:
            return None
        reference = next(field for field in self.fields if field.of == owner_table)
        return owner_table, reference.name

    def find(self, name: str) -> Field | None:
        """Return the column of that name; None where there is none."""
        return next((field for field in self.fields if field.name == name), None)

    def field(self, name: str) -> Field:
        """Return the column of that name; raises KeyError."""
        field = self.find(name)
        if field is None:
            raise KeyError(name)
        return field

    def by_key(self, key: str) -> Field:
        """Return the column that has that name in views, options and JSON, or in the table.

        Raises KeyError where there is none.
        """
        with_key = next((field for field in self.fields if field.key == key), None)
        return with_key or self.field(key)

    def find_by_option(self, option: str) -> Field | None:
        """Return the column that people give by an option, such as `due-on`, without its dashes.

        Return None where there is none.
        """
        for field in self.fields:
            long_option = field.key.replace("_", "-")
            short_option = field.entry.option if field.entry else None
            if option in (long_option, short_option):
                return field
        return None

    def entries(self, *times: str) -> tuple[Field, ...]:
        """Return the columns that people give at one of *times*, such as ALWAYS, in their order."""
        return tuple(field for field in self.fields if field.entry and field.entry.given in times)

    @property
    def shared(self) -> tuple[Field, ...]:
        """The columns that everybody may read, in their order."""
        return tuple(field for field in self.fields if field.layer == SHARED)

    @property
    def describing_sql(self) -> str:
        """The column, or SQL expression, whose text tells people which record it is."""
        return self.noun.describing_sql or self.naming.columns[-1]

    @property
    def open_status(self) -> str:
        """The status of a record that something can still be done with: the first of its words.

        Empty where records have no status.
        """
        status = self.find("status")
        return next(iter(status.words), "") if status else ""

    @property
    def labels(self) -> dict[str, str]:
        """What people call the columns that they meet, by key, in their order."""
        return {field.key: field.label for field in self.fields if field.label}

    @property
    def words(self) -> dict[str, Mapping[str, str]]:
        """What people read for the codes of each enumeration, by key."""
        return {field.key: field.words for field in self.fields if field.words}

    @property
    def required_keys(self) -> tuple[str, ...]:
        """The keys of the columns that people give and may not leave empty."""
        return tuple(field.key for field in self.fields if field.required and field.entry)

    def searched(self, *layers: str) -> tuple[str, ...]:
        """Return the columns whose words are found, of these layers, in their order."""
        return tuple(
            field.name for field in self.fields if field.is_searched and field.layer in layers
        )


shared = partial(Field, SHARED)
"""A column that the person coached may read."""

private = partial(Field, PRIVATE)
"""A column for the coach alone: it stands in a view of its own."""

by_row = partial(Field, BY_ROW)
"""A column of which each row says itself who may read it."""


def program(name: str, kind: str, *, required: bool = False, since: int = 1) -> Field:
    """Return a column for the program alone."""
    return Field(PROGRAM, name, "", kind, required=required, searched=False, since=since)


ID = program("id", CODE, required=True)
NUMBERED = program("number", NUMBER, required=True)
CREATED_AT = program("created_at", MOMENT, required=True)
