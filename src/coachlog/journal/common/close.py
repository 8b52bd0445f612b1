"""Closes a record by its number; closing it again changes nothing."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.base.texts import _
from coachlog.journal.common.numbered import Number
from coachlog.journal.common.reads import View, number_of
from coachlog.terminal.command_options import Run, with_docstring, with_parameters
from coachlog.terminal.context import context
from coachlog.terminal.output import On, say_done

if TYPE_CHECKING:
    from coachlog.store.work import Work


class Closing(NamedTuple):
    """A command that closes a record by its *status*; `{n}` in the texts is the number."""

    command: str
    view: View[Any]
    status: str
    message: str
    already_message: str
    """The message where the record has this status already."""
    next_command: str
    next_if_already: str = ""
    """The next command where nothing changed, if it is another one."""
    cleared_columns: tuple[str, ...] = ()
    """Columns that become empty, such as the conversation in which a goal was closed before."""


ExtraValues = Callable[["Work", dict[str, Any]], Mapping[str, object]]
"""Returns other columns to set, given the row before it is closed; may raise to refuse that."""


def no_extra_values(_work: "Work", _before: dict[str, Any]) -> Mapping[str, object]:
    """Return no other columns: most commands set the status and the day only."""
    return {}


def close_numbered(
    closing: Closing, number: str, on: str | None, extra_values: ExtraValues = no_extra_values
) -> None:
    """Close the record whose number was typed, and print the result.

    The day *on* is today where it is None. Raises what *extra_values* raises.
    """
    run = context()
    day = run.past_day(on).isoformat()
    with run.work(closing.command) as work:
        record_number = number_of(work, closing.view.table, number)
        row = closing.view.record(work, record_number)
        values = {"status": closing.status, **extra_values(work, row)}
        # Closing it again keeps the first day, unless a day was given.
        if on is not None or row["status"] != closing.status:
            values["closed_on"] = day
        is_changed = any(row[column] != value for column, value in values.items())
        if is_changed:
            cleared_values = dict.fromkeys(closing.cleared_columns)
            work.update(closing.view.table, row["id"], values | cleared_values)
    if is_changed:
        message, next_command = closing.message, closing.next_command
    else:
        message = closing.already_message
        next_command = closing.next_if_already or closing.next_command
    say_done(_(message).format(n=record_number), next_command.format(n=record_number))


def close_command(
    closing: Closing, extra_values: ExtraValues = no_extra_values
) -> Callable[[Run], Run]:
    """Return a decorator that makes a closing command; the function only gives its docstring."""

    def close(which: str, on: str | None) -> None:
        close_numbered(closing, which, on, extra_values)

    return lambda function: with_parameters({"which": Number, "on": On})(
        with_docstring(close, function)
    )
