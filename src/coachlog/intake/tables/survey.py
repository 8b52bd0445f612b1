"""What a whole column says of its values: the order of days, and the unit of lengths of time."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, NoReturn

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.intake.tables.amounts import unit_of
from coachlog.intake.tables.cells import Cell, is_empty, text_of
from coachlog.intake.tables.days import DMY, DayOrder, order_of
from coachlog.intake.tables.header import Header
from coachlog.intake.tables.mapping import Layout, ListColumn
from coachlog.intake.tables.sheet import ListSheet
from coachlog.schema.field import DAY, MINUTES, MOMENT


class Survey(NamedTuple):
    """How the values of the columns are read: by the number of the column, or for all of them."""

    order: str = DMY
    units: Mapping[int, str] = {}


class UnclearOrder(NamedTuple):
    """A column with days that only fit with the month first, and none that only fits otherwise."""

    column: ListColumn
    found: DayOrder
    place: str


def unclear_order(sheet: ListSheet, header: Header, table: Layout) -> UnclearOrder | None:
    """Return the first column whose days have the month first; None where there is none."""
    for column in table.columns:
        if column.target and column.target.kind in (DAY, MOMENT):
            found = order_of(cells_of(sheet, header, column.at))
            if found.month_first and not found.day_first:
                return UnclearOrder(column, found, sheet.place(found.month_first_at))
    return None


def refuse_order(unclear: UnclearOrder) -> NoReturn:
    """Raise RefusedError: days are never read in two ways within a column."""
    raise RefusedError(
        N_("“{text}” in {column} ({place}) only fits with the month first."),
        N_("Say how its days are written, month or day first: --date-order mdy or dmy"),
        text=unclear.found.month_first_text[:40],
        column=unclear.column.heading,
        place=unclear.place,
    )


def units_of(sheet: ListSheet, header: Header, table: Layout) -> dict[int, str | None]:
    """Return the unit of each column of lengths, by its number; None where it is unclear."""
    return {
        column.at: unit_of(
            (cell for _line, cell in cells_of(sheet, header, column.at)), column.heading
        )
        for column in table.columns
        if column.target and column.target.kind == MINUTES
    }


def refuse_unit(column: ListColumn, key: str) -> NoReturn:
    """Raise RefusedError for a column of figures that can be minutes or hours."""
    examples = ", ".join(dict.fromkeys(text_of(cell) for cell in column.sample[:5]))
    raise RefusedError(
        N_("{column} can be in minutes or in hours: {examples}."),
        N_('Say which: --map "{column}={key}" or --map "{column}=hours"'),
        column=column.heading,
        examples=examples,
        key=key,
    )


def cells_of(sheet: ListSheet, header: Header, index: int) -> Iterator[tuple[int, Cell]]:
    """Yield the cells with something under a heading, each with the number of its row."""
    for number, cells in sheet.rows():
        if number > header.line and index < len(cells) and not is_empty(cells[index]):
            yield number, cells[index]
