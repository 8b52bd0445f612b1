"""What is wrong in a method file, and on which line."""

import re
from typing import NamedTuple

_HEADER = re.compile(r"\s*\[\[\s*stage\s*(\.\s*question\s*)?\]\]")
_SUBTABLE = re.compile(r"\s*\[\s*(?:stage\s*\.\s*)?(?:question\s*\.\s*)?([\w-]+)")


class Mistake(NamedTuple):
    """Something to mend: on which *line*, if that is known, in what, and how."""

    line: int | None
    place: str
    problem: str
    remedy: str


class FilePosition(NamedTuple):
    """A table of the file: the top, a stage, or a question of it, each by its place from 0 on."""

    stage: int | None = None
    question: int | None = None


class Notes:
    """The mistakes that were found in one text."""

    def __init__(self, text: str) -> None:
        self.found: list[Mistake] = []
        self._lines = text.split("\n")

    def add(self, spot: FilePosition, key: str, place: str, problem: str, remedy: str) -> None:
        """Note a mistake with *key* in the table at *spot*; without a key, with the table."""
        self.found.append(Mistake(self.line_of(spot, key), place, problem, remedy))

    def in_order(self) -> list[Mistake]:
        """The mistakes in the order of their lines; what has no line comes first."""
        return sorted(self.found, key=lambda mistake: mistake.line or 0)

    def line_of(self, spot: FilePosition, key: str) -> int | None:
        """The line of *key*, or of the head of its table; None where the file is written oddly."""
        begin, end = self._range(spot)
        if begin is None:
            return None
        written = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
        for number in range(begin, end):
            line = self._lines[number]
            subtable = _SUBTABLE.match(line)
            if key and (written.match(line) or (subtable and subtable[1] == key)):
                return number + 1
        return None if spot == FilePosition() and key else max(begin, 1)

    def _range(self, spot: FilePosition) -> tuple[int | None, int]:
        """The line from which the keys of a table stand on, and the one that they stand before."""
        heads = [
            (number, bool(found[1]))
            for number, line in enumerate(self._lines)
            if (found := _HEADER.match(line))
        ]
        ends = [number for number, _question in heads] + [len(self._lines)]
        if spot == FilePosition():
            return 0, ends[0]
        stages = [place for place, (_number, question) in enumerate(heads) if not question]
        if spot.stage is None or spot.stage >= len(stages):
            return None, 0
        place = stages[spot.stage]
        if spot.question is not None:
            place += spot.question + 1
            if place >= len(heads) or not heads[place][1]:
                return None, 0
        return heads[place][0] + 1, ends[place + 1]
