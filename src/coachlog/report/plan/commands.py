"""`report pop` and `report threeway`: pages for one reader, with what that reader may see."""

from collections.abc import Callable
from typing import Annotated

import typer

from coachlog.base.texts import N_, _, speaking
from coachlog.display.page import Page
from coachlog.journal.coachee.lookup import Person, find
from coachlog.journal.trajectory.queries import latest
from coachlog.report import released
from coachlog.report.commands import PageTarget, Who, language_of, page_target, show
from coachlog.report.plan import own_plan
from coachlog.report.readers import ForWhom, reader_of, say_what_is_missing, say_who_else
from coachlog.store.connection import Reader
from coachlog.terminal.command_options import FileOptions, option_info, with_file
from coachlog.terminal.context import hint, say
from coachlog.terminal.output import AsCsv, AsJson
from coachlog.values import parse


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
    file: FileOptions,
) -> None:
    """Make a personal development plan (POP): the person's own, or what one reader may see.

    coachlog report pop amina
    """
    target = page_target(as_json, as_csv, file)
    run = target.run
    reader_name = parse.line(for_whom)
    with run.reader() as reader:
        person = find(reader, who)
        if reader_name:
            _show_for_reader(target, reader, "report pop", person, reader_name, released.plan)
            return
        trajectory = latest(reader, person.handle)
        with speaking(language_of(reader, person)):
            show(target, own_plan.page(reader, person, run.now, run.today))
    sponsor = (trajectory and trajectory.sponsor) or _("NAME")
    example = hint(f'report pop {person.handle} --for "{sponsor}"')
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
    file: FileOptions,
) -> None:
    """Make the agenda of a three-way talk: what was released to the third, and what to discuss.

    coachlog report threeway amina --for "Koen Maes" --moment halfway
    """
    moment_id = parse.choice(moment, released.MOMENTS) or "start"

    def make(texts: released.Released) -> Page:
        return released.three_way(texts, moment_id)

    target = page_target(as_json, as_csv, file)
    with target.run.reader() as reader:
        person = find(reader, who)
        _show_for_reader(target, reader, "report threeway", person, for_whom, make)


def _show_for_reader(
    target: PageTarget,
    reader: Reader,
    command: str,
    person: Person,
    for_whom: str | None,
    make: Callable[[released.Released], Page],
) -> None:
    """Show the page that *make* builds from what was released to one reader.

    *for_whom* is the reader as typed, or None; *command* is for the message where it is missing.
    """
    reader_name = reader_of(target.run, reader, person, for_whom, command)
    texts = released.read(reader, person, reader_name)
    with speaking(language_of(reader, person)):
        show(target, make(texts))
    # After the page, in the language of the coach: it is not for the person or the reader.
    say_who_else(texts.others)
    say_what_is_missing(texts, command)
