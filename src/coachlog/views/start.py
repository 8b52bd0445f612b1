"""What `coachlog` alone says: on an empty journal how to begin, otherwise how today looks."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coachlog.base.clock import local_moment
from coachlog.base.texts import _
from coachlog.display.page import Line, Page, Section
from coachlog.terminal.context import Context, hint
from coachlog.terminal.whole_page import show_whole
from coachlog.views.today.page import page, unfinished_line
from coachlog.views.today.read import Today, read


class TodayLine(NamedTuple):
    """One thing of today, as `today --json` and `--csv` give it.

    kind     appointment (agreed on), planned, passed (planned, and over), promised (an open action
             of the coach), overdue, unseen, goal_at_target, goal_passed, closing (an active
             trajectory after its closing conversation), draft, retention or objective
    on       the local day: of the appointment, the day due, the last conversation, of a draft,
             the end of a period, by when a goal was to be reached
    at       the instant, in UTC, of an appointment, a planned conversation or a draft
    coachee  the handle; of a draft the name where the person is new
    number   of the conversation, the action, the goal, the trajectory or the objective; of a draft
             its place
    text     the topic, what was agreed, the goal, the method of a draft, or the objective
    value    of who was not seen the rhythm in days; of a goal its figure; of a draft how many
             answers it has; of an objective how many active goals serve it
    """

    kind: str
    on: str | None
    at: str | None
    coachee: str | None
    number: int | None
    text: str | None
    value: int | None


def show_start(context: Context, *, hints: bool = True) -> Today:
    """Print the start screen, with or without what can be typed next; the result is what it tells.

    A menu says what can be done, and once is enough.
    """
    today = _read(context)
    shown = _how_to_begin(context, today) if today.empty else page(today, context)
    show_whole(context, shown if hints else shown._replace(hints=()))
    context.tell_if_open_to_others()
    return today


def today_lines(context: Context) -> Iterator[TodayLine]:
    """Today as flat lines, in the order of the screen."""
    today = _read(context)
    for kind, found in (("", today.appointments), ("passed", today.passed)):
        for one in found:
            on = local_moment(one.at, one.time_zone).date().isoformat()
            told = kind or ("appointment" if one.number is None else "planned")
            yield TodayLine(told, on, one.at, one.handle, one.number, one.topic, None)
    yield from _actions(today, context.today)
    for who in today.unseen:
        yield TodayLine("unseen", who.since_on, None, who.handle, None, None, who.rhythm_days)
    yield from _goals(today)
    for draft in today.unfinished:
        known = (draft.saved_at, draft.coachee, draft.place, draft.method, draft.answers)
        yield TodayLine("draft", draft.on, *known)
    for kept in today.retention:
        yield TodayLine("retention", kept.retention_on, None, kept.handle, None, None, None)
    for each in today.objectives:
        its = (each.ends_on, None, None, each.number, each.statement, each.active_goals)
        yield TodayLine("objective", *its)


def _goals(today: Today) -> Iterator[TodayLine]:
    """Goals and trajectories that could be closed, and goals whose day has passed."""
    for one in today.goals:
        kind = "goal_at_target" if one.at_target else "goal_passed"
        known = (one.target_on, None, one.handle, one.number, one.statement, one.score)
        yield TodayLine(kind, *known)
    for each in today.closing:
        yield TodayLine("closing", each.held_on, None, each.handle, each.number, None, None)


def _actions(today: Today, day: date) -> Iterator[TodayLine]:
    """What the coach promised, late or not; then all that is late, whoever does it."""
    mine = [one for one in today.promised if one.overdue(day)]
    late = sorted((*mine, *today.overdue), key=lambda one: (one.due_on or "", one.number))
    told = [("promised", one) for one in today.promised] + [("overdue", one) for one in late]
    for kind, one in told:
        yield TodayLine(kind, one.due_on, None, one.handle, one.number, one.what, None)


def _read(context: Context) -> Today:
    with context.reader() as reader:
        return read(reader, context.now, context.zone)


def _how_to_begin(context: Context, today: Today) -> Page:
    asks = _(
        "It asks the questions, you note the essentials: what somebody wants, what the reality "
        "is, which options there are."
    )
    where = _("Your notes are only on this computer: {path}").format(path=context.store)
    open_to = _("They are not encrypted yet: whoever can open this file can read them.")
    parts = [Section("", [Line("", asks)]), Section("", [Line("", where), Line("", open_to)])]
    if today.unfinished:
        parts.append(Section(_("Unfinished"), [unfinished_line(one) for one in today.unfinished]))
    hints = [
        (hint("session new"), _("have a first conversation, question by question")),
        (hint("demo"), _("look around in a made-up year of coaching, apart from your own journal")),
        (hint("--help"), _("everything else")),
    ]
    return Page(_("coachlog is the journal of your coaching conversations."), (), parts, hints)
