"""One case for peer consultation on the command line."""

from coachlog.journal.common.show import page_command
from coachlog.schema.network_case import NETWORK_CASE
from coachlog.views.network.case import page, read, record


@page_command(NETWORK_CASE, read, record, page)
def show() -> None:
    """Show a case, with the words that could give somebody away, and the advice on it.

    coachlog network case show 1
    """
