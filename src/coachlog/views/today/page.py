"""Today in words: what `coachlog` alone shows."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from coachlog.base.clock import local_moment
from coachlog.base.days import show_day
from coachlog.base.texts import _, language, ngettext
from coachlog.dates.show import show_here, show_relative, show_short, show_time
from coachlog.display.page import Line, Page, Section
from coachlog.display.signs import DRAWN
from coachlog.journal.common.standing import action_standing, doer, under_way
from coachlog.journal.session.appointment.upcoming import UpcomingTalk
from coachlog.journal.session.unfinished import told as how_far
from coachlog.store.unfinished import Unfinished
from coachlog.terminal.context import Context, hint
from coachlog.views.today.read import (
    SOON,
    Kept,
    ObjectiveNote,
    Today,
    TodayClosing,
    TodayScope,
    Unseen,
    Waiting,
)


def page(today: Today, context: Context) -> Page:
    """The page of a day; ends with what can be typed next."""
    day = context.today
    parts = [
        _appointments(today.appointments, day),
        Section(
            _("Planned, and in the past: did it take place?"), [_over(one) for one in today.passed]
        ),
        Section(_("What you promised"), [_waiting(one, day) for one in today.promised]),
        Section(
            _("Overdue"),
            [_waiting(one, day) for one in today.overdue],
            note=_more(today.overdue_count - len(today.overdue)),
        ),
        Section(_("Not seen for longer than agreed"), [_unseen(one, day) for one in today.unseen]),
        Section(_("Goals"), [_standing(one, day) for one in today.goals]),
        Section(_("To be closed?"), [_closing(one) for one in today.closing]),
        Section(_("Unfinished"), [unfinished_line(one) for one in today.unfinished]),
        Section(_("Retention period over"), [_kept(one, day) for one in today.retention]),
        Section(_("Objectives"), [_wanted(one, day) for one in today.objectives]),
    ]
    told = _("Today, {day}").format(day=show_day(day, language()))
    return Page(told, (), [part for part in parts if part.lines or part.note], _next(today))


def _appointments(found: Sequence[UpcomingTalk], today: date) -> Section:
    if not found:
        return Section(_("Appointments"), [], note=_("none noted"))
    return Section(_("Appointments"), [_appointment(one, today) for one in found])


def _appointment(one: UpcomingTalk, today: date) -> Line:
    number = "" if one.number is None else _("conversation {number}").format(number=one.number)
    told = _("{label}: {text}").format(label=one.name, text=one.topic)
    said = told if one.topic else one.name
    moment = local_moment(one.at, one.time_zone)
    parts = (number, _on_your_clock(moment, today))
    return Line(_moment(moment, today), said, ", ".join(filter(None, parts)))


def _on_your_clock(moment: datetime, today: date) -> str:
    """When that is on the clock of the coach, where it shows something else."""
    own = show_here(moment, language(), today)
    return _("{moment} for you").format(moment=own) if own else ""


def _over(one: UpcomingTalk) -> Line:
    number = _("conversation {number}").format(number=one.number)
    day = show_day(local_moment(one.at, one.time_zone).date(), language())
    return Line(day, one.name, f"{number} {DRAWN.dot} {hint(f'session missed {one.number}')}")


def _waiting(one: Waiting, today: date) -> Line:
    sign, tone, told = action_standing("open", one.due_on, None, today, language())
    who = "" if one.done_by == "coach" else doer(one.done_by)
    parts = filter(None, (one.name, who, told))
    return Line("", one.what, ", ".join(parts), tone, sign, one.number)


def _more(more: int) -> str:
    return ngettext("and {n} more", "and {n} more", more).format(n=more) if more else ""


def _unseen(one: Unseen, today: date) -> Line:
    ago = show_relative(date.fromisoformat(one.since_on), today, language())
    return Line("", one.name, f"{ago}, {_agreed(one.rhythm_days)}")


def _agreed(days: int) -> str:
    """How often they agreed to talk: in weeks where it is whole weeks."""
    weeks, rest = divmod(days, 7)
    if rest:
        return ngettext("agreed: every day", "agreed: every {n} days", days).format(n=days)
    return ngettext("agreed: every week", "agreed: every {n} weeks", weeks).format(n=weeks)


def _standing(one: ObjectiveNote, today: date) -> Line:
    """A goal that could be closed, or whose day has passed: at which figure it is then."""
    if one.at_target:
        told = (one.name, _("at its target: close it?"))
        return Line("", one.statement, ", ".join(told), "good", DRAWN.done, one.number)
    due = show_short(date.fromisoformat(one.target_on or ""), language(), today)
    parts = ", ".join(filter(None, (one.name, _("was due {day}").format(day=due), _figures(one))))
    return Line("", one.statement, parts, "late", DRAWN.overdue, one.number)


def _figures(one: ObjectiveNote) -> str:
    if one.score is None:
        return ""
    words = _("at {high}") if one.target is None else _("at {high} of {target}")
    return words.format(high=one.score, target=one.target)


def _closing(one: TodayClosing) -> Line:
    day = show_day(date.fromisoformat(one.held_on), language())
    held = _("closing conversation {day}").format(day=day)
    return Line("", one.name, f"{held} {DRAWN.dot} {hint(f'trajectory close {one.number}')}")


def unfinished_line(one: Unfinished) -> Line:
    """With whom, of which day, how many answers, and how to go on."""
    command = hint(f"session resume {one.place}")
    return Line("", one.name or "–", f"{how_far(one)} {DRAWN.dot} {command}")


def _kept(one: Kept, today: date) -> Line:
    day = show_short(date.fromisoformat(one.retention_on), language(), today)
    return Line("", one.name, _("notes agreed until {day}").format(day=day))


def _wanted(one: TodayScope, today: date) -> Line:
    """Why an objective is told: its period first, for that comes to its end."""
    told = []
    if one.ends_on and one.ends_on <= (today + timedelta(days=SOON)).isoformat():
        day = show_short(date.fromisoformat(one.ends_on), language(), today)
        over = one.ends_on < today.isoformat()
        told.append((_("was until {day}") if over else _("until {day}")).format(day=day))
    if not one.active_goals:
        told.append(under_way(0, one.reached) or _("nobody is working on it now"))
    return Line("", one.statement, ", ".join(told), "quiet", DRAWN.dot, one.number)


def _next(today: Today) -> list[tuple[str, str]]:
    handle = today.appointments[0].handle if today.appointments else today.latest
    ahead = [one.number or handle for one in today.appointments[:1]]
    return [
        (hint(f"prep {handle}"), _("one page to prepare the conversation")),
        (hint(f"session new --coachee {handle}"), _("hold the talk, question by question")),
        *((hint(f"session move {which}"), _("move the appointment")) for which in ahead),
        (hint(f"timeline {handle}"), _("see what happened")),
        (hint("--help"), _("everything else")),
    ]


def _moment(moment: datetime, today: date) -> str:
    """`today, 14:00` for the next days, `di 1 dec, 14:00` for what is further away."""
    near = (moment.date() - today).days in (0, 1)
    day = (
        show_relative(moment.date(), today, language())
        if near
        else show_short(moment.date(), language(), today)
    )
    return f"{day}, {show_time(moment, language())}"
