"""Writing a workbook for Excel: a sheet a table, with real days, local times, numbers and flags.

Rows pass through. A text is always a text, also one that begins with `=`. What a cell cannot hold
is told, never left out in silence.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from coachlog.base.clock import in_zone, moment_of
from coachlog.export.sheet import Sheet
from coachlog.export.tables import KEY, TableColumn
from coachlog.schema.field import CODE, DAY, FLAG, MOMENT, TEXT

MOST_CHARACTERS = 32_767
"""What a cell holds, counted as Excel counts: a character beyond 16 bits is two."""

MOST_ROWS = 1_048_576
"""What a sheet holds, its heading included."""

MOST_NAME = 31
"""How long the name of a sheet may be."""

MOST_NAMED = 10
"""So many cells are named in messages; more are only counted."""

_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML refuses, in whatever way it is written."""

_FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900, so what lies before that stays a text."""

_DAY_ZERO = date(1899, 12, 30).toordinal()
"""From here Excel counts the days after that; XlsxWriter would convert each one anew."""

_WIDTHS = {TEXT: 50, DAY: 12, MOMENT: 20, FLAG: 9, CODE: 16, "line": 28, "name": 28}
_LEAST_WIDTH = 9


class CellPlace(NamedTuple):
    """Where a cell is: table, column, and the number of its record or else of its row."""

    table: str
    column: str
    record: object


class Losses:
    """What the workbook does not have: texts cut, control characters removed, rows left out."""

    def __init__(self) -> None:
        self.cut: list[CellPlace] = []
        self.cleaned: list[CellPlace] = []
        self.more_cut = self.more_cleaned = 0
        self.left_out: dict[str, int] = {}

    def add_cut(self, place: CellPlace) -> None:
        """Note a text that was cut."""
        if len(self.cut) < MOST_NAMED:
            self.cut.append(place)
        else:
            self.more_cut += 1

    def add_cleaned(self, place: CellPlace) -> None:
        """Note a text out of which characters were taken."""
        if len(self.cleaned) < MOST_NAMED:
            self.cleaned.append(place)
        else:
            self.more_cleaned += 1


def write_workbook(
    out: BinaryIO, sheets: Iterable[Sheet], folder: Path, zone_name: str, most_rows: int = MOST_ROWS
) -> Losses:
    """Write *sheets* to *out* and return what could not be written as it is.

    Unfinished files are in *folder*, which others may not enter. Times are in the zone of their row
    if it has one, or else in the zone *zone_name*.
    """
    options = {"constant_memory": True, "tmpdir": str(folder), "strings_to_urls": False}
    losses = Losses()
    workbook = Workbook(out, options)
    try:
        for sheet in sheets:
            _SheetWriter(workbook, sheet, zone_name, losses).write(most_rows)
    finally:
        workbook.close()
    return losses


class _Formats(NamedTuple):
    heading: Format
    day: Format
    moment: Format


class _Writers(NamedTuple):
    """What writes a text of a column to a cell, and what writes a number."""

    text: Callable[[int, int, str], None]
    number: Callable[[int, int, object], object]


class _SheetWriter:
    """Writes one sheet, row by row."""

    def __init__(self, workbook: Workbook, sheet: Sheet, zone_name: str, losses: Losses) -> None:
        self._sheet, self._losses, self._zone_name = sheet, losses, zone_name
        self._page: Worksheet = workbook.add_worksheet(sheet.name[:MOST_NAME])
        self._formats = _Formats(
            workbook.add_format({"bold": True}),
            workbook.add_format({"num_format": "yyyy-mm-dd"}),
            workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        )
        fields = sheet.fields
        self._zone_index = fields.index("time_zone") if "time_zone" in fields else None
        self._key_index = fields.index(sheet.key or KEY) if (sheet.key or KEY) in fields else None
        self._line_zone = zone_name
        self._line: Sequence[object] = ()

    def write(self, most_rows: int) -> None:
        """Write the heading and the rows: *most_rows* in all, as many as a sheet holds."""
        columns = self._sheet.columns
        for index, column in enumerate(columns):
            self._page.set_column(index, index, _width(column))
            self._page.write_string(0, index, column.name, self._formats.heading)
        self._page.freeze_panes(1, 0)
        writers = [self._writers(column) for column in columns]
        row = 0
        for line in self._sheet.rows:
            row += 1  # the rest is counted too: it is told how many are left out
            if row < most_rows:
                self._write_line(row, line, writers)
        self._page.autofilter(0, 0, min(row, most_rows - 1), len(columns) - 1)
        if row >= most_rows:
            self._losses.left_out[self._sheet.name] = row - most_rows + 1

    def _write_line(self, row: int, line: Sequence[object], writers: Sequence["_Writers"]) -> None:
        self._line = line
        zone = line[self._zone_index] if self._zone_index is not None else None
        self._line_zone = str(zone) if zone else self._zone_name
        for index, value in enumerate(line):
            if isinstance(value, str):
                writers[index].text(row, index, value)
            elif value is not None:
                writers[index].number(row, index, value)

    def _writers(self, column: TableColumn) -> "_Writers":
        """Return what writes a value of *column*; what cannot be read stays a text."""
        texts = {DAY: self._day, MOMENT: self._moment}
        number = self._flag if column.kind == FLAG else self._page.write_number
        return _Writers(texts.get(column.kind, self._text), number)

    def _text(self, row: int, index: int, value: str) -> None:
        self._page.write_string(row, index, self._fitting(value, row, index))

    def _flag(self, row: int, index: int, value: object) -> None:
        if value in (0, 1):
            self._page.write_boolean(row, index, bool(value))
        else:
            self._page.write_number(row, index, value)

    def _day(self, row: int, index: int, value: str) -> None:
        self._date(row, index, value, _day_number(value), self._formats.day)

    def _moment(self, row: int, index: int, value: str) -> None:
        number = _moment_number(value, self._line_zone)
        self._date(row, index, value, number, self._formats.moment)

    def _date(
        self, row: int, index: int, value: str, number: float | None, number_format: Format
    ) -> None:
        """Write *number*, which Excel shows as a date; *value* where there is none."""
        if number is None:
            self._text(row, index, value)
        else:
            self._page.write_number(row, index, number, number_format)

    def _fitting(self, text: str, row: int, index: int) -> str:
        """Return *text* as a cell can hold it; note what it loses."""
        if not text.isprintable() and _UNREADABLE.search(text):
            self._losses.add_cleaned(self._place(row, index))
            text = _UNREADABLE.sub("", text)
        if 2 * len(text) > MOST_CHARACTERS and _length(text) > MOST_CHARACTERS:
            self._losses.add_cut(self._place(row, index))
            text = _cut(text)
        return text.replace("\r\n", "\n")

    def _place(self, row: int, index: int) -> CellPlace:
        record = row if self._key_index is None else self._line[self._key_index]
        return CellPlace(self._sheet.name, self._sheet.columns[index].name, record)


@lru_cache(4096)
def _day_number(text: str) -> int | None:
    """Return a day as Excel counts it; None for one that it does not know, or no day at all."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return None if day < _FIRST_DAY else day.toordinal() - _DAY_ZERO


def _moment_number(text: str, zone_name: str) -> float | None:
    """Return the local day and time of an instant as Excel counts it, in whole seconds."""
    try:
        local = in_zone(moment_of(text), zone_name)
    except ValueError:
        return None
    if local.date() < _FIRST_DAY:
        return None
    seconds = local.hour * 3600 + local.minute * 60 + local.second
    return local.toordinal() - _DAY_ZERO + seconds / 86_400


def _width(column: TableColumn) -> int:
    """Return how wide a column is: for what it usually holds, and its name with the filter."""
    return max(_WIDTHS.get(column.kind, _LEAST_WIDTH), len(column.name) + 3)


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str) -> str:
    """Return the beginning of *text* that fits, with `…` at its end, no character halved."""
    begun = text.encode("utf-16-le")[: 2 * (MOST_CHARACTERS - 1)]
    return begun.decode("utf-16-le", errors="ignore") + "…"
