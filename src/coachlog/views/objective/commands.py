"""One objective on the command line."""

from coachlog.journal.common.show import page_command
from coachlog.schema.objective import OBJECTIVE
from coachlog.views.objective.page import page
from coachlog.views.objective.read import read, record


@page_command(OBJECTIVE, read, record, page)
def show() -> None:
    """Show one objective, and the goals that serve it.

    coachlog objective show 1
    """
