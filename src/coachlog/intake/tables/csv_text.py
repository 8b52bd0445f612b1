"""Rows out of CSV as spreadsheets, banks and old programs write it."""

import csv
import re
from collections.abc import Iterator
from contextlib import suppress

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.intake.tables.sheet import ListSheet, Numbered

DELIMITERS = ";,\t|"
HEAD_CHARACTERS = 8192
MOST_CHARACTERS = 1_000_000
"""The longest cell that is read: far more than the longest text that the journal keeps."""
_LINE = re.compile(r"[^\r\n]*(?:\r*\n|\r|\Z)")
_LINE_END = re.compile(r"\r*\n|\r")
_DECLARED = re.compile(r'"?sep=([;,\t|])"?\r*\n?', re.IGNORECASE)
"""The line by which Excel says what stands between the cells."""


def csv_sheet(text: str) -> ListSheet:
    """Return the table in *text*; its rows raise RefusedError for a cell without end."""
    declared = _DECLARED.match(text)
    delimiter = declared[1] if declared else delimiter_of(text[:HEAD_CHARACTERS])
    skipped = declared.end() if declared else 0

    def rows() -> Iterator[Numbered]:
        return _rows(text, skipped, delimiter)

    return ListSheet(rows, delimiter=delimiter)


def delimiter_of(head: str) -> str:
    """Return what stands between the cells; a comma where nothing does."""
    whole_lines = head[: head.rfind("\n") + 1] or head
    with suppress(csv.Error):
        found = csv.Sniffer().sniff(_LINE_END.sub("\n", whole_lines), DELIMITERS).delimiter
        if found in DELIMITERS:
            return found
    return max(",;\t|", key=whole_lines.count)


def _rows(text: str, start: int, delimiter: str) -> Iterator[Numbered]:
    """Yield the rows that have something, each with the line in which it begins."""
    csv.field_size_limit(MOST_CHARACTERS)
    lines = _Lines(text, start)
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    first = 1 if start else 0
    while True:
        line = first + reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise RefusedError(
                N_("The cell that begins in line {line} has no end, or more than {most} letters."),
                N_("Is a quote missing there? Put it in, and give the file again."),
                line=line,
                most=MOST_CHARACTERS,
            ) from error
        if row is None:
            return
        if lines.is_exhausted:
            raise RefusedError(
                N_("The quote that opens in line {line} is never closed."),
                N_("Close it, or take it out, and give the file again."),
                line=line,
            )
        if any(cell.strip() for cell in row):
            yield line, tuple(_LINE_END.sub("\n", cell) if "\r" in cell else cell for cell in row)


class _Lines:
    """The lines of a text with their ends, one by one: of Unix, Windows, old Macs, and mixed.

    *is_exhausted* tells that more was asked for than there is: a quote is open at the end.
    """

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._position = start
        self.is_exhausted = False
        self._is_at_end = start >= len(text)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self._is_at_end:
            self.is_exhausted = True
            raise StopIteration
        match = _LINE.match(self._text, self._position)
        assert match is not None  # it matches nothing too
        self._position = match.end()
        self._is_at_end = self._position >= len(self._text)
        return match[0]
