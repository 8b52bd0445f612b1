"""A whole page for people: drawn on a terminal, plain lines elsewhere; or a file."""

import sys
from typing import TYPE_CHECKING, cast

from coachlog.base.errors import UsageError
from coachlog.base.safe import visible_line
from coachlog.base.stubs import load
from coachlog.base.texts import N_
from coachlog.display.page import Page, plain_lines
from coachlog.display.signs import ascii_only
from coachlog.terminal.context import Context
from coachlog.terminal.paging import screen

if TYPE_CHECKING:
    from coachlog.terminal.command_options import FileOptions
    from coachlog.terminal.page_file import PageFile


def requested_file(context: Context, options: "FileOptions", *, as_data: bool) -> "PageFile | None":
    """Return the file that the *options* ask for; None to show the page, or give it *as_data*.

    Called before anything is read or saved. Raises UsageError, RefusedError or UnavailableError.
    """
    if options.output is None:
        if options.force or options.opened:
            raise UsageError(N_("--force and --open need --output FILE."), "")
        return None
    if as_data:
        raise UsageError(N_("Choose --output, --json or --csv."), "")
    return cast("PageFile", load(_PAGE_FILE)(context, options))


_PAGE_FILE = "coachlog.terminal.page_file:checked"
"""Loaded only for those who want a file."""


def show_whole(context: Context, page: Page, file: "PageFile | None" = None) -> None:
    """Write *page* to a *file*, or else draw it on a terminal, or print plain lines elsewhere.

    What can be typed next is for people: a pipe gets results only.
    """
    if file is not None:
        file.write(page)
        return
    if context.rich:
        from coachlog.render.page import print_page  # rich is for terminals only

        with screen(context) as out:
            print_page(out, page, ascii_only=ascii_only())
        return
    shown_page = page if context.aloud else page._replace(hints=())
    sys.stdout.writelines(visible_line(line) + "\n" for line in plain_lines(shown_page))
