"""What a search found: conversations and people, and beneath each where the words stand."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rich.console import Console, Group
from rich.text import Text

from coachlog.base.days import show_day
from coachlog.base.texts import _, language
from coachlog.render.console import line
from coachlog.render.lines import print_lines
from coachlog.render.page import LABEL, WIDEST
from coachlog.render.paper import Paper
from coachlog.views.search.excerpts import pieces
from coachlog.views.search.hits import Hit
from coachlog.views.search.labels import label, record
from coachlog.views.search.places import ON_A_PAGE

LINES = 3
"""A text takes so many lines at most."""

_MARGIN, _BETWEEN = 2, 2


def print_hits(out: Console, hits: Sequence[Hit], *, best: bool, ascii_only: bool) -> None:
    """Print *hits*; those of one conversation stand together, where its first one stands.

    Within it they stand as on its page, what is private last, unless the *best* come first.
    """
    paper = Paper(min(out.width, WIDEST), ascii_only=ascii_only)
    signs = out.color_system is None  # such a terminal shows neither bold nor underlined
    groups = grouped(hits, best=best)
    print_lines(out, Group(*_drawn(groups, paper, signs=signs)))


def grouped(hits: Iterable[Hit], *, best: bool) -> list[list[Hit]]:
    """The hits of each conversation; outside them of each person, or record that is of nobody."""
    found: dict[tuple[object, ...], list[Hit]] = {}
    for hit in hits:
        of_nobody = None if hit.name else (hit.line.noun, hit.line.number)
        key = (hit.line.coachee, hit.line.session, of_nobody)
        found.setdefault(key, []).append(hit)
    return [group if best else sorted(group, key=_as_on_its_page) for group in found.values()]


def _as_on_its_page(hit: Hit) -> tuple[bool, int, int]:
    return hit.line.layer == "private", ON_A_PAGE.index(hit.line.noun), hit.document


def _drawn(groups: list[list[Hit]], paper: Paper, *, signs: bool) -> Iterator[Text]:
    labels = [line(label(hit)).cell_len for group in groups for hit in group]
    widest = 0 if paper.narrow else max((cells for cells in labels if cells <= LABEL), default=0)
    for at, group in enumerate(groups):
        if at:
            yield Text()
        yield from paper.flow(_title(group), paper.width)
        for hit in group:
            yield from _hit(hit, widest, paper, signs=signs)


def _title(group: list[Hit]) -> Iterator[Text]:
    first = group[0]
    if first.line.session is None:
        yield line(first.name or record(first), "person")
        return
    title = _("Conversation {n} with {name}").format(n=first.line.session, name=first.name)
    yield line(title, "person")
    days = [hit.line.on for hit in group if hit.line.noun in _IN_CONVERSATION] or [first.line.on]
    yield Text(show_day(date.fromisoformat(days[0]), language()), "quiet")


_IN_CONVERSATION = ("session", "answer", "option", "review")


def _hit(hit: Hit, widest: int, paper: Paper, *, signs: bool) -> Iterator[Text]:
    named = line(label(hit), "quiet")
    indent = _MARGIN + (widest + _BETWEEN if widest else _MARGIN)
    head = Text(" " * _MARGIN)
    if named.cell_len <= widest:
        head.append_text(named)
    else:
        for part in paper.wrap(named, paper.width - _MARGIN):
            yield Text(" " * _MARGIN).append_text(part)
    head.pad_right(indent - head.cell_len)
    for at, words in enumerate(_words(hit, paper, paper.width - indent, signs=signs)):
        yield (Text(" " * indent) if at else head).append_text(words)


def _words(hit: Hit, paper: Paper, room: int, *, signs: bool) -> list[Text]:
    told = Text()
    for text, found in pieces(hit.line.text, hit.marks, room * LINES - room // 2, paper.signs.more):
        told.append(f"[{text}]" if found and signs else text, "found" if found else "")
    words = paper.wrap(told, room, LINES)
    if hit.line.layer != "private":
        return words
    private = Text(f"{paper.signs.private} {_('for you only')}", "private")
    return [*words[:-1], *paper.flow([words[-1], private], room)]
