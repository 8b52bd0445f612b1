"""Reads the meetings of learning networks."""

from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language
from coachlog.journal.common.reads import View, not_found
from coachlog.schema.network_meeting import NETWORK_MEETING

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class MeetingLine(NamedTuple):
    """A row of the view `network_meetings`, in its order; *name* is that of the network.

    *present* are names, *used_in* places such as `goal 3`, both with commas between them.
    """

    number: int
    name: str
    network: int
    met_on: str
    minutes: int | None
    method: str | None
    counts_as: str
    take_along: str | None
    present: str | None
    used_in: str | None
    growth: int | None


class MeetingFilter(NamedTuple):
    """Which meetings to list: those that match every field that is not None.

    Days are ISO text, both included.
    """

    network: int | None = None
    since: str | None = None
    until: str | None = None


MEETINGS = View(
    "network_meetings",
    MeetingLine,
    not_found("network meeting", N_("There is no meeting {number}.")),
    MeetingFilter(),
    order="met_on desc, number desc",
    table="network_meeting",
    day="met_on",
)


def meeting_title(line: MeetingLine) -> str:
    """Return what people call a meeting: its number, its network and its day."""
    number = _(NETWORK_MEETING.naming.found_as).format(n=line.number)
    return " · ".join((number, line.name, day_text(line.met_on, language())))


def question_of(reader: "Reader", number: int) -> str | None:
    """Return the question that the coach brought to a meeting, which is private."""
    sql = "select question from network_meetings_private where number = :number"
    question: str | None = reader.value(sql, number=number)
    return question
