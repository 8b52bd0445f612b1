"""The rows of a list as records, or told why not; what was told can be mended and read again."""

import csv
import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from io import TextIOWrapper
from typing import BinaryIO, NamedTuple

from coachlog.base.errors import CoachlogError
from coachlog.base.folding import plain
from coachlog.base.texts import _
from coachlog.export import excel
from coachlog.intake.record import IncomingRecord, Item, Problem
from coachlog.intake.tables import targets
from coachlog.intake.tables.cells import Cell, Row, is_empty, text_of
from coachlog.intake.tables.header import REASON, Header
from coachlog.intake.tables.sheet import ListSheet
from coachlog.intake.tables.values import Content, ListReading, NamedPerson, content_of
from coachlog.schema.field import DAY, MOMENT, NAME

_TOTAL = re.compile(r"(?:sub|sous[ -]?)?tota(?:a)?(?:l|ux|len)\b", re.IGNORECASE)
_PEOPLE = ("coachee", "contact")
"""The nouns whose records are somebody: an address or the name tells which one."""


class RawRow(NamedTuple):
    """A row as its file has it, with the headings and what stood between the cells."""

    cells: Row
    header: Header
    delimiter: str


def records(
    sheet: ListSheet, header: Header, reading: ListReading, scope: str, *, has_owner: bool
) -> Iterator[Item]:
    """Yield the rows under the headings as records of the noun of the list.

    *scope* keeps the keys of one list from those of another. *has_owner* tells that all of it is
    about somebody who was named. A row that is there twice is told the second time.
    """
    seen: dict[int, int] = {}
    for number, row in sheet.rows():
        if number <= header.line:
            continue
        cells = _without_reason(row, header)
        place = sheet.place(number)
        problem = _problem(cells, sheet, header, reading, has_owner=has_owner)
        if problem:
            is_sum = _is_sum(cells)
            raw = None if is_sum else RawRow(cells, header, sheet.delimiter)
            yield Problem(place, problem, raw)
            continue
        raw = RawRow(cells, header, sheet.delimiter)
        try:
            content = content_of(_unguarded(cells, sheet, reading), reading)
        except CoachlogError as error:
            yield Problem(place, " ".join((error.cause_text(), error.remedy_text())), raw)
            continue
        key = _key(cells, header, reading, content, scope)
        digest = _short(key)
        if digest in seen:
            first = sheet.place(seen[digest])
            yield Problem(place, _("It is the same one as in {place}.").format(place=first), raw)
            continue
        seen[digest] = number
        yield _record(content, reading.table.noun, key, place, raw)


def _short(key: str) -> int:
    """Return a number for *key* that no other of a list has; many of them take little memory."""
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def write_rejected(out: BinaryIO, problems: Sequence[Problem]) -> None:
    """Write rows that could not be taken, with their headings and the reason behind each."""
    rows = [(each, each.raw) for each in problems if isinstance(each.raw, RawRow)]
    if not rows:
        return
    shape = rows[0][1]
    text = TextIOWrapper(out, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=shape.delimiter, lineterminator="\r\n")
    writer.writerow([*shape.header.names, REASON])
    for each, raw in rows:
        missing = [""] * (len(raw.header.names) - len(raw.cells))
        writer.writerow([*map(text_of, raw.cells), *missing, each.reason])
    text.detach()


def _without_reason(row: Row, header: Header) -> Row:
    """Return a row of a file of what could not be taken without the reason at its end."""
    return row[:-1] if header.has_reason and len(row) > len(header.names) else row


def _problem(
    cells: Row, sheet: ListSheet, header: Header, reading: ListReading, *, has_owner: bool
) -> str:
    """Return why a row is no record, empty where it is one."""
    width = len(header.names)
    if _is_sum(cells):
        return _("It is a sum.")
    if not sheet.name and not all(map(is_empty, cells[width:])):
        return _("It has {n} cells, more than the {width} headings.").format(
            n=len(cells), width=width
        )
    if not sheet.name and len(cells) < width:
        return _("It has {n} cells, fewer than the {width} headings.").format(
            n=len(cells), width=width
        )
    lacking = _empty_key(cells, reading, has_owner=has_owner)
    return _("Nothing stands in {column}.").format(column=lacking) if lacking else ""


def _is_sum(cells: Row) -> bool:
    first = next((cell for cell in cells if not is_empty(cell)), None)
    return isinstance(first, str) and _TOTAL.match(first.strip()) is not None


def _empty_key(cells: Row, reading: ListReading, *, has_owner: bool) -> str:
    """Return the heading of what identifies a row where it is empty; else an empty text."""
    table = reading.table
    columns = [column for column in table.columns if column.at == table.key]
    personal = (targets.WHOLE, NAME, targets.FIRST, targets.LAST, targets.HANDLE, "email")
    needed = [column for column in table.columns if column.target and _is_needed(column.target)]
    for column in (*columns, *needed):
        if _is_empty_at(cells, column.at) and not _is_joined(column.target, table.noun):
            return column.heading
    people = [
        column
        for column in table.columns
        if column.target and (column.target.kind in personal or column.target.key in personal)
    ]
    of_person = targets.person_field(table.noun) is not None and not has_owner
    needs_person = of_person or table.noun in _PEOPLE
    is_nobody = needs_person and all(_is_empty_at(cells, column.at) for column in people)
    return people[0].heading if people and is_nobody else ""


def _is_needed(target: targets.ColumnTarget) -> bool:
    """Whether each row has to fill it: what is required, and a day that would else be today."""
    is_own_day = target.kind in (DAY, MOMENT) and target.field and target.field.required
    return bool(is_own_day or (target.required and target.kind != targets.WHOLE))


def _is_joined(target: targets.ColumnTarget | None, noun: str) -> bool:
    """Whether it may stand elsewhere in the row: a name in two columns, hours that were paid."""
    return target is not None and (
        target.key == "hours" or (noun in _PEOPLE and target.key == "name")
    )


def _is_empty_at(cells: Row, index: int) -> bool:
    return index >= len(cells) or is_empty(cells[index])


def _unguarded(cells: Row, sheet: ListSheet, reading: ListReading) -> Row:
    """Return a row without the apostrophes that `export csv --excel` puts before texts."""
    if not (reading.table.is_own and sheet.delimiter == ";"):
        return cells
    return tuple(map(_without_guard, cells))


def _without_guard(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith("'") and excel.guarded(cell[1:]) == cell:
        return cell[1:]
    return cell


def _key(cells: Row, header: Header, reading: ListReading, content: Content, scope: str) -> str:
    """Return what identifies a row in each later file: a column, an address, or all of it."""
    table = reading.table
    if table.key is not None:
        return f"{scope}\n{text_of(cells[table.key])}"
    if table.noun in _PEOPLE:
        addresses = [each.casefold() for each in content.person.addresses if "@" in each]
        name = content.values.get("name") or content.person.name
        return f"{table.noun}\n{addresses[0] if addresses else plain(str(name))}"
    filled = sorted(
        f"{heading}\0{text_of(cell)}"
        for heading, cell in zip(header.names, cells, strict=False)
        if not is_empty(cell)
    )
    return "\n".join((table.noun, *filled))


def _record(content: Content, noun: str, key: str, place: str, raw: RawRow) -> IncomingRecord:
    values, person = content.values, content.person
    if noun in _PEOPLE:
        values = _as_somebody(values, person)
        person = person._replace(whole=str(values["name"]))
    who = (person.who(),) if person != NamedPerson() else ()
    return IncomingRecord(noun, key, place, values, who, content.words, raw)


def _as_somebody(values: dict[str, object], person: NamedPerson) -> dict[str, object]:
    """Return the values of a person, with the name and the addresses out of several columns."""
    reach = " · ".join(filter(None, (*person.addresses, str(values.get("reach") or ""))))
    name = values.get("name") or person.name or next(iter(person.addresses), "")
    joined = {"name": name, "reach": reach}
    return {**values, **{key: value for key, value in joined.items() if value}}
