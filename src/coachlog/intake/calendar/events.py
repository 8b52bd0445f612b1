"""An event or a task of a calendar, read from its properties."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from coachlog.base.texts import N_, _
from coachlog.export.calendar import USUAL_LENGTH
from coachlog.intake.calendar.moments import NotAMoment, duration, moment_in, written_moment
from coachlog.intake.calendar.people import people_of
from coachlog.intake.calendar.properties import CalendarProperty, Properties
from coachlog.intake.calendar.words import is_by_video, words_of
from coachlog.intake.calendar.zones import CalendarZones
from coachlog.intake.record import PersonReference
from coachlog.values.text import MINUTES_MOST

WANTED = frozenset(
    (
        *("UID", "RECURRENCE-ID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "STATUS"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE"),
        *("SUMMARY", "DESCRIPTION", "LOCATION", "ATTENDEE", "ORGANIZER"),
        *("CREATED", "DUE", "COMPLETED", "PERCENT-COMPLETE"),
        *("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"),
        *("X-MICROSOFT-CDO-ALLDAYEVENT", USUAL_LENGTH),
    )
)
_BY_VIDEO = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
_MOST_DATES = 100_000
CANCELLED = "CANCELLED"
Moment = datetime | date


class NotTaken(Exception):
    """An event that cannot be taken; *index* is the line it is about, if it is about one."""

    def __init__(self, reason: str, index: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.index = index


class CalendarEvent(NamedTuple):
    """An event: when, for how long, with whom, and in which words.

    *starts_at* is None where it is only said that something was called off; a day is a whole one.
    *recurrence* is the moment that an occurrence of a series had at first. *problems* says what
    was not taken of it.
    """

    uid: str
    recurrence: Moment | None
    goes_on: bool
    sequence: int
    stamp: str
    starts_at: Moment | None
    time_zone: str
    minutes: int | None
    status: str
    topic: str
    words: str
    by_video: bool
    who: tuple[PersonReference, ...]
    rules: tuple[str, ...]
    added: tuple[Moment, ...]
    removed: tuple[Moment, ...]
    problems: tuple[str, ...]

    @property
    def age(self) -> tuple[int, str]:
        """What tells the newer of two versions: the number of its changes, then its stamp."""
        return self.sequence, self.stamp


def event_of(
    properties: Properties, zones: CalendarZones, own: Sequence[str], usual: str
) -> CalendarEvent:
    """Return the event that *properties* are of. Raises NotTaken and UnclearZone."""
    if "EXRULE" in properties:
        reason = _("It leaves out times by a rule (EXRULE), which is not read.")
        raise NotTaken(reason, properties["EXRULE"][0].line)
    problems: list[str] = []
    starts = _first(properties, "DTSTART")
    starts_at, time_zone = _moment(starts, zones) if starts else (None, zones.own)
    if _text(properties, "X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE" and isinstance(
        starts_at, datetime
    ):
        starts_at = starts_at.date()
    recurrence = _first(properties, "RECURRENCE-ID")
    location = _text(properties, "LOCATION")
    return CalendarEvent(
        uid=_text(properties, "UID"),
        recurrence=_moment(recurrence, zones)[0] if recurrence else None,
        goes_on=bool(
            recurrence and recurrence.parameters.get("RANGE", "").upper() == "THISANDFUTURE"
        ),
        sequence=_number(_text(properties, "SEQUENCE")),
        stamp=_stamp(properties),
        starts_at=starts_at,
        time_zone=time_zone,
        minutes=_minutes(properties, starts, starts_at, zones, problems),
        status=_text(properties, "STATUS").upper(),
        topic=" ".join(_text(properties, "SUMMARY").split()),
        words=words_of(_text(properties, "DESCRIPTION")),
        by_video=is_by_video(location) or any(name in properties for name in _BY_VIDEO),
        who=people_of(properties, own, usual),
        rules=tuple(rule for each in properties.get("RRULE", ()) if (rule := each.value.strip())),
        added=_moments(properties, "RDATE", zones),
        removed=_moments(properties, "EXDATE", zones),
        problems=tuple(problems),
    )


def age_of(properties: Properties) -> tuple[int, str]:
    """Return what tells the newer of two versions: the number of its changes, then its stamp."""
    return _number(_text(properties, "SEQUENCE")), _stamp(properties)


def changed_at(properties: Properties) -> datetime | None:
    """Return when a program last changed it; None where no program says so."""
    found = []
    for name in ("LAST-MODIFIED", "DTSTAMP"):
        each = _first(properties, name)
        try:
            moment = written_moment(each.value) if each else None
        except NotAMoment:
            continue
        if isinstance(moment, datetime):
            found.append(moment.replace(tzinfo=UTC))
    return max(found, default=None)


def day_of(properties: Properties, name: str, zones: CalendarZones) -> date | None:
    """Return the day of the property *name*; None without one. Raises NotTaken, UnclearZone."""
    each = _first(properties, name)
    if each is None:
        return None
    moment, _zone = _moment(each, zones)
    return moment.date() if isinstance(moment, datetime) else moment


def text_of(properties: Properties, name: str) -> str:
    """Return the text of the property *name*; empty without one."""
    return _text(properties, name)


def _first(properties: Properties, name: str) -> CalendarProperty | None:
    found = properties.get(name, ())
    return found[0] if found else None


def _text(properties: Properties, name: str) -> str:
    each = _first(properties, name)
    return each.text if each else ""


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else 0


def _stamp(properties: Properties) -> str:
    changed = changed_at(properties)
    return changed.isoformat() if changed else ""


def _moment(each: CalendarProperty, zones: CalendarZones, zone: str = "") -> tuple[Moment, str]:
    """Return a day or an aware moment, and the zone it is told in; *zone* is that of a moment
    which names none. Raises NotTaken and UnclearZone."""
    try:
        moment = moment_in(each)
    except NotAMoment as error:
        raise _unreadable(each) from error
    if not isinstance(moment, datetime):
        return moment, zones.own
    return zones.local(moment, each.parameters.get("TZID", "") or zone)


def _minutes(
    properties: Properties,
    starts: CalendarProperty | None,
    starts_at: Moment | None,
    zones: CalendarZones,
    problems: list[str],
) -> int | None:
    """Return how long it takes; None where that is not said, or makes no sense."""
    if not isinstance(starts_at, datetime) or starts is None:
        return None
    ends = _first(properties, "DTEND")
    length = timedelta()
    if ends is not None:
        zone = starts.parameters.get("TZID", "")
        ends_at, _zone = _moment(ends, zones, zone)
        if isinstance(ends_at, datetime):
            length = ends_at.astimezone(UTC) - starts_at.astimezone(UTC)
    elif each := _first(properties, "DURATION"):
        try:
            length = duration(each.value)
        except NotAMoment as error:
            raise _unreadable(each) from error
    minutes = round(length.total_seconds() / 60)
    if minutes < 0:
        problems.append(_(N_("It ends before it begins, so its length is left out.")))
    if minutes > MINUTES_MOST:
        raise NotTaken(_("It lasts longer than a day, which no conversation does."))
    return minutes if minutes > 0 else None


def _moments(properties: Properties, name: str, zones: CalendarZones) -> tuple[Moment, ...]:
    """Return the moments of a list, at most so many; of a period, when it begins."""
    found: list[Moment] = []
    for each in properties.get(name, ()):
        for value in each.value.split(","):
            if not value.strip():
                continue
            if len(found) >= _MOST_DATES:
                raise NotTaken(_("It names more days than a calendar can have."), each.line)
            one = each._replace(value=value.partition("/")[0])
            found.append(_moment(one, zones)[0])
    return tuple(found)


def _unreadable(each: CalendarProperty) -> NotTaken:
    value = each.value.strip()[:40]
    return NotTaken(_("“{value}” is no day or time.").format(value=value), each.line)
