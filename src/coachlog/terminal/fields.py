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
from coachlog.terminal.unsaved import format_answers, remember
from coachlog.values.codes import by_number, codes, numbered

_ISO_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
EMPTY = "-"
"""Typed to empty a field; Enter alone leaves it as it is."""


class InnerFields(NamedTuple):
    """The parts of a composed value: *split* takes it apart, *join* puts it together again."""

    fields: Sequence["FormField"]
    split: Callable[[str], dict[str, str]]
    join: Callable[[Mapping[str, str]], str]


class FormField(NamedTuple):
    """A field of an input: its name, its question, and the check of its answer.

    *words* are what people see and may type for the codes of an enumeration; where the help text
    *explains* each code, it is shown instead of them. *option* is a shorter name for the field's
    option, *also* are further names. *hints* are quiet lines under the question. The option of a
    field with *several* values can be repeated, each time with one *metavar*. A *private* value
    is hidden in lists on the screen. A value with *inner* fields is asked for by those. The field
    is only offered *when* that says so of the values typed so far. Enter takes what is *proposed*.
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
    inner: InnerFields | None = None
    when: Callable[[Mapping[str, str]], bool] | None = None
    proposed: str = ""

    @property
    def flag(self) -> str:
        """Return the name of the option that gives this field."""
        return "--" + (self.option or self.name).replace("_", "-")

    @property
    def explanation(self) -> str:
        """Return what may be filled in, on one line; may be empty."""
        words = "" if self.explains else ", ".join(_(word) for word in self.words.values())
        return words or (_(self.help) if self.help else "")

    def normalize(self, typed: str) -> str:
        """Return *typed* as the journal takes it: `confident` becomes its code, `7/10` becomes `7`.

        Texts and days stay as they were typed, and so does what the check refuses.
        """
        if self.words:
            names = [(code, *in_each_language(word)) for code, word in self.words.items()]
            return codes(typed, names)
        try:
            value = self.check(typed) if self.check and typed.strip() else None
        except CoachlogError:
            return typed
        if isinstance(value, bool):  # before int: a bool is one
            return "yes" if value else "no"
        if isinstance(value, int):
            return str(value)
        if isinstance(value, list) and all(isinstance(number, int) for number in value):
            return ", ".join(map(str, value))
        return typed

    def display(self, value: str) -> str:
        """Return *value*, as the journal has it, the way people read and type it."""
        keys = value.split()
        if self.words and keys and all(key in self.words for key in keys):
            return ", ".join(_(self.words[key]) for key in keys)
        if self.check and _ISO_MOMENT.fullmatch(value):
            return typed_moment(datetime.fromisoformat(value), language())
        return value

    def parse(self, typed: str) -> object:
        """Return the checked value of *typed*, None if there is none; raises a CoachlogError.

        Whether the field may be empty is for the model to decide.
        """
        return self.check(self.normalize(typed)) if self.check and typed.strip() else None


Texts = Mapping[str, str]
Fields = Sequence[FormField] | Callable[[Texts], Sequence[FormField]]
"""The fields of a form; or what returns them, always the same ones, by the values so far."""


def ask_in_turn(prompter: Prompter, fields: Fields, present_values: Texts) -> dict[str, str]:
    """Ask for *fields*, which are saved together, as `FieldPrompt.ask_or_save` does."""
    return FieldPrompt(prompter, fields, present_values).ask_or_save()


class FieldPrompt:
    """The questions of one form, from the first to the last."""

    def __init__(self, prompter: Prompter, fields: Fields, present_values: Texts) -> None:
        self.answers: dict[str, str] = {}  # by field; "" empties it
        self._unfinished = ""  # the text in the line that is being typed
        self._prompter = prompter
        self._all_fields = fields
        self._present_values = present_values
        self._index = 0  # of the field that is asked for
        self._is_done = False  # after :done, only required fields are asked for

    @property
    def _fields(self) -> Sequence[FormField]:
        fields = self._all_fields
        return fields({**self._present_values, **self.answers}) if callable(fields) else fields

    @property
    def labelled_answers(self) -> dict[str, str]:
        """Return the answers by label; none if only the coachee was named, which is no loss."""
        if self.answers.keys() <= {"coachee"}:
            return {}
        labels = {field.name: _(field.label) for field in self._fields}
        return {labels[name]: value for name, value in self.answers.items() if value}

    def ask_or_save(self) -> dict[str, str]:
        """Return the answers by field; raises StoppedError if those so far are not to be saved."""
        try:
            self.ask()
        except (StoppedError, KeyboardInterrupt) as stopped:
            if not self.ask_to_save(stopped):
                raise
        remember(self.labelled_answers, partial(try_again, self._prompter))
        return self.answers

    def ask(self) -> None:
        """Ask for each field; raises StoppedError."""
        initial_text = ""
        step_over_hidden = 1  # fields that are not offered: -1 on the way back
        while self._index < len(self._fields):
            field = self._fields[self._index]
            if not self._is_offered(field):
                self._index += step_over_hidden
                continue
            step_over_hidden = 1
            present = self._present(field)
            answer = ask_field(self._prompter, field, present, self._save_unfinished, initial_text)
            self._unfinished = initial_text = ""
            if isinstance(answer, Command):
                goes_back = answer.name == BACK and self._index > 0
                step_over_hidden = -1 if goes_back else 1
                initial_text = self._follow(answer, field, present)
            elif self._save_answer(field, answer, present):
                self._index = self._next_required if self._is_done else self._index + 1

    def _follow(self, command: Command, field: FormField, present: str) -> str:
        """Follow a command; return the initial text of the next prompt. Raises StoppedError."""
        if command.name == STOP:
            raise StoppedError
        if command.name == DONE:
            self._save_answer(field, command.typed, present)
            self._is_done = True
            self._index = self._next_required
        elif command.name == SKIP:
            self._index += 1
        elif command.name == BACK and self._index:
            self._index -= 1
        elif command.name == OVERVIEW:
            written = format_answers(self.labelled_answers).rstrip()
            self._prompter.show(written or _("Nothing was written yet."), "quiet")
            return command.typed
        return ""

    @property
    def _next_required(self) -> int:
        """Return the index of the first required field without a value, or the end."""
        missing = (
            index
            for index, field in enumerate(self._fields)
            if field.required and self._is_offered(field) and not self._present(field)
        )
        return next(missing, len(self._fields))

    def ask_to_save(self, stop: BaseException) -> bool:
        """Ask whether to save the answers so far, after Ctrl-C, `:stop` or the end of input."""
        self.save_unfinished_answer()
        if not self.labelled_answers:
            return False
        is_complete = all(self._present(field) for field in self._fields if field.required)
        return ask_to_keep(self._prompter, stop, self.labelled_answers, complete=is_complete)

    def _save_answer(self, field: FormField, answer: str, present: str) -> bool:
        """Save an *answer*; return False if the question has to be asked again."""
        if empties(field, answer, present):
            self.answers[field.name] = ""
            return True
        if answer.strip():
            self.answers[field.name] = field.normalize(answer)
            if not self._present_values:  # a change shows its days at the end
                echo(self._prompter, field.parse(answer))
            return True
        if present or not field.required:  # Enter alone leaves a field as it is
            return True
        self._prompter.show(_("This one needs an answer; :stop leaves the questions."), "quiet")
        return False

    def save_unfinished_answer(self) -> None:
        """Save the text that was in the line when the prompt was left, if it is valid."""
        if self._unfinished.strip() and self._index < len(self._fields):
            field = self._fields[self._index]
            with suppress(CoachlogError):
                field.parse(self._unfinished)
                self.answers[field.name] = field.normalize(self._unfinished)

    def _is_offered(self, field: FormField) -> bool:
        """Return whether to ask for *field*, by the values so far; the first is always asked."""
        if field.when is None or self._index == 0:
            return True
        values = {other.name: other.normalize(self._present(other)) for other in self._fields}
        return field.when(values)

    def _save_unfinished(self, text: str) -> None:
        self._unfinished = text

    def _present(self, field: FormField) -> str:
        present = self._present_values.get(field.name, field.proposed)
        return self.answers.get(field.name, present)


def ask_field(
    prompter: Prompter,
    field: FormField,
    present: str,
    keep: Callable[[str], None] | None = None,
    initial_text: str = "",
) -> str | Command:
    """Ask for one field; return the checked text or a command.

    *keep* gets the unfinished text in the line, which begins with *initial_text*.
    """
    listed = {} if field.explains else field.words
    explanation = numbered(map(_, listed.values())) or field.explanation
    prompter.show(_(field.label) + (f"  ({explanation})" if explanation else ""), "question")
    for hint in (*map(_, field.hints), *([present] if present else ())):
        prompter.show(hint, "quiet")
    clear_hint = [_("- clears it")] if present and not field.required else []
    hints = [_("Enter: next"), *clear_hint, command_word(BACK), command_word(STOP)]
    words = (*field.words, *map(_, field.words.values()))
    read = partial(by_number, choices=list(listed))
    answer = ask_with_editor(
        prompter,
        Prompt(
            earlier=present,
            check=lambda text: None if empties(field, text, present) else field.parse(read(text)),
            help=" · ".join(hints),
            keep=keep and (lambda typed: keep(read(typed))),
            initial_text=initial_text,
            words={" ".join(word.split()).casefold() for word in words},
        ),
    )
    if isinstance(answer, Command):
        return answer._replace(typed=read(answer.typed))
    return read(answer)


def empties(field: FormField, typed: str, present: str) -> bool:
    """Return whether *typed* is the hyphen that empties a field, which has a *present* value."""
    return bool(present) and not field.required and typed.strip() == EMPTY
