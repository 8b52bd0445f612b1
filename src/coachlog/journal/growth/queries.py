"""Reads the learning moments of the coach."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.common.reads import View, line_of, not_found
from coachlog.schema.growth import GROWTH

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


GrowthLine = line_of(GROWTH)
"""A row of the view `learning_moments`."""


class GrowthFilter(NamedTuple):
    """Which learning moments to list: those that match every field that is not None.

    Days are ISO text, both included.
    """

    kind: str | None = None
    since: str | None = None
    until: str | None = None
    unit: str | None = None
    goal: int | None = None
    network: int | None = None


GROWTHS = View(
    "learning_moments",
    GrowthLine,
    not_found("growth", N_("There is no learning moment {number}.")),
    GrowthFilter(),
    order="done_on desc, number desc",
    table="growth",
    day="done_on",
)
line, growths = GROWTHS.one, GROWTHS.rows


def spent(reader: "Reader", filters: GrowthFilter) -> int:
    """Return the total minutes of the learning moments that match the filter *filters*."""
    return GROWTHS.sum(reader, "minutes", filters)
