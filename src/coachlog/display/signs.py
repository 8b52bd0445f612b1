"""The signs that pages and timelines are drawn with, and what stands for them in ASCII."""

import os
import sys
from typing import NamedTuple, TextIO


class Signs(NamedTuple):
    """One character for each meaning; a word beside it, or a legend, always says the same."""

    axis: str
    first: str
    branch: str
    rule: str
    gap: str
    held: str
    not_held: str
    day: str
    today: str
    ahead: str
    plus: str
    done: str
    partly: str
    open: str
    overdue: str
    dropped: str
    up: str
    down: str
    level: str
    first_score: str
    dot: str
    arrow: str
    more: str
    quote: str
    unquote: str
    private: str
    released: str
    corner: str
    tick: str
    dashes: str


DRAWN = Signs._make("│┌├─┊●×·◆◇+✓◐○!×↗↘=•·→…“”◌◉└┴┄")
ASCII = Signs._make([*"|++-:@x.#>+v~o!x/\\=*-", "->", "...", *'""*^++-'])

_SAMPLE_SIGNS = "│├┌┊╵●◆◇○◐✓×·→…▁▂▃▄▅▆▇█─"
_POOR_TERMINALS = ("dumb", "linux", "unknown")
_TO_ASCII = str.maketrans(dict(zip(DRAWN, ASCII, strict=True)))


def to_ascii(text: str) -> str:
    """Return *text* of the program (not of a person) with its signs replaced by ASCII."""
    return text.translate(_TO_ASCII)


def ascii_only(stream: TextIO | None = None) -> bool:
    """Return whether *stream* (default stdout) can only show ASCII.

    Its encoding may lack the signs, or the terminal may be known to draw them badly.
    """
    if os.environ.get("TERM") in _POOR_TERMINALS:
        return True
    try:
        _SAMPLE_SIGNS.encode(encoding(stream))
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def encoding(stream: TextIO | None = None) -> str:
    """Return the encoding of *stream* (default stdout)."""
    return (stream or sys.stdout).encoding or "ascii"
