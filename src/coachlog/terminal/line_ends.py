"""Where lines of a message end on a screen: between words, not in the middle of one."""

import os
import textwrap
from typing import TextIO

LEAST = 20


def break_between_words(text: str, stream: TextIO) -> str:
    """*text* for *stream*; on a screen what is too long for a line goes on beneath its first word.

    A word that is longer than the screen, a path for example, stays whole, to be copied.
    """
    columns = _columns(stream)
    if not columns or all(len(line) <= columns for line in text.split("\n")):
        return text
    return "\n".join(_broken(line, columns) for line in text.split("\n"))


def _columns(stream: TextIO) -> int:
    """How wide the screen is; 0 where *stream* is none, or does not tell."""
    try:
        known = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return 0
    return max(known, LEAST) if known else 0


def _broken(line: str, columns: int) -> str:
    margin = " " * (len(line) - len(line.lstrip()))
    rows = textwrap.wrap(
        line,
        columns,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )
    return "\n".join(rows) or line
