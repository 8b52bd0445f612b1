"""Reads a calendar event by event: what lies ahead becomes planned conversations."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta

from coachlog.base.clock import in_zone, zone
from coachlog.base.texts import _, count_text
from coachlog.intake.calendar.components import (
    TO_DO,
    CalendarFile,
    CalendarPart,
    calendar_file,
    line_number,
    logical_lines,
)
from coachlog.intake.calendar.events import (
    WANTED,
    Moment,
    NotTaken,
    age_of,
    event_of,
    text_of,
)
from coachlog.intake.calendar.groups import check_part, grouped
from coachlog.intake.calendar.own import is_own, own_event, own_task
from coachlog.intake.calendar.people import usual_organiser
from coachlog.intake.calendar.properties import Properties, UnreadableLine, properties_of
from coachlog.intake.calendar.rejected import RawParts, write_rejected
from coachlog.intake.calendar.series import (
    MOST_OCCURRENCES,
    Window,
    check_rules,
    day_of_occurrence,
    days_within,
    is_once_a_day,
    occurrences,
    removed_within,
)
from coachlog.intake.calendar.tasks import CalendarTask, newest_tasks, task_of
from coachlog.intake.calendar.versions import (
    CANCEL,
    EventPart,
    is_cancelled,
    key_of,
    newest_of,
    raw_of,
    timed_only,
    whole_day,
)
from coachlog.intake.calendar.words import titled
from coachlog.intake.calendar.zones import CalendarZones, UnclearZone
from coachlog.intake.record import IncomingRecord, Item, Problem
from coachlog.intake.request import ImportRequest
from coachlog.intake.source import SourceFile

__all__ = ("read", "write_rejected")


def read(source: SourceFile, request: ImportRequest) -> Iterator[Item]:
    """Yield the conversations and actions in a calendar, and what could not be read.

    Raises RefusedError where it is no text.
    """
    yield from _CalendarReading(calendar_file(source.data, request.encoding), request).items()


class _CalendarReading:
    """The reading of one file."""

    def __init__(self, file: CalendarFile, request: ImportRequest) -> None:
        self._file = file
        self._request = request
        self._now = request.now
        self._own = request.own_addresses
        self._usual = "" if request.own_addresses else usual_organiser(file)
        self._groups, rules = grouped(file)
        self._zones = CalendarZones(request.zone, request.assumed_zone, rules)
        self._past = 0
        self._today = in_zone(request.now, request.zone).date()
        own_clock = zone(request.zone)
        last_day = datetime.fromisoformat(request.until or "2100-01-01").date()
        self._window = Window(
            datetime.combine(self._today, time(), own_clock),
            datetime.combine(last_day, time(23, 59, 59), own_clock),
        )

    def items(self) -> Iterator[Item]:
        """Yield the records: all versions of an event have to be known for one of them."""
        for group in self._groups:
            parts: list[EventPart] = []
            tasks: list[CalendarTask] = []
            for part in group:
                yield from self._read_part(part, parts, tasks)
            yield from newest_tasks(tasks)
            if parts:
                yield from self._one_event(parts)
        for name in sorted(self._zones.disagreeing):
            reason = _("The file has other rules for the zone {name}; they count here.")
            yield Problem("", reason.format(name=name))
        if self._past:
            yield Problem(
                "",
                count_text(
                    "{n} event is over. Take it as a conversation held: --past",
                    "{n} events are over. Take them as conversations held: --past",
                    self._past,
                ),
            )

    def _read_part(
        self, part: CalendarPart, parts: list[EventPart], tasks: list[CalendarTask]
    ) -> Iterator[Problem]:
        """Read a part into *parts* or *tasks*; yield what cannot be taken of it."""
        lines = logical_lines(self._file, part)
        raw = RawParts((tuple(lines),), part.version, part.method)
        place = _("line {n}").format(n=part.line)
        try:
            check_part(part)
            properties = properties_of(lines, WANTED)
            place = titled(place, text_of(properties, "SUMMARY"))
            if part.kind == TO_DO:
                yield from self._task(properties, place, raw, tasks)
                return
            event = event_of(properties, self._zones, self._own, self._usual)
            yield from (Problem(place, reason) for reason in event.problems)
            parts.append(EventPart(event, properties, place, raw, part.method))
        except UnreadableLine as error:
            yield self._unreadable(part, error.index, _("This line cannot be read."), raw)
        except NotTaken as error:
            index = 0 if error.index is None else error.index
            yield self._unreadable(part, index, error.reason, raw)
        except UnclearZone as error:
            reason = _("The zone “{name}” is not known. Say which it is: --zone Europe/Brussels")
            yield Problem(place, reason.format(name=error.name[:80]), raw)

    def _unreadable(self, part: CalendarPart, index: int, reason: str, raw: RawParts) -> Problem:
        number = line_number(self._file, part, index)
        return Problem(_("line {n}").format(n=number), reason, raw)

    def _task(
        self, properties: Properties, place: str, raw: RawParts, tasks: list[CalendarTask]
    ) -> Iterator[Problem]:
        """Read a task into *tasks*; yield what is not taken of it."""
        uid = text_of(properties, "UID")
        if is_own(uid):
            own = own_task(uid, properties, self._zones, place, raw)
            tasks.extend([CalendarTask("", age_of(properties), own)] if own else ())
            return
        tasks.append(task_of(properties, self._zones, self._today, place, raw))
        if "RRULE" in properties:
            yield Problem(place, _("It repeats: only one task is taken."))

    def _one_event(self, parts: Sequence[EventPart]) -> Iterator[Item]:
        """Yield what all versions and occurrences of one event are, by the newest of each."""
        newest = newest_of(parts)
        master = newest.get(None)
        if master and (master.event.rules or master.event.added) and not is_own(master.event.uid):
            del newest[None]
            yield from self._series(master, list(newest.values()))
            return
        for each in newest.values():
            yield from self._single(each)
            if master is None and (each.event.goes_on or each.event.added or each.event.rules):
                yield Problem(each.place, _("The rest of its series is not in the file."))

    def _single(self, part: EventPart) -> Iterator[Item]:
        """Yield the conversation of an event that occurs once, or of one occurrence."""
        event = part.event
        if is_own(event.uid):
            own = own_event(event, part.properties, part.place, part.raw)
            yield from (own,) if own else ()
            return
        key = key_of(event, self._occurrence_day(part))
        if event.starts_at is None:
            if is_cancelled(part):
                yield self._cancellation(part, key)
                yield from self._cancelled_series(part)
            else:
                yield Problem(part.place, _("It does not say when it begins."), part.raw)
        elif isinstance(event.starts_at, datetime):
            yield from self._conversation(part, key, event.starts_at)
            yield from self._cancelled_series(part)
        elif event.starts_at < self._today and not self._request.past:
            self._past += 1
        else:
            yield whole_day(part)

    def _occurrence_day(self, part: EventPart) -> Moment | None:
        """Return which occurrence of a series a part is; None for an event that occurs once."""
        at_first = part.event.recurrence
        return day_of_occurrence(part.event, at_first) if at_first else None

    def _cancelled_series(self, part: EventPart) -> Iterator[IncomingRecord]:
        """Yield that no occurrence goes ahead, where a message calls off all of a series."""
        if part.method == CANCEL and part.event.recurrence is None:
            for day in days_within(self._window):
                yield self._cancellation(part, key_of(part.event, day))

    def _series(self, master: EventPart, changed: Sequence[EventPart]) -> Iterator[Item]:
        """Yield the conversations of an event that repeats; those on whole days are not taken."""
        raw = raw_of(master, *changed)
        try:
            check_rules(master.event, master.raw.version)
            master, timed, others = timed_only(master, changed)
            for part in others:
                yield from self._single(part)
            if isinstance(master.event.starts_at, datetime):
                yield from self._occurrences(master, timed, raw)
            else:
                yield whole_day(master)
        except NotTaken as error:
            yield Problem(master.place, error.reason, raw)

    def _occurrences(
        self, master: EventPart, changed: Sequence[EventPart], raw: RawParts
    ) -> Iterator[Item]:
        """Yield the conversations of a series, and which of them were removed from it."""
        event = master.event
        by_event = {id(each.event): each for each in (master, *changed)}
        imported: dict[Moment, datetime] = {}
        seen: set[int] = set()
        is_cut = False
        for each in occurrences(event, [part.event for part in changed], self._window):
            is_cut = len(imported) == MOST_OCCURRENCES
            if is_cut:
                reason = _("Of this series only the first {n} are taken.")
                yield Problem(master.place, reason.format(n=len(imported)))
                break
            part = by_event[id(each.event)]._replace(raw=raw)
            if is_cancelled(master):
                part = part._replace(method=CANCEL)
            which: Moment = each.recurrence
            which = day_of_occurrence(event, which) if is_once_a_day(event) else which
            imported[which] = each.starts_at
            seen.add(id(each.event))
            yield from self._conversation(part, key_of(event, which), each.starts_at)
        if not imported:
            yield from self._problem_of_empty_series(master)
        for part in changed:  # those that were moved to before today, or far ahead
            if id(part.event) not in seen and not is_cut:
                imported[self._occurrence_day(part) or self._now] = self._now
                yield from self._single(part)
        last = max(imported.values()) if is_cut else None
        yield from self._removed_occurrences(master, imported.keys(), last)

    def _removed_occurrences(
        self, master: EventPart, imported: Collection[Moment], last: datetime | None
    ) -> Iterator[IncomingRecord]:
        """Yield that a series has no other occurrences: each may have come with an earlier file."""
        event = master.event
        gone: Iterable[Moment] = removed_within(event, self._window)
        if is_once_a_day(event):
            gone = days_within(self._window, last)
        for which in gone:
            if which not in imported:
                yield self._cancellation(master, key_of(event, which))
        is_ahead = isinstance(event.starts_at, datetime) and event.starts_at > self._now
        if is_ahead:  # it may have been an event that occurs once
            yield self._cancellation(master, key_of(event, None))

    def _problem_of_empty_series(self, master: EventPart) -> Iterator[Problem]:
        starts_at = master.event.starts_at
        if isinstance(starts_at, datetime) and starts_at > self._window.last:
            yield Problem(master.place, _("It begins later. Take it too: --until DAY"))
        elif self._request.past:
            yield Problem(master.place, _("It is over: of a series only what lies ahead is taken."))
        else:
            self._past += 1

    def _conversation(self, part: EventPart, key: str, starts_at: datetime) -> Iterator[Item]:
        """Yield a conversation, unless it is over and nobody wants those."""
        event = part.event
        is_over = starts_at + timedelta(minutes=event.minutes or 0) <= self._now
        is_off = is_cancelled(part)
        if is_over and not self._request.past and not is_off:
            self._past += 1
            return
        status = "held" if is_over else "planned"
        values: dict[str, object] = {
            "date": starts_at.isoformat(timespec="minutes"),
            "time_zone": event.time_zone,
            "status": "cancelled" if is_off else status,
            "minutes": event.minutes,
            "form": "video" if event.by_video else None,
            "topic": event.topic or None,
        }
        filled = {name: value for name, value in values.items() if value is not None}
        yield IncomingRecord(
            "session", key, part.place, filled, event.who, event.words, part.raw, known_only=is_off
        )

    def _cancellation(self, part: EventPart, key: str) -> IncomingRecord:
        """Return that a conversation which is known, if it is, does not go ahead."""
        values = {"status": "cancelled"}
        return IncomingRecord("session", key, part.place, values, raw=part.raw, known_only=True)
