"""A coach who types a story within this process: what is asked is counted, and each Enter."""

from collections.abc import Mapping, Sequence
from typing import cast

from coachlog.base.errors import CoachlogError
from coachlog.interview.method import Method
from coachlog.terminal.prompt_commands import Command
from coachlog.terminal.prompter import Prompt, Prompter, ask_until_valid

Story = Mapping[str, Sequence[str]]
"""What is typed at a question, one prompt after the other; at all others Enter alone."""


class Typist:
    """A prompter. *story* tells by question, or by the words that it asks, what is typed there.

    *questions* counts what was asked: a question however many prompts it has, and the page at the
    end. *enters* counts every answer that was given.
    """

    first_shown = None
    rows = None

    def __init__(self, story: Story, methods: Sequence[Method], language: str) -> None:
        self._ids: dict[str, str] = {}
        for question in (q for method in methods for q in method.questions):
            words = question.ask(language)
            if self._ids.get(words) not in story:  # two methods may ask the same
                self._ids[words] = question.id
        self._left = {key: list(answers) for key, answers in story.items()}
        self._asked = ""
        self._is_new = True
        self.questions: list[str] = []
        self.shown: list[str] = []
        self.enters = 0

    def show(self, text: str = "", style: str = "") -> None:
        """Read what is shown."""
        self.shown.append(text)
        if style == "question":
            self._asked, self._is_new = self._ids.get(text, text), True

    def ask(self, prompt: Prompt) -> str | Command:
        """Type what the story has here."""
        return ask_until_valid(cast("Prompter", self), prompt, self._read)

    @property
    def untold(self) -> list[str]:
        """Where the story had more to say than was asked."""
        return [key for key, answers in self._left.items() if answers]

    def _read(self, _prompt: Prompt) -> str | Command:
        if self._is_new:
            self.questions.append(self._asked)
            self._is_new = False
        self.enters += 1
        assert self.enters < 200, f"it asks for ever: {self._asked}"
        answers = self._left.get(self._asked) or [""]
        typed = answers.pop(0)
        return self._command(typed) or typed

    def _command(self, typed: str) -> Command | None:
        from coachlog.terminal.prompt_commands import parse_typed

        if not typed.startswith((":", "?")):
            return None
        try:
            found = parse_typed(typed)
        except CoachlogError:
            return None
        return found if isinstance(found, Command) else None
