"""The zones of the times in a calendar: by name, or by the rules that the file has for them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cached_property

from icalendar import Timezone

from coachlog.base.clock import zone
from coachlog.intake.calendar.zone_names import have_same_rules, known_zone

_MOST_LINES, _MOST_OF_LINE, _MOST_OF_RULE = 2000, 10_000, 200
_RULE_PARTS = frozenset(
    ("FREQ", "BYMONTH", "BYDAY", "BYMONTHDAY", "INTERVAL", "UNTIL", "COUNT", "WKST")
)
_HOUR_PARTS = frozenset(("BYHOUR", "BYMINUTE", "BYSECOND"))
"""Notes says in the rule too at which hour the clock turns."""
_RULE = re.compile(r"RRULE(?:;[^:]*)?:(.*)", re.I)
_TURN = re.compile(r"DTSTART|RDATE|RRULE.*UNTIL=", re.I)
_DAY = re.compile(r"(?<!\d)\d{8}(?!\d)")
_HALF_A_YEAR = timedelta(days=183)
_NAME = re.compile(r"TZID(?:;[^:]*)?:(.*)", re.I)


class UnclearZone(Exception):
    """A zone that neither its name nor the file explains."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class CalendarZone:
    """A zone as a file names it: the zone of that name, and the rules of the file for it.

    Where they disagree on a day, the rules count: that is what its author saw.
    """

    def __init__(self, name: str | None, rules: Sequence[str]) -> None:
        self.name = name
        self._lines = rules
        self._by_day: dict[date, bool] = {}
        self._first_day, self._last_day = _covered(rules)

    @property
    def is_clear(self) -> bool:
        """Whether it is known by its name or by its rules."""
        return self.name is not None or self.rules is not None

    @cached_property
    def rules(self) -> tzinfo | None:
        """The rules of the file; None where it has none, or none that can be read."""
        return _rules_in(self._lines)

    def holds(self, day: date) -> bool:
        """Return whether the name holds on *day*: the rules of the file say nothing else."""
        if self.name is None:
            return False
        if self.rules is None or not self._first_day <= day <= self._last_day:
            return True
        if day not in self._by_day:
            noon = datetime(day.year, day.month, day.day, 12)
            named = noon.replace(tzinfo=zone(self.name)).utcoffset()
            self._by_day[day] = named == noon.replace(tzinfo=self.rules).utcoffset()
        return self._by_day[day]

    def clock_on(self, day: date) -> tzinfo:
        """Return what tells the time there on *day*."""
        if self.name is not None and self.holds(day):
            return zone(self.name)
        return self.rules or UTC


class CalendarZones:
    """The zones of a file; *assumed* is that of names which are not known, if it was told."""

    def __init__(self, own: str, assumed: str | None, defined: Mapping[str, Sequence[str]]) -> None:
        self.own = own
        self._assumed = assumed
        self._defined = defined
        self._known: dict[str, CalendarZone] = {}
        self.disagreeing: set[str] = set()

    def local(self, moment: datetime, name: str | None) -> tuple[datetime, str]:
        """Return an aware moment for one as it is written, and the name of its zone.

        Without a name, it is on the coach's own clock. Raises UnclearZone.
        """
        if moment.tzinfo is not None:
            return moment, self._zone_for_journal(name, moment.date())
        if not name:
            return moment.replace(tzinfo=zone(self.own)), self.own
        known = self._zone_called(name)
        day = moment.date()
        if known.name is not None and not known.holds(day):
            self.disagreeing.add(name)
        return moment.replace(tzinfo=known.clock_on(day)), self._zone_for_journal(name, day)

    def _zone_for_journal(self, name: str | None, day: date) -> str:
        """Return the zone in which the journal tells a time: the own one where that is as good."""
        if not name:
            return self.own
        try:
            known = self._zone_called(name)
        except UnclearZone:
            return self.own
        if known.name is None or not known.holds(day) or have_same_rules(known.name, self.own):
            return self.own
        return known.name

    def _zone_called(self, name: str) -> CalendarZone:
        if name not in self._known:
            known = CalendarZone(known_zone(name), self._defined.get(name, ()))
            if not known.is_clear and self._assumed:
                known = CalendarZone(self._assumed, ())
            self._known[name] = known
        if not self._known[name].is_clear:
            raise UnclearZone(name)
        return self._known[name]


_BROKEN: tuple[type[Exception], ...] = (ValueError, KeyError, TypeError, IndexError, AttributeError)
"""What the library raises for rules that are none."""


def defined_zone(lines: Sequence[str]) -> str:
    """Return the name of the zone whose rules *lines* are; empty where it has none."""
    names = (match[1].strip().strip('"') for match in map(_NAME.fullmatch, lines) if match)
    return next(names, "")


def _covered(lines: Sequence[str]) -> tuple[date, date]:
    """Return the days between which the rules of a zone are meant to hold.

    Some programs write only those of the years that they use, each turn of the clock by itself.
    """
    turns = [moment for line in lines for moment in _turns_in(line)]
    has_rule = any(rule and "UNTIL=" not in rule[1].upper() for rule in map(_RULE.fullmatch, lines))
    if not turns:
        return date.min, date.max
    is_open = has_rule or len(turns) == 1
    return min(turns), date.max if is_open else max(turns) + _HALF_A_YEAR


def _turns_in(line: str) -> Iterator[date]:
    """Yield the days that a line of the rules of a zone names."""
    if _TURN.match(line):
        for text in _DAY.findall(line.partition(":")[2]):
            with suppress(ValueError):
                yield datetime.strptime(text, "%Y%m%d").date()


def _rules_in(lines: Sequence[str]) -> tzinfo | None:
    """Return what tells the time by the rules in *lines*; None where they are not sound.

    They are looked at first: a rule of every second would never be computed.
    """
    if not lines or len(lines) > _MOST_LINES or not all(map(_is_bounded, lines)):
        return None
    text = "\r\n".join(line for line in lines if line.strip())
    try:
        component = Timezone.from_ical(text)
        if not isinstance(component, Timezone):
            return None
        rules: tzinfo = component.to_tz(lookup_tzid=False)
        offset = datetime(2026, 1, 1, 12, tzinfo=rules).utcoffset()
    except _BROKEN:
        return None
    return rules if offset is not None and abs(offset) < timedelta(hours=24) else None


def _is_bounded(line: str) -> bool:
    """Whether a line of the rules of a zone cannot take long: by the year, as all zones have it."""
    rule = _RULE.fullmatch(line)
    if rule is None:
        return len(line) < _MOST_OF_LINE
    parts = dict(part.partition("=")[::2] for part in rule[1].upper().split(";") if part)
    hours = [parts.pop(name) for name in _HOUR_PARTS & parts.keys()]
    return (
        parts.keys() <= _RULE_PARTS
        and all(hour.isdigit() for hour in hours)
        and parts.get("FREQ") == "YEARLY"
        and parts.get("INTERVAL", "1") == "1"
        and len(line) < _MOST_OF_RULE
    )
