"""What a page is made of, for a screen and for plain lines alike: sections, layers and lines."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from coachlog.base.texts import _


class Line(NamedTuple):
    """A line of a section: what it is about, and what there is to say.

    *text* is stored text, of several lines at most. *label* stands before it; so does a *sign* (of
    `signs.DRAWN`) with the *number* that a person would type. *note* says after the text how it
    stands, in words, and *tone* is the style of sign and note. *scores* are drawn as small bars.
    """

    label: str
    text: str
    note: str = ""
    tone: str = "quiet"
    sign: str = ""
    number: int | None = None
    scores: Sequence[int] = ()


class Trend(NamedTuple):
    """The scores of a goal by day, oldest first, and what they are measured against."""

    scores: Sequence[tuple[date, int]]
    start: tuple[date, int] | None
    target: int | None
    target_on: date | None
    today: date


class Head(NamedTuple):
    """What a row or a column of a grid is about: a record and its number, or words alone."""

    number: int | None
    text: str


class Grid(NamedTuple):
    """Numbers by row and column: *cells* are keyed by both places; the *legend* explains them.

    Those that are *ticked* are done with.
    """

    rows: Sequence[Head]
    columns: Sequence[Head]
    cells: Mapping[tuple[int, int], Sequence[int]]
    legend: Sequence[Line]
    ticked: frozenset[int] = frozenset()


class Section(NamedTuple):
    """A part of a page. *layer* is shared, private, released, or nothing where all are alike.

    *note* stands beside the title; a *trend* comes before the lines. A *grid* is drawn instead of
    them where there is room for it.
    """

    title: str
    lines: Sequence[Line]
    layer: str = ""
    note: str = ""
    trend: Trend | None = None
    grid: Grid | None = None


class Page(NamedTuple):
    """A title, a line of *facts*, sections, and *hints*: what to type next, and what it does."""

    title: str
    facts: Sequence[str] = ()
    sections: Sequence[Section] = ()
    hints: Sequence[tuple[str, str]] = ()


def plain_lines(page: Page) -> Iterator[str]:
    """*page* as lines of text without signs to look at, for a pipe or a screen reader."""
    yield " · ".join(filter(None, (page.title, *page.facts)))
    for part in page.sections:
        yield ""
        if part.title:
            private = _("for you only") if part.layer == "private" else ""
            told = ", ".join(each for each in (part.note, private) if each)
            yield f"{part.title}  ({told})" if told else part.title
        yield from (f"  {_plain_line(each)}" for each in part.lines)
    if page.hints:
        yield from ("", _("What you can type next:"))
        widest = max(len(command) for command, _meaning in page.hints)
        yield from (f"  {command:<{widest}}  {meaning}" for command, meaning in page.hints)


def _plain_line(one: Line) -> str:
    number = "" if one.number is None else str(one.number)
    told = f"({one.note})" if one.note else ""
    return "  ".join(part for part in (one.label, number, one.text, told) if part)
