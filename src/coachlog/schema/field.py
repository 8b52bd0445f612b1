"""A table of the journal and its columns, each said once: everything else is read from here.

A column stands in its migration and in the description of its table, and nowhere else. What it
is called, who may read it, whether its words are found and how it is kept come from here.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

SHARED, PRIVATE, BY_ROW, PROGRAM = "shared", "private", "by row", "program"
"""Layers: what the person coached may read; what only the coach may; what each row says of itself
in a column `layer`; and what only the program uses, so that nobody meets it."""

TEXT, CODE, DAY, MOMENT, NUMBER, FLAG, REFERENCE = (
    *("text", "code", "day", "moment", "number", "flag", "reference"),
)
"""Kinds: words of people; an enumeration or another word for programs; a calendar day; an instant
in UTC; a whole number; 0 or 1; the id of another record."""


class Field(NamedTuple):
    """A column. *label* is what people call it, not translated yet.

    *words* are what people read for the codes of an enumeration. *of* is the table that a
    reference leads to. *searched* is None where the kind decides: texts are found, others are not.
    *found_as* is the label of a text that is found alone, away from its record. *since* is the
    schema in which it came.
    """

    name: str
    label: str
    layer: str
    kind: str
    words: Mapping[str, str] = MappingProxyType({})
    of: str = ""
    required: bool = False
    searched: bool | None = None
    found_as: str = ""
    since: int = 1

    @property
    def is_searched(self) -> bool:
        """Whether its words stand in the full-text index."""
        return self.kind == TEXT if self.searched is None else self.searched


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


class Table(NamedTuple):
    """A table with its columns in their order, and the schema in which it came."""

    name: str
    naming: Naming
    fields: tuple[Field, ...]
    since: int = 1

    @property
    def owner(self) -> tuple[str, str] | None:
        """Of a part, the table that it belongs to and the column that tells which record."""
        to = self.naming.part_of
        return (to, next(each.name for each in self.fields if each.of == to)) if to else None

    def find(self, name: str) -> Field | None:
        """The column of that name; None where there is none."""
        return next((each for each in self.fields if each.name == name), None)

    def field(self, name: str) -> Field:
        """The column of that name; raises KeyError."""
        found = self.find(name)
        if found is None:
            raise KeyError(name)
        return found

    @property
    def labels(self) -> dict[str, str]:
        """What people call the columns that they meet, by name, in their order."""
        return {each.name: each.label for each in self.fields if each.label}

    def searched(self, *layers: str) -> tuple[str, ...]:
        """The columns whose words are found, of these layers, in their order."""
        return tuple(each.name for each in self.fields if each.is_searched and each.layer in layers)


def shared(
    name: str,
    label: str,
    kind: str,
    *,
    words: Mapping[str, str] = MappingProxyType({}),
    of: str = "",
    required: bool = False,
    searched: bool | None = None,
    found_as: str = "",
    since: int = 1,
) -> Field:
    """A column that the person coached may read."""
    return Field(name, label, SHARED, kind, words, of, required, searched, found_as, since)


def private(name: str, label: str, kind: str, *, required: bool = False, since: int = 1) -> Field:
    """A column for the coach alone: it stands in a view of its own."""
    return Field(name, label, PRIVATE, kind, required=required, since=since)


def by_row(
    name: str, label: str, kind: str, *, required: bool = False, found_as: str = "", since: int = 1
) -> Field:
    """A column of which each row says itself who may read it."""
    return Field(name, label, BY_ROW, kind, required=required, found_as=found_as, since=since)


def program(name: str, kind: str, *, required: bool = False, since: int = 1) -> Field:
    """A column for the program alone."""
    return Field(name, "", PROGRAM, kind, required=required, searched=False, since=since)


ID = program("id", CODE, required=True)
NUMBERED = program("number", NUMBER, required=True)
CREATED_AT = program("created_at", MOMENT, required=True)
