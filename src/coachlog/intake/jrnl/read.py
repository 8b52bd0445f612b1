"""Reads a journal of jrnl: its own file, or an export of it."""

from collections.abc import Iterator
from pathlib import Path

from coachlog.base.decoding import decoded
from coachlog.base.errors import RefusedError
from coachlog.base.own_files import file_bytes
from coachlog.intake.jrnl.entry import DiaryEntry, incoming
from coachlog.intake.jrnl.exports import entries_in_json, entries_in_yaml
from coachlog.intake.jrnl.text import day_files, entries_in_text
from coachlog.intake.record import Item, Problem
from coachlog.intake.request import ImportRequest
from coachlog.intake.source import SourceFile

MOST_BYTES = 16 * 1024 * 1024
"""The longest file of one day."""


def read(source: SourceFile, request: ImportRequest) -> Iterator[Item]:
    """Yield a conversation for each entry, and what could not be read. Raises RefusedError."""
    if source.is_folder:
        yield from incoming(_in_folder(source.path, request), request)
    else:
        yield from incoming(_entries(source.text(request.encoding), request.date_order), request)


def _entries(text: str, date_order: str | None) -> Iterator[DiaryEntry | Problem]:
    begin = text.lstrip()
    if begin.startswith("{"):
        return entries_in_json(text)
    if begin.startswith(("---", "title: ")):
        return entries_in_yaml(text, date_order)
    return entries_in_text(text, date_order)


def _in_folder(folder: Path, request: ImportRequest) -> Iterator[DiaryEntry | Problem]:
    """Yield the entries of a journal that has a file for each day."""
    for path in day_files(folder):
        name = path.relative_to(folder).as_posix()
        try:
            text = decoded(file_bytes(path, MOST_BYTES), request.encoding)
        except RefusedError as error:
            yield Problem(name, error.cause_text())
        except OSError as error:
            yield Problem(name, error.strerror or str(error))
        else:
            for each in entries_in_text(text, request.date_order):
                yield each._replace(place=f"{name}, {each.place}")
