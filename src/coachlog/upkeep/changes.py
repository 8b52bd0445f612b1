"""`undo`, `redo` and `history`: what was done, and taking it back."""

from typing import Annotated

import typer

from coachlog import kinds
from coachlog.clock import moment_of, zone
from coachlog.dateshow import show_moment
from coachlog.store.history import Operation, operations
from coachlog.terminal.context import context, say
from coachlog.terminal.output import LIMIT, AsCsv, AsJson, Column, Limit, Wish, limit_of, show_list
from coachlog.texts import N_, _, language

COLUMNS = (
    Column("place", N_("No."), "number"),
    Column("stamp", N_("When"), "instant_time"),
    Column("command", N_("Command")),
    Column("what", N_("What"), "text", 2),
    Column("holds", N_("Holds"), "flag"),
)


def history(limit: Limit = LIMIT, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List what was done, latest first; the numbers serve for undo.

    coachlog history --limit 20
    """
    run = context()
    most = limit_of(limit)
    with run.reader() as reader:
        found = operations(reader, most)
    show_list(run, Wish(as_json, as_csv), Operation._fields, found, COLUMNS, _("Nothing was done."))


def undo(
    place: Annotated[
        str | None,
        typer.Argument(metavar="[N]", help=N_("Its number in the history; the latest by itself.")),
    ] = None,
) -> None:
    """Take back what was done last, or what stands at number N of the history.

    coachlog undo
    """
    from coachlog.store.undo import undo as take_back

    run = context()
    with run.work("undo") as work:
        taken = take_back(work, kinds.number(place))
    say(_("Undone: {what}").format(what=_about(taken, run.zone)))


def redo() -> None:
    """Do again what was undone last.

    coachlog redo
    """
    from coachlog.store.undo import redo as do_again

    run = context()
    with run.work("redo") as work:
        again = do_again(work)
    say(_("Done again: {what}").format(what=_about(again, run.zone)))


def _about(operation: Operation, zone_name: str) -> str:
    moment = moment_of(operation.stamp).astimezone(zone(zone_name))
    return f"{operation.command} · {show_moment(moment, language())} · {operation.what}"
