"""The paper of a timeline: days left of its axis, what happened right of it."""

from datetime import date

from rich.text import Span, Text

from coachlog.render.paper import Paper

_GUTTER = 7


class TimelinePage(Paper):
    """Where and how is drawn. *program* starts coachlog; *dotted* marks a gap."""

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
        """Cells left of the axis."""
        return 0 if self.narrow else _GUTTER + 2

    @property
    def room(self) -> int:
        """Cells right of the axis."""
        return self.width - self.gutter - (2 if self.narrow else 3)

    def row(
        self, content: Text | None = None, sign: str = "", day: str = "", style: str = "quiet"
    ) -> Text:
        """One line of the page: *day*, the *sign* on the axis in *style*, and the *content*."""
        day = "" if self.narrow else f"{day:>{_GUTTER}}  "
        mark = sign or (self.signs.gap if self.dotted else self.signs.axis)
        after = "" if not content else " " if self.narrow else "  "
        at = Span(len(day), len(day) + len(mark), style)
        made = Text(day + mark + after, no_wrap=True, overflow="crop", spans=[at])
        return made.append_text(content) if content else made
