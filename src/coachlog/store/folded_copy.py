"""A journal to search in: the one that is there, or a copy in which all words are folded."""

import sqlite3
from contextlib import closing

from coachlog.store.connection import Reader
from coachlog.store.faults import closed_on_failure, translated
from coachlog.store.wordforms import fold, lacks


def whole(reader: Reader) -> Reader:
    """*reader*, or one of a copy in memory where another program wrote what is not folded yet."""
    with translated(reader.path):
        if not lacks(reader.connection):
            return reader
        copy = sqlite3.connect(":memory:", isolation_level=None)
        with closed_on_failure(copy), closing(reader.connection):
            reader.connection.backup(copy)
            fold(copy)
    found = Reader(reader.path, copy)
    found.watch = reader.watch
    return found
