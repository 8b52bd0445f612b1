"""Sections of the coach's own page that other nouns add, such as networks and practice hours."""

from collections.abc import Callable
from typing import NamedTuple

from coachlog.display.page import Section
from coachlog.store.connection import Reader
from coachlog.terminal.context import Context


class MoreAboutMe(NamedTuple):
    """A section, and the same as *data* for JSON under its *key*."""

    key: str
    data: object
    section: Section


ReadMore = Callable[[Context, Reader], MoreAboutMe | None]
"""Returns a section; None where the coach has nothing of that kind."""


def read_more(readers: tuple[ReadMore, ...], run: Context, reader: Reader) -> list[MoreAboutMe]:
    """Return the sections of other nouns that have something to show, in the order of *readers*."""
    return [found for read in readers if (found := read(run, reader))]
