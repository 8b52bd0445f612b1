"""The line with the headings of a table, and the columns under them."""

import re
from collections.abc import Collection, Sequence
from itertools import islice
from typing import NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _
from coachlog.intake.tables.cells import Row, is_empty, text_of
from coachlog.intake.tables.sheet import ListSheet, Numbered

LOOKED_AT = 100
"""How many rows are looked at for the headings, and for which columns have anything."""
COLUMNS_MOST = 10_000
REASON = "reason"
"""The last heading of a file of what could not be taken; the column is passed over."""
_NUMBER = re.compile(r"[-+]?\d[\d\s.,:/-]*%?|[€$]\s?[-\d.,]+")

NO_HEADER = (
    N_("{name} has no line that is clearly the headings of its columns."),
    N_("Say which line it is, perhaps: --header-line {line}"),
)


class Header(NamedTuple):
    """The headings of a table, in which *line* they stand; *line* is 0 for a table without rows.

    *has_reason* tells that the file is one of what could not be taken, with the reasons.
    """

    line: int
    names: tuple[str, ...]
    has_reason: bool = False


def header_of(
    sheet: ListSheet,
    name: str,
    line_typed: int | None,
    known: Collection[str] = (),
    *,
    takes_reason: bool = False,
) -> Header | None:
    """Return the headings: those in line *line_typed*, else in the first line that can be them.

    *name* is that of the file. Headings that are *known* tell the line where all of them stand in
    one. With *takes_reason* a last column with that heading is like any
    other. Return None where no line can be. Raises RefusedError.
    """
    first = first_rows(sheet)
    if not first:
        raise RefusedError(
            N_("{name} is empty."), N_("Give a file with headings and rows."), name=name
        )
    is_rejected = _is_reason(first[0][1]) and not takes_reason
    row_found = first[0] if is_rejected else _header_row(sheet, name, first, line_typed, known)
    return header_from(row_found, first, takes_reason=takes_reason) if row_found else None


def _header_row(
    sheet: ListSheet,
    name: str,
    first: Sequence[Numbered],
    line_typed: int | None,
    known: Collection[str],
) -> Numbered | None:
    """Return the row with the headings: that of *line_typed*, else the first that can be."""
    if line_typed is None:
        headings, used = {plain(each) for each in known}, _used_width(first)
        for each in first if headings else ():
            if headings <= {plain(text_of(cell)) for cell in each[1]}:
                return each
        return next((each for each in first if _is_header(each[1][:used])), None)
    row = next((each for each in sheet.rows() if each[0] >= line_typed), None)
    if row is None or row[0] != line_typed:
        raise RefusedError(
            N_("There is nothing in line {line} of {name}."),
            N_("Say which line has the headings: --header-line N"),
            line=line_typed,
            name=name,
        )
    return row


def likely_line(rows: Sequence[Numbered]) -> int:
    """Return the first line with something in most columns: the headings, more often than not."""
    used = _used_width(rows)
    return next(
        (line for line, cells in rows if sum(not is_empty(cell) for cell in cells) * 2 > used),
        rows[0][0],
    )


def first_rows(sheet: ListSheet) -> list[Numbered]:
    """Return the rows at the top of a table."""
    return list(islice(sheet.rows(), LOOKED_AT))


def header_from(row: Numbered, first: Sequence[Numbered], *, takes_reason: bool = False) -> Header:
    """Return *row* as headings: each one its own, so that a column can be named by it.

    Columns at the end without a heading count where something stands in the *first* rows.
    """
    line, cells = row
    texts = [" ".join(text_of(cell).split()) for cell in cells]
    del texts[max(_filled_width(cells), _used_width(first)) :]
    if len(texts) > COLUMNS_MOST:
        raise RefusedError(
            N_("Line {line} has {n} columns, more than can be read."),
            N_("At most {most}: take out what is not needed."),
            line=line,
            n=len(texts),
            most=COLUMNS_MOST,
        )
    has_reason = _is_reason(cells) and not takes_reason
    return Header(line, tuple(_unique(texts[:-1] if has_reason else texts)), has_reason)


def _unique(texts: Sequence[str]) -> list[str]:
    """Return *texts* with `_2` behind a second one that is the same, and a name for empty ones."""
    taken: set[str] = set()
    counts: dict[str, int] = {}  # of very many that are the same, each is not counted anew
    names: list[str] = []
    for number, text in enumerate(texts, 1):
        name = plain_name = text or _("column {n}").format(n=number)
        count = counts.get(plain_name.casefold(), 1)
        while name.casefold() in taken:
            count += 1
            name = f"{plain_name}_{count}"
        counts[plain_name.casefold()] = count
        taken.add(name.casefold())
        names.append(name)
    return names


def _is_header(cells: Row) -> bool:
    """Whether *cells* can be headings: two or more, none of them empty or a number."""
    return len(cells) > 1 and all(map(_is_heading, cells))


def _is_heading(cell: object) -> bool:
    return isinstance(cell, str) and bool(cell.strip()) and not _NUMBER.fullmatch(cell.strip())


def _is_reason(cells: Row) -> bool:
    return bool(cells) and len(cells) > 1 and cells[-1] == REASON


def _used_width(rows: Sequence[Numbered]) -> int:
    """Return how many columns there are, without those at the end that nothing stands in."""
    return max(_filled_width(cells) for _line, cells in rows)


def _filled_width(cells: Row) -> int:
    return max((n for n, cell in enumerate(cells, 1) if not is_empty(cell)), default=0)
