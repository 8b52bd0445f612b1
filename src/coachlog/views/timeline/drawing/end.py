"""The end of a timeline: today, what is open, what is to come, and what the signs mean."""

from collections.abc import Iterator

from rich.text import Text

from coachlog.base.clock import local_moment
from coachlog.base.days import show_day
from coachlog.base.texts import _, ngettext
from coachlog.dates.show import show_moment, show_relative
from coachlog.render.console import line
from coachlog.schema.vocabulary import ACTION_STATUSES
from coachlog.views.timeline.drawing.node import action, day_label, name_of
from coachlog.views.timeline.drawing.page import TimelinePage
from coachlog.views.timeline.lines import Timeline, TimelineAction, TimelineAppointment

_OPEN_MOST = 12
_UPCOMING_MOST = 12


def end(timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    """Today with the open actions, the appointments after it, and the legend."""
    if timeline.ends_today:
        yield from _today(timeline, page)
        yield from _upcoming(timeline, page)
    if signs := _legend(timeline, page):
        yield Text()
        yield from page.flow(signs, page.width)


def _today(timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    told = _("Today, {day}").format(day=show_day(page.today, page.language))
    yield page.row(Text(told, "heading"), page.signs.today, style="heading")
    shown = timeline.open_actions[:_OPEN_MOST]
    if shown:
        yield from map(page.row, page.wrap(_open_count(timeline.open_actions, page), page.room))
    for one in shown:
        who = name_of(one.coachee, timeline) if timeline.coachee is None else ""
        yield from map(page.row, action(one, page, page.room, who))
    if more := len(timeline.open_actions) - len(shown):
        yield page.row(Text(ngettext("and {n} more", "and {n} more", more).format(n=more), "quiet"))


def _open_count(actions: list[TimelineAction], page: TimelinePage) -> Text:
    n, late = len(actions), sum(one.overdue(page.today) for one in actions)
    told = ngettext("{n} open action", "{n} open actions", n).format(n=n)
    overdue = ngettext("{n} overdue", "{n} overdue", late).format(n=late)
    return Text(f"{told}, {overdue}" if late else told, "quiet")


def _upcoming(timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    for one in timeline.upcoming[:_UPCOMING_MOST]:
        yield page.row()
        lines = page.flow(_appointment(one, timeline, page), page.room)
        if one.topic:
            lines += page.wrap(line(one.topic), page.room, most=2)
        yield page.row(lines[0], page.signs.ahead, day_label(one.on, page), "ahead")
        yield from (page.row(more, " ") for more in lines[1:])


def _appointment(
    one: TimelineAppointment, timeline: Timeline, page: TimelinePage
) -> Iterator[Text]:
    if timeline.coachee is None:
        yield line(name_of(one.coachee, timeline), "person")
    moment = local_moment(one.starts_at, one.time_zone)
    told = _("Next appointment") if one.number is None else _("Conversation {number} planned")
    if one.status == "cancelled":
        told = _("Conversation {number} cancelled")
    yield Text(told.format(number=one.number), "ahead")
    yield Text(show_moment(moment, page.language))
    yield Text(show_relative(moment.date(), page.today, page.language), "quiet")


def _legend(timeline: Timeline, page: TimelinePage) -> list[Text]:
    """The signs of actions that occur, each with its word."""
    signs = page.signs
    actions = [one for moment in timeline.moments for one in moment.actions] + timeline.open_actions
    late = any(one.overdue(page.today) for one in actions)
    there = {one.status for one in actions if not one.overdue(page.today)}
    known = {
        "done": signs.done,
        "partly": signs.partly,
        "open": signs.open,
        "dropped": signs.dropped,
    }
    words = [f"{known[each]} {_(ACTION_STATUSES[each])}" for each in known if each in there]
    return [
        Text(word, "quiet")
        for word in words + ([f"{signs.overdue} " + _("overdue")] if late else [])
    ]
