"""Pages for others than the coach, in the language of the person they are about."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from coachlog.base.texts import N_, _, speaking
from coachlog.display.page import Page
from coachlog.journal.coachee.queries import Person, find, line
from coachlog.journal.release.fields import is_same
from coachlog.journal.session.queries import line as session_line
from coachlog.report import own_plan, released
from coachlog.report import prepare as prepare_page
from coachlog.report import takehome as takehome_page
from coachlog.report.readers import ForWhom, reader_of, say_what_is_missing, say_who_else
from coachlog.store.connection import Reader
from coachlog.terminal.command_options import FileWish, option_info, with_file
from coachlog.terminal.context import Context, context, hint, say
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_list
from coachlog.terminal.whole_page import show_whole, wished_file
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


def target(as_json: bool, as_csv: bool, file: FileWish) -> PageTarget:
    """Return where a page goes, checked before anything is read."""
    run = context()
    checked = wished_file(run, file, as_data=as_json or as_csv)
    return PageTarget(run, OutputFormat(as_json, as_csv), checked)


@with_file
def takehome(
    number: Annotated[str, typer.Argument(metavar="N", help=N_("The number of the conversation."))],
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    *,
    file: FileWish,
) -> None:
    """Make the page to take home after a conversation; nothing private is on it.

    coachlog report takehome 2
    """
    place = target(as_json, as_csv, file)
    with place.run.reader() as reader:
        session = session_line(reader, parse.number(number) or 0)
        with speaking(line(reader, session.coachee).language):
            show(place, takehome_page.page(reader, session, place.run.today))


@with_file
def prepare(who: Who, as_json: AsJson = False, as_csv: AsCsv = False, *, file: FileWish) -> None:
    """Make the page with which somebody prepares the next conversation.

    coachlog report prepare amina
    """
    place = target(as_json, as_csv, file)
    with place.run.reader() as reader, speaking(language_of(reader, find(reader, who))):
        show(place, prepare_page.page(reader, who, place.run.now))


@with_file
def pop(
    who: Who,
    for_whom: Annotated[
        str | None,
        option_info(
            "--for",
            N_("The reader of the plan; if left out, the person, who gets all shared goals."),
            "READER",
        ),
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    *,
    file: FileWish,
) -> None:
    """Make a personal development plan (POP): the person's own, or what one reader may see.

    coachlog report pop amina
    """
    place = target(as_json, as_csv, file)
    run = place.run
    with run.reader() as reader:
        person = find(reader, who)
    reader_name = parse.line(for_whom)
    if reader_name and not is_same(reader_name, person.name):
        _show_for_reader(place, "report pop", person, reader_name, released.plan)
        return
    with run.reader() as reader, speaking(language_of(reader, person)):
        show(place, own_plan.page(reader, person, run.now, run.today))
    example = hint(f'report pop {person.handle} --for "{_("NAME")}"')
    text = _("This plan is for {name}. For the manager, with what was released: {command}")
    say(text.format(name=person.name, command=example))


@with_file
def threeway(
    who: Who,
    for_whom: ForWhom = None,
    moment: Annotated[
        str,
        typer.Option("--moment", metavar="WORD", help=N_("start, halfway or end.")),
    ] = "start",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    *,
    file: FileWish,
) -> None:
    """Make the agenda of a three-way talk: what was released to the third, and what to discuss.

    coachlog report threeway amina --for "Koen Maes" --moment halfway
    """
    moment_id = parse.choice(moment, released.MOMENTS) or "start"

    def make(texts: released.Released) -> Page:
        return released.three_way(texts, moment_id)

    place = target(as_json, as_csv, file)
    with place.run.reader() as reader:
        person = find(reader, who)
    _show_for_reader(place, "report threeway", person, for_whom, make)


def _show_for_reader(
    place: PageTarget,
    command: str,
    person: Person,
    for_whom: str | None,
    make: Callable[[released.Released], Page],
) -> None:
    """Show the page that *make* builds from what was released to one reader.

    *for_whom* is the reader as typed, or None; *command* is for the message where it is missing.
    """
    with place.run.reader() as reader:
        reader_name = reader_of(place.run, reader, person, for_whom, command)
        texts = released.read(reader, person, reader_name)
        with speaking(language_of(reader, person)):
            show(place, make(texts))
    # After the page, in the language of the coach: it is not for the person or the reader.
    say_who_else(texts.others)
    say_what_is_missing(texts, command)


def language_of(reader: Reader, person: Person) -> str | None:
    """Return the language of a person, in which pages for them are; None for that of the run."""
    return line(reader, person.handle).language


def show(place: PageTarget, page: Page) -> None:
    """Show a page for others: drawn, as plain lines or a file for people, its lines as data."""
    run, output, file = place
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
