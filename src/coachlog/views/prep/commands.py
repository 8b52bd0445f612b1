"""`coachlog prep`: the page before a conversation."""

from typing import Annotated

import typer

from coachlog.base.texts import N_
from coachlog.interview.titles import titles
from coachlog.terminal.context import context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_json, show_list
from coachlog.terminal.whole_page import show_whole
from coachlog.views.prep import page as pages
from coachlog.views.prep import read as reading


def prep(
    coachee: Annotated[str, typer.Argument(metavar="WHO", help=N_("Short name or full name."))],
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show one page to prepare a conversation with somebody.

    coachlog prep amina
    """
    run = context()
    with run.reader() as reader:
        found = reading.read(reader, coachee, run.now)
        found = reading.with_momentum(reader, found, run.today)
    if as_json and not as_csv:
        show_json(pages.as_json(found, run.today))
    elif as_csv:
        wish, lines = OutputFormat(as_json, as_csv), pages.flat(found, run.today)
        show_list(run, wish, pages.PrepLine._fields, lines, (), "")
    else:
        show_whole(run, pages.page(_with_title(found) if found.silent else found, run))


def _with_title(found: reading.Prep) -> reading.Prep:
    method = found.last and found.last.method
    return found.telling(titles([method])[method]) if method else found
