"""What people call a meeting: its number, its network and its day."""

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.journal.network_meeting.queries import MeetingLine
from coachlog.schema.network_meeting import NETWORK_MEETING


def meeting_title(line: MeetingLine) -> str:
    """Return the heading of a meeting."""
    number = _(NETWORK_MEETING.naming.found_as).format(n=line.number)
    return " · ".join((number, line.name, day_text(line.met_on, language())))
