"""Tells in words where the coach used what a meeting brought."""

from coachlog.base.texts import _
from coachlog.journal.network_meeting.fields import PLACES, read_places, split_place


def places_text(places: str) -> str:
    """Return the *places* of a meeting, such as `goal 3, action 5`, in the language of the run."""
    named = map(split_place, read_places(places))
    return ", ".join(f"{_(PLACES[noun])} {number}" for noun, number in named)
