"""The charters that somebody signed with a person and the coach: they know what it says."""

from typing import TYPE_CHECKING

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.display.page import Line, Section
from coachlog.journal.release.fields import is_same
from coachlog.journal.trajectory.queries import TRAJECTORIES, TrajectoryLine
from coachlog.terminal.context import hint

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

_SIGNED = "where charter_signed_on is not null and sponsor is not null order by charter_signed_on"


def signed(reader: "Reader") -> list[TrajectoryLine]:
    """Return the trajectories whose charter was signed, with who signed it as `sponsor`."""
    return TRAJECTORIES.all(reader, _SIGNED)


def signed_by(reader: "Reader", whom: str) -> list[TrajectoryLine]:
    """Return the trajectories whose charter *whom* signed, the earliest first."""
    return [charter for charter in signed(reader) if is_same(charter.sponsor or "", whom)]


def section(charter: TrajectoryLine, name: str) -> Section:
    """Return the section of the charter of the person *name*: that it was signed, and where it is.

    What it says is the same for all; it holds no word from the conversations.
    """
    day = day_text(charter.charter_signed_on, language())
    trajectory = _("trajectory {n}").format(n=charter.number)
    command = hint(f"report charter {charter.coachee} --trajectory {charter.number}")
    line = Line("", _("Signed the charter: {command}").format(command=command))
    return Section(f"{day} · {name} · {trajectory}", [line])
