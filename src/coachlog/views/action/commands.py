"""One action on the command line."""

from coachlog.journal.common.numbered import Number
from coachlog.terminal.context import context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_page
from coachlog.values import parse
from coachlog.views.action.page import page
from coachlog.views.action.read import as_json as more_of
from coachlog.views.action.read import read, rows


def show(number: Number, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show one action: due date, confidence, what came of it.

    coachlog action show 1
    """
    run = context()
    with run.reader() as reader:
        found = read(reader, parse.number(number) or 0)
    wish, more = OutputFormat(as_json, as_csv), more_of(found)
    show_page(run, wish, found.action, lambda: page(found, run), rows(found), more)
