"""Coaches at terminals."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from coachlog.guide import dialogue
from coachlog.interview.method_files import BUILT_IN, load, read
from coachlog.terminal.context import Context
from tests.guide.script import Step, Told
from tests.guide.script import typed as by_script
from tests.guide.stories import told
from tests.guide.terminal import Home, Terminal
from tests.guide.typist import Typist

METHODS = [read(BUILT_IN / "common.toml"), load("grow")]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def open_terminal(home: Home) -> Iterator[Callable[..., Terminal]]:
    """Run a command in a window: `open_terminal("session", "new")`; all are closed at the end."""
    opened: list[Terminal] = []

    def start(*words: str, **more: Any) -> Terminal:
        opened.append(home.terminal(*words, **more))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


@pytest.fixture
def lead(home: Home) -> Callable[..., Told]:
    """`lead("session", "new", typed=("a name", ("A question?", "an answer"), Until("Save")))`."""

    def leading(*words: str, typed: Sequence[Step] = (), **more: str) -> Told:
        return by_script(home, words, typed, **more)

    return leading


@pytest.fixture
def tell(call, program, monkeypatch):
    """`tell(story, language, *options)`: a conversation as somebody types it."""
    program.config.touch()
    monkeypatch.setattr(Context, "interactive", property(lambda _context: True))

    def telling(story, language, *options, now="2026-11-29T09:00:00Z"):
        typist = Typist(told(story, language), METHODS, language)
        monkeypatch.setattr(dialogue, "make_prompter", lambda _context: typist)
        environment = {"COACHLOG_LANG": language, "COACHLOG_NOW": now}
        ended = call("session", "new", *options, env=environment)
        assert ended.code == 0, ended.err
        assert typist.untold == []
        return typist

    return telling
