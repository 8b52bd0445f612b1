"""What `coachlog` alone says: on an empty journal how to begin, otherwise where things stand."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coachlog.clock import instant, moment_of, zone
from coachlog.dateshow import show_moment, show_short
from coachlog.safe import visible_line
from coachlog.terminal.context import Context, hint
from coachlog.texts import _, language, ngettext

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

LISTED = 5


class _Appointment(NamedTuple):
    coachee: str
    next_at: str
    time_zone: str


class _Overdue(NamedTuple):
    number: int
    coachee: str
    what: str
    due_on: str


def show_start(context: Context) -> None:
    """Print the start screen."""
    with context.reader() as reader:
        unfinished = reader.value("select count(*) from draft")
        if not reader.value("select exists (select 1 from session)"):
            lines = _how_to_begin(context)
        else:
            lines = [*_appointments(reader, context), *_overdue(reader, context)]
            lines += ["", _("What you can type next:"), *_next_commands(reader)]
    if unfinished:
        told = ngettext(
            "{n} conversation is unfinished:", "{n} conversations are unfinished:", unfinished
        )
        lines = [told.format(n=unfinished) + " " + hint("session resume"), "", *lines]
    print("\n".join(lines))  # noqa: T201 - the result of this command


def _how_to_begin(context: Context) -> list[str]:
    return [
        _("coachlog is the journal of your coaching conversations."),
        _(
            "It asks, you note the core: what somebody wants, what the reality is,"
            " which options there are."
        ),
        "",
        _("Your notes lie on this machine only: {path}").format(path=context.store),
        _("They are not encrypted yet: whoever can open this file can read them."),
        "",
        _("Three commands to begin with:"),
        f"  {hint('session new')}    {_('hold a first conversation, question by question')}",
        f"  {hint('timeline')}       {_('see what happened')}",
        f"  {hint('--help')}         {_('everything else')}",
    ]


def _appointments(reader: "Reader", context: Context) -> list[str]:
    """The next appointments that conversations agreed, the soonest first."""
    sql = (
        "select s.coachee, s.next_at, s.time_zone from sessions s"
        " where s.next_at > :now and s.status = 'held'"
        " order by s.next_at limit :most"
    )
    found = list(reader.rows(_Appointment, sql, now=instant(context.now), most=LISTED))
    shown = [
        f"  {show_moment(moment_of(each.next_at).astimezone(zone(each.time_zone)), language())}"
        f"  {visible_line(each.coachee)}"
        for each in found
    ]
    return [_("Next:"), *shown] if shown else [_("No next appointment is noted.")]


def _overdue(reader: "Reader", context: Context) -> list[str]:
    sql = (
        "select number, coachee, what, due_on from actions"
        " where status = 'open' and due_on < :today order by due_on limit :most"
    )
    found = list(reader.rows(_Overdue, sql, today=context.today.isoformat(), most=LISTED))
    shown = [
        f"  {each.number}  {visible_line(each.coachee)}  {visible_line(each.what)}"
        f"  ({show_short(date.fromisoformat(each.due_on), language(), context.today)})"
        for each in found
    ]
    return ["", _("Past their day:"), *shown] if shown else []


def _next_commands(reader: "Reader") -> list[str]:
    latest = reader.value("select coachee from sessions order by starts_at desc limit 1")
    return [
        f"  {hint('session new')}",
        f"  {hint(f'timeline {latest}')}",
        f"  {hint('action list')}",
    ]
