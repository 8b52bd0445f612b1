"""Choosing a prompter for the terminal: one with a line editor, or one of plain lines."""

from collections.abc import Sequence

from coachlog.base.texts import _
from coachlog.terminal.context import Context
from coachlog.terminal.line_mode import PlainPrompter
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse


def make_prompter(context: Context) -> Prompter:
    """Return the prompter that suits this terminal."""
    if context.plain:
        return PlainPrompter()
    from coachlog.terminal.line_editor import TerminalPrompter  # questionary: 100 ms

    return TerminalPrompter()


def ask_to_confirm(
    context: Context, announcement: Sequence[str], question: str, *, enter: bool
) -> bool:
    """Return whether the person says yes to *question*; Enter alone means *enter*.

    A command such as :stop means no.
    """
    prompter = make_prompter(context)
    for line in announcement:
        prompter.show(line)
    prompter.show(question, "question")
    choices = _("(Y/n)") if enter else _("(y/N)")
    answer = prompter.ask(Prompt(choices + " ›", check=parse.yes_no))
    reply = parse.yes_no(answer) if isinstance(answer, str) else False
    return enter if reply is None else reply
