"""The course of each figure about workable work on the command line."""

from coachlog.base.texts import _
from coachlog.journal.coachee.queries import find
from coachlog.journal.workability import queries
from coachlog.journal.workability.commands import Who
from coachlog.terminal.context import context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_list, show_page
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
    figures, wish = page.figures(found), OutputFormat(as_json, as_csv)
    if figures or as_json:
        known = page.record(person.handle, found, goals)
        show_page(
            run, wish, figures, known, lambda: page.page(person.name, found, goals, run.today)
        )
    else:
        show_list(run, wish, page.FigureLine._fields, (), (), _("No check-ins yet."))
