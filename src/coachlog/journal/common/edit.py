"""`edit N` of each noun with numbers: what is kept is shown, and what changed is kept."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.base.texts import _
from coachlog.journal.coachee.queries import find
from coachlog.terminal.collect import Change, FormField, change_record
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import done, show_json
from coachlog.terminal.record import Record
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.connection import Reader


class Changing(NamedTuple):
    """What one noun has of its own. In texts and commands `{n}` is the number."""

    command: str
    title: str
    """With `{name}` for the person whose record it is."""
    changed: str
    next_command: str
    line: Callable[["Reader", int], Any]
    """Its public line, with the `coachee` if it is somebody's; raises NotFoundError."""
    saving: Callable[[], tuple[Any, Callable[..., Any]]]
    """Loads the input model and the use case `(work, number, data, today)`: both are heavy."""
    besides: Callable[["Reader", int], dict[str, str]] = lambda _reader, _number: {}
    """Present values that are no column of its line."""


def change_numbered(
    noun: Changing, fields: Sequence[FormField], which: str, change: Change, as_json: bool
) -> None:
    """Change the record with the number *which*; where nothing changed, nothing is written."""
    run = context()
    number = parse.number(which) or 0
    change_record(
        run,
        f"{noun.command} {number}",
        lambda: _record(run, noun, fields, number),
        lambda changes: _save(run, noun, number, changes, as_json),
        change,
    )


def _record(run: Context, noun: Changing, fields: Sequence[FormField], number: int) -> Record:
    with run.reader() as reader:
        present = noun.line(reader, number)._asdict() | noun.besides(reader, number)
        # What is the coach's own belongs to nobody else.
        name = find(reader, present["coachee"]).name if "coachee" in present else ""
    return Record(fields, present, _(noun.title).format(n=number, name=name))


def _save(
    run: Context, noun: Changing, number: int, changes: dict[str, Any], as_json: bool
) -> None:
    if not changes:
        done(_("Nothing changed."))
        return
    from coachlog.journal.common.input_types import checked  # heavy, like model and use case

    model, change = noun.saving()
    data = checked(model, changes, run.today)
    with run.work(noun.command) as work:
        change(work, number, data, run.today)
    if as_json:
        with run.reader() as reader:
            show_json(noun.line(reader, number)._asdict())
    else:
        done(_(noun.changed).format(n=number), noun.next_command.format(n=number))
