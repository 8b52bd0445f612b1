"""`growth course`: how the figures that the coach gave themselves changed."""

from coachlog.base.texts import _
from coachlog.journal.growth.rating.competences import load
from coachlog.journal.growth.rating.queries import courses
from coachlog.terminal.context import context, hint
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_list
from coachlog.terminal.record_output import show_page
from coachlog.views.growth.page import CourseLine, course_lines, page, record


def course(as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show how you rated your own competences over time; only for you.

    coachlog growth course
    """
    run, competences = context(), load()
    with run.reader() as reader:
        found = courses(reader)
    output, lines = OutputFormat(as_json, as_csv), course_lines(competences, found)
    if lines or as_json:
        data = record(competences, found)
        show_page(run, output, lines, data, lambda: page(competences, found, run.today))
    else:
        empty = _("You have not rated yourself yet: {command}")
        text = empty.format(command=hint("growth self"))
        show_list(run, output, CourseLine._fields, (), (), text)
