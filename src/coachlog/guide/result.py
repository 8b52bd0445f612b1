"""What is told once a conversation is kept: its number, what waits now, what to type next."""

from coachlog.base import clock
from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.dates.show import show_moment
from coachlog.journal.action.queries import of_session, open_ones
from coachlog.journal.coachee.queries import Person
from coachlog.journal.common.standing import at_target, doer
from coachlog.journal.goal.queries import active
from coachlog.journal.session.mirror import ideas_in
from coachlog.journal.session.queries import last_held, line
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.output import say_done

CLOSING = "closing"
"""The method after which a trajectory may be closed."""


def tell_kept(context: Context, number: int, coachee: Person, with_three: bool) -> None:
    """What was kept, and what waits now; with three at the table only what they agreed."""
    with context.reader() as reader:
        kept = line(reader, number)
        actions = of_session(reader, number) if with_three else open_ones(reader, coachee.handle)
        goals = active(reader, coachee.handle) if kept.method == CLOSING else []
        newest = last_held(reader, coachee.handle)
        whose = ideas_in(reader, number, context.settings.mirror)
    say()
    say(_("Conversation {n} with {name} saved.").format(n=number, name=coachee.name))
    if coachee.archived_at and not with_three:
        say(_("{name} is back from the archive.").format(name=coachee.name))
    if whose:
        say(_("Whose ideas: {ideas}").format(ideas=whose.told(coachee.name)))
    for action in actions:
        due = f"{_('by')} {day_text(action.due_on, language())}" if action.due_on else ""
        told = ", ".join(filter(None, (doer(action.done_by), due)))
        say(f"  ○ {action.number}  {action.what}" + (f"  ({told})" if told else ""))
    if kept.next_at:
        local = clock.moment_of(kept.next_at).astimezone(clock.zone(kept.time_zone))
        say("  → " + show_moment(local, language()))
    say()
    if not with_three:
        _tell_page(coachee, number, newest)
    reached = [goal.number for goal in goals if at_target(goal.score, goal.target)]
    ends = [f"goal achieve {each}" for each in reached]
    ends += [f"trajectory close {kept.trajectory}"] if kept.method == CLOSING else []
    commands = (f"timeline {coachee.handle}", f"session show {number}", "session new")
    say_done(_("What you can type next:"), *ends, *commands)


def _tell_page(coachee: Person, number: int, newest: int | None) -> None:
    """How to make the page that the person takes home; by name it is about the last talk."""
    which = coachee.handle if number == newest else number
    told = _("The page for {name}: {command}")
    say(told.format(name=coachee.name, command=hint(f"report takehome {which}")))
