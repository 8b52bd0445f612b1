"""Which prompter suits a terminal: one with lines that can be edited, or one of plain lines."""

from coachlog.terminal.context import Context
from coachlog.terminal.line_mode import PlainPrompter
from coachlog.terminal.prompter import Prompter


def make_prompter(context: Context) -> Prompter:
    """The prompter that suits this terminal."""
    if context.plain:
        return PlainPrompter()
    from coachlog.terminal.line_editor import TerminalPrompter  # questionary: 100 ms

    return TerminalPrompter()
