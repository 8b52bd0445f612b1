"""The options and questions of a noun, made from the description of its table."""

from collections.abc import Callable, Sequence
from functools import partial

from coachlog.dates.typed import day_not_over, past_day, typed_day
from coachlog.journal.coachee.myself import find_for_new
from coachlog.journal.common.reads import is_number, number_of
from coachlog.schema import field as schema
from coachlog.schema.field import ALWAYS, AT_FIRST, LATER, Entry, Field, Table
from coachlog.terminal.command_options import option
from coachlog.terminal.context import context
from coachlog.terminal.fields import FormField
from coachlog.values import parse
from coachlog.values.hours import hours
from coachlog.values.levels import level
from coachlog.values.rhythm import rhythm

Check = Callable[[str], object]
"""Returns the value of a typed text; raises an error that says what is wrong with it."""


def new_options(table: Table) -> tuple[FormField, ...]:
    """Return the options of `new`."""
    return tuple(form_field(field) for field in table.entries(ALWAYS, AT_FIRST))


def new_questions(table: Table, more: Sequence[FormField] = ()) -> tuple[FormField, ...]:
    """Return the questions of `new`, in the order of the fields.

    A question of *more* is asked in place of the field of that name, or at the end.
    """
    more_by_name = {form.name: form for form in more}
    questions = []
    for field in table.entries(ALWAYS, AT_FIRST):
        if field.key in more_by_name:
            questions.append(more_by_name.pop(field.key))
        elif field.given_by.question is not None:  # None: it can only be given by an option
            questions.append(question(field))
    at_the_end = more_by_name.values()
    return (*questions, *at_the_end)


def new_option(field: Field) -> object:
    """Return the annotation of the option for *field*, in a command that declares it by hand."""
    entry = field.given_by
    help_text = entry.about or entry.help or field.label
    metavar = _METAVARS.get(field.kind, "TEXT")
    return option(form_field(field).flag, help_text, metavar, also=entry.also)


def question(field: Field) -> FormField:
    """Return the form field that asks for *field* in a new record."""
    entry = field.given_by
    label = entry.question or field.label
    # A question says enough for free text; a bare label, or a value with a format, needs the help.
    needs_help = label == field.label or field.kind not in schema.WORDS
    return form_field(field)._replace(
        label=label,
        help=entry.help if needs_help else "",
        required=entry.required,
        hints=entry.hints,
    )


def edit_form(table: Table, *groups: str) -> tuple[FormField, ...]:
    """Return the options of `edit`, which are its form too; *groups* names others to return."""
    return tuple(form_field(field) for field in table.entries(*(groups or (ALWAYS, LATER))))


def form_field(field: Field) -> FormField:
    """Return the form field of *field*, which may be left empty."""
    entry = field.given_by
    codes = entry.words or field.words  # some codes cannot be entered by hand
    return FormField(
        name=field.key,
        label=field.label,
        help=entry.help,
        check=_check(field, entry),
        words={code: word for code, word in field.words.items() if code in codes},
        explains=entry.explains,
        option=entry.option,
        also=entry.also,
        hints=() if entry.question else entry.hints,
    )


def _check(field: Field, entry: Entry) -> Check:
    """Return the parser of what people type for *field*, by the kind of its values."""
    if field.kind == schema.DAY:
        return _DAYS[entry.day]
    if field.kind == schema.MOMENT:
        return partial(_moment, past=entry.day == schema.PAST)
    if field.kind == schema.CODE:
        codes = _codes(field, entry)
        return (lambda text: parse.choice(text, codes)) if codes else parse.line
    if field.kind == schema.NUMBER:
        return lambda text: parse.scale(text, entry.low, entry.high)
    if field.kind == schema.MINUTES:
        return lambda text: parse.minutes(text, entry.high)
    if field.kind == schema.HOURS:
        # In hours, as it is typed: a whole number of minutes would be taken for hours again.
        return lambda text: (hours(text, entry.low, entry.high) or 0) / 60
    if field.kind == schema.REFERENCE:
        return find_person if field.of == "coachee" else partial(_record_of, field.of)
    return _CHECKS_BY_KIND[field.kind]


def _codes(field: Field, entry: Entry) -> dict[str, str]:
    """Return the words of the codes that can be entered by hand, by code."""
    return {code: field.words.get(code, code) for code in entry.words or field.words}


def find_person(text: str) -> object:
    """Return the person with this handle or name, also the coach. Raises NotFoundError."""
    with context().reader() as reader:
        return find_for_new(reader, text)


def _record_of(noun: str, text: str) -> object:
    """Return the number of the record of *noun*. Raises what `number_of` raises."""
    if is_number(text):
        return parse.number(text)
    with context().reader() as reader:
        return number_of(reader, noun, text)


def _moment(text: str, *, past: bool = False) -> object:
    from coachlog.journal.session import moments  # with the grammar of dates, as `dates.typed`

    return moments.parse(text, context().now, context().zone, past=past)


_METAVARS = {schema.NUMBER: "N", schema.MINUTES: "N", schema.DAY: "DAY", schema.MOMENT: "MOMENT"}
_DAYS: dict[str, Check] = {
    schema.AHEAD: lambda text: typed_day(text, context().today),
    schema.PAST: lambda text: typed_day(text, context().today, "past"),
    schema.OVER: lambda text: past_day(text, context().today),
    schema.NOT_OVER: lambda text: day_not_over(text, context().today),
}
_CHECKS_BY_KIND: dict[str, Check] = {
    schema.TEXT: parse.text,
    schema.LINE: parse.line,
    schema.FLAG: parse.yes_no,
    schema.LEVEL: level,
    schema.NAME: parse.name,
    schema.RHYTHM: rhythm,
}
