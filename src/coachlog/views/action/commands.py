"""One action on the command line."""

from coachlog.journal.common.numbered import Number
from coachlog.terminal.context import context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_page
from coachlog.values import parse
from coachlog.views.action.page import page
from coachlog.views.action.read import read, record


def show(number: Number, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show one action: due date, confidence, what came of it.

    coachlog action show 1
    """
    run = context()
    with run.reader() as reader:
        found = read(reader, parse.number(number) or 0)
    wish = OutputFormat(as_json, as_csv)
    show_page(run, wish, [found.action], record(found), lambda: page(found, run))
