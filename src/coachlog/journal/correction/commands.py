"""Corrections on the command line: lists, one of them, removing."""

from coachlog.base.texts import N_
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import remove_command
from coachlog.journal.common.show import show_command
from coachlog.journal.correction.queries import CORRECTIONS
from coachlog.schema.correction import CORRECTION

COLUMNS = columns(
    CORRECTION, *("coachee", "record", "record_number", "field", "how", "said_on"), ("statement", 2)
)


@list_command(CORRECTION, CORRECTIONS, COLUMNS, N_("Nothing was put right yet."))
def list_() -> None:
    """List the corrections, latest first.

    coachlog correction list --coachee amina
    """


@show_command(CORRECTION, CORRECTIONS)
def show() -> None:
    """Show one correction.

    coachlog correction show 1
    """


@remove_command(CORRECTION, CORRECTIONS)
def remove() -> None:
    """Remove a correction; a text that was replaced stays as it is now.

    coachlog correction remove 1 --yes
    """
