"""The words of documents whose letters the program folds, for SQLite folds Latin ones only.

It folds them before it commits. What another program wrote is indexed as it was written at first,
and folded with the next change through coachlog; a search before that looks in a copy.
"""

import sqlite3
from contextlib import closing

from coachlog.store.connection import Reader
from coachlog.store.faults import closed_on_failure, translated

FOLDED = "searchable(cast(body as blob))"
"""The folded body, in a statement on a connection that was taught."""


def teach(connection: sqlite3.Connection) -> None:
    """Let statements on *connection* fold; no trigger or index does, for others lack this."""
    connection.create_function("searchable", 1, _folded, deterministic=True)


def fold(connection: sqlite3.Connection) -> None:
    """Fold the documents that were written since, in the present transaction."""
    if _lacks(connection):
        found = connection.execute(
            "select id, cast(body as blob) from document where folded is null"
        ).fetchall()
        connection.executemany(
            "update document set folded = ? where id = ?",
            [(_folded(body), document) for document, body in found],
        )


def whole(reader: Reader) -> Reader:
    """*reader*, or one of a copy in memory where another program wrote what is not folded yet."""
    with translated(reader.path):
        if not _lacks(reader.connection):
            return reader
        copy = sqlite3.connect(":memory:", isolation_level=None)
        with closed_on_failure(copy), closing(reader.connection):
            reader.connection.backup(copy)
            fold(copy)
    found = Reader(reader.path, copy)
    found.watch = reader.watch
    return found


def _lacks(connection: sqlite3.Connection) -> bool:
    sql = "select 1 from document where folded is null limit 1"
    return connection.execute(sql).fetchone() is not None


def _folded(body: bytes) -> str:
    """A text that is damaged is folded as far as it can be read, hence the bytes."""
    from coachlog.base.folding import searchable  # a change in plain letters wants none of it

    return searchable(body.decode("utf-8", "replace"))
