"""One meeting of a learning network: what it shows, as JSON and as a page."""

from collections.abc import Mapping
from typing import NamedTuple

from coachlog.base.texts import _, language
from coachlog.dates.show import show_hours
from coachlog.display.page import Page, Section, labelled_lines, page_of
from coachlog.journal.common.show import page_command
from coachlog.journal.network_meeting.places import places_text
from coachlog.journal.network_meeting.queries import (
    MEETINGS,
    MeetingLine,
    meeting_title,
    question_of,
)
from coachlog.schema.network_meeting import COUNTS_AS, NETWORK_MEETING
from coachlog.store.connection import Reader
from coachlog.terminal.context import Context, hint


class MeetingView(NamedTuple):
    """A meeting, with the question that the coach brought."""

    meeting: MeetingLine
    question: str | None


def read(reader: Reader, number: int) -> MeetingView:
    """Read what the page of meeting *number* shows; raises NotFoundError."""
    return MeetingView(MEETINGS.one(reader, number), question_of(reader, number))


def record(view: MeetingView) -> Mapping[str, object]:
    """Return the JSON of *view*, which `network meeting edit` takes back."""
    return {**view.meeting._asdict(), "question": view.question}


def page(view: MeetingView, _context: Context) -> Page:
    """Return the page of one meeting for the coach; what is empty is left out."""
    meeting = view.meeting
    brought = labelled_lines({_label("question"): view.question})
    sections = [
        Section("", labelled_lines(_about(meeting))),
        Section(_("What you brought"), brought, "private"),
    ]
    counts_as = _(COUNTS_AS[meeting.counts_as])
    return page_of(meeting_title(meeting), [counts_as], sections, _hints(meeting))


def _about(meeting: MeetingLine) -> dict[str, str | None]:
    minutes = meeting.minutes
    return {
        _label("minutes"): "" if minutes is None else show_hours(minutes, language()),
        _label("method"): meeting.method,
        _("Present"): meeting.present,
        _label("take_along"): meeting.take_along,
        _("Where I used it"): places_text(meeting.used_in) if meeting.used_in else "",
    }


def _label(name: str) -> str:
    return _(NETWORK_MEETING.field(name).label)


def _hints(meeting: MeetingLine) -> list[tuple[str, str]]:
    number = meeting.number
    hints = [
        (hint(f"network meeting edit {number}"), _("change it")),
        (hint(f"network show {meeting.network}"), _("see the network")),
    ]
    if not meeting.used_in:
        command = hint(f'network meeting edit {number} --used-in "{_("goal")} 3"')
        hints.insert(0, (command, _("say where you used it")))
    return hints


@page_command(NETWORK_MEETING, read=read, as_json=record, as_page=page)
def show() -> None:
    """Show one meeting: what you brought, what you take away, where you used it.

    coachlog network meeting show 1
    """
