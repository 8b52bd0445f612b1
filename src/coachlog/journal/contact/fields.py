"""Reads the other names under which a contact stands in the journal."""

from collections.abc import Iterable

from coachlog.base.texts import N_
from coachlog.terminal.fields import FormField
from coachlog.values import parse


def read_names(value: str | Iterable[object] | None) -> list[str]:
    """Return the names in *value*, a list or a text with commas, each once; raises a KindError."""
    if value is None:
        return []
    parts = value.split(",") if isinstance(value, str) else map(str, value)
    names = (parse.line(part) for part in parts)
    return list(dict.fromkeys(name for name in names if name))


def name_key(name: str) -> str:
    """Return what two spellings of one name have in common: capitals and spaces do not count."""
    return " ".join(name.split()).casefold()


ALSO = FormField(
    "also",
    N_("Also written as"),
    N_("Another name of this contact in ideas and actions, which are linked too. Repeatable."),
    read_names,
    several=True,
    metavar="NAME",
)
