"""The options, questions and list columns of a noun, out of the description of its table."""

from collections.abc import Callable, Sequence

from coachlog.dates.parse import parse_day
from coachlog.dates.until import keep_until
from coachlog.journal.coachee.queries import find
from coachlog.schema import field as schema
from coachlog.schema.field import ALWAYS, AT_FIRST, LATER, Entry, Field, Table
from coachlog.terminal.context import context
from coachlog.terminal.fields import FormField
from coachlog.values import parse
from coachlog.values.levels import level
from coachlog.values.rhythm import rhythm

Check = Callable[[str], object]


def new_options(table: Table) -> tuple[FormField, ...]:
    """The options of `new`."""
    return tuple(form_field(each) for each in table.entries(ALWAYS, AT_FIRST))


def new_questions(table: Table, more: Sequence[FormField] = ()) -> tuple[FormField, ...]:
    """What `new` asks; *more* are asked at their place, or at the end."""
    asked = {each.name: each for each in more}
    found = [
        asked.pop(each.key) if each.key in asked else _question(each, each.given_by)
        for each in table.entries(ALWAYS, AT_FIRST)
        if each.given_by.question is not None or each.key in asked
    ]
    return (*found, *asked.values())


def _question(field: Field, entry: Entry) -> FormField:
    label = entry.question or field.label
    # A question says all by itself; without one, the label needs the help.
    told = entry.help if label == field.label or field.kind not in schema.WORDS else ""
    return form_field(field)._replace(
        label=label, help=told, required=entry.required, hints=entry.hints
    )


def changed_fields(table: Table, *given: str) -> tuple[FormField, ...]:
    """The options of `edit`, and the form that it shows; or what is *given* otherwise."""
    return tuple(form_field(each) for each in table.entries(*(given or (ALWAYS, LATER))))


def form_field(field: Field) -> FormField:
    """A field of a form; it may be left empty."""
    entry = field.given_by
    words = entry.words or field.words
    return FormField(
        *(field.key, field.label, entry.help, _check(field, entry)),
        words={code: word for code, word in field.words.items() if code in words},
        explains=entry.explains,
        option=entry.option,
        hints=() if entry.question else entry.hints,
    )


def _check(field: Field, entry: Entry) -> Check:
    if field.kind == schema.DAY:
        return _DAYS[entry.day]
    if field.kind == schema.CODE:
        return lambda text: parse.choice(text, entry.words or [*field.words])
    if field.kind == schema.NUMBER:
        return lambda text: parse.scale(text, entry.low, entry.high)
    if field.kind == schema.MINUTES:
        return lambda text: parse.minutes(text, entry.high)
    if field.kind == schema.REFERENCE:
        return somebody if field.of == "coachee" else parse.number
    return _OTHERS[field.kind]


def somebody(text: str) -> object:
    """A person, by handle or name. Raises NotFoundError."""
    with context().reader() as reader:
        return find(reader, text)


def _day(text: str) -> object:
    return parse_day(text, context().today)


def _past_day(text: str) -> object:
    return parse_day(text, context().today, prefer="past")


_DAYS: dict[str, Check] = {
    schema.AHEAD: _day,
    schema.PAST: _past_day,
    schema.OVER: lambda text: context().past_day(text),
    schema.NOT_OVER: lambda text: keep_until(text, context().today),
}
_OTHERS: dict[str, Check] = {
    schema.TEXT: parse.text,
    schema.LINE: parse.line,
    schema.FLAG: parse.yes_no,
    schema.LEVEL: level,
    schema.NAME: parse.name,
    schema.RHYTHM: rhythm,
}
