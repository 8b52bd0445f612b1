"""What is wrong in a method file, and on which line."""

import re
from typing import NamedTuple

_HEADER = re.compile(r"\s*\[\[\s*stage\s*(\.\s*question\s*)?\]\]")
_SUBTABLE = re.compile(r"\s*\[\s*(?:stage\s*\.\s*)?(?:question\s*\.\s*)?([\w-]+)")


class Mistake(NamedTuple):
    """A mistake: its *line* from 1 on, if known; in which stage or question; the cause; the fix."""

    line: int | None
    place: str
    problem: str
    remedy: str


class FilePosition(NamedTuple):
    """A table of the file by index from 0: none for the top, a stage, or a question in a stage."""

    stage: int | None = None
    question: int | None = None


class MistakeList:
    """The mistakes found in the text of one method file."""

    def __init__(self, text: str) -> None:
        self.found: list[Mistake] = []
        self._lines = text.split("\n")

    def add(self, position: FilePosition, key: str, place: str, problem: str, remedy: str) -> None:
        """Add a mistake in *key* of the table at *position*, or in the table if *key* is empty."""
        self.found.append(Mistake(self.line_of(position, key), place, problem, remedy))

    def in_order(self) -> list[Mistake]:
        """Return the mistakes by line; those without a line come first."""
        return sorted(self.found, key=lambda mistake: mistake.line or 0)

    def line_of(self, position: FilePosition, key: str) -> int | None:
        """Return the line of *key*, or of the header of its table; None if neither is found."""
        begin, end = self._table_range(position)
        if begin is None:
            return None
        assignment = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
        for index in range(begin, end) if key else ():
            subtable = _SUBTABLE.match(self._lines[index])
            is_subtable_of_key = subtable is not None and subtable[1] == key
            if is_subtable_of_key or assignment.match(self._lines[index]):
                return index + 1
        if key and position == FilePosition():  # the top of the file has no header to point at
            return None
        return max(begin, 1)  # the index after the header is the number of its line

    def _table_range(self, position: FilePosition) -> tuple[int | None, int]:
        """Return the indexes of a table's first line after its header and of the line after it.

        The first of them is None if the file has no such table.
        """
        headers = [
            (index, bool(header[1]))  # whether it begins a question
            for index, line in enumerate(self._lines)
            if (header := _HEADER.match(line))
        ]
        ends = [index for index, _is_question in headers] + [len(self._lines)]
        if position == FilePosition():
            return 0, ends[0]
        stage_headers = [n for n, (_line, is_question) in enumerate(headers) if not is_question]
        if position.stage is None or position.stage >= len(stage_headers):
            return None, 0
        header_index = stage_headers[position.stage]
        if position.question is not None:
            # The headers of its questions follow that of the stage.
            header_index += position.question + 1
            if header_index >= len(headers) or not headers[header_index][1]:
                return None, 0
        return headers[header_index][0] + 1, ends[header_index + 1]
