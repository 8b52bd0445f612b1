"""A record while a person changes it: what was shown, what was typed, what differs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from coachlog.base.errors import CoachlogError, InputRefusedError
from coachlog.base.texts import _
from coachlog.terminal.fields import FormField
from coachlog.terminal.record_text import same_text

Values = dict[str, str]
"""Texts by the name of their field."""


class RecordForm:
    """The *fields* of one record. *shown* holds the values that the person saw, *typed* their own.

    *problems* tells what is wrong, by field, "" for the whole; *conflicts* what fields became
    meanwhile by another hand. *left* is the text as the person left it, to be kept somewhere
    when it cannot be saved.
    """

    def __init__(self, title: str, fields: Sequence[FormField], shown: Mapping[str, str]) -> None:
        self.title = title
        self.fields = fields
        self.shown: Values = {field.name: shown.get(field.name, "") for field in fields}
        self.typed: Values = dict(self.shown)
        self.problems: Values = {}
        self.conflicts: Values = {}
        self.left = b""

    @property
    def changes(self) -> Values:
        """The fields that differ from what was shown, as the journal takes them."""
        return {
            field.name: field.normalize(self.typed[field.name])
            for field in self.fields
            if not _same(field, self.typed[field.name], self.shown[field.name])
        }

    @property
    def visible(self) -> list[FormField]:
        """The fields that are offered, as the record stands by now."""
        meant = {field.name: field.normalize(self.typed[field.name]) for field in self.fields}
        return [field for field in self.fields if field.when is None or field.when(meant)]

    def check(self) -> None:
        """Note as problems which of the changed fields will not do as they stand."""
        self.conflicts, self.problems = {}, {}
        changes = self.changes
        for field in self.fields:
            try:
                field.parse(changes.get(field.name, ""))
            except CoachlogError as error:
                self.problems[field.name] = message_of(error)

    def days(self) -> Iterator[tuple[str, date]]:
        """The days that were typed in words, by the label of their field."""
        changes = self.changes
        for field in self.fields:
            typed = changes.get(field.name, "").strip()
            day = field.parse(typed)
            if isinstance(day, date) and not isinstance(day, datetime) and typed != str(day):
                yield _(field.label), day

    def refuse(self, error: CoachlogError) -> None:
        """Note what the journal refuses."""
        place = str(error.values.get("path")) if isinstance(error, InputRefusedError) else ""
        if place in self.shown:
            self.problems = {place: str(error.values["problem"])}
        else:
            self.problems = {"": message_of(error)}

    def compare(self, now: Mapping[str, str]) -> None:
        """Note which of the fields that were changed hold something else *now* than was shown."""
        self.conflicts = {
            name: now.get(name, "")
            for name in self.changes
            if not same_text(now.get(name, ""), self.shown[name])
            and not same_text(now.get(name, ""), self.typed[name])
        }
        self.shown |= self.conflicts


def message_of(error: CoachlogError) -> str:
    """The cause and the remedy of an error in one text."""
    return f"{error.cause_text()} {error.remedy_text()}".strip()


def _same(field: FormField, one: str, other: str) -> bool:
    """Whether two texts mean the same value: `7/10` and `7` do."""
    if same_text(one, other):
        return True
    if not (field.check and one.strip() and other.strip()):
        return False
    try:
        value = field.parse(one)
        # A moment is read on the clock of its conversation, which the check does not know.
        return value == field.parse(other) and not isinstance(value, datetime)
    except CoachlogError:
        return False
