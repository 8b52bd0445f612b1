"""A long answer is broken between words while it is typed.

The line editor breaks at the edge of the screen. A processor, which is its way to change what is
shown of a line, fills the end of a row with spaces where the next word would not fit.
"""

import re
from collections.abc import Iterator

from prompt_toolkit.formatted_text import StyleAndTextTuples, fragment_list_to_text
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.utils import get_cwidth

_PIECE = re.compile(r"(?:« )?\S+(?: [:;?!»](?!\S))*|\s")
"""A word with its French signs, or one white space character."""


class WordWrap(Processor):
    """Breaks lines of at most *widest* cells between words.

    *first* and *later* are the cells before the first row of an answer and before its other rows.
    """

    def __init__(self, first: int, later: int, widest: int) -> None:
        self._first, self._later, self._widest = first, later, widest

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Fill rows with spaces, and leave out a space where a new row begins anyway."""
        source = transformation_input
        characters = explode_text_fragments(source.fragments)
        text = fragment_list_to_text(source.fragments)
        if len(characters) != len(text) or source.width <= self._later + 1:
            return Transformation(source.fragments)
        first = (self._first if source.lineno == 0 else self._later) % source.width
        shown: StyleAndTextTuples = []
        to_display: list[int] = []  # the position on the screen of each character of the text
        for index, spaces in enumerate(self._spaces_before(text, first, source.width)):
            shown += [("", " ")] * spaces
            to_display.append(len(shown))
            shown += [characters[index]] if spaces >= 0 else []
        to_display.append(len(shown))
        to_source = _source_positions(to_display, len(shown))
        return Transformation(
            shown,
            source_to_display=lambda index: to_display[min(index, len(to_display) - 1)],
            display_to_source=lambda index: to_source[min(index, len(to_source) - 1)],
        )

    def _spaces_before(self, text: str, before: int, width: int) -> Iterator[int]:
        """Yield the spaces to put before each character of *text*; -1 to leave it out.

        *before* cells stand before the row. A row has *room* cells for words, and the screen
        breaks it after *edge* cells.
        """
        used = 0  # cells of the row, without those before it
        for piece in _PIECE.findall(text):
            cells, room, edge = get_cwidth(piece), min(width, self._widest) - before, width - before
            if piece.isspace():
                yield -1 if used >= room else 0
                used += cells if used < room else 0
                continue
            fits = not used or used + cells <= room
            yield 0 if fits else max(edge - used, 0)
            yield from [0] * (len(piece) - 1)
            if not fits:
                used, before, edge = 0, self._later, width - self._later
            used += cells
            while used > edge:  # a word that is longer than a row
                used, before, edge = used - edge, self._later, width - self._later


def _source_positions(to_display: list[int], length: int) -> list[int]:
    """Return, for each position on the screen, that of the character in the text."""
    positions = [0] * (length + 1)
    for source, displayed in enumerate(to_display):
        positions[displayed] = source
    for index in range(1, length + 1):  # a space that fills a row belongs to what comes before
        positions[index] = max(positions[index], positions[index - 1])
    return positions
