"""What was seen at work on the command line: lists, one observation, removing."""

from coachlog.base.texts import N_
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import remove_command
from coachlog.journal.common.show import show_command
from coachlog.journal.observation.queries import OBSERVATIONS
from coachlog.schema.observation import OBSERVATION

COLUMNS = columns(OBSERVATION, "coachee", "observed_on", "fact", ("wish", 2), ("goal", 3))


@list_command(
    OBSERVATION,
    OBSERVATIONS,
    COLUMNS,
    N_("No observations yet."),
    helps={"goal": N_("Only for this goal.")},
)
def list_() -> None:
    """List what you saw at work, newest first.

    coachlog observation list --coachee amina
    """


@show_command(OBSERVATION, OBSERVATIONS)
def show() -> None:
    """Show one observation.

    coachlog observation show 1
    """


@remove_command(OBSERVATION, OBSERVATIONS)
def remove() -> None:
    """Remove an observation.

    coachlog observation remove 1 --yes
    """
