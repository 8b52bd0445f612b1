"""Which prompter suits a terminal: one with lines that can be edited, or one of plain lines."""

from collections.abc import Sequence

from coachlog.base.texts import _
from coachlog.terminal.context import Context
from coachlog.terminal.line_mode import PlainPrompter
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.values import parse


def make_prompter(context: Context) -> Prompter:
    """The prompter that suits this terminal."""
    if context.plain:
        return PlainPrompter()
    from coachlog.terminal.line_editor import TerminalPrompter  # questionary: 100 ms

    return TerminalPrompter()


def ask_to_confirm(
    context: Context, announcement: Sequence[str], question: str, *, enter: bool
) -> bool:
    """Whether the person says yes to *question*; what Enter alone says is *enter*."""
    prompter = make_prompter(context)
    for line in announcement:
        prompter.show(line)
    prompter.show(question, "question")
    choices = _("(Y/n)") if enter else _("(y/N)")
    answer = prompter.ask(Prompt(choices + " ›", check=parse.yes_no))
    said = parse.yes_no(answer) if isinstance(answer, str) else False
    return enter if said is None else said
