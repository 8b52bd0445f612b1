"""Reads notes in Markdown: a vault, a folder or one note."""

from collections.abc import Iterator

from coachlog.intake.markdown import own
from coachlog.intake.markdown.folder import note_files
from coachlog.intake.markdown.note import incoming, parsed
from coachlog.intake.record import Item, Problem
from coachlog.intake.request import ImportRequest
from coachlog.intake.source import SourceFile


def read(source: SourceFile, request: ImportRequest) -> Iterator[Item]:
    """Yield the records of the notes; those of people that coachlog wrote come first.

    Raises RefusedError for a single note that is no text.
    """
    if source.is_folder:
        for file in note_files(source, request.encoding):
            written_note = own.own_note(file)
            if written_note.id and written_note.is_of_person:
                yield from own.incoming(written_note, request)
    for file in note_files(source, request.encoding):
        written_note = own.own_note(file)
        if file.problem:
            yield Problem(file.place, file.problem)
        elif not written_note.id:
            yield from incoming(parsed(file, request.own_name), file.stem, request)
        elif not (source.is_folder and written_note.is_of_person):
            yield from own.incoming(written_note, request)
