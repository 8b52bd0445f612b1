"""Puts the records of an exported journal into this one, with their ids and their numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from coachlog.base import ids
from coachlog.base.errors import CoachlogError, RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import N_
from coachlog.export.journal import COUNTERS, Row, places, without
from coachlog.intake.journal.read import JournalRecord
from coachlog.intake.landing.each import land_each
from coachlog.intake.landing.summary import Summary
from coachlog.intake.record import Problem
from coachlog.intake.request import ImportRequest
from coachlog.journal.coachee import handles, lookup
from coachlog.schema.field import REFERENCE, Table
from coachlog.schema.tables import TABLES
from coachlog.store.raw_rows import RawRows
from coachlog.store.work import Work
from coachlog.values.parse import NUMBER_MAX, TEXT_MAX

ANOTHER = (N_("This record is here already, with something else in it; it stays as it is."), "")
UNKNOWN = (N_("This version knows no “{name}”."), "")
NOT_PLAIN = (N_("“{name}” is no text or whole number that the journal can keep."), "")
NOT_A_WORD = (N_("“{value}” is not one of the words for “{name}”."), "")
MISSING = (N_("“{name}” is missing."), "")
NOT_HERE = (N_("What it belongs to is not in the journal, nor in the file before it."), "")
PERSON = "coachee"
ORIGIN = "origin"


def land(
    work: Work,
    _source: str,
    _request: ImportRequest,
    summary: Summary,
    items: Iterable[JournalRecord | Problem],
) -> None:
    """Put the records of an exported journal into this one; *summary* counts them."""
    JournalLanding(work, summary).land(items)


class JournalLanding:
    """The landing of one journal file in a unit of work; *summary* counts what it does.

    A record that is here already stays as it is. A number or a short name that another record has
    here is given anew; that changes no reference, as these are by id.
    """

    def __init__(self, work: Work, summary: Summary) -> None:
        self._work = work
        self._rows = RawRows(work)
        self._summary = summary
        self._parts = {place.table: dict(place.parts) for place in places()}
        self._is_now: dict[str, str] = {}
        """The ids of records in this journal, by their id in the file where they differ."""

    def land(self, items: Iterable[JournalRecord | Problem]) -> None:
        """Save all *items*; one that cannot be saved becomes a problem, and changes nothing."""
        land_each(self._work, items, self._summary, self._land, _problem_of)
        for noun in TABLES:
            if "number" in self._rows.columns(noun):
                self._count_on(noun, self._work.value(f'select max(number) from "{noun}"'))  # noqa: S608 - a name of our own

    def _land(self, item: JournalRecord) -> None:
        """Save one line of the file, or count it as known. Raises RefusedError."""
        if item.table == COUNTERS:
            for noun, last in item.values.items():
                if noun in TABLES:
                    self._count_on(noun, last)
            return
        if item.table not in self._parts:
            raise RefusedError(*UNKNOWN, name=item.table[:40])
        row = self._checked(item.table, item.values)
        parts = self._checked_parts(item.table, item.parts)
        if self._is_own_person(item.table, row):
            return
        present = self._rows.find(item.table, row["id"])
        if present is not None:
            self._compare(item.table, row, parts, present)
            return
        if item.table == ORIGIN and self._is_known_origin(row):
            return
        self._settle_names(item.table, row)
        self._rows.insert(item.table, row)
        for name, of_owner in parts.items():
            column = self._parts[item.table][name]
            for part in of_owner:
                self._rows.insert(name, {**part, column: row["id"]})
        self._count(item.table, self._summary.new)

    def _checked_parts(self, table: str, given: Mapping[str, Any]) -> dict[str, list[Row]]:
        """Return the checked rows of the parts of a record, by their table."""
        parts: dict[str, list[Row]] = {}
        for name, rows in given.items():
            if name not in self._parts[table]:
                raise RefusedError(*UNKNOWN, name=name[:40])
            if not isinstance(rows, list) or not all(isinstance(each, dict) for each in rows):
                raise RefusedError(*NOT_PLAIN, name=name)
            parts[name] = [self._checked(name, each) for each in rows]
        return parts

    def _checked(self, table: str, values: Mapping[str, Any]) -> Row:
        """Return a row with its references as they are here. Raises RefusedError."""
        columns = self._rows.columns(table)
        row: Row = {}
        for name, value in values.items():
            if name not in columns:
                raise RefusedError(*UNKNOWN, name=name[:40])
            row[name] = _plain(name, value)
        if not isinstance(row.get("id"), str) or not row["id"]:
            raise RefusedError(*NOT_PLAIN, name="id")
        if description := TABLES.get(table):
            self._check_described(description, row)
        return row

    def _check_described(self, table: Table, row: Row) -> None:
        """Check required fields, references and words of a row. Raises RefusedError."""
        for field in table.fields:
            value = row.get(field.name)
            is_owner = table.owner is not None and table.owner[1] == field.name
            if value is None:
                if field.required and not is_owner:
                    raise RefusedError(*MISSING, name=field.name)
                continue
            if field.kind == REFERENCE:
                row[field.name] = self._is_now.get(str(value), value)
                if not is_owner and not self._rows.has(field.of, row[field.name]):
                    raise RefusedError(*NOT_HERE)
            elif field.words and str(value) not in map(str, field.words):
                raise RefusedError(*NOT_A_WORD, value=str(value)[:40], name=field.name)

    def _is_own_person(self, table: str, row: Row) -> bool:
        """Whether it is the coach, who is here already: what is theirs there is theirs here."""
        if table != PERSON or row.get("is_self") != 1:
            return False
        own = lookup.self_or_none(self._work)
        if own is None or own.id == row["id"]:
            return False
        self._is_now[row["id"]] = own.id
        self._summary.same[PERSON] += 1
        return True

    def _is_known_origin(self, row: Row) -> bool:
        """Whether this journal has an origin of the same source and key, which then counts.

        A list or a calendar that was read into both is read again into this one by what it knows.
        """
        sql = "select 1 from origin where source = :source and key = :key"
        return self._work.value(sql, source=row.get("source"), key=row.get("key")) is not None

    def _compare(self, table: str, row: Row, parts: dict[str, list[Row]], present: Row) -> None:
        """Count a record that is here as the same, or raise RefusedError where it is not."""
        given_anew = ("number", "handle", "name_sort") if table in TABLES else ()
        wanted = {**row, **{key: present.get(key) for key in given_anew if key in row}}
        present_parts = {
            name: [without(part, column) for part in of_owner]
            for name, column in self._parts[table].items()
            if (of_owner := self._rows.of_owner(name, column, present["id"]))
        }
        wanted_parts = {
            name: sorted(of_owner, key=lambda part: str(part["id"]))
            for name, of_owner in parts.items()
        }
        if (wanted, wanted_parts) != (present, present_parts):
            raise RefusedError(*ANOTHER)
        self._count(table, self._summary.same)

    def _count(self, table: str, counts: Counter[str]) -> None:
        """Count a record that people know by a name or a number."""
        if table == PERSON or (table in TABLES and TABLES[table].noun.view):
            counts[table] += 1

    def _settle_names(self, table: str, row: Row) -> None:
        """Give a record a number or a short name that no other has, where its own is taken."""
        if table == PERSON:
            name = str(row.get("name", ""))
            row["name_sort"] = plain(name)
            handle = str(row.get("handle", ""))
            is_free = ids.slug(handle) == handle and not lookup.same_handle(self._work, handle)
            row["handle"] = handle if handle and is_free else handles.new_handle(self._work, name)
        number = row.get("number")
        if table in TABLES and isinstance(number, int):
            sql = f'select 1 from "{table}" where number = :number'  # noqa: S608 - a name of our own
            is_usual = 0 < number <= NUMBER_MAX
            if not is_usual or self._work.value(sql, number=number) is not None:
                row["number"] = self._work.next_number(table)
            self._count_on(table, row["number"])

    def _count_on(self, noun: str, last: object) -> None:
        """Never give again a number up to *last*."""
        if isinstance(last, int) and 0 < last <= NUMBER_MAX:
            self._work.execute(
                "insert into counter(noun, last) values (:noun, :last) on conflict (noun)"
                " do update set last = max(last, excluded.last)",
                noun=noun,
                last=last,
            )


def _problem_of(item: JournalRecord, error: CoachlogError) -> Problem:
    return Problem(item.place, error.cause_text(), item.raw)


def _plain(name: str, value: object) -> object:
    """Return a value that the store can have. Raises RefusedError."""
    is_text = isinstance(value, str) and len(value) <= TEXT_MAX and "\0" not in value
    if value is None or is_text or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise RefusedError(*NOT_PLAIN, name=name[:40])
