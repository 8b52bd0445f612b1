"""Writes a page to a file for its owner alone."""

from pathlib import Path

from coachlog.display.page import Page
from coachlog.export.destination import checked_destination, written_beside
from coachlog.render.html import html

SUFFIXES = (".html", ".htm")


def checked_path(typed: str, *, force: bool) -> Path:
    """Return the whole path of the file to write; see `checked_destination`."""
    return checked_destination(typed, SUFFIXES, force=force)


def write_page(path: Path, page: Page, language: str) -> None:
    """Write *page* to *path* as HTML, readable for its owner alone. Raises UnavailableError."""
    with written_beside(path) as file:
        file.write(html(page, language).encode("utf-8", "replace"))
