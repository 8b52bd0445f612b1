"""What `coachlog` alone says: on an empty journal how to begin, otherwise how today looks."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from coachlog.base.clock import local_moment
from coachlog.base.texts import _
from coachlog.display.page import Line, Page, Section
from coachlog.journal.session.appointment.upcoming import UpcomingTalk
from coachlog.store.backup_places import days_without_copy, waiting_places
from coachlog.store.files import key_id_of
from coachlog.terminal.context import Context, hint
from coachlog.terminal.whole_page import show_whole
from coachlog.views.today.hours import warnings
from coachlog.views.today.page import page, unfinished_lines
from coachlog.views.today.read import LateCopy, Today, read


class TodayLine(NamedTuple):
    """One item of today, as `today --json` and `--csv` give it.

    kind     appointment (agreed on), planned, passed (planned, and over), request (about the notes,
             to be answered within a month), promised (an open action of the coach), overdue,
             unseen, goal_at_target, goal_passed, closing (an active trajectory after its closing
             conversation), newcomer (with items that are late), draft, retention, supervision or
             renewal (for a credential), objective, contact, network (its rhythm is over),
             network_use (a meeting that was not used yet), backup (no copy of the backups came
             to the second place) or erase (copies there still have what was erased)
    on       the local day: of the appointment, the day due, the last conversation, of a draft,
             the first working day of a newcomer, the end of a period, by when a goal was to be
             reached, when a contact last helped, the meeting of a network
    at       the instant, in UTC, of an appointment, a planned conversation or a draft
    coachee  the handle; of a draft the name where the person is new
    number   of the conversation, the request, the action, the goal, the trajectory, the objective,
             the contact, the network or the meeting; of a draft its place
    text     the topic, what is asked for, what was agreed, the goal, the method of a draft, the
             objective, or the name of the contact or the network; the place for copies of the
             backups
    value    of who was not seen, of a contact and of a network, the rhythm in days; of a goal its
             figure; of a draft how many answers it has; of a newcomer how many items are late; of
             an objective how many active goals serve it; of a request the days that are left; of a
             backup the days without a copy
    """

    kind: str
    on: str | None = None
    at: str | None = None
    coachee: str | None = None
    number: int | None = None
    text: str | None = None
    value: int | None = None


def show_start(context: Context, *, hints: bool = True) -> Today:
    """Print the start screen, and return what it shows.

    Without *hints* it leaves out what can be typed next: the menu below it already says that.
    """
    today = _read(context)
    screen = _welcome(context, today) if today.empty else page(today, context)
    show_whole(context, screen if hints else screen._replace(hints=()))
    context.tell_if_open_to_others()
    return today


def today_lines(context: Context) -> Iterator[TodayLine]:
    """Yield today as flat lines, in the order of the screen."""
    today = _read(context)
    for talk in today.appointments:
        yield _talk_line("appointment" if talk.number is None else "planned", talk)
    for talk in today.passed:
        yield _talk_line("passed", talk)
    for request in today.requests:
        line = _line("request", request.due_on, request, text=request.about)
        yield line._replace(value=request.days_left(context.today))
    yield from _actions(today, context.today)
    for unseen in today.unseen:
        days = unseen.rhythm_days
        yield TodayLine("unseen", unseen.since_on, coachee=unseen.handle, value=days)
    yield from _goals(today)
    for newcomer in today.newcomers:
        yield _line("newcomer", newcomer.starts_on, newcomer)._replace(value=newcomer.late)
    for draft in today.unfinished:
        draft_values = (draft.saved_at, draft.coachee, draft.place, draft.method, draft.answers)
        yield TodayLine("draft", draft.on, *draft_values)
    for person in today.retention:
        yield TodayLine("retention", person.retention_on, coachee=person.handle)
    yield from _around_the_coach(today)


def _line(kind: str, on: str | None, record: Any, text: str | None = None) -> TodayLine:
    """Return the line of a *record* that has the handle of a person and a number."""
    return TodayLine(kind, on, None, record.handle, record.number, text)


def _talk_line(kind: str, talk: UpcomingTalk) -> TodayLine:
    on = local_moment(talk.at, talk.time_zone).date().isoformat()
    return TodayLine(kind, on, talk.at, talk.handle, talk.number, talk.topic)


def _around_the_coach(today: Today) -> Iterator[TodayLine]:
    """Yield what is about no person coached: hours, objectives, contacts and networks."""
    for due in today.hours:
        yield TodayLine(due.kind, due.on.isoformat(), text=due.about, value=due.value)
    for objective in today.objectives:
        yield TodayLine(
            "objective",
            objective.ends_on,
            number=objective.number,
            text=objective.statement,
            value=objective.active_goals,
        )
    for contact in today.contacts:
        days, name = contact.rhythm_days, contact.name
        yield TodayLine("contact", contact.last_on, number=contact.number, text=name, value=days)
    for network in today.networks:
        kind = "network" if network.meeting is None else "network_use"
        number, days = network.meeting or network.number, network.rhythm_days
        yield TodayLine(kind, network.last_on, number=number, text=network.name, value=days)
    if today.late_copy:
        place, days = today.late_copy
        yield TodayLine("backup", text=place, value=days)
    for place in today.erase_in:
        yield TodayLine("erase", text=place)


def _goals(today: Today) -> Iterator[TodayLine]:
    """Yield goals that could be closed or are past their date, then trajectories to be closed."""
    for goal in today.goals:
        kind = "goal_at_target" if goal.at_target else "goal_passed"
        yield _line(kind, goal.target_on, goal, goal.statement)._replace(value=goal.score)
    for trajectory in today.closing:
        yield _line("closing", trajectory.held_on, trajectory)


def _actions(today: Today, day: date) -> Iterator[TodayLine]:
    """Yield open actions of the coach, then every overdue action by its date.

    An overdue action of the coach comes twice, once as `promised` and once as `overdue`.
    """
    coach_overdue = [action for action in today.promised if action.overdue(day)]
    overdue = sorted(
        (*coach_overdue, *today.overdue), key=lambda action: (action.due_on or "", action.number)
    )
    for kind, actions in (("promised", today.promised), ("overdue", overdue)):
        for action in actions:
            yield _line(kind, action.due_on, action, action.what)


def _read(context: Context) -> Today:
    with context.reader() as reader:
        today = read(reader, context.now, context.zone)
        hours = warnings(reader, context.settings, context.today)
    waiting = waiting_places(context.store)
    return today._replace(hours=hours, late_copy=_late_copy(context), erase_in=waiting)


def _late_copy(context: Context) -> LateCopy | None:
    """Return the second place for backups if no copy came to it for too long."""
    place = context.second_place
    days = place and days_without_copy(context.store, place, context.today)
    return LateCopy(place, days) if place and days else None


def _welcome(context: Context, today: Today) -> Page:
    """Return the page of an empty journal: what coachlog does, where notes are, how to begin."""
    purpose = _(
        "It asks the questions, you note the essentials: what somebody wants, what the reality "
        "is, which options there are."
    )
    location = _("Your notes are only on this computer: {path}").format(path=context.store)
    privacy = (
        _("They are protected: nobody can read them without your key.")
        if key_id_of(context.store)
        else _("Whoever can open this file can read them; to protect them: {command}").format(
            command=hint("protect")
        )
    )
    sections = [
        Section("", [Line("", purpose)]),
        Section("", [Line("", location), Line("", privacy)]),
    ]
    if today.unfinished:
        drafts = unfinished_lines(today.unfinished, context.zone)
        sections.append(Section(_("Unfinished"), drafts))
    hints = [
        (hint("session new"), _("have a first conversation, question by question")),
        (hint("demo"), _("look around in a made-up year of coaching, apart from your own journal")),
        (hint("--help"), _("everything else")),
    ]
    return Page(_("coachlog is the journal of your coaching conversations."), (), sections, hints)
