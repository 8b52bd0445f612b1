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

_MOST_OPEN_ACTIONS = 12
_MOST_APPOINTMENTS = 12


def end(timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    """Yield today with the open actions, the appointments after it, and the legend."""
    if timeline.ends_today:
        yield from _today(timeline, page)
        yield from _upcoming(timeline, page)
    if legend := _legend(timeline, page):
        yield Text()
        yield from page.flow(legend, page.width)


def _today(timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    """Yield the row of today, and below it the first open actions and how many follow."""
    title = _("Today, {day}").format(day=show_day(page.today, page.language))
    yield page.row(Text(title, "heading"), page.signs.today, style="heading")
    actions = timeline.open_actions
    if actions:
        yield from map(page.row, page.wrap(_open_count(actions, page), page.room))
    is_of_everybody = timeline.coachee is None
    for open_action in actions[:_MOST_OPEN_ACTIONS]:
        who = name_of(open_action.coachee, timeline) if is_of_everybody else ""
        yield from map(page.row, action(open_action, page, page.room, who))
    hidden_count = len(actions) - _MOST_OPEN_ACTIONS
    if hidden_count > 0:
        more = ngettext("and {n} more", "and {n} more", hidden_count).format(n=hidden_count)
        yield page.row(Text(more, "quiet"))


def _open_count(actions: list[TimelineAction], page: TimelinePage) -> Text:
    """Format as `5 open actions, 2 overdue`; the overdue ones are among the open ones."""
    n = len(actions)
    overdue = sum(action.overdue(page.today) for action in actions)
    count = ngettext("{n} open action", "{n} open actions", n).format(n=n)
    if overdue:
        count += ", " + ngettext("{n} overdue", "{n} overdue", overdue).format(n=overdue)
    return Text(count, "quiet")


def _upcoming(timeline: Timeline, page: TimelinePage) -> Iterator[Text]:
    """Yield the first appointments: their details and topic, with a day and a sign in front."""
    for talk in timeline.upcoming[:_MOST_APPOINTMENTS]:
        yield page.row()
        first_line, *more_lines = page.flow(_appointment(talk, timeline, page), page.room)
        if talk.topic:
            more_lines += page.wrap(line(talk.topic), page.room, most=2)
        yield page.row(first_line, page.signs.ahead, day_label(talk.on, page), "ahead")
        # A space instead of a piece of the axis, which ends above.
        yield from (page.row(content, " ") for content in more_lines)


def _appointment(
    talk: TimelineAppointment, timeline: Timeline, page: TimelinePage
) -> Iterator[Text]:
    """Yield with whom an appointment is, what kind it is, when, and how far away that is."""
    if timeline.coachee is None:
        yield line(name_of(talk.coachee, timeline), "person")
    if talk.status == "cancelled":
        kind = _("Conversation {number} cancelled")
    elif talk.number is None:
        kind = _("Next appointment")
    else:
        kind = _("Conversation {number} planned")
    moment = local_moment(talk.starts_at, talk.time_zone)
    yield Text(kind.format(number=talk.number), "ahead")
    yield Text(show_moment(moment, page.language))
    yield Text(show_relative(moment.date(), page.today, page.language), "quiet")


def _legend(timeline: Timeline, page: TimelinePage) -> list[Text]:
    """Return the signs of actions that occur on the timeline, each with its word.

    An overdue action is open, but has a sign of its own.
    """
    signs = page.signs
    actions = [action for moment in timeline.moments for action in moment.actions]
    actions += timeline.open_actions
    statuses = {action.status for action in actions if not action.overdue(page.today)}
    sign_by_status = {
        "done": signs.done,
        "partly": signs.partly,
        "open": signs.open,
        "dropped": signs.dropped,
    }
    entries = [
        f"{sign} {_(ACTION_STATUSES[status])}"
        for status, sign in sign_by_status.items()
        if status in statuses
    ]
    if any(action.overdue(page.today) for action in actions):
        entries.append(f"{signs.overdue} " + _("overdue"))
    return [Text(entry, "quiet") for entry in entries]
