"""Changing a record by questions: what to change is chosen from a list, again and again."""

from collections.abc import Sequence
from contextlib import suppress

from coachlog.base.errors import CoachlogError, StoppedError
from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import N_, _, in_each_language
from coachlog.terminal.echo import echo
from coachlog.terminal.fields import FieldPrompt, FormField, ask_field, empties
from coachlog.terminal.partial import ask_to_keep
from coachlog.terminal.prompt_commands import DONE, MORE, OVERVIEW, STOP, Command, command_word
from coachlog.terminal.prompt_editor import ask_with_editor
from coachlog.terminal.prompter import Prompt, Prompter
from coachlog.terminal.record_form import RecordForm
from coachlog.values import parse

KEEP = N_("Save what you changed?")
CELLS = 60
"""So much of a value stands in the list."""


def edit_guided(prompter: Prompter, sheet: RecordForm) -> None:
    """Let the person choose what to change until they are through, or mend what will not do.

    Who leaves is asked whether to keep what was changed; where nobody can be asked any more, it
    is kept. Raises StoppedError.
    """
    asking = _GuidedSheet(prompter, sheet)
    try:
        asking.ask()
    except (StoppedError, KeyboardInterrupt) as stopped:
        asking.take_half()
        told = {_(field.label): sheet.changes.get(field.name, "") for field in sheet.fields}
        given = {label: value for label, value in told.items() if value}
        if not (sheet.changes and ask_to_keep(prompter, stopped, given, KEEP, alone=True)):
            sheet.left = b""
            raise


class _GuidedSheet:
    """The questions about one record."""

    def __init__(self, prompter: Prompter, sheet: RecordForm) -> None:
        self._prompter = prompter
        self._sheet = sheet
        self._half: tuple[FormField, str] | None = None

    def ask(self) -> None:
        """Ask again for what will not do, or else what to change until an empty Enter."""
        sheet = self._sheet
        wrong = [field for field in sheet.fields if field.name in _wrong(sheet)]
        for problem in (*sheet.problems.values(), *map(_conflict, sheet.conflicts.values())):
            self._prompter.show(problem, "late")
        was_wrong = bool(sheet.problems or sheet.conflicts)
        sheet.problems, sheet.conflicts = {}, {}
        for field in wrong:
            self._change(field)
        if not was_wrong:
            self._prompter.show(sheet.title, "heading")
            self._choose_what()

    def take_half(self) -> None:
        """What stood in the line when it was left counts, if it will do."""
        if self._half:
            field, text = self._half
            with suppress(CoachlogError):
                field.parse(text)
                self._sheet.typed[field.name] = text

    def _choose_what(self) -> None:
        shown: Sequence[FormField] = ()
        while True:
            fields = self._sheet.visible
            if [each.name for each in fields] != [each.name for each in shown]:
                self._list(fields)
            shown = fields
            chosen = self._choose(fields)
            if chosen is None:
                return
            if chosen == MORE:
                shown = ()
            elif isinstance(chosen, FormField):
                if self._change(chosen) == DONE:
                    return
                self._prompter.show(f"  {self._line(chosen)}", "quiet")

    def _choose(self, fields: Sequence[FormField]) -> FormField | str | None:
        """A field, or the name of a command; None when the person is through."""
        question = _("What else?") if self._sheet.changes else _("What do you want to change?")
        self._prompter.show(question, "question")
        through = _("Enter: save") if self._sheet.changes else _("Enter: nothing")
        hints = (through, "? " + _("the list again"), command_word(STOP))
        prompt = Prompt(
            f"1-{len(fields)} ›", help=" · ".join(hints), check=lambda text: _picked(fields, text)
        )
        answer = ask_with_editor(self._prompter, prompt)
        if not isinstance(answer, Command):
            return _picked(fields, answer)
        if answer.name == STOP:
            raise StoppedError
        return {DONE: None, OVERVIEW: MORE}.get(answer.name, answer.name)

    def _list(self, fields: Sequence[FormField]) -> None:
        for place, field in enumerate(fields, 1):
            self._prompter.show(f"  {place:>2}  {self._line(field)}")

    def _line(self, field: FormField) -> str:
        return _("{label}: {text}").format(label=_(field.label), text=self._value(field))

    def _value(self, field: FormField) -> str:
        value = self._sheet.typed[field.name]
        if field.private and value:  # somebody may sit beside the screen
            return f"({_('for you only')})"
        return shorten(visible_line(value), CELLS) or "–"

    def _change(self, field: FormField) -> str:
        """Ask for one field; the result is the command that ended it, if one did."""
        typed = self._sheet.typed
        if field.inner:
            self._change_parts(field)
            return ""
        answer = ask_field(
            self._prompter, field, typed[field.name], lambda text: self._keep_half(field, text)
        )
        self._half = None
        command = answer.name if isinstance(answer, Command) else ""
        answer = answer.typed if isinstance(answer, Command) and command == DONE else answer
        if isinstance(answer, Command):
            if answer.name == STOP:
                raise StoppedError
        elif empties(field, answer, typed[field.name]):
            typed[field.name] = ""
        elif answer.strip():
            typed[field.name] = answer
            echo(self._prompter, field.parse(answer))
        return command

    def _change_parts(self, field: FormField) -> None:
        """Ask for each part of a value by itself; what is left halfway counts."""
        if field.inner is None:
            return
        parts = field.inner.fields
        present = field.inner.split(self._sheet.typed[field.name])
        shown = {part.name: part.display(present.get(part.name, "")) for part in parts}
        turn = FieldPrompt(self._prompter, parts, shown)
        try:
            turn.ask()
        finally:
            turn.take_half()
            if turn.said:
                self._sheet.typed[field.name] = field.inner.join(present | turn.said)

    def _keep_half(self, field: FormField, text: str) -> None:
        self._half = (field, text) if text.strip() else None


def _wrong(sheet: RecordForm) -> set[str]:
    """The fields to ask for again; all that were changed, where none is named."""
    named = {*sheet.problems, *sheet.conflicts}
    return named - {""} or ({*sheet.changes} if named else set())


def _picked(fields: Sequence[FormField], typed: str) -> FormField | None:
    """The field with that number, or whose label begins so. Raises a KindError."""
    place = parse.pick(typed, [(*in_each_language(field.label), field.name) for field in fields])
    return None if place is None else fields[place]


def _conflict(value: str) -> str:
    now = visible_line(value) or _("(empty)")
    told = _("This was changed elsewhere in the meantime. It is now:")
    return f"{told} {now}\n" + _("Press Enter to keep yours instead.")
