"""A whole page for people: drawn on a terminal, plain lines elsewhere."""

import sys

from coachlog.base.safe import visible_line
from coachlog.display.page import Page, plain_lines
from coachlog.display.signs import ascii_only
from coachlog.terminal.context import Context
from coachlog.terminal.paging import screen


def show_whole(context: Context, page: Page) -> None:
    """Draw *page* on a terminal; print it as plain lines elsewhere.

    What can be typed next is for people: a pipe gets results only.
    """
    if context.rich:
        from coachlog.render.page import print_page  # rich is for terminals only

        with screen(context) as out:
            print_page(out, page, ascii_only=ascii_only())
        return
    shown_page = page if context.aloud else page._replace(hints=())
    sys.stdout.writelines(visible_line(line) + "\n" for line in plain_lines(shown_page))
