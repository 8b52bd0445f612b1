"""One learning network on the command line."""

from coachlog.journal.common.show import page_command
from coachlog.schema.network import NETWORK
from coachlog.views.network.page import page
from coachlog.views.network.read import read, record


@page_command(NETWORK, read, record, page)
def show() -> None:
    """Show a learning network, with its members and meetings.

    coachlog network show 1
    """
