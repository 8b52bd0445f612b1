"""`coachlog export ics`: appointments and actions for a calendar that others may see."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Annotated

import typer

from coachlog.admin.exporting.calendar.appointments import CalendarItem, calendar_items
from coachlog.admin.exporting.calendar.removed import removed_items
from coachlog.admin.exporting.request import Force, Output
from coachlog.base.clock import UnknownZoneError, local_day, moment_of, zone
from coachlog.base.texts import N_, _, count_text
from coachlog.export.calendar import CalendarEntry, calendar_lines
from coachlog.export.destination import checked_destination, written_beside
from coachlog.journal.coachee.lookup import find
from coachlog.journal.session.appointment.queries import USUAL_MINUTES
from coachlog.store.connection import Reader
from coachlog.terminal.context import Context, context, say, text_out
from coachlog.terminal.output import OfPerson
from coachlog.terminal.period import Since, Until, period

OWN_KEY = "@coachlog"
"""How the UID of everything ends that comes out of a journal."""
_SEQUENCE_FROM = datetime(2020, 1, 1, tzinfo=UTC)


def ics(
    output: Output = None,
    force: Force = False,
    coachee: OfPerson = None,
    since: Since = None,
    until: Until = None,
    names: Annotated[
        bool, typer.Option("--names", help=N_("With the names of the people, for all who see it."))
    ] = False,
    topics: Annotated[
        bool, typer.Option("--topics", help=N_("With topics and actions, for all who see it."))
    ] = False,
) -> None:
    """Write your appointments and the actions with a day for a calendar, without names.

    coachlog export ics --output calendar.ics
    """
    run = context()
    path = checked_destination(output, (".ics",), force=force) if output else None
    with run.reader() as reader:
        selected = _selected(run, reader, coachee, period(since, until, run.today))
        found = sorted(selected, key=lambda each: (each.starts_at or each.due_on or "", each.key))
    entries = [_entry(each, _title(each, names=names, topics=topics)) for each in found]
    _say_what_others_read(names=names, topics=topics)
    if path is None:
        for line in calendar_lines(entries):
            text_out().write(line.decode())
        return
    with written_beside(path) as file:
        file.writelines(calendar_lines(entries))
    _say_what_is_in_it(str(path), entries)


def _selected(
    run: Context, reader: Reader, who: str | None, bounds: tuple[date | None, date | None]
) -> Iterator[CalendarItem]:
    """Yield what belongs in the calendar, of one person and within a period if there are any."""
    person = find(reader, who).id if who else None
    first, last = bounds
    for each in (*calendar_items(reader, run.now), *removed_items(reader, run.now)):
        day = _day(each)
        is_within = (first is None or day >= first) and (last is None or day <= last)
        if is_within and person in (None, each.person):
            yield each


def _day(each: CalendarItem) -> date:
    if each.due_on:
        return date.fromisoformat(each.due_on)
    return local_day(moment_of(each.starts_at or ""), _known_zone(each.time_zone))


def _known_zone(name: str) -> str:
    """Return *name*, or UTC where this machine does not know that zone."""
    try:
        zone(name)
    except UnknownZoneError:
        return "UTC"
    return name


def _title(each: CalendarItem, *, names: bool, topics: bool) -> str:
    """Return what others read: no more than that it is a conversation, unless more was wanted."""
    parts = [_("Action") if each.due_on else _("Conversation")]
    if names and each.name:
        parts.append(each.name)
    if topics and each.words:
        parts.append(" ".join(each.words.split()))
    return " · ".join(parts)


def _entry(each: CalendarItem, title: str) -> CalendarEntry:
    changed = moment_of(each.changed)
    return CalendarEntry(
        uid=each.key + OWN_KEY,
        title=title,
        status=each.status,
        sequence=max(0, int((changed - _SEQUENCE_FROM).total_seconds())),
        changed_at=changed,
        starts_at=moment_of(each.starts_at) if each.starts_at else None,
        time_zone=_known_zone(each.time_zone) if each.starts_at else "",
        minutes=each.minutes or USUAL_MINUTES,
        is_usual=each.minutes is None,
        due_on=date.fromisoformat(each.due_on) if each.due_on and not each.has_lost_day else None,
    )


def _say_what_others_read(*, names: bool, topics: bool) -> None:
    if names:
        say(_("With names: whoever sees this calendar reads with whom you talk."))
    if topics:
        say(_("With topics: whoever sees this calendar reads what you talk about."))


def _say_what_is_in_it(path: str, entries: list[CalendarEntry]) -> None:
    appointments = sum(1 for entry in entries if entry.starts_at)
    parts = (
        count_text("{n} appointment", "{n} appointments", appointments),
        count_text("{n} action", "{n} actions", len(entries) - appointments),
    )
    say(_("{found}: {path}").format(found=", ".join(parts), path=path))
