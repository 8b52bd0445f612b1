"""`coachlog prep`: the page before a conversation."""

from coachlog.interview.titles import titles
from coachlog.terminal.context import context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, Who, show_json, show_list
from coachlog.terminal.whole_page import show_whole
from coachlog.views.prep import page as pages
from coachlog.views.prep import read as reading


def prep(coachee: Who, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show one page to prepare a conversation with somebody.

    coachlog prep amina
    """
    run = context()
    with run.reader() as reader:
        preparation = reading.read(reader, coachee, run.now)
        preparation = reading.with_momentum(reader, preparation, run.today)
    if as_csv:
        output = OutputFormat(as_json, as_csv)  # show_list refuses both formats at once
        lines = pages.flat(preparation, run.today)
        show_list(run, output, pages.PrepLine._fields, lines, (), "")
    elif as_json:
        show_json(pages.as_json(preparation, run.today))
    else:
        show_whole(run, pages.page(_with_method_title(preparation), run))


def _with_method_title(prep: reading.Prep) -> reading.Prep:
    """Return *prep* with the title of the last conversation's method in place of its id.

    Unchanged where the page does not show the method, because there are notes to show: titles are
    read from the files of the methods, which takes time.
    """
    talk = prep.last
    if talk is None or talk.method is None or prep.has_notes:
        return prep
    title = titles([talk.method])[talk.method]
    return prep._replace(last=talk._replace(method=title))
