"""Reading a store without waiting, writing or bringing it up to date: for completion with TAB."""

from pathlib import Path

from coachlog.store.bare import connect, is_up_to_date
from coachlog.store.connection import Reader
from coachlog.store.faults import close_on_failure, translate_errors
from coachlog.store.files import file_facts


def open_if_up_to_date(path: Path) -> Reader | None:
    """Return a reader of the store at *path*; None where there is none that is up to date.

    Raises an UnavailableError for whatever keeps it from being read.
    """
    with translate_errors(path):
        facts = file_facts(path)
        if facts is None:
            return None
        # Without a log nothing has to be locked, and SQLite need not put files beside the store.
        options = "mode=ro" if facts.has_log else "mode=ro&immutable=1"
        connection = connect(path, options, wait_ms=0)
        with close_on_failure(connection):
            if is_up_to_date(connection, path):
                return Reader(path, connection)
        connection.close()
    return None
