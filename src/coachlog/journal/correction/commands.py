"""Corrections on the command line: lists, one of them, removing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coachlog.base.texts import N_
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import remove_command
from coachlog.journal.common.show import show_command
from coachlog.journal.correction.queries import CORRECTIONS, CorrectionLine, in_words
from coachlog.schema.correction import CORRECTION

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

COLUMNS = columns(
    CORRECTION, "coachee", "record", "record_number", "field", "how", "said_on", ("statement", 2)
)


def _all_in_words(_reader: "Reader", lines: Iterator[CorrectionLine]) -> Iterator[CorrectionLine]:
    return map(in_words, lines)


@list_command(
    CORRECTION, CORRECTIONS, COLUMNS, N_("Nothing was put right yet."), complete=_all_in_words
)
def list_() -> None:
    """List the corrections, latest first.

    coachlog correction list --coachee amina
    """


@show_command(CORRECTION, CORRECTIONS, in_words=in_words)
def show() -> None:
    """Show one correction.

    coachlog correction show 1
    """


@remove_command(CORRECTION, CORRECTIONS)
def remove() -> None:
    """Remove a correction; a text that was replaced stays as it is now.

    coachlog correction remove 1 --yes
    """
