"""The timeline as plain lines, for pipes, screen readers and `--plain`: no colour, no box."""

from collections.abc import Iterator
from datetime import date

from coachlog.base.clock import local_moment
from coachlog.base.days import show_day
from coachlog.base.safe import visible_line
from coachlog.base.texts import N_, _
from coachlog.dates.show import show_short, show_time
from coachlog.journal.common.standing import doer
from coachlog.journal.workability.fields import FIGURES
from coachlog.schema.vocabulary import ACTION_STATUSES, STATUSES
from coachlog.views.timeline.events import EventLine, events
from coachlog.views.timeline.lines import Timeline, TimelineAction

KINDS = {
    "conversation": N_("conversation {number}"),
    "goal_set": N_("goal {number} set"),
    "score": N_("goal {number} scored {value}"),
    "goal_reached": N_("goal {number} reached"),
    "goal_dropped": N_("goal {number} dropped"),
    "observation": N_("observation {number}"),
    "check_in": N_("check-in {number} on workable work"),
    "action_agreed": N_("action {number} agreed"),
    "action_closed": N_("action {number} closed: {value}"),
    "appointment": N_("next appointment"),
    "planned": N_("conversation {number} planned"),
}
VALUES = STATUSES | ACTION_STATUSES


def lines(timeline: Timeline, today: date, language: str, *, aloud: bool = False) -> Iterator[str]:
    """One line an event, oldest first, then what is open today and what is to come.

    Fields between tabs: ISO day, time, handle, what happened, text, and of a new goal which
    objective it serves, of an action who does it. *language* is that of the time
    of day; the words are in the language of the run. Stored text is on one line and safe to print.
    For who hears it, *aloud*, days are words and no field is empty.
    """
    zones = _zones(timeline)
    happened = list(events(timeline))
    to_come = len(happened) - len(timeline.upcoming)
    found = [
        *(_event(event, zones, language, aloud) for event in happened[:to_come]),
        *(_open(action, today, language, aloud) for action in timeline.open_actions),
        *(_event(event, zones, language, aloud) for event in happened[to_come:]),
    ]
    for day, *fields in found:
        shown = show_day(date.fromisoformat(day or ""), language) if aloud else day
        said = filter(None, (shown, *fields)) if aloud else (shown, *fields)
        yield "\t".join(visible_line(field or "") for field in said)


def _event(event: EventLine, zones: dict[str, str], language: str, aloud: bool) -> list[str | None]:
    at = show_time(local_moment(event.at, zones.get(event.at, "UTC")), language) if event.at else ""
    value = _(VALUES[event.value]) if event.value in VALUES else event.value
    what = _(KINDS[event.kind]).format(number=event.number, value=value)
    if event.kind == "conversation" and event.value != "held":
        what = f"{what}, {value}"
    told = _("{label}: {text}").format(label=_("Objective"), text=event.serves)
    more = (told,) if event.serves else (doer(event.done_by),)
    told_figures = event.kind == "check_in" and aloud
    text = _figures(event.text or "") if told_figures else event.text
    return [event.on, at, event.coachee, what, text, *filter(None, more)]


def _figures(listed: str) -> str:
    """`stress 3, learning 6` with what the lenses are called."""
    pairs = (each.split(" ") for each in listed.split(", ") if each)
    return ", ".join(f"{_(FIGURES[lens])} {figure}" for lens, figure in pairs)


def _open(action: TimelineAction, today: date, language: str, aloud: bool) -> list[str | None]:
    due = action.due_on or ""
    day = show_short(date.fromisoformat(due), language, today) if due and aloud else due
    if action.overdue(today):
        what = _("action {number} overdue, was due {day}").format(number=action.number, day=day)
    elif due:
        what = _("action {number} open, due {day}").format(number=action.number, day=day)
    else:
        what = _("action {number} open").format(number=action.number)
    by = filter(None, (doer(action.done_by),))
    return [today.isoformat(), "", action.coachee, what, action.what, *by]


def _zones(timeline: Timeline) -> dict[str, str]:
    """The time zone in which each instant on the timeline was written down."""
    talks = (one.conversation for one in timeline.moments)
    zones = {talk.starts_at: talk.time_zone for talk in talks if talk is not None}
    return zones | {one.starts_at: one.time_zone for one in timeline.upcoming}
