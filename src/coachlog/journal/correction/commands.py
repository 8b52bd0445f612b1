"""Corrections on the command line: lists, one of them, removing."""

from coachlog.base.texts import N_
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import lists
from coachlog.journal.common.numbered import removes, shows
from coachlog.journal.correction.queries import CORRECTIONS
from coachlog.schema.correction import CORRECTION

COLUMNS = columns(
    CORRECTION,
    *("coachee", "record", "record_number", "field", "how", "said_on"),
    ("statement", 2),
)


@lists(CORRECTION, CORRECTIONS, COLUMNS, N_("Nothing was put right yet."))
def list_() -> None:
    """List the corrections, latest first.

    coachlog correction list --coachee amina
    """


@shows(CORRECTION, CORRECTIONS)
def show() -> None:
    """Show one correction.

    coachlog correction show 1
    """


@removes(CORRECTION, CORRECTIONS)
def remove() -> None:
    """Remove a correction; a text that was replaced stays as it is now.

    coachlog correction remove 1 --yes
    """
