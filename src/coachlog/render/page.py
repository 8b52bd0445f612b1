"""A page of sections: one conversation, one goal, one person, one action."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Console, Group
from rich.text import Text

from coachlog.base.texts import N_, _
from coachlog.display.page import ASIDE, Line, Page, Section
from coachlog.render.console import line, text
from coachlog.render.grid import grid
from coachlog.render.lines import print_lines
from coachlog.render.paper import ALL, LINE_MOST, Paper
from coachlog.render.spark import spark
from coachlog.render.trend import trend

WIDEST = 96
LABEL = 26
"""Cells of the longest label that has its text beside it."""
_MARGIN = 2
_GAP = 2
"""The cells between a label and the text beside it."""
_STATEMENT_LEAST = 48

_LAYERS = {
    "private": ("private", N_("for you only")),
    "released": ("released", N_("released")),
}
"""The name of the sign, and the word, of each layer that is not the usual one."""


def print_page(out: Console, page: Page, *, ascii_only: bool) -> None:
    """Print *page*, at most 96 columns wide."""
    paper = Paper(min(out.width, WIDEST), ascii_only=ascii_only)
    print_lines(out, Group(*draw(page, paper)))


def draw(page: Page, paper: Paper) -> Iterator[Text]:
    """Yield the lines of *page*, each of which fits the *paper*."""
    yield from paper.wrap(line(paper.adapt(page.title), "person"), paper.width)
    facts = (line(paper.adapt(fact), "quiet") for fact in page.facts if fact)
    yield from paper.flow(facts, paper.width)
    for part in page.sections:
        yield Text()
        yield from section(part, paper)
    if page.hints:
        yield Text()
        yield from _hints(page.hints, paper)


def section(part: Section, paper: Paper) -> Iterator[Text]:
    """Yield the title of a section with its layer, then its trend, and its grid or its lines.

    Lines are drawn instead of a grid that does not fit. A section without a title is not indented.
    """
    margin = _MARGIN if part.title else 0
    room = paper.width - margin
    if part.title:
        yield from paper.flow(_heading(part, paper), paper.width)
    if part.trend:
        yield from _indented(trend(part.trend, paper, room), margin)
    if part.grid:
        matrix = grid(part.grid, paper, room)
        if matrix:
            legend = lines(part.grid.legend, paper, room)
            yield from _indented([*matrix, Text(), *legend], margin)
            return
    yield from _indented(lines(part.lines, paper, room), margin)


def lines(section_lines: Sequence[Line], paper: Paper, room: int) -> Iterator[Text]:
    """Yield the lines of a section in *room* cells: labels in a column, texts beside them.

    A labelled line without a sign is indented under the line with a sign before it.
    """
    label_width = _label_width(section_lines, paper, room)
    indent = 0
    # Neighbouring goals are drawn together, so that their bars are in one column.
    for has_scores, group in groupby(section_lines, lambda section_line: bool(section_line.scores)):
        if has_scores:
            yield from goal_lines(list(group), paper, room)
            continue
        for section_line in group:
            if section_line.tone == ASIDE:
                yield from _at_right(section_line, paper, room)
                continue
            start = _sign_and_number(section_line, paper)
            if start or not section_line.label:
                indent = start.cell_len
                yield from _hanging(start, _text_and_note(section_line, paper, room - indent))
            else:
                labelled = _labelled(section_line, label_width, paper, room - indent)
                yield from _indented(labelled, indent)


def goal_lines(
    goals: Sequence[Line], paper: Paper, room: int, digits: int = 1, least: int = _STATEMENT_LEAST
) -> Iterator[Text]:
    """Yield goals below each other: number, statement, scores as bars, and the note.

    A number takes at least *digits* cells. Where a statement would get fewer than *least* cells,
    bars and note go below it.
    """
    digits = max(digits, *(len(str(goal.number or "")) for goal in goals))
    indent = digits + 2
    bars = [spark(goal.scores, ascii_only=paper.ascii_only) for goal in goals]
    notes = [line(paper.adapt(goal.note), goal.tone) for goal in goals]
    bar_width, note_width = max(map(len, bars)), max(note.cell_len for note in notes)
    longest_statement = max(line(goal.text).cell_len for goal in goals)
    # 4: two spaces are after the statement, and two after the bars.
    statement_room = room - indent - bar_width - note_width - 4
    statement_width = min(statement_room, longest_statement)
    is_stacked = paper.narrow or statement_width < min(least, longest_statement)
    for goal, bar, note in zip(goals, bars, notes, strict=True):
        number = Text().append(f"{goal.number or '':>{digits}}  ", "number")
        if is_stacked:
            yield from _hanging(number, paper.wrap(text(goal.text), room - indent, most=3))
            pieces = [piece for piece in (Text(bar), note) if piece.plain]
            yield from _indented(paper.flow(pieces, room - indent), indent)
            continue
        statement = paper.cut(line(goal.text), statement_width)
        statement.pad_right(statement_width - statement.cell_len + 2)
        yield number.append_text(statement).append(f"{bar:<{bar_width}}  ").append_text(note)


def _heading(part: Section, paper: Paper) -> Iterator[Text]:
    """Yield the title of a section, its layer unless that is the usual one, and its note."""
    yield line(part.title, "heading")
    if part.layer in _LAYERS:
        sign_name, word = _LAYERS[part.layer]
        sign = getattr(paper.signs, sign_name)
        yield Text(f"{sign} {_(word)}", part.layer)
    if part.note:
        yield line(paper.adapt(part.note), "quiet")


def _sign_and_number(section_line: Line, paper: Paper) -> Text:
    """Return what comes before the text of a line; empty if it has neither sign nor number."""
    start = Text()
    if section_line.sign:
        start.append(f"{paper.adapt(section_line.sign)} ", section_line.tone)
    if section_line.number is not None:
        start.append(f"{section_line.number}  ", "number")
    return start


def _label_width(section_lines: Sequence[Line], paper: Paper, room: int) -> int:
    """Return the cells for the labels; 0 on narrow paper, unless each text fits beside them.

    Labels longer than LABEL do not count: their text goes below.
    """
    label_widths = [line(section_line.label).cell_len for section_line in section_lines]
    label_width = max((width for width in label_widths if width <= LABEL), default=0)
    if not paper.narrow:
        return label_width
    # 3 for the dot between text and note, 2 for the spaces after the label.
    text_widths = [
        text(section_line.text).cell_len + 3 + line(section_line.note).cell_len
        for section_line in section_lines
    ]
    has_room_beside = label_width + 2 + max(text_widths, default=0) <= room
    return label_width if has_room_beside else 0


def _labelled(section_line: Line, label_width: int, paper: Paper, room: int) -> Iterator[Text]:
    """Yield the label with its text beside it, or below it where the label is too long."""
    start = Text().append_text(line(section_line.label, "quiet"))
    if start.cell_len > label_width:
        yield from paper.wrap(start, room, ALL)
        start = Text(" " * _MARGIN)
    else:
        start.pad_right(label_width - start.cell_len + _GAP)
    yield from _hanging(start, _text_and_note(section_line, paper, room - start.cell_len))


def _text_and_note(section_line: Line, paper: Paper, room: int) -> list[Text]:
    """Return the text of a line in *room* cells; the note after it is broken only if it must."""
    wrapped = paper.wrap(text(section_line.text), room, ALL)
    if not section_line.note:
        return wrapped
    note = line(paper.adapt(section_line.note), section_line.tone)
    most = min(room, LINE_MOST)
    notes = [note] if note.cell_len <= most else paper.wrap(note, most, ALL)
    last_lines = paper.flow([wrapped[-1], *notes], most)
    return [*wrapped[:-1], *last_lines]


def _at_right(section_line: Line, paper: Paper, room: int) -> Iterator[Text]:
    """Yield a text at the right of the longest line that is comfortable to read."""
    for wrapped in paper.wrap(text(section_line.text), room, ALL):
        yield Text(" " * (min(room, LINE_MOST) - wrapped.cell_len)).append_text(wrapped)


def _hanging(start: Text, wrapped: Sequence[Text]) -> Iterator[Text]:
    """Yield the *wrapped* lines: the first after *start*, the others indented as far."""
    indent = " " * start.cell_len
    for index, wrapped_line in enumerate(wrapped):
        line_start = start if index == 0 else Text(indent)
        yield line_start.append_text(wrapped_line)


def _indented(rows: Iterable[Text], cells: int) -> Iterator[Text]:
    """Yield *rows* with *cells* spaces in front; empty ones stay empty."""
    margin = " " * cells
    for row in rows:
        yield Text(margin).append_text(row) if row.plain else row


def _hints(hints: Sequence[tuple[str, str]], paper: Paper) -> Iterator[Text]:
    """Yield commands in a column, each with its meaning, which is left out if it does not fit."""
    yield from paper.wrap(Text(_("What you can type next:"), "quiet"), paper.width)
    widest = max(len(command) for command, _meaning in hints)
    for command, meaning in hints:
        start = Text(" " * _MARGIN).append(f"{command:<{widest}}  ")
        explanation = line(meaning, "quiet")
        if start.cell_len + explanation.cell_len <= paper.width:
            yield start.append_text(explanation)
        else:
            yield from _indented(paper.wrap(line(command), paper.width - _MARGIN), _MARGIN)
