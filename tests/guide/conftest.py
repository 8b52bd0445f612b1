"""Coaches at terminals."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.guide.terminal import Home, Terminal


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def open_terminal(home: Home) -> Iterator[Callable[..., Terminal]]:
    """Run a command in a window: `open_terminal("session", "new")`; all are closed at the end."""
    opened: list[Terminal] = []

    def start(*words: str, **more: object) -> Terminal:
        opened.append(home.terminal(*words, **more))
        return opened[-1]

    yield start
    for each in opened:
        each.close()
