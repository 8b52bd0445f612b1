"""What erasing somebody would take, read from the journal, its backups and the files around it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from coachlog import settings
from coachlog.admin.history_text import HistoryText
from coachlog.base.name_finder import NameFinder, Names
from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import N_, _
from coachlog.journal.coachee.lookup import Person
from coachlog.schema.tables import TABLES, label
from coachlog.store.connection import Reader
from coachlog.store.erasing import copies, nameless, second_places
from coachlog.store.erasing.mentions import NamedText, find_mentions
from coachlog.store.erasing.persons import names_of, records_of, with_merged_ids
from coachlog.store.erasing.rows import drafts_of
from coachlog.terminal import scratch
from coachlog.terminal.context import Context
from coachlog.terminal.rescue import clear_old, draft_label, rescued_files

_AROUND = 40
"""So many characters of a text are shown before and after a name."""

_EXCERPT_MOST = 120
ERROR_LOG = "error.log"


class MentionLine(NamedTuple):
    """A text of somebody else's record that names the person, as JSON has it."""

    n: int
    record: str
    field: str
    text: str
    sure: bool
    decision: str | None = None


class ErasePreview(NamedTuple):
    """All that an erasure would do. *hours* are conversations that were held.

    *asked_files* are files of which nobody can tell whether they are about this person.
    """

    person: Person
    ids: frozenset[str]
    records: Mapping[str, int]
    logged: int
    draft_ids: Sequence[str]
    texts: Sequence[NamedText]
    lines: Sequence[MentionLine]
    hours: int
    backups: int
    damaged: Sequence[Path]
    files: Sequence[Path]
    asked_files: Sequence[Path]
    places: Sequence[str]


def read_preview(run: Context, reader: Reader, person: Person) -> ErasePreview:
    """Return what erasing a person would do."""
    ids = copies.with_ids_in_copies(run.store, reader, with_merged_ids(reader, person.id))
    people = sorted(ids)
    names = names_of(reader, people)
    records = records_of(reader, people)
    own_drafts = drafts_of(reader, people)
    texts = [
        text
        for text in find_mentions(reader, NameFinder(names))
        if text.record_id not in records.removed.get(text.table, ())
        and text.record_id not in own_drafts
    ]
    history = HistoryText(reader, run)
    files, asked_files = _files(run, names, own_drafts)
    return ErasePreview(
        person,
        ids,
        {table: len(each) for table, each in records.removed.items()},
        logged=sum(map(len, records.logged.values())),
        draft_ids=own_drafts,
        texts=texts,
        lines=[_line(history, n, text) for n, text in enumerate(texts, 1)],
        hours=len(nameless.held_talks(reader, records.removed.get("session", ()))),
        backups=len(copies.backups_of(run.store)) + len(copies.older_stores(run.store)),
        damaged=list(copies.unreadable(run.store)),
        files=files,
        asked_files=asked_files,
        places=second_places.known_places(run.store, run.second_place),
    )


def _line(history: HistoryText, n: int, text: NamedText) -> MentionLine:
    """Return a text that names the person as a line of the preview, numbered *n*."""
    if text.table == "draft":
        record, field = _("an unfinished conversation"), _("answers")
    else:
        record, field = history.name(text.table, text.record_id), _(label(text.table, text.column))
    return MentionLine(n, record, field, _excerpt(text), text.sure)


def _excerpt(text: NamedText) -> str:
    """Return the words around the first place where the person is named."""
    first = text.found[0]
    start, end = max(0, first.start - _AROUND), first.end + _AROUND
    part = text.text[start:end]
    words = f"{'… ' if start else ''}{part}{' …' if end < len(text.text) else ''}"
    return shorten(visible_line(words), _EXCERPT_MOST)


def _files(run: Context, names: Names, draft_ids: Sequence[str]) -> tuple[list[Path], list[Path]]:
    """Return the files with rescued text that are about somebody, and those that may be."""
    scratch.clear()  # what editors left becomes a rescue file
    clear_old(run)
    finder = NameFinder(names)
    of_drafts = tuple(draft_label(draft_id) for draft_id in draft_ids)
    sure: list[Path] = []
    unsure: list[Path] = []
    for rescued in rescued_files(""):
        is_theirs = rescued.label.startswith(of_drafts) if of_drafts else False
        is_sure = is_theirs or any(found.sure for found in finder.find(rescued.text))
        (sure if is_sure else unsure).append(rescued.path)
    return [*sure, *_error_log(finder)], unsure


def _error_log(finder: NameFinder) -> Iterator[Path]:
    """Yield the path of the error log if it names the person."""
    path = settings.state_place(ERROR_LOG)
    with suppress(OSError):
        if finder.find(path.read_text("utf-8", errors="replace")):
            yield path


UNREACHED = (
    N_("Not reached: what you printed, mailed, exported or copied elsewhere yourself."),
    N_(
        "Nor what the disk keeps by itself: its snapshots, and what a solid-state disk still holds."
    ),
)


def counted_nouns(records: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return the tables of which records go, in the order of TABLES, with how many."""
    return [(table, records[table]) for table in TABLES if records.get(table)]
