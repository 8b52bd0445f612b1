"""A page of sections: one conversation, one goal, one person, one action."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Console, Group
from rich.text import Text

from coachlog.base.texts import N_, _
from coachlog.display.page import Line, Page, Section
from coachlog.render.console import line, text
from coachlog.render.grid import grid
from coachlog.render.lines import print_lines
from coachlog.render.paper import ALL, LINE_MOST, Paper
from coachlog.render.spark import spark
from coachlog.render.trend import trend

WIDEST = 96
LABEL = 26
_MARGIN, _STATEMENT_LEAST = 2, 48

_LAYERS = {
    "private": ("private", N_("for you only")),
    "released": ("released", N_("released")),
}
"""The sign and the word of each layer that is not what people expect; the rest needs none."""


def print_page(out: Console, page: Page, *, ascii_only: bool) -> None:
    """Print *page*, at most 96 columns wide."""
    paper = Paper(min(out.width, WIDEST), ascii_only=ascii_only)
    print_lines(out, Group(*draw(page, paper)))


def draw(page: Page, paper: Paper) -> Iterator[Text]:
    """The lines of *page*, each of which fits the *paper*."""
    yield from paper.wrap(line(paper.adapt(page.title), "person"), paper.width)
    yield from paper.flow(
        (line(paper.adapt(fact), "quiet") for fact in page.facts if fact), paper.width
    )
    for each in page.sections:
        yield Text()
        yield from section(each, paper)
    if page.hints:
        yield Text()
        yield from _hints(page.hints, paper)


def section(part: Section, paper: Paper) -> Iterator[Text]:
    """The title of a section with its layer, and its lines beneath it."""
    margin = _MARGIN if part.title else 0
    if part.title:
        yield from paper.flow(_heading(part, paper), paper.width)
    if part.trend:
        yield from _indented(trend(part.trend, paper, paper.width - margin), margin)
    if part.grid:
        drawn = grid(part.grid, paper, paper.width - margin)
        if drawn:
            legend = lines(part.grid.legend, paper, paper.width - margin)
            yield from _indented([*drawn, Text(), *legend], margin)
            return
    yield from _indented(lines(part.lines, paper, paper.width - margin), margin)


def lines(said: Sequence[Line], paper: Paper, room: int) -> Iterator[Text]:
    """The lines of a section in *room* cells: labels in a column, texts hanging beside them."""
    widest, beneath = _label_column(said, paper, room), 0
    for scored, group in groupby(said, lambda each: bool(each.scores)):
        if scored:
            yield from goal_lines(list(group), paper, room)
            continue
        for each in group:
            head = _head(each, paper)
            if head or not each.label:
                beneath = head.cell_len
                yield from _hanging(head, _words(each, paper, room - beneath))
            else:
                yield from _indented(_labelled(each, widest, paper, room - beneath), beneath)


def goal_lines(
    goals: Sequence[Line], paper: Paper, room: int, digits: int = 1, least: int = _STATEMENT_LEAST
) -> Iterator[Text]:
    """Goals beneath each other: number, statement, scores as bars, and the figures in words.

    A number takes as many *digits* at least. Where a statement would get fewer than *least* cells,
    its figures stand beneath it.
    """
    digits = max(digits, *(len(str(goal.number or "")) for goal in goals))
    indent = digits + 2
    bars = [spark(goal.scores, ascii_only=paper.ascii_only) for goal in goals]
    told = [line(paper.adapt(goal.note), goal.tone) for goal in goals]
    longest = max(line(goal.text).cell_len for goal in goals)
    widest, tail = max(map(len, bars)), max(each.cell_len for each in told)
    statement = min(room - indent - widest - tail - 4, longest)
    stacked = paper.narrow or statement < min(least, longest)
    for goal, bar, figures in zip(goals, bars, told, strict=True):
        number = Text().append(f"{goal.number or '':>{digits}}  ", "number")
        if stacked:
            said = paper.wrap(text(goal.text), room - indent, most=3)
            yield from _hanging(number, said)
            parts = [part for part in (Text(bar), figures) if part.plain]
            yield from _indented(paper.flow(parts, room - indent), indent)
            continue
        words = paper.cut(line(goal.text), statement)
        words.pad_right(statement - words.cell_len + 2)
        yield number.append_text(words).append(f"{bar:<{widest}}  ").append_text(figures)


def _heading(part: Section, paper: Paper) -> Iterator[Text]:
    yield line(part.title, "heading")
    if part.layer in _LAYERS:
        sign, word = _LAYERS[part.layer]
        yield Text(f"{getattr(paper.signs, sign)} {_(word)}", part.layer)
    if part.note:
        yield line(paper.adapt(part.note), "quiet")


def _head(said: Line, paper: Paper) -> Text:
    """The sign of a line and its number."""
    head = Text()
    if said.sign:
        head.append(f"{paper.adapt(said.sign)} ", said.tone)
    if said.number is not None:
        head.append(f"{said.number}  ", "number")
    return head


def _label_column(said: Sequence[Line], paper: Paper, room: int) -> int:
    """Cells for the labels; 0 on narrow paper, unless everything fits beside its label."""
    cells = [line(each.label).cell_len for each in said if each.label]
    widest = max((one for one in cells if one <= LABEL), default=0)
    texts = (text(each.text).cell_len + line(each.note).cell_len + 3 for each in said)
    return widest if not paper.narrow or widest + 2 + max(texts, default=0) <= room else 0


def _labelled(said: Line, widest: int, paper: Paper, room: int) -> Iterator[Text]:
    label = Text().append_text(line(said.label, "quiet"))
    if label.cell_len > widest:
        yield from paper.wrap(label, room, ALL)
        label = Text(" " * _MARGIN)
    else:
        label.pad_right(widest - label.cell_len + 2)
    yield from _hanging(label, _words(said, paper, room - label.cell_len))


def _words(said: Line, paper: Paper, room: int) -> list[Text]:
    """The text of a line, and after it, in one piece, how it stands."""
    words = paper.wrap(text(said.text), room, ALL)
    if not said.note:
        return words
    told = line(paper.adapt(said.note), said.tone)
    return [*words[:-1], *paper.flow([words[-1], told], min(room, LINE_MOST))]


def _hanging(head: Text, words: Sequence[Text]) -> Iterator[Text]:
    """*words* beside *head*; what does not fit on its line hangs beneath the first word."""
    indent = " " * head.cell_len
    for at, one in enumerate(words):
        yield (Text(indent) if at else head).append_text(one)


def _indented(found: Iterable[Text], cells: int) -> Iterator[Text]:
    return (Text(" " * cells).append_text(one) if one.plain else one for one in found)


def _hints(hints: Sequence[tuple[str, str]], paper: Paper) -> Iterator[Text]:
    """Commands in a column, and what each does; the words go where there is no room for them."""
    yield from paper.wrap(Text(_("What you can type next:"), "quiet"), paper.width)
    widest = max(len(command) for command, _meaning in hints)
    for command, meaning in hints:
        typed = Text(" " * _MARGIN).append(f"{command:<{widest}}  ")
        told = line(meaning, "quiet")
        if typed.cell_len + told.cell_len <= paper.width:
            yield typed.append_text(told)
        else:
            yield from _indented(paper.wrap(line(command), paper.width - _MARGIN), _MARGIN)
