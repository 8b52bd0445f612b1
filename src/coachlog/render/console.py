"""The console everything is drawn on: calm colours, and stored text that is shown, never obeyed."""

from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from coachlog.base.safe import visible, visible_line
from coachlog.display.colours import GREEN, GREY, RED, TEAL, VIOLET

STYLES = {
    "person": "bold",
    "heading": "bold",
    "date": "none",
    "number": TEAL,
    "good": GREEN,
    "late": f"bold {RED}",
    "ahead": VIOLET,
    "quiet": GREY,
    "private": VIOLET,
    "released": TEAL,
    "found": "bold underline",
}
"""Legible on a light and on a dark background; a word or a sign always says it as well."""

SIXTEEN_COLOURS = {
    "number": "cyan",
    "good": "green",
    "late": "bold red",
    "ahead": "magenta",
    "quiet": "dim",
}
SIXTEEN_COLOURS |= {"private": "magenta", "released": "cyan"}
"""The styles for a terminal with sixteen colours, which its owner chose."""

_THEME = Theme(STYLES)
_SIXTEEN_COLOUR_THEME = Theme(STYLES | SIXTEEN_COLOURS)


def console(*, width: int | None = None, plain: bool = False, stderr: bool = False) -> Console:
    """Return a console of *width* cells (default: the terminal's); *plain* has no colour.

    `NO_COLOR` (bold stays) and `TERM=dumb` are honoured, and output into a pipe has no colour.
    Texts are printed as they are: Rich looks for no markup, numbers or emoji in them.
    """
    result = Console(
        width=width,
        stderr=stderr,
        theme=_THEME,
        no_color=True if plain else None,  # None: the environment decides
        color_system=None if plain else "auto",
        markup=False,
        highlight=False,
        emoji=False,
    )
    if result.color_system in ("standard", "windows"):
        result.push_theme(_SIXTEEN_COLOUR_THEME)
    return result


def text(value: str | None, style: str = "") -> Text:
    """Return stored text for Rich, line breaks kept; control characters in it are made visible."""
    return Text(visible(value or ""), style=style)


def line(value: str | None, style: str = "") -> Text:
    """Return stored text on one line for Rich; control characters in it are made visible."""
    return Text(visible_line(value or ""), style=style)
