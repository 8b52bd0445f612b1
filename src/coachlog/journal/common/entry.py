"""The commands `new` and `edit` of every noun: by options, JSON or questions."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from coachlog.base.texts import _
from coachlog.journal.coachee.lookup import find
from coachlog.journal.common.forms import edit_form, new_options, new_questions
from coachlog.journal.common.reads import View, number_of
from coachlog.journal.common.several_values import SeveralValues, names_values, with_all_values
from coachlog.schema.field import Table
from coachlog.terminal.collect import (
    Change,
    change_record,
    collect,
    with_change,
    with_options,
)
from coachlog.terminal.command_options import Run, with_docstring
from coachlog.terminal.context import Context, context
from coachlog.terminal.fields import FormField
from coachlog.terminal.inputs import InputValue
from coachlog.terminal.new_record import show_new_records
from coachlog.terminal.output import AsJson, say_done, show_json
from coachlog.terminal.record import Record

if TYPE_CHECKING:
    from coachlog.journal.common.input_types import Input
    from coachlog.journal.common.records import Inputs
    from coachlog.store.connection import Reader
    from coachlog.store.work import Work

MoreQuestions = Callable[[Context, dict[str, str]], Sequence[FormField]]
"""Returns further questions, given the answers so far."""


class Service(Protocol):
    """The functions of a module `journal.<noun>.service`, which is loaded only to write."""

    INPUTS: "Inputs"

    def add(self, work: "Work", data: Any, today: date, /) -> int:
        """Save a new record, and return its number."""

    def edit(self, work: "Work", number: int, data: Any, today: date, /) -> None:
        """Save the fields that are set in *data*."""


class Records(NamedTuple):
    """A noun and the texts of its commands `new` and `edit`; `{n}` is the number of a record."""

    table: Table
    view: View[Any]
    title: str
    """The heading of its form; `{name}` is the person whose record it is."""
    saved: str
    updated: str
    next_commands: Sequence[str]
    """Commands to suggest after a new record."""
    after_change: str = ""
    """The command to suggest after a change, if not the first of *next_commands*."""
    linked_values: Callable[[Any, int], Mapping[str, str]] = lambda _reader, _number: {}
    """Returns the current values of fields that are no column, as a person would type them."""
    verb: str = "edit"
    """The command that changes a record."""

    @property
    def noun(self) -> str:
        """The name of its table, and of its folder."""
        return self.table.name

    @property
    def command(self) -> str:
        """The words of the noun on the command line, of which there may be two."""
        return self.table.command

    @property
    def service(self) -> Service:
        """The module that writes the records; importing it takes long."""
        return service_of(self.noun)


def service_of(noun: str) -> Service:
    """Return the module that writes the records of *noun*; importing it takes long."""
    return cast(Service, import_module(f"coachlog.journal.{noun}.service"))


def validated_input(noun: str, verb: str, values: Any, today: date) -> Any:
    """Return *values* as the input model of a *verb*; raises InputRefusedError."""
    from coachlog.journal.common.input_types import validated  # pydantic, as the service

    return validated(service_of(noun).INPUTS[verb], values, today)


def new_command(
    records: Records,
    more_questions: MoreQuestions | None = None,
    more_options: Sequence[FormField] = (),
) -> Callable[[Run], Run]:
    """Return a decorator that makes the command `new`; the function only gives its docstring.

    *more_questions* is called once the person is known whose record it will be. *more_options*
    are fields that are no column.
    """
    options = (*new_options(records.table), *more_options)

    def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
        run = context()
        questions = new_questions(records.table)
        if more_questions and run.interactive and not source:
            # Which further questions there are depends on the person, who is asked for first.
            person_question = questions[:1]
            given = collect(run, person_question, given, None)[0].value
            questions = new_questions(records.table, more_questions(run, given))
        inputs = collect(run, questions, given, source)
        save_and_show(run, records, inputs, as_json)

    return lambda function: with_options(options, more={"as_json": AsJson})(
        with_docstring(new, function)
    )


def save_and_show(
    run: Context, records: Records, inputs: Sequence[InputValue], as_json: bool, command: str = ""
) -> list[int]:
    """Save new records, all or none, print each of them, and return their numbers.

    *command* is the name of the command in the history, by default `<noun> new`.
    """
    numbers = save_new(run, records, inputs, command)
    texts = (records.saved, *records.next_commands)
    show_new_records(run, inputs, numbers, records.view.one, *texts, as_json=as_json)
    return numbers


def save_new(
    run: Context, records: Records, inputs: Sequence[InputValue], command: str = ""
) -> list[int]:
    """Save new records, all or none, and return their numbers.

    *command* is the name of the command in the history, by default `<noun> new`.
    """
    from coachlog.journal.common.new import add_all  # pydantic takes longer than the questions

    service = records.service

    def add(work: "Work", data: "Input") -> int:
        return service.add(work, data, run.today)

    return add_all(run, command or f"{records.command} new", service.INPUTS["new"], inputs, add)


def edit_command(
    records: Records,
    more_fields: Sequence[FormField] = (),
    links: Sequence[SeveralValues] = (),
    more_options: Sequence[FormField] = (),
) -> Callable[[Run], Run]:
    """Return a decorator that makes the command `edit`; the function only gives its docstring.

    *more_fields* and *links*, which have several values, are no columns; *more_options* are not
    in the form either.
    """
    fields = (*edit_form(records.table), *more_fields)
    form = (*fields, *(link.field for link in links))
    options = (*fields, *(option for link in links for option in link), *more_options)

    def edit(which: str, change: Change, as_json: bool) -> None:
        if names_values(change.option_values, links):
            with context().reader() as reader:
                number = number_of(reader, records.noun, which)
                current = _current_values(reader, records, number)
            values = with_all_values(change.option_values, links, current)
            change = change._replace(option_values=values)
        edit_numbered(records, form, which, change, as_json)

    return lambda function: with_change(options, more={"as_json": AsJson})(
        with_docstring(edit, function)
    )


def edit_numbered(
    records: Records, fields: Sequence[FormField], which: str, change: Change, as_json: bool
) -> None:
    """Ask for or read a *change* of the record with the number *which*, and save what differs."""
    run = context()
    with run.reader() as reader:
        number = number_of(reader, records.noun, which)

    def read() -> Record:
        return _read_record(run, records, fields, number)

    def save(changes: Mapping[str, object]) -> None:
        _save_changes(run, records, number, changes, as_json)

    change_record(run, f"{records.command} {records.verb} {number}", read, save, change)


def _read_record(
    run: Context, records: Records, fields: Sequence[FormField], number: int
) -> Record:
    """Return the record with its current values, for the form; raises the error of its view."""
    with run.reader() as reader:
        current_values = _current_values(reader, records, number)
        # Objectives and learning moments are of no person, so they have no coachee.
        handle = current_values.get("coachee")
        name = find(reader, handle).name if handle is not None else ""
    return Record(fields, current_values, _(records.title).format(n=number, name=name))


def _current_values(reader: "Reader", records: Records, number: int) -> dict[str, Any]:
    """Return the values of a record by field; raises the error of its view."""
    line = records.view.one(reader, number)
    return {**line._asdict(), **records.linked_values(reader, number)}


def _save_changes(
    run: Context, records: Records, number: int, changes: Mapping[str, object], as_json: bool
) -> None:
    """Check and save *changes*, and print the result; nothing is saved if they are empty."""
    if not changes:
        say_done(_("Nothing changed."))
        return
    data = validated_input(records.noun, records.verb, changes, run.today)
    with run.work(f"{records.command} {records.verb}") as work:
        records.service.edit(work, number, data, run.today)
    if as_json:
        with run.reader() as reader:
            show_json(records.view.one(reader, number)._asdict())
    else:
        next_command = records.after_change or records.next_commands[0]
        say_done(_(records.updated).format(n=number), next_command.format(n=number))
