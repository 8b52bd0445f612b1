"""Two journals that differ in years alone, made once."""

from pathlib import Path

import pytest

from tests.guards.shape.journal import make

FEW, MANY = 100, 10_000


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of a hundred conversations."""
    return _made(tmp_path_factory, FEW)


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of ten thousand conversations."""
    return _made(tmp_path_factory, MANY)


def _made(tmp_path_factory: pytest.TempPathFactory, sessions: int) -> Path:
    store = tmp_path_factory.mktemp(f"shape-{sessions}") / "journal.sqlite"
    make(store, sessions)
    return store
