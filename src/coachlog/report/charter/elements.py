"""The sentences and the parties of a charter, by kind of trajectory, in three languages."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from coachlog.base.data_file import read_data_file
from coachlog.base.texts import Words, in_user_language

FILE = Path(__file__).with_name("charter.toml")

KINDS = ("coaching", "career", "mentoring", "onboarding")
"""The kinds of trajectory that have a charter: the coach is coach, mentor or buddy there."""


class Party(NamedTuple):
    """One who signs: the *role*, the *blank* for an unknown name, and what to call them then."""

    role: str
    blank: str
    called: str


def sentences(kind: str) -> dict[str, str]:
    """Return the sentences for that *kind* of trajectory by id, with gaps such as `{manager}`."""
    return {element["id"]: in_user_language(element) for element in _of_kind("elements", kind)}


def parties(kind: str) -> dict[str, Party]:
    """Return who signs in that *kind* of trajectory, and the organisation, by the name of a gap."""
    return {
        each["id"]: Party(*(in_user_language(each.get(name, _NOTHING)) for name in Party._fields))
        for each in _of_kind("parties", kind)
    }


def note(name: str) -> str:
    """Return a note by its name, such as `legal_note`."""
    return in_user_language(read_data_file(FILE)[name])


def _of_kind(table: str, kind: str) -> Iterator[Mapping[str, Any]]:
    return (each for each in read_data_file(FILE)[table] if kind in each.get("kinds", KINDS))


_NOTHING: Words = {"en": ""}
