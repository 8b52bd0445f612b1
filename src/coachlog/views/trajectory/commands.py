"""One trajectory on the command line."""

from coachlog.journal.common.show import page_command
from coachlog.schema.trajectory import TRAJECTORY
from coachlog.views.trajectory.page import page
from coachlog.views.trajectory.read import read, record


@page_command(TRAJECTORY, read, record, page)
def show() -> None:
    """Show one trajectory.

    coachlog trajectory show 1
    """
