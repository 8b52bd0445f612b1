"""What asking a question needs at hand: who asks, the conversation, and the answer so far."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar

from coachlog.interview.flow import Interview
from coachlog.interview.method import Question
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import Prompt, Prompter, ask_yes_no

Answer = TypeVar("Answer", str, bool)


class PartialAnswer:
    """Text that stands at the first prompt of a question: half-typed before, or not saved yet.

    *was_asked* tells whether a prompt has been shown since, and *last_text* what was typed there.
    Where *replaces_list*, the text is the whole of a list, not its next line.
    """

    def __init__(self, text: str, *, replaces_list: bool = False) -> None:
        self._text = text
        self.replaces_list = replaces_list
        self.was_asked = False
        self.last_text = ""
        self.last_text_is_list = False

    def take(self) -> str:
        """Return the text the first time, and an empty text after that."""
        text, self._text = self._text, ""
        return text

    def for_retry(self) -> "PartialAnswer":
        """Return the partial answer for asking again, after what was typed could not be saved.

        That is the text typed last; the same text as before if no prompt was shown.
        """
        if not self.was_asked:
            return PartialAnswer(self._text, replaces_list=self.replaces_list)
        return PartialAnswer(self.last_text, replaces_list=self.last_text_is_list)

    def note(self, text: str, *, is_list: bool = False) -> None:
        """Remember *text* as what was typed last."""
        self.was_asked = True
        self.last_text = text
        self.last_text_is_list = is_list


class CommandTyped(Exception):
    """The coach types a command instead of an answer."""

    def __init__(self, command: Command) -> None:
        super().__init__(command)
        self.command = command


def answer_or_raise(answer: Answer | Command) -> Answer:
    """Return *answer*; raises CommandTyped where it is a command."""
    if isinstance(answer, Command):
        raise CommandTyped(answer)
    return answer


class AskContext(NamedTuple):
    """What asking a question needs: the prompter, the conversation, and when it takes place.

    *help* is the line of help under the prompt. *partial* and *partial_value* (None if there is
    none) are what was entered before the question was left. *save_text* and *save_partial* store
    them, and raise UnkeptError on failure; *note_typed* gets what was typed and is not saved
    yet. Where *veiled*, earlier answers are shown only on request.
    """

    prompter: Prompter
    interview: Interview
    starts_at: datetime
    zone: str
    help: str
    partial: PartialAnswer
    partial_value: Any
    nudges: bool
    veiled: bool
    save_text: Callable[[str], None]
    note_typed: Callable[[str], None]
    save_partial: Callable[[object], None]

    @property
    def today(self) -> date:
        """The day of the conversation: what "tomorrow" is counted from."""
        return self.starts_at.date()

    def prompt(self, check: Callable[[str], object] | None) -> Prompt:
        """Return a prompt with the help of this question, and with what was half-typed before."""
        text = self.partial.take()
        return Prompt(initial_text=text, help=self.help, keep=self.save_text, check=check)

    def ask(self, prompt: Prompt) -> str | Command:
        """Ask, and remember what was typed until it is saved."""
        answer = self.prompter.ask(prompt)
        self.note(answer.typed if isinstance(answer, Command) else answer)
        return answer

    def ask_yes_no(self, question: str) -> bool:
        """Ask for yes or no, where Enter is yes. Raises CommandTyped."""
        return answer_or_raise(ask_yes_no(self.prompter, question))

    def note(self, text: str, *, is_list: bool = False) -> None:
        """Remember *text* until it is saved; where it *is_list*, it is the whole of a list."""
        self.partial.note(text, is_list=is_list)
        self.note_typed(text)


Asker = Callable[[AskContext, Question, Any], object]
"""Asks one question, given the context, the question and its earlier answer (None if there is
none). Returns an answer of the question's kind, None for no answer; raises CommandTyped."""
