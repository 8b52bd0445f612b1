"""The fields of an input, and asking for them one by one."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from coachlog.base.errors import CoachlogError, StoppedError
from coachlog.base.texts import _, in_each_language, language
from coachlog.dates.show import typed_moment
from coachlog.terminal.echo import echo
from coachlog.terminal.partial import ask_to_keep
from coachlog.terminal.prompt_commands import (
    BACK,
    DONE,
    OVERVIEW,
    SKIP,
    STOP,
    Command,
    command_word,
)
from coachlog.terminal.prompt_editor import ask_with_editor
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.terminal.rescue import try_again
from coachlog.terminal.unsaved import remember
from coachlog.values.choices import by_words

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
EMPTY = "-"
"""What is typed to empty a field: an empty Enter leaves it as it is."""


class Inner(NamedTuple):
    """The parts of a value that is a text with signs: asked one by one, and put together again."""

    fields: Sequence["FormField"]
    split: Callable[[str], dict[str, str]]
    join: Callable[[Mapping[str, str]], str]


class FormField(NamedTuple):
    """A field of an input: its name, how it is asked for, and the check of its answer.

    *words* are what people see for the codes of an enumeration; they may be typed too. Where the
    *help* explains each code, it is shown instead of them. *option* is a shorter name for the
    option that gives the field. *hints* are quiet lines under the question. The option of a field
    that holds *several* numbers or words can be repeated, each time with one of them: a *metavar*.
    What is *private* does not stand in a list on the screen. A value with *inner* fields is asked
    for by those. It is only offered *when* the values of the record, as they are typed, say so.
    """

    name: str
    label: str
    help: str = ""
    check: Callable[[str], object] | None = None
    required: bool = False
    words: Mapping[str, str] = MappingProxyType({})
    explains: bool = False
    option: str = ""
    also: Sequence[str] = ()
    hints: Sequence[str] = ()
    several: bool = False
    metavar: str = "N"
    private: bool = False
    inner: Inner | None = None
    when: Callable[[Mapping[str, str]], bool] | None = None

    @property
    def flag(self) -> str:
        """The option that gives this field."""
        return "--" + (self.option or self.name).replace("_", "-")

    @property
    def explanation(self) -> str:
        """What may be filled in, on one line; may be empty."""
        told = "" if self.explains else ", ".join(_(word) for word in self.words.values())
        return told or (_(self.help) if self.help else "")

    def normalize(self, typed: str) -> str:
        """*typed* as the journal takes it: a code for the word that people see, a plain figure.

        What the check refuses stays as it is.
        """
        if self.words:
            return self._coded(typed)
        try:
            value = self.check(typed) if self.check and typed.strip() else None
        except CoachlogError:
            return typed
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, list) and all(isinstance(each, int) for each in value):
            return ", ".join(map(str, value))
        return str(value) if isinstance(value, int) else typed

    def _coded(self, typed: str) -> str:
        """The code where *typed* is the word of it in any language; so for several."""
        if not typed.strip() or _folded(typed).replace(" ", "_") in self.words:
            return typed
        names = [(code, *in_each_language(word)) for code, word in self.words.items()]
        found = by_words(typed, names)
        return ", ".join(names[place][0] for place in found) or typed

    def display(self, value: str) -> str:
        """*value*, which the journal keeps, as people read and type it."""
        codes = value.split()
        if self.words and codes and all(code in self.words for code in codes):
            return ", ".join(_(self.words[code]) for code in codes)
        if self.check and _MOMENT.fullmatch(value):
            return typed_moment(datetime.fromisoformat(value), language())
        return value

    def parse(self, typed: str) -> object:
        """What *typed* means, as far as the check tells; raises a CoachlogError.

        Whether it may be empty is known by the model.
        """
        return self.check(self.normalize(typed)) if self.check and typed.strip() else None


def ask_in_turn(
    prompter: Prompter, fields: Sequence[FormField], now: Mapping[str, str]
) -> dict[str, str]:
    """What was answered, by field; a question left empty gives nothing.

    *now* holds present values. Who stops halfway is asked whether to keep what was given so far.
    Raises StoppedError.
    """
    turn = FieldPrompt(prompter, fields, now)
    try:
        turn.ask()
    except (StoppedError, KeyboardInterrupt) as stopped:
        if not turn.is_kept(stopped):
            raise
    remember(turn.given, partial(try_again, prompter))
    return turn.said


class FieldPrompt:
    """The questions of one form, from the first to the last."""

    def __init__(
        self, prompter: Prompter, fields: Sequence[FormField], now: Mapping[str, str]
    ) -> None:
        self.said: dict[str, str] = {}
        self._half = ""
        self._prompter = prompter
        self._fields = fields
        self._now = now
        self._place = 0
        self._is_through = False

    @property
    def given(self) -> dict[str, str]:
        """What was given, by label; whom it is about is no loss by itself."""
        labels = {field.name: _(field.label) for field in self._fields}
        given = {labels[name]: value for name, value in self.said.items() if value}
        return {} if {*self.said} <= {"coachee"} else given

    def ask(self) -> None:
        """Ask until all was asked; raises StoppedError."""
        step, half = 1, ""
        while self._place < len(self._fields):
            field = self._fields[self._place]
            if not self._is_asked(field):
                self._place += step
                continue
            step = 1
            present = self._present(field)
            answer = ask_field(self._prompter, field, present, self._keep_half, half)
            self._half = half = ""
            if isinstance(answer, Command):
                step = -1 if answer.name == BACK and self._place else 1
                half = self._go(answer, field, present)
            elif self._take(field, answer, present):
                self._place = self._end if self._is_through else self._place + 1

    def _go(self, command: Command, field: FormField, present: str) -> str:
        """Follow a command; the result is what stands in the line then."""
        if command.name == STOP:
            raise StoppedError
        if command.name == DONE:
            self._take(field, command.typed, present)
            self._is_through, self._place = True, self._end
        elif command.name == SKIP:
            self._place += 1
        elif command.name == BACK and self._place:
            self._place -= 1
        elif command.name == OVERVIEW:
            given = [f"{label}: {value}" for label, value in self.given.items()]
            self._prompter.show("\n".join(given) or _("Nothing was written yet."), "quiet")
            return command.typed
        return ""

    @property
    def _end(self) -> int:
        """Where nothing more is asked: at the next that cannot be left out, or after the last."""
        missing = (
            place
            for place, field in enumerate(self._fields)
            if field.required and self._is_asked(field) and not self._present(field)
        )
        return next(missing, len(self._fields))

    def is_kept(self, stopped: BaseException) -> bool:
        """Whether what was given is kept, though the person *stopped*."""
        self.take_half()
        if not self.given:
            return False
        missing = [field for field in self._fields if field.required and not self._present(field)]
        return ask_to_keep(self._prompter, stopped, self.given, complete=not missing)

    def _take(self, field: FormField, answer: str, present: str) -> bool:
        """Take over an *answer*; False where the question has to be asked again."""
        if empties(field, answer, present):
            self.said[field.name] = ""
        elif answer.strip():
            self.said[field.name] = field.normalize(answer)
            if not self._now:  # who changes something hears of its days at the end
                echo(self._prompter, field.parse(answer))
        elif field.required and not present:
            return False
        return True

    def take_half(self) -> None:
        """What stands in the line when it is left counts, if it will do."""
        if self._half.strip() and self._place < len(self._fields):
            field = self._fields[self._place]
            with suppress(CoachlogError):
                field.parse(self._half)
                self.said[field.name] = field.normalize(self._half)

    def _is_asked(self, field: FormField) -> bool:
        """Whether what was given so far says so; the first one always is."""
        if field.when is None or self._place == 0:
            return True
        return field.when({each.name: each.normalize(self._present(each)) for each in self._fields})

    def _keep_half(self, text: str) -> None:
        self._half = text

    def _present(self, field: FormField) -> str:
        return self.said.get(field.name, self._now.get(field.name, ""))


def ask_field(
    prompter: Prompter,
    field: FormField,
    present: str,
    keep: Callable[[str], None] | None = None,
    half: str = "",
) -> str | Command:
    """What was typed for one field, checked; *keep* gets what stands *half* typed in the line."""
    shown = f"  ({field.explanation})" if field.explanation else ""
    prompter.show(_(field.label) + shown, "question")
    for hint in field.hints:
        prompter.show(_(hint), "quiet")
    if present:
        prompter.show(present, "quiet")
    may_empty = [_("- clears it")] if present and not field.required else []
    hints = [_("Enter: next"), *may_empty, command_word(BACK), command_word(STOP)]
    return ask_with_editor(
        prompter,
        Prompt(
            earlier=present,
            check=lambda typed: None if empties(field, typed, present) else field.parse(typed),
            help=" · ".join(hints),
            keep=keep,
            initial_text=half,
            words={_folded(each) for code, told in field.words.items() for each in (code, _(told))},
        ),
    )


def empties(field: FormField, typed: str, present: str) -> bool:
    """Whether *typed* takes away what is *present*."""
    return bool(present) and not field.required and typed.strip() == EMPTY


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
