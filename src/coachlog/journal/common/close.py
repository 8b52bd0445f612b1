"""A record that is closed by its number: done twice is done."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from coachlog.base.texts import _
from coachlog.journal.common.reads import View
from coachlog.terminal.context import context
from coachlog.terminal.output import say_done as tell
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.store.work import Work


class Closing(NamedTuple):
    """A verb that gives a record its last *status*. In texts and commands `{n}` is its number."""

    command: str
    view: View[Any]
    status: str
    done: str
    already: str
    next_command: str
    next_of_already: str = ""
    """Where that is another one."""
    emptied: tuple[str, ...] = ()
    """The columns that it makes empty."""


Telling = Callable[["Work", dict[str, Any]], Mapping[str, object]]
"""What a verb was told besides, by column, for a row as it was; it may refuse to close that."""


def nothing(_work: "Work", _before: dict[str, Any]) -> Mapping[str, object]:
    """What most verbs are told besides."""
    return {}


def close_numbered(
    closing: Closing, number: str, on: str | None, telling: Telling = nothing
) -> None:
    """Close the record whose number was typed, and say so; raises what *telling* raises."""
    run = context()
    which = parse.number(number) or 0
    day = run.past_day(on).isoformat()
    with run.work(closing.command) as work:
        before = closing.view.record(work, which)
        values = {"status": closing.status, **telling(work, before)}
        if on is not None or before["status"] != closing.status:
            values["closed_on"] = day
        changed = any(before[name] != value for name, value in values.items())
        if changed:
            empty = dict.fromkeys(closing.emptied)
            work.update(closing.view.table, before["id"], values | empty)
    again = closing.next_of_already or closing.next_command
    told, next_command = (
        (closing.done, closing.next_command) if changed else (closing.already, again)
    )
    tell(_(told).format(n=which), next_command.format(n=which))
