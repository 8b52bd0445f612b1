"""The fields of an input, and asking for them one by one."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

from coachlog.errors import CoachlogError, StoppedError
from coachlog.terminal.commands_typed import BACK, EDIT, SKIP, STOP, Command, word
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.texts import _, language

EMPTY = "-"
"""What is typed to empty a field: an empty Enter leaves it as it is."""


class Asked(NamedTuple):
    """A field of an input: its name, how it is asked for, and the check of its answer.

    *words* are what people see for the codes of an enumeration; they may be typed too. Where the
    *help* explains each code, it is shown instead of them. *option* is a shorter name for the
    option that gives the field. *hints* are quiet lines under the question. The option of a field
    that holds *several* numbers or words can be repeated, each time with one of them: a *metavar*.
    """

    name: str
    label: str
    help: str = ""
    check: Callable[[str], object] | None = None
    required: bool = False
    words: Mapping[str, str] = MappingProxyType({})
    explains: bool = False
    option: str = ""
    hints: Sequence[str] = ()
    several: bool = False
    metavar: str = "N"

    @property
    def flag(self) -> str:
        """The option that gives this field."""
        return "--" + (self.option or self.name).replace("_", "-")

    @property
    def explanation(self) -> str:
        """What may be filled in, on one line; may be empty."""
        told = [
            code if code.replace("_", " ") == _(word) else f"{code} ({_(word)})"
            for code, word in self.words.items()
            if not self.explains
        ]
        return ", ".join(told) or (_(self.help) if self.help else "")

    def meant(self, typed: str) -> str:
        """*typed*, or the code where it is the word that people see for it."""
        said = " ".join(typed.split()).casefold()
        return next(
            (code for code, word in self.words.items() if _(word).casefold() == said), typed
        )

    def value(self, typed: str) -> object:
        """What *typed* means, as far as the check tells; raises a CoachlogError.

        Whether it may be empty is known by the model.
        """
        return self.check(self.meant(typed)) if self.check and typed.strip() else None


def ask_in_turn(
    prompter: Prompter, fields: Sequence[Asked], now: Mapping[str, str]
) -> dict[str, str]:
    """What was answered, by field; a question left empty gives nothing.

    *now* holds present values. Raises StoppedError.
    """
    said: dict[str, str] = {}
    place = 0
    while place < len(fields):
        field = fields[place]
        present = said.get(field.name, now.get(field.name, ""))
        answer = _answer(prompter, field, present)
        if isinstance(answer, Command):
            if answer.name == STOP:
                raise StoppedError
            place += {BACK: -1 if place else 0, SKIP: 1}.get(answer.name, 0)
            continue
        if _empties(field, answer, present):
            said[field.name] = ""
        elif answer.strip():
            said[field.name] = field.meant(answer)
            if not now:  # who changes something hears of its days at the end
                _echo(prompter, field.value(answer))
        elif field.required and not present:
            continue
        place += 1
    return said


def _answer(prompter: Prompter, field: Asked, present: str) -> str | Command:
    shown = f"  ({field.explanation})" if field.explanation else ""
    prompter.show(_(field.label) + shown, "question")
    for hint in field.hints:
        prompter.show(_(hint), "quiet")
    if present:
        prompter.show(present, "quiet")
    may_empty = [_("- empties it")] if present and not field.required else []
    hints = [_("Enter: next"), *may_empty, word(BACK), word(STOP)]
    prompt = Prompt(
        earlier=present,
        check=lambda typed: None if _empties(field, typed, present) else field.value(typed),
        help=" · ".join(hints),
    )
    while True:
        answer = prompter.ask(prompt)
        if not (isinstance(answer, Command) and answer.name == EDIT):
            return answer
        prompt = prompt._replace(half=_edited(prompter, prompt.half or present))


def _empties(field: Asked, typed: str, present: str) -> bool:
    return bool(present) and not field.required and typed.strip() == EMPTY


def _echo(prompter: Prompter, value: object) -> None:
    """Say which day was understood."""
    from coachlog.dateshow import show_day, show_moment  # only after a question

    if isinstance(value, datetime):
        prompter.show("  = " + show_moment(value, language()), "quiet")
    elif isinstance(value, date):
        prompter.show("  = " + show_day(value, language()), "quiet")


def _edited(prompter: Prompter, text: str) -> str:
    from coachlog.terminal.editor import edit  # a process and a file: seldom wanted

    try:
        return edit(text)
    except CoachlogError as error:
        prompter.show(f"{error.cause_text()} {error.remedy_text()}", "late")
        return text
