"""A record while a person edits it: the values shown, the values typed, what differs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from coachlog.base.errors import CoachlogError, InputRefusedError
from coachlog.base.texts import _
from coachlog.terminal.fields import FormField
from coachlog.terminal.record_text import same_text

Values = dict[str, str]
"""Texts by the name of their field."""


class RecordForm:
    """The *fields* of one record: *shown* has the values the person saw, *typed* their own.

    *problems* has an error message by field, under "" one for the whole form; *conflicts* has the
    values that fields were given elsewhere in the meantime. *rescue_text* is the text to write
    into a rescue file when the changes cannot be saved.
    """

    def __init__(self, title: str, fields: Sequence[FormField], shown: Mapping[str, str]) -> None:
        self.title = title
        self.fields = fields
        self.shown: Values = {field.name: shown.get(field.name, "") for field in fields}
        self.typed: Values = dict(self.shown)
        self.problems: Values = {}
        self.conflicts: Values = {}
        self.rescue_text = b""

    @property
    def changes(self) -> Values:
        """Return the fields that differ from what was shown, as the journal takes them."""
        return {
            field.name: field.normalize(self.typed[field.name])
            for field in self.fields
            if not _is_same_value(field, self.typed[field.name], self.shown[field.name])
        }

    @property
    def visible(self) -> list[FormField]:
        """Return the fields that are offered with the values typed so far."""
        values = {field.name: field.normalize(self.typed[field.name]) for field in self.fields}
        return [field for field in self.fields if field.when is None or field.when(values)]

    def check(self) -> None:
        """Set the problems to the changed fields that are invalid, and forget conflicts."""
        self.conflicts, self.problems = {}, {}
        changes = self.changes
        for field in self.fields:
            try:
                field.parse(changes.get(field.name, ""))
            except CoachlogError as error:
                self.problems[field.name] = message_of(error)

    def days(self) -> Iterator[tuple[str, date]]:
        """Yield label and day for each changed day that was not typed as an ISO date."""
        changes = self.changes
        for field in self.fields:
            typed = changes.get(field.name, "").strip()
            day = field.parse(typed)
            if isinstance(day, date) and not isinstance(day, datetime) and typed != str(day):
                yield _(field.label), day

    def refuse(self, error: CoachlogError) -> None:
        """Set the problems to what the journal refuses: at its field, or for the whole form."""
        field_name = str(error.values.get("path")) if isinstance(error, InputRefusedError) else ""
        if field_name in self.shown:
            self.problems = {field_name: str(error.values["problem"])}
        else:
            self.problems = {"": message_of(error)}

    def compare(self, current_values: Mapping[str, str]) -> None:
        """Set the conflicts: changed fields that were changed elsewhere too, to another value.

        *current_values* are those in the journal. They count as shown from here on, so that each
        is a conflict only once.
        """
        self.conflicts = {}
        for name in self.changes:
            current = current_values.get(name, "")
            is_changed_elsewhere = not same_text(current, self.shown[name])
            if is_changed_elsewhere and not same_text(current, self.typed[name]):
                self.conflicts[name] = current
        self.shown |= self.conflicts


def message_of(error: CoachlogError) -> str:
    """Return the cause and the remedy of an error as one text."""
    return f"{error.cause_text()} {error.remedy_text()}".strip()


def _is_same_value(field: FormField, text: str, other_text: str) -> bool:
    """Return whether two texts mean the same value, such as `7/10` and `7`."""
    if same_text(text, other_text):
        return True
    can_compare_values = field.check and text.strip() and other_text.strip()
    if not can_compare_values:
        return False
    try:
        value = field.parse(text)
        # A moment depends on the time zone of its conversation, which the check does not know.
        return value == field.parse(other_text) and not isinstance(value, datetime)
    except CoachlogError:
        return False
