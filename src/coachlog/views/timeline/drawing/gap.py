"""The stretch of axis between two places on a timeline; longer and dotted where time went by."""

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from coachlog.base.texts import ngettext
from coachlog.views.timeline.drawing.page import TimelinePage
from coachlog.views.timeline.lines import Timeline

_USUAL_DAYS = 28
_MOST_WEEKS = 13
_MONTH_DAYS = 30.44
_LONGEST = 5


def gaps(timeline: Timeline, today: date) -> dict[int, int]:
    """The days without a conversation after each moment, by its place, above four weeks."""
    held = [
        (at, date.fromisoformat(one.on)) for at, one in enumerate(timeline.moments) if one.held()
    ]
    until = [day for _, day in held[1:]] + ([today] if timeline.ends_today else [])
    lasted = ((at, (after - day).days) for (at, day), after in zip(held, until, strict=False))
    return {at: days for at, days in lasted if days > _USUAL_DAYS}


def gap(days: int, page: TimelinePage) -> Iterator[Text]:
    """The axis for a gap of *days*, which tells how long it was; 0 is one line."""
    lines = min(2 + days // 35, _LONGEST) if days else 1
    for at in range(lines):
        yield page.row(Text(_lasted(days), "quiet") if days and at == lines // 2 else None)


def _lasted(days: int) -> str:
    weeks = round(days / 7)
    if weeks <= _MOST_WEEKS:
        return ngettext("{n} week", "{n} weeks", weeks).format(n=weeks)
    months = round(days / _MONTH_DAYS)
    return ngettext("{n} month", "{n} months", months).format(n=months)
