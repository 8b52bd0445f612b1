"""`hours new` and `hours edit`: an opening balance, by options, JSON or questions."""

from coachlog.base.texts import N_
from coachlog.journal.common.entry import Records, edit_command, new_command
from coachlog.journal.hours.queries import BALANCES
from coachlog.schema.hours import HOURS

RECORDS = Records(
    HOURS,
    BALANCES,
    N_("Opening balance {n}"),
    N_("Opening balance {n} saved."),
    N_("Opening balance {n} updated."),
    ["hours"],
)


@new_command(RECORDS)
def new() -> None:
    """Note hours from before the journal, or from an old sheet: an opening balance.

    coachlog hours new --until 2023-12-31 --hours 40 --paid 30 --clients 5
    """


@edit_command(RECORDS)
def edit() -> None:
    """Edit an opening balance: only what you give changes.

    coachlog hours edit 1 --hours 42
    """
