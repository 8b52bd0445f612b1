"""The piece of axis between two moments of a timeline; longer after a long time."""

from collections.abc import Iterator
from datetime import date

from rich.text import Text

from coachlog.base.texts import ngettext
from coachlog.views.timeline.drawing.page import TimelinePage
from coachlog.views.timeline.lines import Timeline

_USUAL_DAYS = 28
"""Days between conversations that are no gap yet."""
_DAYS_PER_LINE = 35
_MOST_LINES = 5
_MOST_WEEKS = 13
"""A longer gap is told in months."""
_MONTH_DAYS = 30.44
"""The average length of a month."""


def gaps(timeline: Timeline, today: date) -> dict[int, int]:
    """Return the days of each gap of more than _USUAL_DAYS, by the index of its first moment.

    A gap begins with a conversation that was held, and lasts until the next one, or until *today*
    if the timeline goes that far.
    """
    held = [
        (index, date.fromisoformat(moment.on))
        for index, moment in enumerate(timeline.moments)
        if moment.is_held()
    ]
    end_days = [day for _index, day in held[1:]]
    if timeline.ends_today:
        end_days.append(today)
    gap_days = {}
    # Where the timeline ends before today, there is no end to the gap after the last conversation.
    for (index, day), end_day in zip(held, end_days, strict=False):
        days = (end_day - day).days
        if days > _USUAL_DAYS:
            gap_days[index] = days
    return gap_days


def gap(days: int, page: TimelinePage) -> Iterator[Text]:
    """Yield the axis for a gap of *days* with its length in words; for 0 one line without text.

    A longer gap takes more lines, up to _MOST_LINES.
    """
    if not days:
        yield page.row()
        return
    line_count = min(2 + days // _DAYS_PER_LINE, _MOST_LINES)
    for index in range(line_count):
        is_middle = index == line_count // 2
        yield page.row(Text(_format_length(days), "quiet") if is_middle else None)


def _format_length(days: int) -> str:
    weeks = round(days / 7)
    if weeks <= _MOST_WEEKS:
        return ngettext("{n} week", "{n} weeks", weeks).format(n=weeks)
    months = round(days / _MONTH_DAYS)
    return ngettext("{n} month", "{n} months", months).format(n=months)
