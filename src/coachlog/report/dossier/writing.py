"""Writes a page to a file for its owner alone: made beside it, then put in its place."""

import os
from pathlib import Path

from coachlog.base.errors import RefusedError, UnavailableError, system_problem
from coachlog.base.texts import N_
from coachlog.display.page import Page
from coachlog.render.html import html
from coachlog.settings import whole_path
from coachlog.store.private_files import write_private_file

SUFFIXES = (".html", ".htm")


def checked_path(typed: str, *, force: bool) -> Path:
    """Return the whole path of the file to write.

    Raises RefusedError for a name that is not of HTML, and for a file that is there already unless
    *force* is set. A link is never followed: it would be replaced.
    """
    path = whole_path(typed)
    if path.suffix.casefold() not in SUFFIXES:
        raise RefusedError(
            N_("{path} does not end in .html, which this page is written as."),
            N_("For example: --output dossier.html. For data: --json"),
            path=path,
        )
    if path.is_dir():
        raise RefusedError(
            N_("{path} is a folder."), N_("For example: --output dossier.html"), path=path
        )
    if os.path.lexists(path) and not force:
        raise RefusedError(
            N_("{path} is there already."),
            N_("Choose another name, or add --force to replace it."),
            path=path,
        )
    return path


def write_page(path: Path, page: Page, language: str) -> None:
    """Write *page* to *path* as HTML, readable for its owner alone. Raises UnavailableError."""
    try:
        write_private_file(path, html(page, language).encode("utf-8", "replace"))
    except OSError as error:
        raise UnavailableError(
            N_("{path} cannot be written: {problem}."),
            N_("Choose another place for --output."),
            path=path,
            problem=system_problem(error),
        ) from error
