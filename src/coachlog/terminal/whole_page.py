"""A whole page for people: drawn on a terminal, plain lines elsewhere."""

import sys

from coachlog.pages import Page, plain
from coachlog.safe import visible_line
from coachlog.terminal.context import Context
from coachlog.terminal.output import show_on_screen


def show_whole(context: Context, page: Page) -> None:
    """Draw *page* on a terminal; print it as plain lines elsewhere."""
    if context.rich:
        show_on_screen(context, page)
    else:
        sys.stdout.writelines(visible_line(line) + "\n" for line in plain(page))
