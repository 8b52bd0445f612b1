"""One person on the command line."""

from typing import Annotated

import typer

from coachlog.base.texts import N_
from coachlog.journal.common.corrections import (
    json_with_corrections,
    on_person,
    page_with_corrections,
)
from coachlog.terminal.context import context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, Who
from coachlog.terminal.record_output import show_page
from coachlog.views.person.page import page
from coachlog.views.person.read import read, record


def show(
    who: Who,
    gas: Annotated[
        bool, typer.Option("--gas", help=N_("Also the T-score of the goals with levels."))
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show one person: talents, goals, open actions, recent conversations.

    coachlog coachee show amina
    """
    run = context()
    with run.reader() as reader:
        view = read(reader, who, run.now, with_gas=gas)
        corrections = on_person(reader, view.prep.person.handle)
    output = OutputFormat(as_json, as_csv)
    as_data = json_with_corrections(record(view), corrections)
    rows = [view.prep.person]
    show_page(
        run, output, rows, as_data, lambda: page_with_corrections(page(view, run), corrections)
    )
