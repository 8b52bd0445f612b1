"""Meetings of learning networks on the command line: lists, removing."""

from collections.abc import Iterator

from coachlog.base.texts import N_
from coachlog.journal.common.columns import columns
from coachlog.journal.common.list_command import list_command
from coachlog.journal.common.numbered import NumberOrName, by_number
from coachlog.journal.network.removal import OF_MEETING, remove_with_growth
from coachlog.journal.network_meeting.places import places_text
from coachlog.journal.network_meeting.queries import MEETINGS, MeetingLine, meeting_title
from coachlog.schema.network_meeting import NETWORK_MEETING
from coachlog.terminal.column import Column
from coachlog.terminal.command_options import Yes
from coachlog.terminal.context import context

COLUMNS = columns(
    NETWORK_MEETING,
    "met_on",
    Column("name", N_("Network")),
    ("minutes", 3),
    "take_along",
    Column("used_in", N_("Where I used it"), "text", 2),
)


def _with_places_in_words(_reader: object, lines: Iterator[MeetingLine]) -> Iterator[MeetingLine]:
    """Yield *lines* with the places where they were used in the language of the run."""
    for line in lines:
        yield line._replace(used_in=places_text(line.used_in)) if line.used_in else line


@list_command(
    NETWORK_MEETING,
    MEETINGS,
    COLUMNS,
    N_("No meetings of a learning network yet."),
    helps={"network": N_("Only of this network.")},
    complete=_with_places_in_words,
)
def list_() -> None:
    """List the meetings of your learning networks, newest first.

    coachlog network meeting list --since 1y
    """


def remove(which: NumberOrName, yes: Yes = False) -> None:
    """Remove a meeting, with the learning moment that it made.

    coachlog network meeting remove 1 --yes
    """
    line = by_number(MEETINGS, which)
    title = meeting_title(line)
    remove_with_growth(context(), "network_meeting", title, yes, line.number, OF_MEETING)
