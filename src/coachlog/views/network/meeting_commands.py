"""One meeting of a learning network on the command line."""

from coachlog.journal.common.show import page_command
from coachlog.schema.network_meeting import NETWORK_MEETING
from coachlog.views.network.meeting import page, read, record


@page_command(NETWORK_MEETING, read, record, page)
def show() -> None:
    """Show one meeting: what you brought, what you take away, where you used it.

    coachlog network meeting show 1
    """
