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

    *first* and *later* are the cells before the first row of an answer and before its other rows:
    those of the prompt, and of the indentation.
    """

    def __init__(self, first: int, later: int, widest: int) -> None:
        self._first_indent = first
        self._later_indent = later
        self._widest = widest

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Fill rows with spaces, and leave out a space where a new row begins anyway."""
        source = transformation_input
        characters = explode_text_fragments(source.fragments)
        text = fragment_list_to_text(source.fragments)
        is_one_to_one = len(characters) == len(text)
        is_too_narrow = source.width <= self._later_indent + 1
        if not is_one_to_one or is_too_narrow:
            return Transformation(source.fragments)
        indent = self._first_indent if source.lineno == 0 else self._later_indent
        indent_on_row = indent % source.width  # a long prompt takes more than one row
        shown: StyleAndTextTuples = []
        to_display: list[int] = []  # the position on the screen of each character of the text
        for index, spaces in enumerate(self._spaces_before(text, indent_on_row, source.width)):
            shown += [("", " ")] * spaces  # none for -1
            to_display.append(len(shown))
            if spaces >= 0:
                shown.append(characters[index])
        to_display.append(len(shown))  # the cursor behind the text
        to_source = _source_positions(to_display, len(shown))
        return Transformation(
            shown,
            source_to_display=lambda index: to_display[min(index, len(to_display) - 1)],
            display_to_source=lambda index: to_source[min(index, len(to_source) - 1)],
        )

    def _spaces_before(self, text: str, indent: int, width: int) -> Iterator[int]:
        """Yield the number of spaces to put before each character of *text*; -1 to leave it out.

        *indent* is the number of cells before the first row, *width* that of the screen. A row
        has *room* cells for words; the screen itself breaks it at the *edge*.
        """
        used = 0  # cells of the row, without its indentation
        for piece in _PIECE.findall(text):
            cells = get_cwidth(piece)
            room = min(width, self._widest) - indent
            edge = width - indent
            if piece.isspace():
                is_row_full = used >= room  # a new row begins here: the space would indent it
                yield -1 if is_row_full else 0
                used += 0 if is_row_full else cells
                continue
            fits = used == 0 or used + cells <= room
            yield 0 if fits else max(edge - used, 0)  # fill the row up to its edge
            yield from [0] * (len(piece) - 1)
            if not fits:
                used = 0
                indent = self._later_indent
            used += cells
            while used > width - indent:  # the screen breaks a word that is longer than a row
                used -= width - indent
                indent = self._later_indent


def _source_positions(to_display: list[int], length: int) -> list[int]:
    """Return, for each position on the screen up to *length*, that of the character in the text.

    It is the opposite of *to_display*. A space that fills a row belongs to what comes before it.
    """
    positions = [0] * (length + 1)
    for source_position, displayed_position in enumerate(to_display):
        positions[displayed_position] = source_position
    for index in range(1, length + 1):  # the fillers are still 0
        positions[index] = max(positions[index], positions[index - 1])
    return positions
