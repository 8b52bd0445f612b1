"""A reader to search with: of the journal itself, or of a copy in which all words are folded."""

from contextlib import closing

from coachlog.store.bare import copy_pages, in_ram
from coachlog.store.connection import Reader
from coachlog.store.faults import close_on_failure, translate_errors
from coachlog.store.wordforms import fold_documents, has_unfolded_documents


def searchable_reader(reader: Reader) -> Reader:
    """Return *reader*, or one of a copy in memory in which all documents are folded.

    The copy is made, and *reader* closed, where another program wrote documents not yet folded.
    """
    with translate_errors(reader.path):
        if not has_unfolded_documents(reader.connection):
            return reader
        copy = in_ram(reader.connection)
        with close_on_failure(copy), closing(reader.connection):
            copy_pages(reader.connection, copy, reader.path)
            fold_documents(copy)
    copy_reader = Reader(reader.path, copy)
    copy_reader.watch = reader.watch
    return copy_reader
