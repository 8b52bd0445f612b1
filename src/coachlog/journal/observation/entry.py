"""`observation new` and `observation edit`: by options, JSON or questions."""

from coachlog.base.texts import N_
from coachlog.journal.common.entry import Records, edit_command, new_command
from coachlog.journal.common.goal_question import which_goal
from coachlog.journal.observation.queries import OBSERVATIONS
from coachlog.schema.observation import OBSERVATION

RECORDS = Records(
    OBSERVATION,
    OBSERVATIONS,
    N_("Observation {n} of {name}"),
    N_("Observation {n} saved."),
    N_("Observation {n} updated."),
    ["observation show {n}", "prep {whose}"],
)


@new_command(RECORDS, which_goal)
def new() -> None:
    """Note what you saw at work: the person's own view first, then fact, effect and wish.

    coachlog observation new --coachee amina --fact "You let the team talk first"
    """


@edit_command(RECORDS)
def edit() -> None:
    """Edit an observation: only what you give changes.

    coachlog observation edit 1 --taken "Keep doing it, also when it is busy"
    """
