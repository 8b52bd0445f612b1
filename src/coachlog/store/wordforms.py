"""The words of documents whose letters the program folds, for SQLite folds Latin ones only.

It folds them before it commits. What another program wrote is indexed as it was written at first,
and folded with the next change through coachlog; a search before that looks in a copy.
"""

import sqlite3

from coachlog.base.folding import searchable

FOLDED = "searchable(cast(body as blob))"
"""The folded body, in a statement on a connection that was taught."""


def teach(connection: sqlite3.Connection) -> None:
    """Let statements on *connection* fold; no trigger or index does, for others lack this."""
    connection.create_function("searchable", 1, _folded, deterministic=True)


def fold(connection: sqlite3.Connection) -> None:
    """Fold the documents that were written since, in the present transaction."""
    if lacks(connection):
        found = connection.execute(
            "select id, cast(body as blob) from document where folded is null"
        ).fetchall()
        connection.executemany(
            "update document set folded = ? where id = ?",
            [(_folded(body), document) for document, body in found],
        )


def lacks(connection: sqlite3.Connection) -> bool:
    """Whether another program wrote a document that is not folded yet."""
    sql = "select 1 from document where folded is null limit 1"
    return connection.execute(sql).fetchone() is not None


def _folded(body: bytes) -> str:
    """A text that is damaged is folded as far as it can be read, hence the bytes."""
    return searchable(body.decode("utf-8", "replace"))
