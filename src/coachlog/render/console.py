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

FEW = {"number": "cyan", "good": "green", "late": "bold red", "ahead": "magenta", "quiet": "dim"}
FEW |= {"private": "magenta", "released": "cyan"}
"""The same where a terminal has sixteen colours, which are those that its owner chose."""

_THEME, _THEME_OF_FEW = Theme(STYLES), Theme(STYLES | FEW)


def console(*, width: int | None = None, plain: bool = False, stderr: bool = False) -> Console:
    """A console as wide as the terminal, or *width*; *plain* never has colour.

    `NO_COLOR` (what is bold stays so) and `TERM=dumb` are honoured, and what goes into a pipe has
    no colour.
    """
    made = Console(
        width=width,
        stderr=stderr,
        theme=_THEME,
        no_color=True if plain else None,
        color_system=None if plain else "auto",
        markup=False,
        highlight=False,
        emoji=False,
    )
    if made.color_system in ("standard", "windows"):
        made.push_theme(_THEME_OF_FEW)
    return made


def text(value: str | None, style: str = "") -> Text:
    """Stored text, several lines at most, as Rich draws it: nothing in it is obeyed."""
    return Text(visible(value or ""), style=style)


def line(value: str | None, style: str = "") -> Text:
    """Stored text on one line, as Rich draws it: nothing in it is obeyed."""
    return Text(visible_line(value or ""), style=style)
