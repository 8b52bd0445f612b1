"""The sentences of a charter, by kind of trajectory, in three languages."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from coachlog.base.texts import N_, language
from coachlog.interview.method import spoken

ROLES = {
    "coaching": N_("coach"),
    "career": N_("coach"),
    "mentoring": N_("mentor"),
    "onboarding": N_("buddy"),
}
"""What the coach is called, by the kinds of trajectory that have a charter."""


def sentences(kind: str) -> dict[str, str]:
    """Return the sentences for that *kind* of trajectory by id, with gaps such as `{manager}`."""
    return {
        element["id"]: spoken(element, language())
        for element in _file()["elements"]
        if kind in element.get("kinds", ROLES)
    }


def note(name: str) -> str:
    """Return a note by its name, such as `legal_note`."""
    return spoken(_file()[name], language())


@cache
def _file() -> dict[str, Any]:
    path = Path(__file__).parent / "charter.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
