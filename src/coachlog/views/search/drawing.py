"""Drawing the hits of a search: conversations and people, and below each the texts that match."""

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

MOST_LINES = 3
"""Lines of the text of one hit."""

_MARGIN = 2
_COLUMN_GAP = 2


def print_hits(out: Console, hits: Sequence[Hit], *, best: bool, ascii_only: bool) -> None:
    """Print *hits* by conversation or person, in the order of the first hit of each.

    Within a group they are in the order of its page, with what is private last, unless *best* is
    set: then the best matches come first.
    """
    paper = Paper(min(out.width, WIDEST), ascii_only=ascii_only)
    # A terminal without colours shows neither bold nor underlined.
    needs_brackets = out.color_system is None
    groups = _group(hits, best=best)
    print_lines(out, Group(*_draw_groups(groups, paper, brackets=needs_brackets)))


def _group(hits: Iterable[Hit], *, best: bool) -> list[list[Hit]]:
    """Group hits by conversation, outside of these by person, or by record if it has no person."""
    groups: dict[tuple[object, ...], list[Hit]] = {}
    for hit in hits:
        record_without_person = None if hit.name else (hit.line.noun, hit.line.number)
        key = (hit.line.coachee, hit.line.session, record_without_person)
        groups.setdefault(key, []).append(hit)
    return [group if best else sorted(group, key=_page_order) for group in groups.values()]


def _page_order(hit: Hit) -> tuple[bool, int, int]:
    return hit.line.layer == "private", ON_A_PAGE.index(hit.line.noun), hit.document


def _draw_groups(groups: list[list[Hit]], paper: Paper, *, brackets: bool) -> Iterator[Text]:
    """Yield the groups, an empty line between them, with the texts of all hits in one column.

    Labels of more than LABEL cells do not widen their column: they stand on a line of their own.
    """
    widths = [line(label(hit)).cell_len for group in groups for hit in group]
    usual_widths = [width for width in widths if width <= LABEL]
    label_width = 0 if paper.narrow else max(usual_widths, default=0)
    for index, group in enumerate(groups):
        if index > 0:
            yield Text()
        yield from paper.flow(_title(group), paper.width)
        for hit in group:
            yield from _draw_hit(hit, label_width, paper, brackets=brackets)


def _title(group: list[Hit]) -> Iterator[Text]:
    """Yield the conversation and its day; outside a conversation the person, or else the record."""
    first_hit = group[0]
    session = first_hit.line.session
    if session is None:
        yield line(first_hit.name or record(first_hit), "person")
        return
    title = _("Conversation {n} with {name}").format(n=session, name=first_hit.name)
    yield line(title, "person")
    # Other records, such as a goal, may have a day that is not that of the conversation.
    days = [hit.line.on for hit in group if hit.line.noun in _NOUNS_WITH_DAY_OF_SESSION]
    day = days[0] if days else first_hit.line.on
    yield Text(show_day(date.fromisoformat(day), language()), "quiet")


_NOUNS_WITH_DAY_OF_SESSION = ("session", "answer", "option", "review")
"""Records whose day is that of their conversation."""


def _draw_hit(hit: Hit, label_width: int, paper: Paper, *, brackets: bool) -> Iterator[Text]:
    """Yield the label of a hit, and its text beside it; below it if the label is too wide.

    Without a column of labels (*label_width* is 0) all texts stand below their label.
    """
    label_text = line(label(hit), "quiet")
    indent = _MARGIN + label_width + _COLUMN_GAP if label_width else 2 * _MARGIN
    first_line = Text(" " * _MARGIN)
    if label_text.cell_len <= label_width:
        first_line.append_text(label_text)
    else:
        for part in paper.wrap(label_text, paper.width - _MARGIN):
            yield Text(" " * _MARGIN).append_text(part)
    first_line.pad_right(indent - first_line.cell_len)
    texts = _excerpt_lines(hit, paper, paper.width - indent, brackets=brackets)
    for index, text in enumerate(texts):
        start = first_line if index == 0 else Text(" " * indent)
        yield start.append_text(text)


def _excerpt_lines(hit: Hit, paper: Paper, room: int, *, brackets: bool) -> list[Text]:
    """Return the text around the matches, in lines of *room* cells, with a note if it is private.

    *brackets* puts matches between brackets, for a terminal that cannot underline them.
    """
    excerpt = Text()
    # Half a line is kept free, for lines that end early because words stay whole.
    characters = room * MOST_LINES - room // 2
    for text, is_match in pieces(hit.line.text, hit.marks, characters, paper.signs.more):
        if is_match:
            excerpt.append(f"[{text}]" if brackets else text, "found")
        else:
            excerpt.append(text)
    lines = paper.wrap(excerpt, room, MOST_LINES)
    if hit.line.layer != "private":
        return lines
    private = Text(f"{paper.signs.private} {_('for you only')}", "private")
    return [*lines[:-1], *paper.flow([lines[-1], private], room)]
