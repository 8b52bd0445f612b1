"""A record as the journal keeps it, ready to be edited."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coachlog.terminal.fields import FormField


class Record(NamedTuple):
    """The fields of a record that can be changed, and its present values."""

    fields: Sequence[FormField]
    values: Mapping[str, object]
    title: str = ""
    """Its kind and whose it is, for the person who edits it."""

    @property
    def texts(self) -> dict[str, str]:
        """Return the present values of the fields as people read and type them."""
        saved_texts = texts_of(self.values)
        return {
            field.name: field.display(saved_texts[field.name])
            for field in self.fields
            if field.name in saved_texts
        }


def texts_of(values: Mapping[str, object]) -> dict[str, str]:
    """Return the values that are text or whole numbers, as text; others are left out."""
    return {name: str(value) for name, value in values.items() if isinstance(value, (str, int))}
