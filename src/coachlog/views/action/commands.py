"""One action on the command line."""

from coachlog.journal.common.show import page_command
from coachlog.schema.action import ACTION
from coachlog.views.action.page import page
from coachlog.views.action.read import read, record


@page_command(ACTION, read, record, page)
def show() -> None:
    """Show one action: due date, confidence, what came of it.

    coachlog action show 1
    """
