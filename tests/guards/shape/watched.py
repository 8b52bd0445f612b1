"""What a command asks of SQLite: how many statements, and how many steps of its machine."""

import sqlite3
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.guards.shape.journal import NOW
from tests.within import within

_CONNECT = sqlite3.connect


class Cost(NamedTuple):
    """What one run of a command asked of SQLite."""

    statements: list[str]
    steps: int
    told: str
    """What it said on stderr."""


def cost(store: Path, *words: str) -> Cost:
    """Run the command on *store* within this process, and count."""
    statements: list[str] = []
    steps = [0]

    def step() -> None:
        steps[0] += 1

    def connect(*where: Any, **how: Any) -> sqlite3.Connection:
        connection = _CONNECT(*where, **how)
        connection.set_trace_callback(statements.append)
        connection.set_progress_handler(step, 1)
        return connection

    environment = {
        "HOME": str(store.parent),
        "TZ": "Europe/Brussels",
        "COACHLOG_LANG": "nl",
        "COACHLOG_BACKUP": "no",  # nor is the journal checked, once a day, after a read
        "COACHLOG_NOW": NOW,
        "COACHLOG_STORE": str(store),
        "COACHLOG_CONFIG": str(store.parent / "config.toml"),
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", connect)
        code, _out, err = within(environment, store.parent, *words)
    assert code == 0, err
    return Cost(statements, steps[0], err)
