"""The piece of axis between two moments of a timeline; longer after a long time."""

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from coachlog.base.texts import ngettext
from coachlog.views.timeline.drawing.page import TimelinePage
from coachlog.views.timeline.lines import Timeline

_USUAL_DAYS = 28
_DAYS_PER_LINE = 35
_MOST_LINES = 5
_MOST_WEEKS = 13
_MONTH_DAYS = 30.44


def gaps(timeline: Timeline, today: date) -> dict[int, int]:
    """Return the gaps of more than _USUAL_DAYS after a conversation, in days.

    They are by the index of its moment. A gap lasts until the next conversation that was held, or
    until *today* if the timeline goes that far.
    """
    held = [
        (index, date.fromisoformat(moment.on))
        for index, moment in enumerate(timeline.moments)
        if moment.is_held()
    ]
    ends = [day for _index, day in held[1:]] + ([today] if timeline.ends_today else [])
    lengths = ((index, (end - day).days) for (index, day), end in zip(held, ends, strict=False))
    return {index: days for index, days in lengths if days > _USUAL_DAYS}


def gap(days: int, page: TimelinePage) -> Iterator[Text]:
    """Yield the axis for a gap of *days* with its length in words; for 0 one empty line."""
    if not days:
        yield page.row()
        return
    count = min(2 + days // _DAYS_PER_LINE, _MOST_LINES)
    for index in range(count):
        is_middle = index == count // 2
        yield page.row(Text(_format_length(days), "quiet") if is_middle else None)


def _format_length(days: int) -> str:
    weeks = round(days / 7)
    if weeks <= _MOST_WEEKS:
        return ngettext("{n} week", "{n} weeks", weeks).format(n=weeks)
    months = round(days / _MONTH_DAYS)
    return ngettext("{n} month", "{n} months", months).format(n=months)
