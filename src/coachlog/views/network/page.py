"""The page of a learning network: what for, who takes part, what came of its meetings."""

from collections.abc import Iterator

from coachlog.base.days import day_text
from coachlog.base.texts import _, language, ngettext
from coachlog.dates.show import show_hours
from coachlog.display.page import Line, Page, Section, labelled_lines, page_of
from coachlog.display.signs import DRAWN
from coachlog.journal.common.show import page_command
from coachlog.journal.network.queries import NetworkLine
from coachlog.journal.network_meeting.places import places_text
from coachlog.journal.network_meeting.queries import MeetingLine
from coachlog.schema.network import NETWORK, NETWORK_KINDS, NETWORK_STATUSES
from coachlog.terminal.context import Context, hint
from coachlog.views.network.read import NetworkMember, NetworkView, read, record


def page(view: NetworkView, _context: Context) -> Page:
    """Return the page of one network; empty sections are left out."""
    network = view.network
    minutes = sum(meeting.minutes or 0 for meeting in view.meetings)
    time = show_hours(minutes, language()) if minutes else ""
    sections = [
        Section("", labelled_lines(_about(network))),
        Section(_("Members"), [_member(member) for member in view.members]),
        Section(
            _("Meetings"),
            [line for meeting in view.meetings for line in _meeting(meeting)],
            note=time,
        ),
    ]
    facts = [
        _(NETWORK_KINDS[network.kind]) if network.kind else "",
        _(NETWORK_STATUSES[network.status]),
    ]
    title = f"{_('Network')} {network.number} · {network.name}"
    return page_of(title, facts, sections, _hints(network))


def _about(network: NetworkLine) -> dict[str, str | None]:
    days = network.rhythm_days
    rhythm = ngettext("{n} day", "{n} days", days or 0).format(n=days) if days else ""
    return {
        _label("purpose"): network.purpose,
        _label("rhythm_days"): rhythm,
        _label("starts_on"): day_text(network.starts_on, language()),
        _label("closed_on"): day_text(network.closed_on, language()),
    }


def _label(name: str) -> str:
    return _(NETWORK.field(name).label)


def _member(member: NetworkMember) -> Line:
    return Line(
        "", member.name, member.expertise or member.organisation or "", number=member.number
    )


def _meeting(meeting: MeetingLine) -> Iterator[Line]:
    """Yield the day of a meeting with what the coach took away, then where it was used."""
    text = meeting.take_along or _("nothing noted yet")
    yield Line(day_text(meeting.met_on, language()), text, number=meeting.number)
    if meeting.used_in:
        yield Line(
            _("Where I used it"),
            places_text(meeting.used_in),
            tone="good",
            sign=DRAWN.done,
        )


def _hints(network: NetworkLine) -> list[tuple[str, str]]:
    number = network.number
    hints = [(hint(f"network edit {number}"), _("change it"))]
    if network.status == NETWORK.open_status:
        hints.insert(0, (hint(f"network meeting new --network {number}"), _("note a meeting")))
    return hints


@page_command(NETWORK, read=read, as_json=record, as_page=page)
def show() -> None:
    """Show a learning network, with its members and meetings.

    coachlog network show 1
    """
