"""A list as a table: the columns that fit the width, one line a row, texts cut where they must."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from rich.console import Console, Group
from rich.text import Text

from coachlog.base.clock import moment_of, zone
from coachlog.base.texts import _, language
from coachlog.dates.show import show_short, show_tick, show_time
from coachlog.display.signs import DRAWN
from coachlog.render.console import line
from coachlog.render.lines import print_lines
from coachlog.render.paper import Paper

WIDTHS = {1: 0, 2: 60, 3: 90, 4: 120}
"""From which width on a column of that `keep` is shown."""

BETWEEN, LEAST = 2, 8
"""Cells between two columns, and the fewest that a column of texts gets."""

ROOMY = 76
"""From here on there is room for a word beside a sign."""

STANDINGS = {
    "planned": (DRAWN.ahead, "ahead"),
    "held": (DRAWN.held, "quiet"),
    "cancelled": (DRAWN.not_held, "quiet"),
    "missed": (DRAWN.not_held, "quiet"),
    "open": (DRAWN.open, "none"),
    "done": (DRAWN.done, "good"),
    "partly": (DRAWN.partly, "none"),
    "dropped": (DRAWN.dropped, "quiet"),
    "active": (DRAWN.today, "number"),
    "achieved": (DRAWN.done, "good"),
    "reached": (DRAWN.done, "good"),
    "closed": (DRAWN.done, "quiet"),
}
"""The sign of each status and its style; the word stands beside it."""


def print_table(
    out: Console,
    rows: Sequence[Any],
    columns: Sequence[Any],
    today: date,
    *,
    ascii_only: bool,
) -> None:
    """Print *rows*; *columns* are those of `terminal.output`."""
    paper = Paper(out.width, ascii_only=ascii_only)
    print_lines(out, Group(*_Table(paper, columns, today).lines(rows)))


class _Table:
    """The columns of a list that this paper has room for."""

    def __init__(self, paper: Paper, columns: Sequence[Any], today: date) -> None:
        self._paper = paper
        self._today = today
        self._columns = [each for each in columns if paper.width >= WIDTHS[each.keep]]
        self._known = {each.field: each for each in columns}
        self._brief = paper.width < WIDTHS[3]

    def lines(self, rows: Sequence[Any]) -> Iterator[Text]:
        """Headings, a rule and the rows."""
        cells = [[self._cell(row, column) for column in self._columns] for row in rows]
        heads = [Text(_(column.heading), "heading") for column in self._columns]
        widths = self._widths(heads, cells)
        yield self._row(heads, widths)
        room = min(sum(widths) + BETWEEN * (len(widths) - 1), self._paper.width)
        yield Text(self._paper.signs.rule * room, "quiet")
        for row in cells:
            yield self._row(row, widths)

    def _widths(self, heads: list[Text], rows: list[list[Text]]) -> list[int]:
        """What each column gets: texts share what the others leave, the others stay whole."""
        wanted = [
            max(head.cell_len, *(row[place].cell_len for row in rows))
            for place, head in enumerate(heads)
        ]
        for place, each in enumerate(self._columns):
            if each.kind == "person":
                most = max(heads[place].cell_len, self._paper.width // 4)
                wanted[place] = min(wanted[place], most)
        texts = [place for place, each in enumerate(self._columns) if each.kind in _TEXTS]
        fixed = sum(width for place, width in enumerate(wanted) if place not in texts)
        left = self._paper.width - fixed - BETWEEN * (len(wanted) - 1)
        for n, place in enumerate(sorted(texts, key=lambda place: wanted[place])):
            least = max(LEAST, heads[place].cell_len)
            wanted[place] = max(least, min(wanted[place], left // (len(texts) - n)))
            left -= wanted[place]
        return wanted

    def _row(self, cells: list[Text], widths: list[int]) -> Text:
        made = Text()
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            shown = self._paper.cut(cell, width)
            gap = " " * (width - shown.cell_len)
            right = self._columns[place].kind == "number"
            made.append(gap if right else "").append_text(shown).append("" if right else gap)
            made.append(" " * BETWEEN)
        made.rstrip()
        return self._paper.cut(made, self._paper.width)

    def _cell(self, row: Any, column: Any) -> Text:
        value = getattr(row, column.field)
        if column.kind == "topic":
            return self._topic(row, value)
        if column.kind == "due":
            return self._due(row, value)
        if value is None or value == "":
            return Text()
        if column.kind == "day":
            return Text(self._day(date.fromisoformat(value)), "date")
        if column.kind in ("moment", "instant"):
            return self._moment(row, column, value)
        if column.kind == "choice":
            return self._choice(row, column, value)
        if column.stands:
            return self._stands(row, column, value)
        if column.kind == "method":
            return line(value, "quiet")
        if column.field in _TYPED:
            return line(str(value), "number")
        return line(str(value), "person" if column.kind == "person" else "")

    def _day(self, day: date) -> str:
        show = show_tick if self._brief else show_short
        return show(day, language(), self._today)

    def _moment(self, row: Any, column: Any, value: str) -> Text:
        moment = moment_of(value)
        if column.kind == "instant":
            return Text(self._day(moment.astimezone().date()), "date")
        local = moment.astimezone(zone(row.time_zone))
        return Text(f"{self._day(local.date())}, {show_time(local, language())}", "date")

    def _topic(self, row: Any, value: str | None) -> Text:
        """The topic of a conversation; that it was not held, where no column tells it."""
        words = line(value)
        if row.status == "held" or self._known["status"] in self._columns:
            return words
        told = Text().append_text(self._choice(row, self._known["status"], row.status))
        dot = f" {self._paper.signs.dot} " if words else ""
        return told.append(dot, "quiet").append_text(words)

    def _due(self, row: Any, value: str | None) -> Text:
        """By when an action is due; how it ended, where no column tells it."""
        status = self._known["status"]
        if row.status != "open" and status not in self._columns:
            return self._choice(row, status, row.status)
        day = self._day(date.fromisoformat(value)) if value else ""
        if row.status == "open" and status not in self._columns:
            sign, tone = self._standing(row)
            late = f", {_('overdue')}" if tone == "late" and self._paper.width >= ROOMY else ""
            return Text(f"{sign} {day}{late}".rstrip(), tone)
        return Text(day, "date")

    def _choice(self, row: Any, column: Any, value: str) -> Text:
        word = _(column.words.get(value, value))
        if column.field != "status" or value not in STANDINGS:
            return line(word)
        sign, tone = self._standing(row)
        late = tone == "late"
        return line(f"{sign} {_('overdue') if late else word}", tone)

    def _stands(self, row: Any, column: Any, value: str) -> Text:
        standing = column.stands(row, self._today, language())
        if not standing.told:
            return self._choice(row, column, value)
        return line(f"{self._paper.adapt(standing.sign)} {standing.told}", standing.tone)

    def _standing(self, row: Any) -> tuple[str, str]:
        due_on = getattr(row, "due_on", None)
        if row.status == "open" and due_on and due_on < self._today.isoformat():
            return self._paper.adapt(DRAWN.overdue), "late"
        sign, tone = STANDINGS[row.status]
        return self._paper.adapt(sign), tone


_TEXTS = ("text", "topic")
_TYPED = ("number", "place")
"""The figures that are typed to name a row."""
