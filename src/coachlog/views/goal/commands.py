"""One goal on the command line."""

from typing import Annotated

import typer

from coachlog.base.texts import N_
from coachlog.journal.common.numbered import Number
from coachlog.terminal.context import context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_page
from coachlog.values import parse
from coachlog.views.goal.page import page
from coachlog.views.goal.read import read, record


def show(
    number: Number,
    gas: Annotated[bool, typer.Option("--gas", help=N_("Also the T-score of its levels."))] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show one goal: its trend, its actions, what is wanted and what is not.

    coachlog goal show 1
    """
    run = context()
    with run.reader() as reader:
        found = read(reader, parse.number(number) or 0, run.today, with_gas=gas)
    wish = OutputFormat(as_json, as_csv)
    show_page(run, wish, [found.goal], record(found), lambda: page(found, run))
