"""`correction edit`: by options, JSON or questions."""

from coachlog.base.texts import N_
from coachlog.journal.common.entry import Records, edit_command
from coachlog.journal.correction.queries import CORRECTIONS
from coachlog.schema.correction import CORRECTION

RECORDS = Records(
    CORRECTION,
    CORRECTIONS,
    N_("Correction {n}"),
    N_("Correction {n} saved."),
    N_("Correction {n} updated."),
    ["correction show {n}"],
)


@edit_command(RECORDS)
def edit() -> None:
    """Edit the words of a correction: only what you give changes.

    coachlog correction edit 1 --statement "I was on leave that week"
    """
