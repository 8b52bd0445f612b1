"""The formats that are read, by name, and which of them a file is, by its content.

A format is a folder: `read.py` in it has `read(source, request)`, which yields each `Item`,
and `write_rejected(out, source, problems)`, which writes what could not be taken so that it
can be read again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, Protocol, cast

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.intake import recognition
from coachlog.intake.record import Item, Problem
from coachlog.intake.request import ImportRequest
from coachlog.intake.source import SourceFile

if TYPE_CHECKING:
    from coachlog.intake.landing.summary import Summary
    from coachlog.store.work import Work


class FormatReader(Protocol):
    """The module `read` of a format."""

    def read(self, source: SourceFile, request: ImportRequest, /) -> Iterator[Item]:
        """Yield the records of a file, and what could not be read. Raises RefusedError."""

    def write_rejected(
        self, out: BinaryIO, source: SourceFile, problems: Sequence[Problem], /
    ) -> None:
        """Write what could not be taken, each with its reason, in the format it came in.

        Only formats with a *rejected* ending have it.
        """


class Land(Protocol):
    """The function `land` of a landing."""

    def __call__(
        self,
        work: "Work",
        source: str,
        request: ImportRequest,
        summary: "Summary",
        items: Iterable[Any],
        /,
    ) -> None:
        """Put *items* into the journal in one unit of work; *summary* counts them."""


class Format(NamedTuple):
    """A format: *name* is what `--as` takes, *label* what people call it, not translated yet.

    *recognises* tells by the first bytes or the ending. *room* is the folder it is read in.
    *rejected* is the ending of the file of what could not be taken, empty where there is none.
    *landing* is the folder whose module `landing` puts the records into the journal.
    """

    name: str
    label: str
    recognises: Callable[[SourceFile], bool]
    room: str
    rejected: str = ""
    landing: str = "landing"

    @property
    def reader(self) -> FormatReader:
        """The module that reads it, which loads what that takes."""
        return cast(FormatReader, import_module(f"coachlog.intake.{self.room}.read"))

    @property
    def land(self) -> Land:
        """The function that puts the records of a file into the journal."""
        return cast(Land, import_module(f"coachlog.intake.{self.landing}.landing").land)


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format(
            "journal",
            N_("a coachlog journal"),
            recognition.is_journal,
            "journal",
            "jsonl",
            landing="journal",
        ),
        Format("xlsx", N_("a spreadsheet"), recognition.is_spreadsheet, "tables", "csv"),
        Format("ics", N_("a calendar"), recognition.is_calendar, "calendar", "ics"),
        Format("vcard", N_("address cards"), recognition.is_vcard, "vcard", "vcf"),
        Format("dayone", N_("a diary of Day One"), recognition.is_dayone, "dayone"),
        Format("jrnl", N_("a journal of jrnl"), recognition.is_jrnl, "jrnl"),
        Format("watson", N_("hours of Watson"), recognition.is_watson, "watson"),
        Format("markdown", N_("notes in Markdown"), recognition.is_markdown, "markdown"),
        Format("csv", N_("a list as CSV"), recognition.is_csv, "tables", "csv"),
    )
}
"""In the order in which they are tried: what only one format can be comes first."""

_NOTES = (".docx", ".doc", ".odt", ".rtf", ".pdf", ".txt")


def format_of(source: SourceFile, name: str | None) -> Format:
    """Return the format called *name*, or else the one that *source* has.

    Raises RefusedError where there is none.
    """
    if name is not None:
        known = FORMATS.get(name)
        if known is None:
            raise RefusedError(
                N_("There is no format called {name}."),
                N_("Choose from: {names}"),
                name=name,
                names=", ".join(FORMATS),
            )
        return known
    for each in FORMATS.values():
        if each.recognises(source):
            return each
    raise RefusedError(
        N_("{name} is nothing that coachlog can read."),
        _remedy(source),
        name=source.name,
        names=", ".join(FORMATS),
    )


def _remedy(source: SourceFile) -> str:
    """Return what to do with a file of no format: notes and JSON belong to another command."""
    if source.name.casefold().endswith(_NOTES):
        return N_("Notes of a talk are given so: coachlog session new --after --from FILE")
    if source.head.lstrip().startswith((b"{", b"[")):
        return N_("A conversation in JSON is given so: coachlog session new --from FILE")
    return N_("Say what it is: --as NAME, one of {names}")
