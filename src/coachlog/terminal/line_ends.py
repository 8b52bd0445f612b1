"""Breaking the lines of a message between words on a screen."""

import os
import textwrap
from typing import TextIO

LEAST = 20


def break_between_words(text: str, stream: TextIO) -> str:
    """Return *text*; if *stream* is a screen, with long lines broken under their indentation.

    A word that is longer than the screen, such as a path, stays whole, so that it can be copied.
    """
    columns = _columns(stream)
    if not columns or all(len(line) <= columns for line in text.split("\n")):
        return text
    return "\n".join(_break_line(line, columns) for line in text.split("\n"))


def _columns(stream: TextIO) -> int:
    """Return the width of the screen; 0 if *stream* is no screen, or it is unknown."""
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError, AttributeError):  # no terminal, closed, or None
        return 0
    return max(columns, LEAST) if columns else 0


def _break_line(line: str, columns: int) -> str:
    """Return *line* as rows that begin with its indentation; a blank line is returned as it is."""
    indentation = " " * (len(line) - len(line.lstrip()))
    rows = textwrap.wrap(
        line,
        columns,
        subsequent_indent=indentation,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )
    return "\n".join(rows) or line
