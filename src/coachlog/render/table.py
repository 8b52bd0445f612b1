"""A list as a table: the columns that fit the width, one line a row, texts cut where they must."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from rich.console import Console, Group
from rich.text import Text

from coachlog.base.clock import in_zone, moment_of
from coachlog.base.texts import _, language
from coachlog.dates.show import show_figure, show_short, show_tick, show_time
from coachlog.display.signs import DRAWN
from coachlog.render.console import line
from coachlog.render.lines import print_lines
from coachlog.render.paper import Paper

WIDTHS = {1: 0, 2: 60, 3: 90, 4: 120}
"""The paper width from which a column with that `keep` is shown."""

BETWEEN, LEAST = 2, 8
"""Cells between two columns, and the fewest of a text column."""

ROOMY = 76
"""The paper width from which a word fits beside a sign."""

STATUS_SIGNS = {
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
        self._columns = [column for column in columns if paper.width >= WIDTHS[column.keep]]
        self._columns_by_field = {column.field: column for column in columns}
        """All columns, those that do not fit too: others may show their values."""
        self._has_short_days = paper.width < WIDTHS[3]

    def lines(self, rows: Sequence[Any]) -> Iterator[Text]:
        """Yield headings, a rule and the rows."""
        cells = [[self._cell(row, column) for column in self._columns] for row in rows]
        headings = [Text(_(column.heading), "heading") for column in self._columns]
        widths = self._fit_widths(headings, cells)
        yield self._row(headings, widths)
        table_width = min(sum(widths) + BETWEEN * (len(widths) - 1), self._paper.width)
        yield Text(self._paper.signs.rule * table_width, "quiet")
        for row_cells in cells:
            yield self._row(row_cells, widths)

    def _fit_widths(self, headings: list[Text], rows: list[list[Text]]) -> list[int]:
        """Return the width of each column in cells: texts share what the other columns leave.

        Other columns are as wide as their contents, but a person gets a quarter at most.
        """
        widths = [
            max(heading.cell_len, *(row[index].cell_len for row in rows))
            for index, heading in enumerate(headings)
        ]
        for index, column in enumerate(self._columns):
            if column.kind == "person":
                most = max(headings[index].cell_len, self._paper.width // 4)
                widths[index] = min(widths[index], most)
        texts = [index for index, column in enumerate(self._columns) if column.kind in _TEXTS]
        fixed_width = sum(width for index, width in enumerate(widths) if index not in texts)
        room = self._paper.width - fixed_width - BETWEEN * (len(widths) - 1)
        # The narrowest text first: what it does not need is shared by the wider ones.
        for fitted_count, index in enumerate(sorted(texts, key=lambda index: widths[index])):
            least = max(LEAST, headings[index].cell_len)
            share = room // (len(texts) - fitted_count)
            widths[index] = max(least, min(widths[index], share))
            room -= widths[index]
        return widths

    def _row(self, cells: list[Text], widths: list[int]) -> Text:
        """Return one line of the table; on very narrow paper its end is cut."""
        row = Text()
        for column, cell, width in zip(self._columns, cells, widths, strict=True):
            content = self._paper.cut(cell, width)
            padding = " " * (width - content.cell_len)
            is_right_aligned = column.kind == "number"
            if is_right_aligned:
                row.append(padding).append_text(content)
            else:
                row.append_text(content).append(padding)
            row.append(" " * BETWEEN)
        row.rstrip()
        return self._paper.cut(row, self._paper.width)

    def _cell(self, row: Any, column: Any) -> Text:
        """Return the value of *column* in *row*, as that kind of column shows it."""
        value = getattr(row, column.field)
        # These two may show the status of the row even without a value.
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
        if column.describe_status:
            return self._described_status(row, column, value)
        if column.kind == "method":
            return line(value, "quiet")
        text = show_figure(value, language()) if column.kind == "number" else str(value)
        if column.field in _IDENTIFIERS:
            return line(text, "number")
        return line(text, "person" if column.kind == "person" else "")

    def _day(self, day: date) -> str:
        format_day = show_tick if self._has_short_days else show_short
        return format_day(day, language(), self._today)

    def _moment(self, row: Any, column: Any, value: str) -> Text:
        """Return an instant as its local day, or a moment with the time in its own time zone."""
        moment = moment_of(value)
        if column.kind == "instant":
            return Text(self._day(moment.astimezone().date()), "date")
        local = in_zone(moment, row.time_zone)
        return Text(f"{self._day(local.date())}, {show_time(local, language())}", "date")

    def _topic(self, row: Any, value: str | None) -> Text:
        """Return the topic of a conversation, after its status if it was not held.

        The status only comes first where it has no column of its own.
        """
        topic = line(value)
        status = self._columns_by_field["status"]
        if row.status == "held" or status in self._columns:
            return topic
        cell = Text().append_text(self._choice(row, status, row.status))
        dot = f" {self._paper.signs.dot} " if topic else ""
        return cell.append(dot, "quiet").append_text(topic)

    def _due(self, row: Any, value: str | None) -> Text:
        """Return the day by which an action is due; without a status column, its status as well."""
        status = self._columns_by_field["status"]
        day = self._day(date.fromisoformat(value)) if value else ""
        if status in self._columns:
            return Text(day, "date")
        if row.status != "open":
            return self._choice(row, status, row.status)
        sign, style = self._sign_and_style(row)
        shows_word = style == "late" and self._paper.width >= ROOMY
        word = f", {_('overdue')}" if shows_word else ""
        return Text(f"{sign} {day}{word}".rstrip(), style)

    def _choice(self, row: Any, column: Any, value: str) -> Text:
        """Return the word for a code; for a status with its sign, and "overdue" if it is late."""
        word = _(column.words.get(value, value))
        if column.field != "status" or value not in STATUS_SIGNS:
            return line(word)
        sign, style = self._sign_and_style(row)
        if style == "late":
            word = _("overdue")
        return line(f"{sign} {word}", style)

    def _described_status(self, row: Any, column: Any, value: str) -> Text:
        """Return what the column says about the row today, or else the word for its code."""
        standing = column.describe_status(row, self._today, language())
        if not standing.text:
            return self._choice(row, column, value)
        return line(f"{self._paper.adapt(standing.sign)} {standing.text}", standing.tone)

    def _sign_and_style(self, row: Any) -> tuple[str, str]:
        """Return the sign and the style of the status of *row*; "late" if it is overdue."""
        due_on: str = getattr(row, "due_on", None) or ""  # not every list has it
        is_past_due = due_on != "" and due_on < self._today.isoformat()
        if row.status == "open" and is_past_due:
            return self._paper.adapt(DRAWN.overdue), "late"
        sign, style = STATUS_SIGNS[row.status]
        return self._paper.adapt(sign), style


_TEXTS = ("text", "topic")
_IDENTIFIERS = ("number", "place")
"""The fields whose figure a person types to name a row."""
