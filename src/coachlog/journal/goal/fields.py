"""The fields of a development goal: texts, and aspects of workable work."""

from typing import Any

from coachlog.base.texts import in_each_language
from coachlog.journal.workability.fields import LENSES
from coachlog.values.typed import words

TEXTS = ("why", "signs", "anti_goal", "milestone", "talents", "serves")


def read_lenses(typed: str | list[Any] | None) -> list[str]:
    """Return the ids of the lenses in *typed*, each once, by their ids or names in any language."""
    return words(typed, {lens: in_each_language(label) for lens, label in LENSES.items()})


def read_lens(typed: str | None) -> str | None:
    """Return the id of the lens that was typed, or None."""
    lenses = read_lenses([typed] if typed else None)
    return lenses[0] if lenses else None
