"""The sentences of a charter, by kind of trajectory, in three languages."""

from pathlib import Path

from coachlog.base.data_file import in_user_language, read_data_file
from coachlog.base.texts import N_

FILE = Path(__file__).with_name("charter.toml")

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
        element["id"]: in_user_language(element)
        for element in read_data_file(FILE)["elements"]
        if kind in element.get("kinds", ROLES)
    }


def note(name: str) -> str:
    """Return a note by its name, such as `legal_note`."""
    return in_user_language(read_data_file(FILE)[name])
