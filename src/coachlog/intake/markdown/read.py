"""Reads notes in Markdown: a vault, a folder or one note."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from coachlog.intake.incoming import Incoming, Told
from coachlog.intake.markdown import own
from coachlog.intake.markdown.folder import note_files
from coachlog.intake.markdown.note import incoming, parsed
from coachlog.intake.source import SourceFile
from coachlog.intake.wishes import Wishes


def read(source: SourceFile, wishes: Wishes) -> Iterator[Incoming | Told]:
    """Yield the records of the notes; those of people that coachlog wrote come first.

    Raises RefusedError for a single note that is no text.
    """
    if source.is_folder:
        for file in note_files(source, wishes.encoding):
            mine = own.own_note(file)
            if mine.id and mine.is_of_person:
                yield from own.incoming(mine, wishes)
    for file in note_files(source, wishes.encoding):
        mine = own.own_note(file)
        if file.problem:
            yield Told(file.place, file.problem)
        elif not mine.id:
            yield from incoming(parsed(file, wishes.own_name), file.stem, wishes)
        elif not (source.is_folder and mine.is_of_person):
            yield from own.incoming(mine, wishes)


def write_rejected(_out: BinaryIO, _source: SourceFile, _told: Sequence[Told]) -> None:
    """Write nothing: a note stays where it is, and is mended there."""
