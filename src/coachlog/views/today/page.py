"""Today in words: what `coachlog` alone shows."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from coachlog.base.clock import local_moment
from coachlog.base.days import show_day
from coachlog.base.texts import _, language, ngettext
from coachlog.dates.show import show_here, show_moment, show_relative, show_short, show_time
from coachlog.display.page import Line, Page, Section
from coachlog.display.signs import DRAWN
from coachlog.journal.common.marks import (
    action_standing,
    conversation_text,
    doer_text,
    format_reached_goals,
)
from coachlog.journal.session.appointment.upcoming import UpcomingTalk
from coachlog.journal.session.unfinished import progress_text as draft_progress
from coachlog.store.unfinished import Unfinished
from coachlog.terminal.context import Context, hint
from coachlog.views.today import newcomers, requests
from coachlog.views.today.contacts import contact_line
from coachlog.views.today.networks import network_line
from coachlog.views.today.read import (
    SOON,
    ExpiredRetention,
    Today,
    TodayAction,
    TodayGoal,
    TodayObjective,
    TodayTrajectory,
    UnseenPerson,
)


def page(today: Today, context: Context) -> Page:
    """Return the page of the day with hints on what to type next; empty sections are left out."""
    day = context.today
    more_overdue = today.overdue_count - len(today.overdue)
    sections = [
        _appointments(today.appointments, day),
        Section(
            _("Planned, and in the past: did it take place?"),
            [_passed(talk) for talk in today.passed],
        ),
        requests.section(today.requests, day),
        Section(_("What you promised"), [_action(action, day) for action in today.promised]),
        Section(
            _("Overdue"),
            [_action(action, day) for action in today.overdue],
            note=_count_more(more_overdue),
        ),
        Section(
            _("Not seen for longer than agreed"), [_unseen(person, day) for person in today.unseen]
        ),
        Section(_("Goals"), [_goal(goal, day) for goal in today.goals]),
        newcomers.section(today.newcomers),
        Section(_("To be closed?"), [_trajectory(trajectory) for trajectory in today.closing]),
        Section(_("Unfinished"), unfinished_lines(today.unfinished, context.zone)),
        Section(
            _("Retention period over"), [_retention(person, day) for person in today.retention]
        ),
        Section(_("Practice hours"), [Line("", warning.text) for warning in today.hours]),
        Section(_("Objectives"), [_objective(objective, day) for objective in today.objectives]),
        Section(_("Contacts"), [contact_line(contact, day) for contact in today.contacts]),
        Section(_("Networks"), [network_line(network) for network in today.networks]),
        Section(_("Backups"), [*_late_copies(today), *map(_erase_in, today.erase_in)]),
    ]
    filled = [section for section in sections if section.lines or section.note]
    title = _("Today, {day}").format(day=show_day(day, language()))
    return Page(title, (), filled, _hints(today))


def _appointments(talks: Sequence[UpcomingTalk], today: date) -> Section:
    if not talks:
        return Section(_("Appointments"), [], note=_("none noted"))
    return Section(_("Appointments"), [_appointment(talk, today) for talk in talks])


def _appointment(talk: UpcomingTalk, today: date) -> Line:
    """Return when the conversation is, with whom and what about, and its number if it has one."""
    number = conversation_text(talk.number)
    text = talk.name
    if talk.topic:
        text = _("{label}: {text}").format(label=talk.name, text=talk.topic)
    moment = local_moment(talk.at, talk.time_zone)
    details = (number, _on_your_clock(moment, today))
    return Line(_format_moment(moment, today), text, ", ".join(filter(None, details)))


def _on_your_clock(moment: datetime, today: date) -> str:
    """Return the *moment* in the time zone of the coach; empty if its clock shows the same."""
    here = show_here(moment, language(), today)
    return _("{moment} for you").format(moment=here) if here else ""


def _passed(talk: UpcomingTalk) -> Line:
    """Return a planned conversation of an earlier day, and how to say it did not take place."""
    number = conversation_text(talk.number)
    day = show_day(local_moment(talk.at, talk.time_zone).date(), language())
    command = hint(f"session missed {talk.number}")
    return Line(day, talk.name, f"{number} {DRAWN.dot} {command}")


def _action(action: TodayAction, today: date) -> Line:
    """Return an open action with whose it is, who does it, and how it stands today."""
    standing = action_standing("open", action.due_on, None, today, language())
    # Actions of the coach are in a section whose title says so.
    who = "" if action.done_by == "coach" else doer_text(action.done_by)
    details = ", ".join(filter(None, (action.name, who, standing.text)))
    return Line(
        "", action.what, note=details, tone=standing.tone, sign=standing.sign, number=action.number
    )


def _count_more(count: int) -> str:
    return ngettext("and {n} more", "and {n} more", count).format(n=count) if count else ""


def _unseen(person: UnseenPerson, today: date) -> Line:
    ago = show_relative(date.fromisoformat(person.since_on), today, language())
    return Line("", person.name, f"{ago}, {_rhythm(person.rhythm_days)}")


def _rhythm(days: int) -> str:
    """Return how often they agreed to talk, in weeks if *days* are whole weeks."""
    weeks, remaining_days = divmod(days, 7)
    if remaining_days:
        return ngettext("agreed: every day", "agreed: every {n} days", days).format(n=days)
    return ngettext("agreed: every week", "agreed: every {n} weeks", weeks).format(n=weeks)


def _goal(goal: TodayGoal, today: date) -> Line:
    """Return a goal at its target, which could be closed, or one past its day with its score."""
    if goal.at_target:
        question = _("at its target: close it?")
        return Line(
            "",
            goal.statement,
            note=f"{goal.name}, {question}",
            tone="good",
            sign=DRAWN.done,
            number=goal.number,
        )
    day = show_short(date.fromisoformat(goal.target_on or ""), language(), today)
    due = _("was due {day}").format(day=day)
    details = ", ".join(filter(None, (goal.name, due, _score(goal))))
    return Line(
        "", goal.statement, note=details, tone="late", sign=DRAWN.overdue, number=goal.number
    )


def _score(goal: TodayGoal) -> str:
    if goal.score is None:
        return ""
    text = _("at {high}") if goal.target is None else _("at {high} of {target}")
    return text.format(high=goal.score, target=goal.target)


def _trajectory(trajectory: TodayTrajectory) -> Line:
    """Return a trajectory after its closing conversation, and the command to close it."""
    day = show_day(date.fromisoformat(trajectory.held_on), language())
    closing = _("closing conversation {day}").format(day=day)
    command = hint(f"trajectory close {trajectory.number}")
    return Line("", trajectory.name, f"{closing} {DRAWN.dot} {command}")


def unfinished_lines(drafts: Sequence[Unfinished], zone: str) -> list[Line]:
    """Return the line of each draft: with whom, its day, how many answers, how to resume it.

    Of several with one person each line says when it was begun.
    """
    names = [draft.name for draft in drafts]
    lines = []
    for draft in drafts:
        parts = [draft_progress(draft), hint(f"session resume {draft.place}")]
        if names.count(draft.name) > 1:
            begun = show_moment(local_moment(draft.started_at, zone), language())
            parts.insert(1, _("begun {moment}").format(moment=begun))
        lines.append(Line("", draft.name or "–", f" {DRAWN.dot} ".join(parts)))
    return lines


def _retention(person: ExpiredRetention, today: date) -> Line:
    day = show_short(date.fromisoformat(person.retention_on), language(), today)
    text = _("notes agreed until {day}").format(day=day)
    return Line("", person.name, f"{text} {DRAWN.dot} {hint('retention due')}")


def _objective(objective: TodayObjective, today: date) -> Line:
    """Return an objective with why it is shown: its period ends or ended, or no goal serves it."""
    reasons = []
    soon = (today + timedelta(days=SOON)).isoformat()
    if objective.ends_on and objective.ends_on <= soon:
        day = show_short(date.fromisoformat(objective.ends_on), language(), today)
        has_ended = objective.ends_on < today.isoformat()
        text = _("was until {day}") if has_ended else _("until {day}")
        reasons.append(text.format(day=day))
    if not objective.active_goals:
        reasons.append(
            format_reached_goals(0, objective.reached) or _("nobody is working on it now")
        )
    details = ", ".join(reasons)
    return Line(
        "", objective.statement, note=details, tone="quiet", sign=DRAWN.dot, number=objective.number
    )


def _erase_in(place: str) -> Line:
    text = _("copies there still hold what was erased")
    return Line("", place, f"{text} {DRAWN.dot} {hint('erase finish')}")


def _late_copies(today: Today) -> Iterator[Line]:
    """Yield for how long no copy came to a second place, and how to make one."""
    late = today.late_copy
    if late is None:
        return
    text = ngettext("no copy for {n} day", "no copy for {n} days", late.days)
    yield Line("", late.place, f"{text.format(n=late.days)} {DRAWN.dot} {hint('backup now')}")


def _hints(today: Today) -> list[tuple[str, str]]:
    """Return what to type next, for the person of the next appointment.

    Without an appointment, for the person of the latest conversation.
    """
    appointment = today.appointments[0] if today.appointments else None
    handle = appointment.handle if appointment else today.latest
    hints = [
        (hint(f"prep {handle}"), _("one page to prepare the conversation")),
        (hint(f"session new --coachee {handle}"), _("hold the talk, question by question")),
    ]
    if appointment:
        # One that was only agreed on has no number: it is found by its person.
        command = f"session move {appointment.number or handle}"
        hints.append((hint(command), _("move the appointment")))
    return [
        *hints,
        (hint(f"timeline {handle}"), _("see what happened")),
        (hint("--help"), _("everything else")),
    ]


def _format_moment(moment: datetime, today: date) -> str:
    """Format as `today, 14:00` for today and tomorrow, as `Tue 1 Dec, 14:00` for later days."""
    is_near = (moment.date() - today).days in (0, 1)
    if is_near:
        day = show_relative(moment.date(), today, language())
    else:
        day = show_short(moment.date(), language(), today)
    return f"{day}, {show_time(moment, language())}"
