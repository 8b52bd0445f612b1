"""Cases for peer consultation on the command line: lists, removing."""

from coachlog.base.texts import N_
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import remove_command
from coachlog.journal.network_case.queries import CASES, case_title
from coachlog.schema.network_case import NETWORK_CASE
from coachlog.terminal.column import Column

COLUMNS = columns(
    NETWORK_CASE, "written_on", "question", Column("advice", N_("Advice"), "number", 2)
)


@list_command(NETWORK_CASE, CASES, COLUMNS, N_("No cases yet."))
def list_() -> None:
    """List your cases, newest first. They are for you alone.

    coachlog network case list --since 1y
    """


@remove_command(NETWORK_CASE, CASES, case_title)
def remove() -> None:
    """Remove a case, with the advice on it. Ideas that were brought in stay.

    coachlog network case remove 1 --yes
    """
