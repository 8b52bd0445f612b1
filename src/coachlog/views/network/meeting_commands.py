"""One meeting of a learning network on the command line."""

from coachlog.journal.common.numbered import shows_page
from coachlog.views.network.meeting import page, read, record


@shows_page(read, record, page)
def show() -> None:
    """Show one meeting: what you brought, what you take away, where you used it.

    coachlog network meeting show 1
    """
