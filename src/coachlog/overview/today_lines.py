"""Today in words: what `coachlog` alone shows."""

from datetime import date, datetime

from coachlog.clock import local_day, moment_of
from coachlog.dateshow import show_day, show_relative, show_short, show_time
from coachlog.overview.styled import Line, Part, heading, line
from coachlog.overview.today import Appointment, Kept, Overdue, Today, Unfinished, Unseen, local
from coachlog.terminal.context import Context, hint
from coachlog.texts import _, language, ngettext


def lines(today: Today, context: Context) -> list[Line]:
    """The page of a day; ends with what can be typed next."""
    day = context.today
    told = _("Today, {day}").format(day=show_day(day, language()))
    page = [line(Part(told, "heading"))]
    page += _section(_("Appointments"), _appointments(today.appointments, day))
    if not today.appointments:
        page += [(), line(Part(_("No appointment is noted."), "quiet"))]
    page += _section(_("Planned, and over: was it held?"), [_over(one) for one in today.passed])
    page += _section(_("Past their day"), [_overdue(one, day) for one in today.overdue])
    if more := today.overdue_count - len(today.overdue):
        told = ngettext("and {n} more", "and {n} more", more).format(n=more)
        page.append(line(Part("  " + told, "quiet")))
    page += _section(
        _("Not seen for longer than agreed"), [_unseen(one, day) for one in today.unseen]
    )
    page += _section(_("Unfinished"), [_unfinished(one, context) for one in today.unfinished])
    page += _section(_("To be kept no longer"), [_kept(one, day) for one in today.retention])
    return page + _next(today)


def _section(title: str, shown: list[Line]) -> list[Line]:
    return [*heading(title), *shown] if shown else []


def _appointments(found: list[Appointment], today: date) -> list[Line]:
    moments = [_moment(local(one.at, one.time_zone), today) for one in found]
    widest = max(map(len, moments), default=0)
    return [_appointment(one, f"{at:<{widest}}") for one, at in zip(found, moments, strict=True)]


def _appointment(one: Appointment, at: str) -> Line:
    parts = [Part("  "), Part(at, "ahead"), Part("  "), Part(one.name, "person")]
    if one.number is not None:
        parts.append(Part(" · " + _("conversation {number}").format(number=one.number), "quiet"))
    return (*parts, Part(f" · {one.topic}" if one.topic else ""))


def _over(one: Appointment) -> Line:
    moment = local(one.at, one.time_zone)
    told = f"{show_day(moment.date(), language())}  "
    number = _("conversation {number}").format(number=one.number)
    command = f" · {hint(f'session missed {one.number}')}"
    return line("  ", told, Part(one.name, "person"), Part(f" · {number}{command}", "quiet"))


def _overdue(one: Overdue, today: date) -> Line:
    day = show_short(date.fromisoformat(one.due_on), language(), today)
    return line(
        Part("  ! ", "late"),
        Part(f"{one.number}  ", "number"),
        Part(one.name, "person"),
        f"  {one.what}  ",
        Part(_("was due {day}").format(day=day), "late"),
    )


def _unseen(one: Unseen, today: date) -> Line:
    ago = show_relative(date.fromisoformat(one.since_on), today, language())
    agreed = ngettext("agreed: every {n} day", "agreed: every {n} days", one.rhythm_days)
    told = f" · {ago} · {agreed.format(n=one.rhythm_days)}"
    return line("  ", Part(one.name, "person"), Part(told, "quiet"))


def _unfinished(one: Unfinished, context: Context) -> Line:
    day = show_day(local_day(moment_of(one.saved_at), context.zone), language())
    command = hint(f"session resume {one.place}")
    return line("  ", Part(one.coachee or "–", "person"), Part(f" · {day} · ", "quiet"), command)


def _kept(one: Kept, today: date) -> Line:
    day = show_short(date.fromisoformat(one.retention_on), language(), today)
    told = _("notes agreed until {day}").format(day=day)
    return line("  ", Part(one.name, "person"), Part(f" · {told}", "quiet"))


def _next(today: Today) -> list[Line]:
    handle = today.appointments[0].handle if today.appointments else today.latest
    commands = [
        (hint(f"prep {handle}"), _("one page before a conversation")),
        (hint(f"session new --coachee {handle}"), _("hold it, question by question")),
        (hint(f"timeline {handle}"), _("see what happened")),
        (hint("--help"), _("everything else")),
    ]
    widest = max(len(command) for command, _words in commands)
    told = [line(f"  {command:<{widest}}  ", Part(words, "quiet")) for command, words in commands]
    return [*heading(_("What you can type next:")), *told]


def _moment(moment: datetime, today: date) -> str:
    """`today, 14:00` for the next days, `di 1 dec, 14:00` for what is further away."""
    near = (moment.date() - today).days in (0, 1)
    day = (
        show_relative(moment.date(), today, language())
        if near
        else show_short(moment.date(), language(), today)
    )
    return f"{day}, {show_time(moment, language())}"
