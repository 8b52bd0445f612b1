"""`objective new` and `objective edit`: by options, JSON or questions."""

from coachlog.base.texts import N_
from coachlog.journal.common.entry import Records, edit_command, new_command
from coachlog.journal.objective.queries import OBJECTIVES
from coachlog.schema.objective import OBJECTIVE

RECORDS = Records(
    OBJECTIVE,
    OBJECTIVES,
    N_("Objective {n}"),
    N_("Objective {n} saved."),
    N_("Objective {n} updated."),
    ["objective show {n}", "objective list"],
)


@new_command(RECORDS)
def new() -> None:
    """Record an objective of the organisation or a team.

    coachlog objective new --statement "Answer within a day" --team "Team North"
    """


@edit_command(RECORDS)
def edit() -> None:
    """Edit an objective: only what you give changes.

    coachlog objective edit 1 --owner "Koen Maes"
    """
