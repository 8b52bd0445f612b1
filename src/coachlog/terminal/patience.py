"""What takes more than a second says so on stderr, where a person waits at a terminal.

One line, renewed in its place and erased at the end. Nothing is written into a pipe.
"""

import os
import sys
import time
from _thread import allocate_lock, start_new_thread
from collections.abc import Iterable, Iterator
from typing import Self, TypeVar

AFTER = 1.0
"""Seconds after which somebody begins to wonder."""

EVERY = 0.2
_ERASED = "\r\x1b[K"

Item = TypeVar("Item")


class Patience:
    """`with Patience(text) as waiting:` tells *text* while it lasts, and `waiting.done` of it.

    A thread tells it, for SQLite may be busy with a single statement; it ends with the block.
    """

    def __init__(self, text: str, *, silent: bool = False) -> None:
        """*silent* where what is done shows itself, as a result on the same terminal does."""
        self.done = 0
        self._text = text
        self._watched = not silent and _seen()
        self._over, self._told = allocate_lock(), allocate_lock()

    def __enter__(self) -> Self:
        if self._watched:
            self._over.acquire()
            self._told.acquire()
            start_new_thread(self._tell, ())
        return self

    def __exit__(self, *_error: object) -> None:
        if self._watched:
            self._over.release()
            self._told.acquire()

    def each(self, items: Iterable[Item]) -> Iterator[Item]:
        """*items*, counted as they pass."""
        return self._counted(items) if self._watched else iter(items)

    def _counted(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            self.done += 1
            yield item

    def _tell(self) -> None:
        begun = time.monotonic()
        said = False
        while not self._over.acquire(timeout=EVERY if said else AFTER):
            seconds = int(time.monotonic() - begun)
            _write(f"{_ERASED}{self._text} {self._standing(seconds)}")
            said = True
        if said:
            _write(_ERASED)
        self._told.release()

    def _standing(self, seconds: int) -> str:
        if not self.done:
            return f"{seconds} s"
        return f"{self.done:_}".replace("_", " ")


def _seen() -> bool:
    """Whether somebody sees what is written to stderr, and the line can be erased again."""
    return sys.stderr.isatty() and os.environ.get("TERM", "") not in ("dumb", "")


def _write(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:  # nobody can see it any more
        return
