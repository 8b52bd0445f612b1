"""The course of each figure about workable work on the command line."""

from coachlog.base.texts import _
from coachlog.display.page import Page
from coachlog.journal.coachee.lookup import find
from coachlog.journal.workability import queries
from coachlog.terminal.context import context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, Who, show_list
from coachlog.terminal.record_output import show_page
from coachlog.views.workability import page


def trend(who: Who, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show how each figure about workable work changed over time.

    coachlog workability trend amina
    """
    run = context()
    with run.reader() as reader:
        person = find(reader, who)
        checkins = queries.in_time(reader, person.handle)
        goals = page.lens_goals(reader, person.handle)
    figures, output = page.figures(checkins), OutputFormat(as_json, as_csv)

    def make_page() -> Page:
        return page.page(person.name, checkins, goals, run.today)

    if figures or as_json:
        record = page.record(person.handle, checkins, goals)
        show_page(run, output, figures, record, make_page)
    else:
        show_list(run, output, page.FigureLine._fields, (), (), _("No check-ins yet."))
