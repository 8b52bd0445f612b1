"""Write `expected.py`: to be run after a change of views, triggers, tallies or indexes.

Run it with `python -m coachlog.store.write_expected`.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from coachlog.store import derived, migrate

EXPECTED = Path(__file__).parent / "expected.py"


def text() -> str:
    """Return the text of `expected.py` for the migrations and generators as they are now."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate.bring_up_to_date(connection, None)
        fingerprint = derived.plan(connection).fingerprint()
    return (
        '"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""\n\n'
        f'SCHEMA = {migrate.migrations()[-1].number}\nDERIVED = "{fingerprint}"\n'
    )


if __name__ == "__main__":
    EXPECTED.write_text(text(), encoding="utf-8")
