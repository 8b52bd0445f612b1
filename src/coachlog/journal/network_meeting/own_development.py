"""The learning moment that a meeting makes: each meeting counts once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coachlog.store.work import Work


def add_growth(work: "Work", meeting: Mapping[str, Any], network: str) -> str:
    """Save the learning moment of a new *meeting* of the *network* of that name; return its id."""
    return work.add("growth", _values(meeting, network)).id


def update_growth(work: "Work", meeting: Mapping[str, Any], network: str) -> None:
    """Update the learning moment of a *meeting*, unless it was removed."""
    if meeting["growth_id"]:
        work.update("growth", meeting["growth_id"], _values(meeting, network))


def _values(meeting: Mapping[str, Any], network: str) -> dict[str, object]:
    """Return what a learning moment takes from its meeting: never the question brought."""
    return {
        "kind": meeting["counts_as"],
        "done_on": meeting["met_on"],
        "minutes": meeting["minutes"],
        "provider": network,
        "network_id": meeting["network_id"],
        "learned": meeting["take_along"],
    }
