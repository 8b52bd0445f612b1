"""The command `knows`: lists readers, or shows what one of them was ever given."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from coachlog.base.days import day_text
from coachlog.base.folding import plain
from coachlog.base.texts import N_, _, language, ngettext
from coachlog.display.page import Page, Section
from coachlog.journal.coachee.queries import line as coachee_line
from coachlog.journal.release import queries
from coachlog.journal.release.charters import section as charter_section
from coachlog.journal.release.charters import signed_by
from coachlog.journal.release.page import lines, withdrawn
from coachlog.journal.release.queries import ReaderLine, ReleaseLine
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.terminal.column import Column
from coachlog.terminal.context import context, hint, say
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_list
from coachlog.terminal.whole_page import show_whole

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

COLUMNS = (
    Column("reader", N_("Reader"), "person"),
    Column("released", N_("Released"), "number"),
    Column("handed_over", N_("Handed over"), "number"),
    Column("withdrawn", N_("Withdrawn"), "number"),
    Column("about", N_("People"), "number", 2),
    Column("first_on", N_("First"), "day", 3),
    Column("last_on", N_("Last"), "day"),
    Column("charters", N_("Charters"), "number", 3),
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
    run, output_format = context(), OutputFormat(as_json, as_csv)
    if reader is None:
        with run.reader() as store:
            readers = queries.readers(store)
        show_list(
            run, output_format, ReaderLine._fields, readers, COLUMNS, _("Nothing was released yet.")
        )
        return
    with run.reader() as store:
        copies = queries.to_reader(store, reader)
        charters = signed_by(store, reader)
        handles = {copy.coachee for copy in copies} | {charter.coachee for charter in charters}
        names = {handle: coachee_line(store, handle).name for handle in handles}
    if output_format.json or output_format.csv:
        show_list(run, output_format, KnownLine._fields, _data(copies, charters), (), "")
    elif copies or charters:
        show_whole(run, _page(copies, charters, names))
    else:
        say(_("Nothing was released to {reader}.").format(reader=reader))
        with run.reader() as store:
            if alike := _of_that_name(store, reader):
                say(_("Did you mean {names}?").format(names=", ".join(alike)))
        say(_("All readers: {command}").format(command=hint("knows")))


def _of_that_name(store: "Reader", typed: str) -> list[str]:
    """Return the readers who have each word of *typed* in their name: `Koen` is Koen Maes too."""
    words = plain(typed).split()
    names = [line.reader for line in queries.readers(store)]
    return [name for name in names if words and set(words) <= set(plain(name).split())]


class KnownLine(NamedTuple):
    """A release, or a charter that the reader signed: with *charter*, the number of a trajectory.

    A charter has no text and no number of its own, and was *released_on* the day it was signed.
    """

    number: int | None = None
    session: int | None = None
    coachee: str = ""
    text: str | None = None
    to_whom: str = ""
    agreed_by: str | None = None
    released_on: str = ""
    handed_over_on: str | None = None
    withdrawn_on: str | None = None
    goal: int | None = None
    why: str | None = None
    steps: str | None = None
    signs: str | None = None
    milestone: str | None = None
    provided: str | None = None
    starts_on: str | None = None
    target_on: str | None = None
    personnel_file: int | None = None
    charter: int | None = None


def _data(copies: Iterable[ReleaseLine], charters: Iterable[TrajectoryLine]) -> Iterator[KnownLine]:
    """Yield the same as the page, in its order."""
    for copy in copies:
        yield KnownLine(*copy)
    for charter in charters:
        yield KnownLine(
            coachee=charter.coachee,
            to_whom=charter.sponsor or "",
            released_on=charter.charter_signed_on or "",
            charter=charter.number,
        )


def _page(copies: list[ReleaseLine], charters: list[TrajectoryLine], names: dict[str, str]) -> Page:
    """Return the page of one reader; *names* are those of the coachees, by handle."""
    # As the reader was called last.
    whom = copies[-1].to_whom if copies else charters[-1].sponsor
    count = ngettext("{n} release", "{n} releases", len(copies)).format(n=len(copies))
    title = _("What was released to {whom}").format(whom=whom)
    sections = [
        *(_section(copy, names[copy.coachee]) for copy in copies),
        *(charter_section(charter, names[charter.coachee]) for charter in charters),
    ]
    hints = [(hint("knows"), _("all readers")), (hint("session release N"), _("release a text"))]
    return Page(title, [count], sections, hints)


def _section(copy: ReleaseLine, name: str) -> Section:
    """Return the section of a copy about the person *name*: its words and what came of it."""
    if copy.goal is None:
        source = _("conversation {number}").format(number=copy.session)
    else:
        source = _("goal {n}").format(n=copy.goal)
    title = f"{day_text(copy.released_on, language())} · {name} · {source}"
    return Section(title, list(lines(copy, language())), note=_status(copy))


def _status(copy: ReleaseLine) -> str:
    if copy.handed_over_on:
        return _("handed over")
    return withdrawn(copy, language()) or _("not handed over")
