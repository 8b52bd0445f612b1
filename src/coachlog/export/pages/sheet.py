"""A page as the blocks that every format writes: what belongs together, with words for all signs.

Every text in it is safe to show: what controls a screen is visible, and halves of characters and
characters that XML does not know are replaced.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coachlog.base.safe import visible
from coachlog.base.texts import _
from coachlog.display.page import ASIDE, BLANK, Grid, Head, Line, Page, Section
from coachlog.display.signs import DRAWN
from coachlog.export.pages.charts import Chart, course_chart, trend_chart

FIELDS, ITEMS, TEXTS, HEADING = "fields", "items", "texts", "heading"
"""Labels with texts, a list, paragraphs, small headings."""
RIGHT = "right"
"""Texts at the right margin."""
TABLE, CHART, SIGNATURES = "table", "chart", "signatures"
"""A matrix, a chart, and lines to sign on beside each other, with who signs below them."""

_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
"""Few fonts have a picture of these, as a terminal gets it."""


class SheetEntry(NamedTuple):
    """A line: what comes before its text, and after it, what belongs below, and room to write on.

    *mark* is a sign that the words repeat; *number* is what a person would type.
    """

    label: str
    text: str
    note: str
    mark: str = ""
    number: str = ""
    room: int = 0
    chart: Chart | None = None
    details: Sequence["SheetEntry"] = ()


class SheetBlock(NamedTuple):
    """Entries of one *kind* below each other; or a chart; or the rows of a table, heads first."""

    kind: str
    entries: Sequence[SheetEntry] = ()
    chart: Chart | None = None
    rows: Sequence[Sequence[str]] = ()

    @property
    def is_form(self) -> bool:
        """Whether somebody has to fill something in."""
        return any(entry.room for entry in self.entries)


class SheetPart(NamedTuple):
    """A section: its *title*, which may be empty, a *note* on it, and its blocks."""

    title: str
    note: str
    blocks: Sequence[SheetBlock]


class PageSheet(NamedTuple):
    """A whole page for paper: its hints, which are for a screen, are left out."""

    title: str
    facts: str
    parts: Sequence[SheetPart]


def sheet(page: Page) -> PageSheet:
    """Return *page* as blocks, in the language of this run."""
    facts = " · ".join(fact for fact in page.facts if fact)
    parts: list[SheetPart] = []
    for section in page.sections:
        if parts and _is_signature(section):
            parts[-1] = _with_signature(parts[-1], section)
        else:
            parts.append(_part(section))
    return PageSheet(_safe(page.title), _safe(facts), parts)


def _is_signature(section: Section) -> bool:
    """Return whether a section is a line to sign on, with who signs below."""
    return not section.title and [line.text == BLANK for line in section.lines] == [True, False]


def _with_signature(part: SheetPart, section: Section) -> SheetPart:
    """Return *part* with one more to sign, beside those before."""
    *others, last = part.blocks
    signed = _entry(section.lines[1])
    if last.kind == SIGNATURES:
        return part._replace(blocks=[*others, last._replace(entries=[*last.entries, signed])])
    return part._replace(blocks=[*part.blocks, SheetBlock(SIGNATURES, [signed])])


def _part(section: Section) -> SheetPart:
    private = _("for you only") if section.layer == "private" else ""
    note = ", ".join(filter(None, (section.note, private)))
    return SheetPart(_safe(section.title), _safe(note), list(_blocks(section)))


def _blocks(section: Section) -> Iterator[SheetBlock]:
    if section.trend and (chart := trend_chart(section.trend)):
        yield SheetBlock(CHART, chart=chart)
    if section.grid:
        yield SheetBlock(TABLE, rows=_rows(section.grid))
        yield from _grouped(section.grid.legend)
        return
    yield from _grouped(section.lines)


def _grouped(lines: Sequence[Line]) -> Iterator[SheetBlock]:
    """Yield neighbours of one kind as one block.

    A label under an item is a detail of it, and so is a text with the label of the one before.
    """
    kind, entries = "", list[SheetEntry]()
    for line in lines:
        if line.label and not line.sign and line.number is None and kind == ITEMS:
            entries[-1] = entries[-1]._replace(details=[*entries[-1].details, _entry(line)])
            continue
        if kind == FIELDS == _kind(line) and entries[-1].label == _safe(line.label):
            more = _entry(line)._replace(label="")
            entries[-1] = entries[-1]._replace(details=[*entries[-1].details, more])
            continue
        if _kind(line) != kind:
            if entries:
                yield SheetBlock(kind, entries)
            kind, entries = _kind(line), []
        entries.append(_entry(line))
    if entries:
        yield SheetBlock(kind, entries)


def _kind(line: Line) -> str:
    if line.sign or line.number is not None or line.scores:
        return ITEMS
    if line.label:
        return FIELDS
    if line.tone == ASIDE:
        return RIGHT
    return HEADING if line.tone == "heading" else TEXTS


def _entry(line: Line) -> SheetEntry:
    """Return a line as an entry; one that is blank has room instead of its dots."""
    return SheetEntry(
        label=_safe(line.label),
        text="" if line.text == BLANK else _safe(line.text),
        note=_safe(line.note),
        mark="" if line.sign == DRAWN.dot else line.sign,
        number="" if line.number is None else str(line.number),
        room=max(line.room, 1) if line.text == BLANK else line.room,
        chart=course_chart(line.scores) if len(line.scores) > 1 else None,
    )


def _rows(grid: Grid) -> list[list[str]]:
    """Return the heads of the columns, then each row: its head, and the numbers where they meet."""
    columns = range(len(grid.columns))
    rows = [["", *(_head(column) for column in grid.columns)]]
    for index, head in enumerate(grid.rows):
        cells = [_cell(grid, grid.cells.get((index, column), ())) for column in columns]
        rows.append([_head(head), *cells])
    return rows


def _head(head: Head) -> str:
    return _safe(head.text if head.number is None else f"{head.number} {head.text}")


def _cell(grid: Grid, numbers: Sequence[int]) -> str:
    """Return the numbers of a cell, those that are done with a tick after them: `3✓, 5`."""
    return ", ".join(f"{n}{DRAWN.done}" if n in grid.ticked else str(n) for n in numbers)


def _safe(text: str) -> str:
    """Return *text* with only what every format can show, in letters that fonts have."""
    if text.isprintable():
        return text
    coded = _CONTROL.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text.replace("\r\n", "\n"))
    return _NO_CHARACTERS.sub("\ufffd", visible(coded)).strip("\n")
