"""Reading the coach's own development."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.texts import N_
from coachlog.journal.common.reads import View, unknown

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class GrowthLine(NamedTuple):
    """A row of the view `learning_moments`, in its order."""

    number: int
    kind: str
    done_on: str
    minutes: int | None
    provider: str | None
    learned: str | None
    applied: str | None


class GrowthFilter(NamedTuple):
    """Which learning moments are wanted: all that is given holds. Days are ISO text, included."""

    kind: str | None = None
    since: str | None = None
    until: str | None = None


GROWTHS = View(
    "learning_moments",
    GrowthLine,
    unknown("growth", N_("There is no learning moment {number}.")),
    GrowthFilter(),
    {"kind": "kind = :kind", "since": "done_on >= :since", "until": "done_on <= :until"},
    "done_on desc, number desc",
    table="growth",
)
line, growths = GROWTHS.one, GROWTHS.rows


def spent(reader: "Reader", wanted: GrowthFilter) -> int:
    """The minutes that they took together."""
    return GROWTHS.sum(reader, "minutes", wanted)
