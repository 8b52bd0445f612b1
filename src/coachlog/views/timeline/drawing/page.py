"""The paper of a timeline: days left of its axis, what happened right of it."""

from datetime import date

from rich.text import Span, Text

from coachlog.render.paper import Paper

_GUTTER = 7


class TimelinePage(Paper):
    """The width, signs and language in which a timeline is drawn, and the rows of its axis.

    *program* is what a person types to start coachlog. While *dotted* is set, rows have a dotted
    axis, for a long time without a conversation.
    """

    def __init__(
        self, today: date, language: str, width: int, *, ascii_only: bool, program: str
    ) -> None:
        super().__init__(width, ascii_only=ascii_only)
        self.today = today
        self.language = language
        self.program = program
        self.dotted = False

    @property
    def gutter(self) -> int:
        """Return how many cells are left of the axis."""
        return 0 if self.narrow else _GUTTER + 2

    @property
    def room(self) -> int:
        """Return how many cells are right of the axis."""
        return self.width - self.gutter - (2 if self.narrow else 3)

    def row(
        self, content: Text | None = None, sign: str = "", day: str = "", style: str = "quiet"
    ) -> Text:
        """Return a line: *day*, the *sign* on the axis in *style*, and the *content*.

        Without a *sign* there is a piece of the axis; a narrow page leaves out the *day*.
        """
        day_column = "" if self.narrow else f"{day:>{_GUTTER}}  "
        axis = self.signs.gap if self.dotted else self.signs.axis
        mark = sign or axis
        separator = " " if self.narrow else "  "
        style_of_mark = Span(len(day_column), len(day_column) + len(mark), style)
        row = Text(day_column + mark, no_wrap=True, overflow="crop", spans=[style_of_mark])
        return row.append(separator).append_text(content) if content else row
