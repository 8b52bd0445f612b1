"""Changing a copy of a store so that nothing of what was removed is left in the file."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from coachlog.store.bare import connect
from coachlog.store.connection import Writer
from coachlog.store.faults import translate_errors
from coachlog.store.migrate import bring_up_to_date


@contextmanager
def edited_copy(copy: Path) -> Iterator[Writer]:
    """Within the block, change the store at *copy*, which nobody else uses, in this version.

    Afterwards it has no free pages and no file beside it. Raises an UnavailableError.
    """
    with translate_errors(copy), closing(connect(copy, "mode=rw")) as connection:
        for setting in ("journal_mode=MEMORY", "secure_delete=ON", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {setting}").fetchone()
        bring_up_to_date(connection, None)
        yield Writer(copy, connection)
        connection.execute("VACUUM")
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()
