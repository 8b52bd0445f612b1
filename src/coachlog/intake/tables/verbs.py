"""The commands of `coachlog profile`."""

from coachlog.base.stubs import Stub, Table
from coachlog.base.texts import N_

_COMMANDS = "coachlog.intake.tables.commands"

VERBS: Table = {
    "list": Stub(N_("List the profiles: how lists are read."), f"{_COMMANDS}:list_"),
    "show": Stub(N_("Show a profile: which column goes where."), f"{_COMMANDS}:show"),
    "remove": Stub(N_("Remove a profile."), f"{_COMMANDS}:remove"),
}
