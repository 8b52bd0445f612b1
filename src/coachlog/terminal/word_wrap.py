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
"""A word, with the French signs that stay with it, or a space."""


class WordWrap(Processor):
    """Breaks lines of at most *widest* cells between words.

    *first* and *later* are the cells that stand before the first row of an answer and before
    the others.
    """

    def __init__(self, first: int, later: int, widest: int) -> None:
        self._first, self._later, self._widest = first, later, widest

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Fill rows with spaces, and leave out a space where a new row begins anyway."""
        given = transformation_input
        signs = explode_text_fragments(given.fragments)
        text = fragment_list_to_text(given.fragments)
        if len(signs) != len(text) or given.width <= self._later + 1:
            return Transformation(given.fragments)
        first = (self._first if given.lineno == 0 else self._later) % given.width
        shown: StyleAndTextTuples = []
        places: list[int] = []
        for index, spaces in enumerate(self._fills(text, first, given.width)):
            shown += [("", " ")] * spaces
            places.append(len(shown))
            shown += [signs[index]] if spaces >= 0 else []
        places.append(len(shown))
        back = _sources(places, len(shown))
        return Transformation(
            shown,
            source_to_display=lambda at: places[min(at, len(places) - 1)],
            display_to_source=lambda at: back[min(at, len(back) - 1)],
        )

    def _fills(self, text: str, before: int, width: int) -> Iterator[int]:
        """How many spaces come before each sign of *text*; -1 where the sign itself goes."""
        used = 0  # of the row, behind the *before* cells
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


def _sources(places: list[int], length: int) -> list[int]:
    """The sign of the text that each sign on the screen stands for."""
    found = [0] * (length + 1)
    for source, place in enumerate(places):
        found[place] = source
    for at in range(1, length + 1):
        found[at] = max(found[at], found[at - 1])
    return found
