"""The console everything is drawn on: calm colours, and stored text that is shown, never obeyed."""

import os
import sys
from typing import TextIO

from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from coachlog.safe import visible, visible_line

STYLES = {
    "person": "bold",
    "heading": "bold",
    "date": "none",
    "number": "cyan",
    "good": "green",
    "late": "bold red",
    "ahead": "magenta",
    "quiet": "dim",
}
"""Legible on a light and on a dark background; a word or a sign always says it as well."""

_SIGNS = "│├┌┊╵●◆◇○◐✓×·→…▁▂▃▄▅▆▇█─"
_POOR_TERMINALS = ("dumb", "linux", "unknown")
_THEME = Theme(STYLES)


def console(*, width: int | None = None, plain: bool = False, stderr: bool = False) -> Console:
    """A console as wide as the terminal, or *width*; *plain* never has colour.

    `NO_COLOR` and `TERM=dumb` are honoured, and what goes into a pipe has no colour.
    """
    return Console(
        width=width,
        stderr=stderr,
        theme=_THEME,
        no_color=True if plain else None,
        color_system=None if plain else "auto",
        markup=False,
        highlight=False,
        emoji=False,
    )


def text(value: str | None, style: str = "") -> Text:
    """Stored text, several lines at most, as Rich draws it: nothing in it is obeyed."""
    return Text(visible(value or ""), style=style)


def line(value: str | None, style: str = "") -> Text:
    """Stored text on one line, as Rich draws it: nothing in it is obeyed."""
    return Text(visible_line(value or ""), style=style)


def ascii_only(stream: TextIO | None = None) -> bool:
    """Whether *stream* (stdout) shows no more than ASCII, by its encoding or its terminal."""
    if os.environ.get("TERM") in _POOR_TERMINALS:
        return True
    encoding = (stream or sys.stdout).encoding or "ascii"
    try:
        _SIGNS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return True
    return False
