"""The message after a conversation is saved: its number, open actions, what to type next."""

from coachlog.base import clock
from coachlog.base.days import day_text
from coachlog.base.stubs import load
from coachlog.base.texts import _, language
from coachlog.dates.show import show_moment
from coachlog.journal.action.queries import of_session, open_ones
from coachlog.journal.coachee.lookup import Person
from coachlog.journal.common.marks import at_target, doer_text
from coachlog.journal.goal.queries import active
from coachlog.journal.session.mirror import ideas_in
from coachlog.journal.session.queries import line
from coachlog.journal.trajectory.queries import line as trajectory_line
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.output import say_done

CLOSING = "closing"
"""The method after which a trajectory may be closed."""
_PAGE = "coachlog.journal.session.take_home:take_home_command"
"""Loaded when a conversation is saved: until then nobody waits for it."""


def tell_saved(context: Context, number: int, coachee: Person, with_three: bool) -> None:
    """Show what was saved, the open actions, and what to type next.

    With three at the table, only the actions agreed now are shown, and nothing about the person.
    After the closing method, the commands that close goals and the trajectory come first.
    """
    with context.reader() as reader:
        session = line(reader, number)
        actions = of_session(reader, number) if with_three else open_ones(reader, coachee.handle)
        goals = active(reader, coachee.handle) if session.method == CLOSING else []
        page_command = "" if with_three else load(_PAGE)(reader, number)
        is_active = trajectory_line(reader, session.trajectory).status == "active"
        ideas = ideas_in(reader, number, context.settings.mirror)
    say()
    say(_("Conversation {n} with {name} saved.").format(n=number, name=coachee.name))
    if coachee.archived_at and not with_three:
        say(_("{name} is back from the archive.").format(name=coachee.name))
    if ideas:
        say(_("Whose ideas: {ideas}").format(ideas=ideas.as_text(coachee.name)))
    for action in actions:
        due = f"{_('by')} {day_text(action.due_on, language())}" if action.due_on else ""
        details = ", ".join(filter(None, (doer_text(action.done_by), due)))
        say(f"  ○ {action.number}  {action.what}" + (f"  ({details})" if details else ""))
    if session.next_at:
        local = clock.in_zone(clock.moment_of(session.next_at), session.time_zone)
        say("  → " + show_moment(local, language()))
    say()
    if page_command:
        message = _("The page for {name}: {command}")
        say(message.format(name=coachee.name, command=hint(page_command)))
    closing_commands = [
        f"goal achieve {goal.number}" for goal in goals if at_target(goal.score, goal.target)
    ]
    if session.method == CLOSING and is_active:
        closing_commands.append(f"trajectory close {session.trajectory}")
    commands = (f"timeline {coachee.handle}", f"session show {number}", "session new")
    say_done(_("What you can type next:"), *closing_commands, *commands)
