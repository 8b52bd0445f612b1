"""Changing a record by questions: what to change is chosen from a list, again and again."""

from collections.abc import Sequence
from contextlib import suppress

from coachlog.base.errors import CoachlogError, StoppedError
from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import N_, _, in_each_language
from coachlog.terminal.echo import echo
from coachlog.terminal.fields import FieldPrompt, FormField, InnerFields, ask_field, empties
from coachlog.terminal.partial import ask_to_keep
from coachlog.terminal.prompt_commands import DONE, MORE, OVERVIEW, STOP, Command, command_word
from coachlog.terminal.prompt_editor import ask_with_editor
from coachlog.terminal.prompter import Prompt, Prompter, numbers_mark
from coachlog.terminal.record_form import RecordForm
from coachlog.values import parse

KEEP = N_("Save what you changed?")
CELLS = 60
"""The most cells of a value in the list."""


def edit_guided(prompter: Prompter, form: RecordForm) -> None:
    """Ask what to change until the person is done, or ask again for what was refused.

    If the person stops, ask whether to save the changes; where nobody can answer any more, they
    are saved. Raises StoppedError if not, with nothing left to rescue.
    """
    guide = _GuidedForm(prompter, form)
    try:
        guide.ask()
    except (StoppedError, KeyboardInterrupt) as stopped:
        guide.save_unfinished_answer()
        changes = form.changes
        changes_by_label = {
            _(field.label): changes[field.name] for field in form.fields if changes.get(field.name)
        }
        is_saved = changes and ask_to_keep(prompter, stopped, changes_by_label, KEEP, alone=True)
        if not is_saved:
            form.rescue_text = b""
            raise


class _GuidedForm:
    """The questions about one record."""

    def __init__(self, prompter: Prompter, form: RecordForm) -> None:
        self._prompter = prompter
        self._form = form
        self._unfinished: tuple[FormField, str] | None = None
        """The field that is asked for, and the text in its line."""

    def ask(self) -> None:
        """Ask again for fields with a problem; without any, ask what to change until Enter."""
        form = self._form
        names_to_repeat = _names_to_repeat(form)
        fields_to_repeat = [field for field in form.fields if field.name in names_to_repeat]
        problems = (*form.problems.values(), *map(_conflict_message, form.conflicts.values()))
        for problem in problems:
            self._prompter.show(problem, "late")
        form.problems, form.conflicts = {}, {}
        for field in fields_to_repeat:
            self._change(field)
        if not problems:
            self._prompter.show(form.title, "heading")
            self._choose_and_change()

    def save_unfinished_answer(self) -> None:
        """Save the text that was in the line when the prompt was left, if it is valid."""
        if self._unfinished:
            field, text = self._unfinished
            with suppress(CoachlogError):
                field.parse(text)
                self._form.typed[field.name] = text

    def _choose_and_change(self) -> None:
        """Show the list, again when it changes or is asked for, and change what is chosen."""
        listed_names: list[str] = []  # an answer may add fields, or hide some
        while True:
            fields = self._form.visible
            names = [field.name for field in fields]
            if names != listed_names:
                self._list(fields)
            listed_names = names
            choice = self._choose(fields)
            if choice is None:
                return
            if choice == MORE:
                listed_names = []
            elif isinstance(choice, FormField):
                if self._change(choice) == DONE:
                    return
                self._prompter.show(f"  {self._line(choice)}", "quiet")

    def _choose(self, fields: Sequence[FormField]) -> FormField | str | None:
        """Return a field, or the name of a command; None when the person is done."""
        has_changes = bool(self._form.changes)
        question = _("What else?") if has_changes else _("What do you want to change?")
        self._prompter.show(question, "question")
        enter = _("Enter: save") if has_changes else _("Enter: nothing")
        hints = (enter, "? " + _("the list again"), command_word(STOP))
        prompt = Prompt(
            numbers_mark(len(fields)),
            help=" · ".join(hints),
            check=lambda text: _pick_field(fields, text),
        )
        answer = ask_with_editor(self._prompter, prompt)
        if not isinstance(answer, Command):
            return _pick_field(fields, answer)
        if answer.name == STOP:
            raise StoppedError
        if answer.name == DONE:
            return None
        return MORE if answer.name == OVERVIEW else answer.name

    def _list(self, fields: Sequence[FormField]) -> None:
        for number, field in enumerate(fields, 1):
            self._prompter.show(f"  {number:>2}  {self._line(field)}")

    def _line(self, field: FormField) -> str:
        return _("{label}: {text}").format(label=_(field.label), text=self._value(field))

    def _value(self, field: FormField) -> str:
        value = self._form.typed[field.name]
        if field.private and value:  # somebody may sit beside the screen
            return f"({_('for you only')})"
        return shorten(visible_line(value), CELLS) or "–"

    def _change(self, field: FormField) -> str:
        """Ask for one field; return the command that ended it, or an empty text."""
        typed = self._form.typed
        if field.inner:
            self._change_inner(field, field.inner)
            return ""
        answer = ask_field(
            self._prompter,
            field,
            typed[field.name],
            lambda text: self._save_unfinished(field, text),
        )
        self._unfinished = None
        command = answer.name if isinstance(answer, Command) else ""
        if command == STOP:
            raise StoppedError
        if isinstance(answer, Command):
            if command != DONE:
                return command
            answer = answer.typed  # what was in the line counts as the answer
        if empties(field, answer, typed[field.name]):
            typed[field.name] = ""
        elif answer.strip():
            typed[field.name] = answer
            echo(self._prompter, field.parse(answer))
        return command

    def _change_inner(self, field: FormField, inner: InnerFields) -> None:
        """Ask for each part of a composed value; stopping halfway saves the answers so far."""
        present = inner.split(self._form.typed[field.name])
        texts = {part.name: part.display(present.get(part.name, "")) for part in inner.fields}
        prompt = FieldPrompt(self._prompter, inner.fields, texts)
        try:
            prompt.ask()
        finally:
            prompt.save_unfinished_answer()
            if prompt.answers:
                self._form.typed[field.name] = inner.join(present | prompt.answers)

    def _save_unfinished(self, field: FormField, text: str) -> None:
        self._unfinished = (field, text) if text.strip() else None


def _names_to_repeat(form: RecordForm) -> set[str]:
    """Return the names of the fields to ask for again.

    A problem of the whole form names no field: then all changed fields.
    """
    names = {*form.problems, *form.conflicts}
    field_names = names - {""}
    is_whole_form_only = names and not field_names
    return {*form.changes} if is_whole_form_only else field_names


def _pick_field(fields: Sequence[FormField], typed: str) -> FormField | None:
    """Return the field with that number, or whose label begins so. Raises a KindError."""
    labels = [(*in_each_language(field.label), field.name) for field in fields]
    index = parse.pick(typed, labels)
    return None if index is None else fields[index]


def _conflict_message(value: str) -> str:
    current = visible_line(value) or _("(empty)")
    message = _("This was changed elsewhere in the meantime. It is now:")
    return f"{message} {current}\n" + _("Press Enter to keep yours instead.")
