"""What asking a question needs at hand: who asks, the conversation, and what was given so far."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple

from coachlog.interview.flow import Interview
from coachlog.interview.method import Question
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import Prompt, Prompter


class PartialAnswer:
    """Text that stands at the first prompt of a question: half typed before, or not kept yet.

    *asked* tells whether a prompt came since, and *last* what was typed there. Where *instead*,
    the text is the whole of a list, not its next line.
    """

    def __init__(self, text: str, *, instead: bool = False) -> None:
        self._text = text
        self.instead = instead
        self.asked = False
        self.last = ""
        self.last_is_all = False

    def take(self) -> str:
        """The text, once."""
        text, self._text = self._text, ""
        return text

    def again(self) -> "PartialAnswer":
        """What was typed last, to be asked again; the same text where nothing was asked."""
        if not self.asked:
            return PartialAnswer(self._text, instead=self.instead)
        return PartialAnswer(self.last, instead=self.last_is_all)

    def note(self, text: str, *, is_all: bool = False) -> None:
        """Remember *text* as what was typed last."""
        self.asked, self.last, self.last_is_all = True, text, is_all


class AskContext(NamedTuple):
    """What asking needs at hand: who asks, the conversation, and when it takes place.

    *help* is the line of help under the prompt. *half* and *part*, None for no parts, are what
    was given of the question when it was left; *keep* and *keep_part* put them away, and raise
    UnkeptError where that fails. *note_typed* is told what was typed and is not put away yet.
    *veiled*: what was given before is not shown by itself.
    """

    prompter: Prompter
    interview: Interview
    starts_at: datetime
    zone: str
    help: str
    half: PartialAnswer
    part: Any
    nudges: bool
    veiled: bool
    keep: Callable[[str], None]
    note_typed: Callable[[str], None]
    keep_part: Callable[[object], None]

    @property
    def today(self) -> date:
        """The day of the conversation: what "tomorrow" is counted from."""
        return self.starts_at.date()

    def ask(self, prompt: Prompt) -> str | Command:
        """Ask, and remember what was typed until it is put away."""
        answer = self.prompter.ask(prompt)
        self.note(answer.typed if isinstance(answer, Command) else answer)
        return answer

    def note(self, text: str, *, is_all: bool = False) -> None:
        """Remember *text*; where it *is_all*, it is the whole of a list."""
        self.half.note(text, is_all=is_all)
        self.note_typed(text)


Asker = Callable[[AskContext, Question, Any], object]
"""Asks one question: out of the context, the question and its earlier value comes a value of the
kind of the question, or None, or a Command."""
