"""`knows`: what each reader was ever given, in its exact words."""

from typing import Annotated

import typer

from coachlog.base.days import day_text
from coachlog.base.texts import N_, _, language, ngettext
from coachlog.display.page import Page, Section
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.release import queries
from coachlog.journal.release.page import lines, withdrawn
from coachlog.journal.release.queries import ReaderLine, ReleaseLine
from coachlog.terminal.column import Column
from coachlog.terminal.context import context, hint, say
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_list
from coachlog.terminal.whole_page import show_whole

COLUMNS = (
    Column("reader", N_("Reader"), "person"),
    Column("released", N_("Released"), "number"),
    Column("handed_over", N_("Handed over"), "number"),
    Column("withdrawn", N_("Withdrawn"), "number"),
    Column("about", N_("People"), "number", 2),
    Column("first_on", N_("First"), "day", 3),
    Column("last_on", N_("Last"), "day"),
)


def knows(
    reader: Annotated[
        str | None,
        typer.Argument(metavar="[READER]", help=N_("Who something was released to.")),
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show everything a reader was ever given, word for word; without a reader, list the readers.

    coachlog knows "Koen Maes"
    """
    run, wish = context(), OutputFormat(as_json, as_csv)
    if reader is None:
        with run.reader() as store:
            found = queries.readers(store)
        show_list(run, wish, ReaderLine._fields, found, COLUMNS, _("Nothing was released yet."))
        return
    with run.reader() as store:
        given = queries.to_reader(store, reader)
        names = {each.coachee: coachee_line(store, each.coachee).name for each in given}
    if wish.json or wish.csv:
        show_list(run, wish, ReleaseLine._fields, given, (), "")
    elif given:
        show_whole(run, _page(given, names))
    else:
        say(_("Nothing was released to {reader}.").format(reader=reader))
        say(_("All readers: {command}").format(command=hint("knows")))


def _page(given: list[ReleaseLine], names: dict[str, str]) -> Page:
    """Each copy under its day and whose it is, oldest first."""
    whom = given[-1].to_whom
    count = ngettext("{n} release", "{n} releases", len(given)).format(n=len(given))
    title = _("What was released to {whom}").format(whom=whom)
    return Page(title, [count], [_section(each, names[each.coachee]) for each in given], _hints())


def _section(each: ReleaseLine, name: str) -> Section:
    source = (
        _("conversation {number}").format(number=each.session)
        if each.goal is None
        else _("goal {n}").format(n=each.goal)
    )
    title = f"{day_text(each.released_on, language())} · {name} · {source}"
    return Section(title, list(lines(each, language())), note=_standing(each))


def _standing(each: ReleaseLine) -> str:
    if each.handed_over_on:
        return _("handed over")
    return withdrawn(each, language()) or _("not handed over")


def _hints() -> list[tuple[str, str]]:
    return [(hint("knows"), _("all readers")), (hint("session release N"), _("release a text"))]
