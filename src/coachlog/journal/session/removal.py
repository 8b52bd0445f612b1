"""The command `session remove`."""

from datetime import date

from coachlog.base.days import show_day
from coachlog.base.texts import _, language
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.common.numbered import remove_command
from coachlog.journal.session.queries import SESSIONS, SessionLine
from coachlog.schema.session import SESSION
from coachlog.terminal.context import context


def title(session: SessionLine) -> str:
    """Return a title such as "Conversation 2 with Amina · 24 November 2026"."""
    with context().reader() as reader:
        name = coachee_line(reader, session.coachee).name
    text = _("Conversation {n} with {name}").format(n=session.number, name=name)
    return f"{text} · {show_day(date.fromisoformat(session.held_on), language())}"


@remove_command(SESSION, SESSIONS, title)
def remove() -> None:
    """Remove a conversation, with what was said and agreed in it.

    coachlog session remove 2 --yes
    """
