"""Making a store that is not there yet."""

import os
from contextlib import closing
from pathlib import Path

from coachlog.store import migrate
from coachlog.store.bare import connect
from coachlog.store.files import BESIDE


def create_store(path: Path) -> None:
    """Create a store under another name, then rename it, so that nobody finds half of one."""
    target = Path(os.path.realpath(path))
    unfinished = target.with_name(f"{target.name}.new")
    for leftover in (unfinished, *(Path(f"{unfinished}{suffix}") for suffix in BESIDE)):
        leftover.unlink(missing_ok=True)  # of a program that was stopped while it created one
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        with closing(connect(unfinished, "mode=rw")) as connection:
            migrate.bring_up_to_date(connection, unfinished)
        os.replace(unfinished, target)  # noqa: PTH105 - it is our turn: nobody makes another
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
