"""Learning networks on the command line: lists, removing."""

from coachlog.base.texts import N_
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import NumberOrName, by_number, title_of
from coachlog.journal.network.queries import NETWORKS
from coachlog.journal.network.removal import OF_NETWORK, remove_with_growth
from coachlog.schema.network import NETWORK
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import Yes
from coachlog.terminal.context import context

COLUMNS = columns(
    NETWORK,
    "name",
    ("kind", 2),
    ("rhythm_days", 3),
    Column("meetings", N_("Meetings"), "number", 3),
    Column("last_met_on", N_("Last met"), "day", 2),
    "status",
)


@list_command(
    NETWORK,
    NETWORKS,
    COLUMNS,
    N_("No learning networks yet."),
    helps={"kind": N_("Only this kind.")},
)
def list_() -> None:
    """List your learning networks.

    coachlog network list --status active
    """


def remove(which: NumberOrName, yes: Yes = False) -> None:
    """Remove a learning network, with its meetings and what they counted for.

    coachlog network remove 1 --yes
    """
    line = by_number(NETWORKS, which)
    title = title_of(NETWORK, line)
    remove_with_growth(context(), "network", title, yes, line.number, OF_NETWORK)
