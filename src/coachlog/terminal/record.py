"""A record as the journal keeps it, ready to be edited."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coachlog.terminal.fields import FormField


class Record(NamedTuple):
    """The fields of a record that can be changed, and its present values."""

    fields: Sequence[FormField]
    values: Mapping[str, object]
    title: str = ""
    """What it is and whose."""

    @property
    def texts(self) -> dict[str, str]:
        """The present values as people read and type them."""
        typed = texts_of(self.values)
        return {
            each.name: each.display(typed[each.name]) for each in self.fields if each.name in typed
        }


def texts_of(values: Mapping[str, object]) -> dict[str, str]:
    """Present values as they would be typed; what is empty, or no text or figure, is left out."""
    return {name: str(value) for name, value in values.items() if isinstance(value, (str, int))}
