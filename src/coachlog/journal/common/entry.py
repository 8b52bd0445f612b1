"""The `new` and `edit` of every noun with numbers: by options, JSON or questions."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from coachlog.base.texts import _
from coachlog.journal.coachee.queries import find
from coachlog.journal.common.forms import changed_fields, new_options, new_questions
from coachlog.journal.common.reads import View
from coachlog.schema.field import Table
from coachlog.terminal.collect import Change, FormField, change_record, collect, with_options
from coachlog.terminal.command_options import Run, with_docstring
from coachlog.terminal.context import Context, context
from coachlog.terminal.inputs import InputValue
from coachlog.terminal.new_record import show_new_records
from coachlog.terminal.output import AsJson, say_done, show_json
from coachlog.terminal.record import Record
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.journal.common.input_types import Input
    from coachlog.journal.common.records import Inputs
    from coachlog.store.work import Work

Questions = Callable[[Context, dict[str, str]], Sequence[FormField]]


class Service(Protocol):
    """What a module `journal.<noun>.service` has: it is loaded when something is written."""

    INPUTS: "Inputs"

    def add(self, work: "Work", data: Any, today: date, /) -> int:
        """Keep a new record; the result is its number."""

    def edit(self, work: "Work", number: int, data: Any, today: date, /) -> None:
        """Change the fields that are given."""


class Records(NamedTuple):
    """What one noun says of its records. In texts and commands `{n}` is the number."""

    table: Table
    view: View[Any]
    title: str
    """With `{name}` for the person whose record it is."""
    saved: str
    updated: str
    next_commands: Sequence[str]
    """What can be typed after a new one."""
    after_change: str = ""
    """The same after a change, where it is not the first of those."""
    linked: Callable[[Any, int], Mapping[str, str]] = lambda _reader, _number: {}
    """Present values that are no column of the record, as they are typed."""
    verb: str = "edit"
    """The command that changes it."""

    @property
    def noun(self) -> str:
        """What it is called on the command line."""
        return self.table.name

    @property
    def service(self) -> Service:
        """Its use cases; loading them is heavy."""
        return cast(Service, import_module(f"coachlog.journal.{self.noun}.service"))


def adds(
    records: Records, asked: Questions | None = None, more: Sequence[FormField] = ()
) -> Callable[[Run], Run]:
    """Make the command that keeps a new record; the function gives its docstring alone.

    *asked* are further questions, once it is known whose record it will be. *more* are options of
    what is no column.
    """
    options = (*new_options(records.table), *more)

    def new(given: dict[str, str], source: str | None, as_json: bool) -> None:
        run, questions = context(), new_questions(records.table)
        if asked and run.interactive and not source:
            given = collect(run, questions[:1], given, None)[0].value
            questions = new_questions(records.table, asked(run, given))
        inputs = collect(run, questions, given, source)
        keep_new(run, records, inputs, as_json)

    return lambda told: with_options(options, more={"as_json": AsJson})(with_docstring(new, told))


def keep_new(
    run: Context, records: Records, inputs: Sequence[InputValue], as_json: bool, command: str = ""
) -> list[int]:
    """Keep new records and tell of each: all of them, or none. The result is their numbers."""
    from coachlog.journal.common.new import add_all  # pydantic takes longer than the questions

    service = records.service

    def add(work: "Work", data: "Input") -> int:
        return service.add(work, data, run.today)

    numbers = add_all(run, command or f"{records.noun} new", service.INPUTS["new"], inputs, add)
    told = (records.saved, *records.next_commands)
    show_new_records(run, inputs, numbers, records.view.one, *told, as_json=as_json)
    return numbers


def changes(records: Records) -> Callable[[Run], Run]:
    """Make the command that edits a record; the function gives its docstring alone."""
    fields = changed_fields(records.table)

    def edit(
        which: str, given: dict[str, str], source: str | None, guided: bool, as_json: bool
    ) -> None:
        change_numbered(records, fields, which, Change(given, source, guided), as_json)

    return lambda told: with_options(fields, number="N", more={"as_json": AsJson})(
        with_docstring(edit, told)
    )


def change_numbered(
    records: Records, fields: Sequence[FormField], which: str, change: Change, as_json: bool
) -> None:
    """Change the record with the number *which*; where nothing changed, nothing is written."""
    run, number = context(), parse.number(which) or 0
    change_record(
        run,
        f"{records.noun} {records.verb} {number}",
        lambda: _record(run, records, fields, number),
        lambda changes: _save(run, records, number, changes, as_json),
        change,
    )


def _record(run: Context, records: Records, fields: Sequence[FormField], number: int) -> Record:
    with run.reader() as reader:
        present = records.view.one(reader, number)._asdict() | dict(records.linked(reader, number))
        # What is the coach's own belongs to nobody else.
        name = find(reader, present["coachee"]).name if "coachee" in present else ""
    return Record(fields, present, _(records.title).format(n=number, name=name))


def _save(
    run: Context, records: Records, number: int, changes: dict[str, Any], as_json: bool
) -> None:
    if not changes:
        say_done(_("Nothing changed."))
        return
    from coachlog.journal.common.input_types import checked  # heavy, like the service

    service = records.service
    data = checked(service.INPUTS[records.verb], changes, run.today)
    with run.work(f"{records.noun} {records.verb}") as work:
        service.edit(work, number, data, run.today)
    if as_json:
        with run.reader() as reader:
            show_json(records.view.one(reader, number)._asdict())
    else:
        following = records.after_change or records.next_commands[0]
        say_done(_(records.updated).format(n=number), following.format(n=number))
