"""A page as plain text: the same lines as in a pipe."""

from coachlog.base.safe import visible_line
from coachlog.display.page import Page, plain_lines


def text(page: Page, _language: str) -> bytes:
    """Return *page* as lines of UTF-8; its hints are left out."""
    lines = plain_lines(page._replace(hints=()))
    return "".join(f"{visible_line(line)}\n" for line in lines).encode()
