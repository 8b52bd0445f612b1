"""What parts and properties of a note are called, in three languages."""

import re
from functools import cache
from pathlib import Path

from coachlog.base.data_file import read_data_file
from coachlog.base.folding import plain

GOALS, REALITY, OPTIONS, ACTIONS, NOTES = "goals", "reality", "options", "actions", "notes"
DATE, CREATED, TIME, MINUTES = "date", "created", "time", "minutes"
PERSON, TOPIC, UNUSED = "person", "topic", "unused"

_FOLDER = Path(__file__).parent


def section_of(heading: str) -> str:
    """Return which part a *heading* begins, such as GOALS; empty for any other."""
    return _codes("sections").get(_folded(heading), "")


def property_of(key: str) -> str:
    """Return which property is called *key*, such as DATE; empty for any other."""
    return _codes("properties").get(_folded(key), "")


@cache
def _codes(name: str) -> dict[str, str]:
    table = read_data_file(_FOLDER / f"{name}.toml")
    return {word: code for code, part in table.items() for word in part["words"]}


def _folded(text: str) -> str:
    """Return *text* without a number or a sign before it, and without a colon behind it."""
    folded = re.sub(r"^[^\w]*(?:[0-9]+[.)]\s*)?[^\w]*", "", plain(text))
    return " ".join(re.sub(r"[^\w]+$", "", folded).split())
