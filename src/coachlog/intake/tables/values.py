"""The cells of a row as values of a record: days, lengths, names and words, each by its target."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.intake.record import PersonReference
from coachlog.intake.tables import targets
from coachlog.intake.tables.amounts import HOURS as AS_HOURS
from coachlog.intake.tables.amounts import MINUTES as AS_MINUTES
from coachlog.intake.tables.amounts import number_text, read_hours, read_minutes
from coachlog.intake.tables.cells import Cell, is_empty, text_of
from coachlog.intake.tables.days import WrittenMoment, read_clock, read_moment
from coachlog.intake.tables.fitting import code_text
from coachlog.intake.tables.mapping import Layout, ListColumn
from coachlog.intake.tables.survey import Survey
from coachlog.intake.tables.targets import PARTS_OF_SESSION, ColumnTarget
from coachlog.schema.field import CODE, DAY, FLAG, HOURS, MINUTES, MOMENT, NUMBER
from coachlog.values.text import MINUTES_MOST

Values = dict[str, object]
_PERSONAL = (targets.WHOLE, targets.FIRST, targets.LAST, targets.HANDLE, targets.ADDRESS)

NO_CLOCK = (
    N_("“{text}” in {column} cannot be read as a time."),
    N_("For example 14:30 or 14u30."),
)


class NamedPerson(NamedTuple):
    """The parts of a name, and the addresses, that a row has."""

    whole: str = ""
    first: str = ""
    last: str = ""
    handle: str = ""
    addresses: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The whole name: `An Peeters`."""
        return self.whole or " ".join(filter(None, (self.first, self.last)))

    def who(self) -> PersonReference:
        """Return how the file names this person; several may have one telephone number."""
        mails = tuple(each for each in self.addresses if "@" in each)
        known_by = mails if mails or self.name or self.handle else self.addresses
        return PersonReference(self.name or self.handle, known_by, self.handle)


class ListReading(NamedTuple):
    """How the rows of a list are read, and the present moment on the clock of the coach."""

    table: Layout
    survey: Survey
    now: datetime

    @property
    def today(self) -> date:
        """The present day of the coach."""
        return self.now.date()


class Content(NamedTuple):
    """What a row has: values of fields, a person, and free words."""

    values: Values
    person: NamedPerson
    words: str


class _RowParts:
    """What was found in a row so far, by the keys of the targets."""

    def __init__(self) -> None:
        self.values: Values = {}
        self.moments: dict[str, WrittenMoment] = {}
        self.clocks: dict[str, time] = {}
        self.lengths: dict[str, int] = {}
        self.personal: dict[str, list[str]] = {}
        self.words: list[tuple[str, str]] = []


def content_of(cells: tuple[Cell, ...], reading: ListReading) -> Content:
    """Return what a row has. Raises RefusedError for what cannot be read."""
    row = _RowParts()
    for column, target, cell in _filled(cells, reading.table):
        if target is None or target.kind == targets.NOTE:
            row.words.append((column.heading, text_of(cell)))
        elif target.kind in _PERSONAL:
            row.personal.setdefault(target.kind, []).append(text_of(cell).lstrip("'"))
        else:
            _take(row, cell, column, target, reading)
    _join_moments(row, reading)
    _join_lengths(row, reading.table.noun)
    return Content(row.values, _person(row.personal), _words(row.words, reading.table))


def _filled(
    cells: tuple[Cell, ...], table: Layout
) -> Iterator[tuple[ListColumn, ColumnTarget | None, Cell]]:
    """Yield each cell to read with its column and its target; None is the note."""
    keeps_loose = targets.has_note(table.noun)
    for column in table.columns:
        cell = cells[column.at] if column.at < len(cells) else None
        is_taken = column.target is not None or (keeps_loose and not column.left)
        if is_taken and not is_empty(cell) and (column.target or column.at != table.key):
            yield column, column.target, cell
    for target, text in table.constants:
        yield ListColumn(-1, text, ()), target, text


def _take(
    row: _RowParts, cell: Cell, column: ListColumn, target: ColumnTarget, reading: ListReading
) -> None:
    """Note what stands in a cell as what its target takes. Raises RefusedError."""
    name, order = column.heading, reading.survey.order
    if target.kind == MOMENT:
        row.moments[target.key] = read_moment(cell, order, name, reading.today)
    elif target.kind in (targets.CLOCK, targets.CLOCK_END):
        row.clocks[target.kind] = _clock(cell, name)
    elif target.kind in (HOURS, targets.UNPAID):
        row.lengths[target.key] = read_hours(cell, name)
    elif target.kind == targets.IN_HOURS:
        row.values["minutes"] = read_minutes(cell, AS_HOURS, name, MINUTES_MOST)
    elif target.kind == targets.SOMEBODY:
        row.values.setdefault("clients", "1")
    else:
        row.values[target.key] = _value(cell, column, target, reading)


def _value(cell: Cell, column: ListColumn, target: ColumnTarget, reading: ListReading) -> object:
    """Return a cell as the kind of value that its target takes. Raises RefusedError."""
    name = column.heading
    if target.kind == DAY:
        return read_moment(cell, reading.survey.order, name, reading.today).day.isoformat()
    if target.kind == MINUTES:
        unit = reading.survey.units.get(column.at, AS_MINUTES)
        return read_minutes(cell, unit, name, _most(target))
    if target.kind == targets.PARTS:
        return _parts(text_of(cell), target.key)
    if target.kind == NUMBER:
        return number_text(cell, name)
    if target.kind in (CODE, FLAG) and target.field:
        return code_text(target.field, "yes" if cell is True else text_of(cell))
    return text_of(cell)


def _join_moments(row: _RowParts, reading: ListReading) -> None:
    """Put a day and its time together, and its end as a length; what is to come is planned."""
    for key, moment in row.moments.items():
        is_start = key == "date"
        start = row.clocks.get(targets.CLOCK) if is_start else None
        whole = moment._replace(time=start or moment.time)
        row.values[key] = whole.text()
        if is_start:
            _note_end(row, whole)
            if moment.day > reading.today:
                row.values.setdefault("status", "planned")


def _note_end(row: _RowParts, moment: WrittenMoment) -> None:
    """Give a conversation its length where the list has its end instead."""
    end = row.clocks.get(targets.CLOCK_END)
    if end is None or moment.time is None or "minutes" in row.values:
        return
    length = (end.hour - moment.time.hour) * 60 + end.minute - moment.time.minute
    if length > 0:
        row.values["minutes"] = length


def _join_lengths(row: _RowParts, noun: str) -> None:
    """Give hours as `12:30`; all of them are those that were paid and those that were not."""
    lengths = row.lengths
    unpaid = lengths.pop("pro_bono", None)
    if noun == "hours" and "hours" not in lengths and lengths.keys() | {unpaid} != {None}:
        lengths["hours"] = lengths.get("paid", 0) + (unpaid or 0)
    for key, length in lengths.items():
        row.values[key] = f"{length // 60}:{length % 60:02}"


def _parts(text: str, key: str) -> list[object]:
    """Return the lines of a cell as records of their own: actions, goals."""
    lines = [line.strip(" -*•\t") for line in text.splitlines()]
    noun = PARTS_OF_SESSION[key]
    filled = filter(None, lines)
    return (
        list(filled) if noun == "topic" else [{targets.part_words(noun): line} for line in filled]
    )


def _person(parts: Mapping[str, list[str]]) -> NamedPerson:
    """Return the person that the cells of a row name."""

    def first(kind: str) -> str:
        return next(iter(parts.get(kind, ())), "")

    whole, addresses = first(targets.WHOLE), list(parts.get(targets.ADDRESS, ()))
    if "@" in whole and " " not in whole:  # a list may name people by their address alone
        addresses.insert(0, whole)
    names = (first(targets.FIRST), first(targets.LAST), first(targets.HANDLE))
    return NamedPerson(whole, *names, tuple(addresses))


def _words(words: list[tuple[str, str]], table: Layout) -> str:
    """Return free words: those of the column for them as they are, others behind their heading."""
    notes = [each for each in table.columns if each.target and each.target.kind == targets.NOTE]
    plain = notes[0].heading if len(notes) == 1 else None
    lines = [text if heading == plain else f"{heading}: {text}" for heading, text in words]
    return "\n".join(lines)


def _clock(cell: Cell, heading: str) -> time:
    clock = read_clock(cell)
    if clock is None:
        raise RefusedError(*NO_CLOCK, text=text_of(cell)[:40], column=heading)
    return clock


def _most(target: ColumnTarget) -> int:
    return target.field.given_by.high if target.field else MINUTES_MOST
