"""The timeline as plain lines, for pipes, screen readers and `--plain`: no colour, no box."""

from collections.abc import Iterator
from datetime import date

from coachlog.base.clock import local_moment
from coachlog.base.days import show_day
from coachlog.base.safe import visible_line
from coachlog.base.texts import N_, _
from coachlog.dates.show import show_short, show_time
from coachlog.journal.common.marks import doer_text
from coachlog.journal.workability.fields import FIGURES
from coachlog.schema.referral import HELPERS
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
    "referral": N_("referral {number}"),
    "charter_signed": N_("charter signed"),
    "checklist": N_("items of the checklist: {value}"),
    "action_agreed": N_("action {number} agreed"),
    "action_closed": N_("action {number} closed: {value}"),
    "appointment": N_("next appointment"),
    "planned": N_("conversation {number} planned"),
}
VALUES = STATUSES | ACTION_STATUSES


def lines(timeline: Timeline, today: date, language: str, *, aloud: bool = False) -> Iterator[str]:
    """Yield a line per event, oldest first, then what is open today and what is to come.

    Fields are separated by tabs: ISO day, time, handle, what happened, text, and of a new goal the
    objectives it serves, of an action who does it. *language* is that of days and times; the texts
    are in the current language. Stored text is on one line and safe to print. For a screen reader,
    *aloud*, days are in words and empty fields are left out.
    """
    zones = _zones(timeline)
    all_events = list(events(timeline))
    past_count = len(all_events) - len(timeline.upcoming)
    rows = [
        *(_event(event, zones, language, aloud) for event in all_events[:past_count]),
        *(_open_action(action, today, language, aloud) for action in timeline.open_actions),
        *(_event(event, zones, language, aloud) for event in all_events[past_count:]),
    ]
    for on, *fields in rows:
        if aloud:
            day = show_day(date.fromisoformat(on or ""), language)  # on is never empty
            columns = [field for field in (day, *fields) if field]
        else:
            columns = [field or "" for field in (on, *fields)]
        yield "\t".join(map(visible_line, columns))


def _event(event: EventLine, zones: dict[str, str], language: str, aloud: bool) -> list[str | None]:
    """Return the fields of an event; *zones* are time zones by instant."""
    time = ""
    if event.at:
        time = show_time(local_moment(event.at, zones.get(event.at, "UTC")), language)
    value = _(VALUES[event.value]) if event.value in VALUES else event.value
    what = _(KINDS[event.kind]).format(number=event.number, value=value)
    if event.kind == "conversation" and event.value != "held":
        what = f"{what}, {value}"
    text = event.text
    if event.kind == "check_in" and aloud:
        text = _with_lens_names(text or "")
    if event.kind == "referral" and aloud:
        text = _(HELPERS[text or ""])
    fields = [event.on, time, event.coachee, what, text]
    if event.serves:
        fields.append(_("{label}: {text}").format(label=_("Objective"), text=event.serves))
    elif who := doer_text(event.done_by):
        fields.append(who)
    return fields


def _with_lens_names(figures: str) -> str:
    """Replace the ids of lenses in *figures*, such as `stress 3, learning 6`, by their names."""
    pairs = (pair.split(" ") for pair in figures.split(", ") if pair)
    return ", ".join(f"{_(FIGURES[lens])} {figure}" for lens, figure in pairs)


def _open_action(
    action: TimelineAction, today: date, language: str, aloud: bool
) -> list[str | None]:
    """Return the fields of an open action, with its due day in words only if it is read *aloud*."""
    day = action.due_on or ""
    if day and aloud:
        day = show_short(date.fromisoformat(day), language, today)
    if action.overdue(today):
        what = _("action {number} overdue, was due {day}").format(number=action.number, day=day)
    elif day:
        what = _("action {number} open, due {day}").format(number=action.number, day=day)
    else:
        what = _("action {number} open").format(number=action.number)
    fields: list[str | None] = [today.isoformat(), "", action.coachee, what, action.what]
    if who := doer_text(action.done_by):
        fields.append(who)
    return fields


def _zones(timeline: Timeline) -> dict[str, str]:
    """Return the time zone of each conversation or appointment, by the instant it starts at."""
    zones = {talk.starts_at: talk.time_zone for talk in timeline.talks()}
    return zones | {talk.starts_at: talk.time_zone for talk in timeline.upcoming}
