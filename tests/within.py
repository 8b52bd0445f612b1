"""The program as a call within this process, ten times as quick as a process of its own."""

import io
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
import tzlocal

from coachlog.base.texts import speak
from coachlog.main import main


def within(
    environment: dict[str, str], folder: Path, *words: str, given: str | bytes | None = None
) -> tuple[int, str, str]:
    """The exit code, what was said and what was complained of; nothing of it is left behind."""
    with as_at(environment, folder):
        return called(words, given)


@contextmanager
def as_at(environment: dict[str, str], folder: Path) -> Iterator[None]:
    """Be in *folder*, with this *environment* and no other."""
    with pytest.MonkeyPatch.context() as patch, everything_as_before():
        patch.chdir(folder)
        for name in set(os.environ) - set(environment):
            patch.delenv(name)
        for name, value in environment.items():
            patch.setenv(name, value)
        read_zone()
        yield
    read_zone()


class Keyboard(io.TextIOWrapper):
    """Lines that somebody types, and who can therefore be asked."""

    def isatty(self) -> bool:
        """Yes."""
        return True

    def fileno(self) -> int:
        """That of something whose settings cannot be changed."""
        return _nothing()


@cache
def _nothing() -> int:
    return os.open(os.devnull, os.O_RDONLY)


def called(
    words: tuple[str, ...],
    given: str | bytes | None,
    stdin: type[io.TextIOWrapper] = io.TextIOWrapper,
) -> tuple[int, str, str]:
    """The same with the environment as it is; *given* may come from a `Keyboard`."""
    data = given.encode() if isinstance(given, str) else given or b""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", stdin(io.BytesIO(data), "utf-8"))
        patch.setattr("sys.stdout", io.TextIOWrapper(io.BytesIO(), "utf-8", newline=""))
        patch.setattr("sys.stderr", io.TextIOWrapper(io.BytesIO(), "utf-8", newline=""))
        code = main(list(words))
        return code, _told(sys.stdout), _told(sys.stderr)


@contextmanager
def everything_as_before() -> Iterator[None]:
    """Give back afterwards what the program takes for itself: language and signals."""
    mask = os.umask(0o022)
    os.umask(mask)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        os.umask(mask)
        speak("en")
        for number, handler in handlers.items():
            signal.signal(number, handler)


def read_zone() -> None:
    """Let the time zone of the environment count, unless it does already: that takes its time."""
    zone = os.environ.get("TZ", "")
    if not zone or [zone] != _ZONE_READ:
        time.tzset()
        tzlocal.reload_localzone()
        _ZONE_READ[:] = [zone]


_ZONE_READ: list[str] = []


def _told(stream: object) -> str:
    stream.flush()  # type: ignore[attr-defined]
    return str(stream.buffer.getvalue().decode())  # type: ignore[attr-defined]
