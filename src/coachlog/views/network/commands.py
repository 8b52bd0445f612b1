"""One learning network on the command line."""

from coachlog.journal.common.numbered import shows_page
from coachlog.schema.network import NETWORK
from coachlog.views.network.page import page
from coachlog.views.network.read import read, record


@shows_page(NETWORK, read, record, page)
def show() -> None:
    """Show a learning network, with its members and meetings.

    coachlog network show 1
    """
