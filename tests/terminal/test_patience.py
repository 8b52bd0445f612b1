"""Whoever waits at a terminal for more than a second is told; nobody else ever is."""

import io
import time
from contextlib import suppress
from types import SimpleNamespace

import pytest

from coachlog.terminal import patience
from coachlog.terminal.patience import Patience


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def terminal(monkeypatch):
    """A terminal on stderr, and somebody who wonders at once."""
    found = Terminal()
    monkeypatch.setattr(patience, "sys", SimpleNamespace(stderr=found))  # pytest has its own
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(patience, "FIRST_SECONDS", 0.01)
    monkeypatch.setattr(patience, "REFRESH_SECONDS", 0.01)
    return found


def test_what_takes_long_is_counted_and_erased_at_the_end(terminal):
    with Patience("sessions") as waiting:
        for _each in waiting.each(range(1200)):
            pass
        time.sleep(0.2)

    assert "sessions 1 200" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_where_nothing_can_be_counted_the_seconds_are(terminal):
    with Patience("Opening"):
        time.sleep(0.2)

    assert "Opening 0 s" in terminal.getvalue()


def test_what_is_quick_is_silent(terminal, monkeypatch):
    monkeypatch.setattr(patience, "FIRST_SECONDS", 30.0)

    with Patience("sessions") as waiting:
        assert list(waiting.each("ab")) == ["a", "b"]

    assert terminal.getvalue() == ""


@pytest.mark.parametrize("kind", ["pipe", "dumb", "silent"])
def test_nobody_else_is_told(terminal, monkeypatch, kind):
    if kind == "pipe":
        monkeypatch.setattr(terminal, "isatty", lambda: False)
    if kind == "dumb":
        monkeypatch.setenv("TERM", "dumb")

    with Patience("sessions", silent=kind == "silent") as waiting:
        assert list(waiting.each("ab")) == ["a", "b"]
        time.sleep(0.1)

    assert terminal.getvalue() == ""


def test_an_error_ends_the_telling_too(terminal):
    with suppress(KeyboardInterrupt), Patience("sessions"):
        time.sleep(0.1)
        raise KeyboardInterrupt

    said = terminal.getvalue()
    time.sleep(0.1)
    assert terminal.getvalue() == said
    assert said.endswith("\r\x1b[K")
