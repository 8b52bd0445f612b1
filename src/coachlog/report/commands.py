"""Pages for others than the coach, in the language of the person they are about."""

from collections.abc import Callable, Iterator
from typing import Annotated, NamedTuple

import typer

from coachlog.base.texts import N_, speaking
from coachlog.display.page import Page
from coachlog.journal.coachee.queries import Person, find, line
from coachlog.journal.session.queries import line as session_line
from coachlog.report import prepare as prepare_page
from coachlog.report import released
from coachlog.report import takehome as takehome_page
from coachlog.report.readers import ForWhom, reader_of, say_what_is_missing, say_who_else
from coachlog.store.connection import Reader
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_list
from coachlog.terminal.whole_page import show_whole
from coachlog.values import parse

Who = Annotated[str, typer.Argument(metavar="WHO", help=N_("Short name or full name."))]


class PageLine(NamedTuple):
    """A line of a page, as `--json` and `--csv` give it."""

    section: str
    label: str
    text: str
    told: str


def takehome(
    number: Annotated[str, typer.Argument(metavar="N", help=N_("The number of the conversation."))],
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Make the page to take home after a conversation; nothing private is on it.

    coachlog report takehome 2
    """
    run, output = context(), OutputFormat(as_json, as_csv)
    with run.reader() as reader:
        session = session_line(reader, parse.number(number) or 0)
        with speaking(line(reader, session.coachee).language):
            show(run, output, takehome_page.page(reader, session, run.today))


def prepare(who: Who, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Make the page with which somebody prepares the next conversation.

    coachlog report prepare amina
    """
    run = context()
    with run.reader() as reader, speaking(language_of(reader, find(reader, who))):
        show(run, OutputFormat(as_json, as_csv), prepare_page.page(reader, who, run.now))


def pop(who: Who, for_whom: ForWhom = None, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Make a personal development plan (POP) for one reader: the goals released to them.

    coachlog report pop amina --for "Koen Maes"
    """
    _show_for_reader("report pop", who, for_whom, OutputFormat(as_json, as_csv), released.plan)


def threeway(
    who: Who,
    for_whom: ForWhom = None,
    moment: Annotated[
        str,
        typer.Option("--moment", metavar="WORD", help=N_("start, halfway or end.")),
    ] = "start",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Make the agenda of a three-way talk: what was released to the third, and what to discuss.

    coachlog report threeway amina --for "Koen Maes" --moment halfway
    """
    moment_id = parse.choice(moment, released.MOMENTS) or "start"

    def make(texts: released.Released) -> Page:
        return released.three_way(texts, moment_id)

    _show_for_reader("report threeway", who, for_whom, OutputFormat(as_json, as_csv), make)


def _show_for_reader(
    command: str,
    who: str,
    for_whom: str | None,
    output: OutputFormat,
    make: Callable[[released.Released], Page],
) -> None:
    """Show the page that *make* builds from what was released to one reader.

    *for_whom* is the reader as typed, or None; *command* is for the message where it is missing.
    """
    run = context()
    with run.reader() as reader:
        person = find(reader, who)
        reader_name = reader_of(run, reader, person, for_whom, command)
        texts = released.read(reader, person, reader_name)
        with speaking(language_of(reader, person)):
            show(run, output, make(texts))
    # After the page, in the language of the coach: it is not for the person or the reader.
    say_who_else(texts.others)
    say_what_is_missing(texts, command)


def language_of(reader: Reader, person: Person) -> str | None:
    """Return the language of a person, in which pages for them are; None for that of the run."""
    return line(reader, person.handle).language


def show(run: Context, output: OutputFormat, page: Page) -> None:
    """Show a page for others: drawn or as plain lines for people, its lines as data."""
    if output.json or output.csv:
        show_list(run, output, PageLine._fields, _lines(page), (), "")
    else:
        show_whole(run, page)


def _lines(page: Page) -> Iterator[PageLine]:
    """Yield the title with the facts, then the lines of each section; hints are left out."""
    yield PageLine("", "", page.title, " · ".join(page.facts))
    for section in page.sections:
        for page_line in section.lines:
            yield PageLine(section.title, page_line.label, page_line.text, page_line.note)
