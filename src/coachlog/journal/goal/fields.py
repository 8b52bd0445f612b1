"""The fields of a development goal: texts, and aspects of workable work."""

from typing import Any

from coachlog.base.texts import in_each_language
from coachlog.journal.workability.fields import LENSES
from coachlog.values import parse

TEXTS = ("why", "signs", "anti_goal", "milestone", "talents", "serves")


def read_lenses(typed: str | list[Any] | None) -> list[str]:
    """The lenses in *typed*, each once, by id or by what it is called in this run."""
    return parse.words(typed, {lens: in_each_language(label) for lens, label in LENSES.items()})


def read_lens(typed: str | None) -> str | None:
    """The lens that was typed, if any."""
    found = read_lenses([typed] if typed else None)
    return found[0] if found else None
