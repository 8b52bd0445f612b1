"""The course of each figure about workable work on the command line."""

from coachlog.base.texts import _
from coachlog.journal.coachee.queries import find
from coachlog.journal.workability import queries
from coachlog.journal.workability.commands import Who
from coachlog.terminal.context import context
from coachlog.terminal.output import (
    AsCsv,
    AsJson,
    OutputFormat,
    show_json,
    show_list,
    show_rows,
)
from coachlog.terminal.whole_page import show_whole
from coachlog.views.workability import page


def trend(who: Who, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show how each figure about workable work changed over time.

    coachlog workability trend amina
    """
    run = context()
    with run.reader() as reader:
        person = find(reader, who)
        found = queries.in_time(reader, person.handle)
        goals = page.working(reader, person.handle)
    figures = page.figures(found)
    if as_json and not as_csv:
        show_json(page.as_json(person.handle, found, goals))
    elif as_json or as_csv or not figures:
        wish, fields = OutputFormat(as_json, as_csv), page.FigureLine._fields
        show_list(run, wish, fields, figures, (), _("No check-ins yet."))
    elif run.rich or run.aloud:
        show_whole(run, page.page(person.name, found, goals, run.today))
    else:
        show_rows(page.rows(found, goals))
