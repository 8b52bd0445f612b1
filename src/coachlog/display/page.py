"""What a page is made of, for a screen and for plain lines alike: sections, layers and lines."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from coachlog.base.texts import _

BLANK = "." * 36
"""A dotted line to write on: the text of a line that is not filled in."""

ASIDE = "aside"
"""The tone of a line at the right margin: the day of a letter."""


class Line(NamedTuple):
    """A line of a section: a label and a text.

    *text* is stored text and may have several lines. A *sign* (one of `signs.DRAWN`) and the
    *number* that a person would type come before it, a *note* about its status comes after it;
    *tone* is the style of sign and note. *scores* are drawn as small bars. In a file, *room* is how
    many lines there are to write on, under the text or in the place of a BLANK one.
    """

    label: str
    text: str
    note: str = ""
    tone: str = "quiet"
    sign: str = ""
    number: int | None = None
    scores: Sequence[int] = ()
    room: int = 0


def blank(label: str, room: int = 1) -> Line:
    """Return a line to fill in by hand, with *room* lines to write on where it is a file."""
    return Line(label, BLANK, room=room)


class Trend(NamedTuple):
    """The scores of a goal by day, oldest first, with its first score and its target."""

    scores: Sequence[tuple[date, int]]
    start: tuple[date, int] | None
    target: int | None
    target_on: date | None
    today: date


class Head(NamedTuple):
    """The heading of a row or a column of a grid: a record's number and text, or text alone."""

    number: int | None
    text: str


class Grid(NamedTuple):
    """Numbers by row and column. *cells* are keyed by (row index, column index).

    The *legend* explains the numbers; those in *ticked* are shown as done.
    """

    rows: Sequence[Head]
    columns: Sequence[Head]
    cells: Mapping[tuple[int, int], Sequence[int]]
    legend: Sequence[Line]
    ticked: frozenset[int] = frozenset()


class Section(NamedTuple):
    """A part of a page. *layer* is shared, private, released, or empty where all are alike.

    A *note* follows the title; a *trend* comes before the lines. A *grid* is drawn instead of the
    lines if it fits. What is *prose*, a paragraph of a letter, is not indented.
    """

    title: str
    lines: Sequence[Line]
    layer: str = ""
    note: str = ""
    trend: Trend | None = None
    grid: Grid | None = None
    prose: bool = False


class Page(NamedTuple):
    """A title, a line of *facts*, sections, and *hints*: next commands with their meaning.

    The *layer* is private where all of it is for the coach only.
    """

    title: str
    facts: Sequence[str] = ()
    sections: Sequence[Section] = ()
    hints: Sequence[tuple[str, str]] = ()
    layer: str = ""


def page_of(
    title: str,
    facts: Sequence[str],
    sections: Sequence[Section],
    hints: Sequence[tuple[str, str]] = (),
    layer: str = "",
) -> Page:
    """Return a page; facts without text and sections without lines are left out."""
    filled = [section for section in sections if section.lines]
    return Page(title, [fact for fact in facts if fact], filled, hints, layer)


def labelled_lines(texts: Mapping[str, str | None]) -> list[Line]:
    """Return a line for each label whose text is not empty."""
    return [Line(label, text) for label, text in texts.items() if text]


def plain_lines(page: Page) -> Iterator[str]:
    """Yield *page* as lines of plain text, for a pipe or a screen reader."""
    yield " · ".join(filter(None, (page.title, *page.facts)))
    for section in page.sections:
        yield ""
        if section.title:
            privacy_note = _("for you only") if section.layer == "private" else ""
            notes = ", ".join(filter(None, (section.note, privacy_note)))
            yield f"{section.title}  ({notes})" if notes else section.title
        margin = "" if section.prose else "  "
        yield from (f"{margin}{_plain_line(line)}" for line in section.lines)
    if page.hints:
        yield from ("", _("What you can type next:"))
        widest = max(len(command) for command, _meaning in page.hints)
        yield from (f"  {command:<{widest}}  {meaning}" for command, meaning in page.hints)


def _plain_line(line: Line) -> str:
    number = "" if line.number is None else str(line.number)
    note = f"({line.note})" if line.note else ""
    return "  ".join(part for part in (line.label, number, line.text, note) if part)
