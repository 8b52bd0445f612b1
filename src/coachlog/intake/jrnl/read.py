"""Reads a journal of jrnl: its own file, or an export of it."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from coachlog.intake.incoming import Incoming, Told
from coachlog.intake.jrnl.entry import DiaryEntry, incoming
from coachlog.intake.jrnl.exports import entries_in_json, entries_in_yaml
from coachlog.intake.jrnl.text import entries_in_text
from coachlog.intake.source import SourceFile
from coachlog.intake.wishes import Wishes


def read(source: SourceFile, wishes: Wishes) -> Iterator[Incoming | Told]:
    """Yield a conversation for each entry, and what could not be read. Raises RefusedError."""
    yield from incoming(_entries(source.text(wishes.encoding), wishes.date_order), wishes)


def _entries(text: str, date_order: str | None) -> Iterator[DiaryEntry | Told]:
    begin = text.lstrip()[:3]
    if begin.startswith("{"):
        return entries_in_json(text)
    if begin == "---":
        return entries_in_yaml(text, date_order)
    return entries_in_text(text, date_order)


def write_rejected(_out: BinaryIO, _source: SourceFile, _told: Sequence[Told]) -> None:
    """Write nothing: what is there already is passed over when the file is read again."""
