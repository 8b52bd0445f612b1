"""Asks for one text that no question of the method asks for, such as a name or a length."""

from collections.abc import Callable

from coachlog.base.errors import CoachlogError, StoppedError
from coachlog.base.texts import N_, _
from coachlog.terminal.prompt_commands import (
    BACK,
    DONE,
    EDIT,
    HELP,
    MORE,
    OVERVIEW,
    PRIVATE,
    SKIP,
    STOP,
    command_word,
)
from coachlog.terminal.prompt_editor import ask_with_editor
from coachlog.terminal.prompter import Prompt, Prompter

_NOT_HERE = {
    BACK: N_("This is the first question."),
    MORE: N_("There are no more questions here."),
    SKIP: N_("This question cannot be skipped."),
    DONE: N_("There is nothing to look at yet: the questions begin after this one."),
    OVERVIEW: N_("Nothing was written yet."),
    PRIVATE: N_("Nothing is hidden here."),
}
"""What is shown for a command that leads nowhere before the first question of the method."""


class Done(Exception):
    """The coach ends the questions with `:done`; *typed* is what stood before it."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


def ask(prompter: Prompter, prompt: Prompt, *, skipped: str = "", may_end: bool = False) -> str:
    """Ask before the first question of the method, and return what was typed.

    `:skip` returns *skipped* where an empty answer is allowed, `:stop` raises StoppedError, and
    `:done` raises Done where the questions *may end*. `:edit` opens the editor; any other command
    is answered with a message.
    """
    while True:
        answer = ask_with_editor(prompter, prompt)
        if isinstance(answer, str):
            return answer
        if answer.name == STOP:
            raise StoppedError
        if answer.name == DONE and may_end:
            raise Done(answer.typed)
        if answer.name == SKIP and (prompt.check is None or _may_be_empty(prompt.check)):
            return skipped
        prompter.show(_(_NOT_HERE[answer.name]), "quiet")
        # Text that stood before the command is not lost.
        prompt = prompt._replace(initial_text=answer.typed or prompt.initial_text)


def _may_be_empty(check: Callable[[str], object]) -> bool:
    """Whether *check* accepts an empty answer, instead of raising a CoachlogError."""
    try:
        check("")
    except CoachlogError:
        return False
    return True


def help_line() -> str:
    """Return what can be typed at any question, on one line; the end may be cut off."""
    return " · ".join(
        (
            _("Enter: next"),
            command_word(BACK),
            "? " + _("more questions"),
            command_word(DONE),
            command_word(HELP),
            command_word(OVERVIEW),
            command_word(EDIT),
            command_word(STOP),
        ),
    )
