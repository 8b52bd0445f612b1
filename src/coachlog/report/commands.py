"""Pages for others than the coach, in the language of the person they are about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from coachlog.base.texts import N_, speaking
from coachlog.display.page import Page
from coachlog.journal.coachee.lookup import Person, find
from coachlog.journal.coachee.queries import line
from coachlog.journal.session.queries import line as session_line
from coachlog.report import prepare as prepare_page
from coachlog.report import takehome as takehome_page
from coachlog.store.connection import Reader
from coachlog.terminal.command_options import FileOptions, with_file
from coachlog.terminal.context import Context, context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_list
from coachlog.terminal.whole_page import requested_file, show_whole
from coachlog.values import parse

if TYPE_CHECKING:
    from coachlog.terminal.page_file import PageFile

Who = Annotated[str, typer.Argument(metavar="WHO", help=N_("Short name or full name."))]


class PageTarget(NamedTuple):
    """Where a page goes: data of one form, a file, or the screen."""

    run: Context
    output: OutputFormat
    file: "PageFile | None"


class PageLine(NamedTuple):
    """A line of a page, as `--json` and `--csv` give it."""

    section: str
    label: str
    text: str
    told: str


def page_target(as_json: bool, as_csv: bool, file: FileOptions) -> PageTarget:
    """Return where a page goes, checked before anything is read."""
    run = context()
    checked = requested_file(run, file, as_data=as_json or as_csv)
    return PageTarget(run, OutputFormat(as_json, as_csv), checked)


@with_file
def takehome(
    number: Annotated[str, typer.Argument(metavar="N", help=N_("The number of the conversation."))],
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    *,
    file: FileOptions,
) -> None:
    """Make the page to take home after a conversation; nothing private is on it.

    coachlog report takehome 2
    """
    target = page_target(as_json, as_csv, file)
    with target.run.reader() as reader:
        session = session_line(reader, parse.number(number) or 0)
        with speaking(line(reader, session.coachee).language):
            show(target, takehome_page.page(reader, session, target.run.today))


@with_file
def prepare(who: Who, as_json: AsJson = False, as_csv: AsCsv = False, *, file: FileOptions) -> None:
    """Make the page with which somebody prepares the next conversation.

    coachlog report prepare amina
    """
    target = page_target(as_json, as_csv, file)
    with target.run.reader() as reader, speaking(language_of(reader, find(reader, who))):
        show(target, prepare_page.page(reader, who, target.run.now))


def language_of(reader: Reader, person: Person) -> str | None:
    """Return the language of a person, in which pages for them are; None for that of the run."""
    return line(reader, person.handle).language


def show(target: PageTarget, page: Page) -> None:
    """Show a page for others: drawn, as plain lines or a file for people, its lines as data."""
    run, output, file = target
    if output.json or output.csv:
        show_list(run, output, PageLine._fields, _lines(page), (), "")
    else:
        show_whole(run, page, file)


def _lines(page: Page) -> Iterator[PageLine]:
    """Yield the title with the facts, then the lines of each section; hints are left out."""
    yield PageLine("", "", page.title, " · ".join(page.facts))
    for section in page.sections:
        for page_line in section.lines:
            yield PageLine(section.title, page_line.label, page_line.text, page_line.note)
