"""The one rule for when a coach is welcomed: at the first start, or in a journal that is new."""

from coachlog.guide.facts import is_new_journal
from coachlog.terminal.context import Context
from coachlog.terminal.prompter import Prompter


def welcome_at_first(context: Context, prompter: Prompter) -> None:
    """Ask for the settings that are not known yet, at a terminal. Raises StoppedError."""
    if context.first_run or (context.attended and _is_first(context)):
        from coachlog.guide.welcome import welcome  # once in the life of a journal

        welcome(context, prompter)


def _is_first(context: Context) -> bool:
    with context.reader() as reader:
        return is_new_journal(reader)
