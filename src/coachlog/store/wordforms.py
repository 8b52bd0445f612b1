"""Folding the words of documents for search: SQLite itself folds Latin letters only.

coachlog folds new documents before it commits. What another program wrote is indexed unfolded at
first, and folded with the next change through coachlog; a search before that uses a folded copy.
"""

import sqlite3

from coachlog.base.folding import searchable

FOLDED = "searchable(cast(body as blob))"
"""The folded body, in SQL on a connection that has the function of `add_fold_function`."""


def add_fold_function(connection: sqlite3.Connection) -> None:
    """Give *connection* the SQL function `searchable`, which folds a text.

    No trigger or index may use it, for other programs do not have it.
    """
    connection.create_function("searchable", 1, _fold_text, deterministic=True)


def fold_documents(connection: sqlite3.Connection) -> None:
    """Fold the documents that are not folded yet, in the current transaction."""
    if has_unfolded_documents(connection):
        documents = connection.execute(
            "select id, cast(body as blob) from document where folded is null"
        ).fetchall()
        connection.executemany(
            "update document set folded = ? where id = ?",
            [(_fold_text(body), document_id) for document_id, body in documents],
        )


def has_unfolded_documents(connection: sqlite3.Connection) -> bool:
    """Whether some document is not folded yet."""
    sql = "select 1 from document where folded is null limit 1"
    return connection.execute(sql).fetchone() is not None


def _fold_text(body: bytes) -> str:
    """Fold a text given as bytes, so that a damaged one is folded as far as it can be read."""
    return searchable(body.decode("utf-8", "replace"))
