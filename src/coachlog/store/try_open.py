"""A look at a store that neither waits nor writes nor brings anything up to date: for TAB."""

from pathlib import Path

from coachlog.store.bare import connect, up_to_date
from coachlog.store.connection import Reader
from coachlog.store.faults import closed_on_failure, translated
from coachlog.store.files import look


def glance(path: Path) -> Reader | None:
    """The store at *path* as it lies there; None when there is none that is up to date.

    Raises an UnavailableError for whatever keeps it from being read.
    """
    with translated(path):
        found = look(path)
        if found is None:
            return None
        # Without a log nothing has to be locked, and no files come to stand beside the store.
        quiet = "" if found.log else "&immutable=1"
        connection = connect(path, "mode=ro" + quiet, wait_ms=0)
        with closed_on_failure(connection):
            if up_to_date(connection, path):
                return Reader(path, connection)
        connection.close()
    return None
