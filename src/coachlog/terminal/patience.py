"""A waiting message on stderr for what takes more than a second, on a terminal only.

One line, updated in place and erased at the end. Nothing is written into a pipe.
"""

import os
import sys
import time
from _thread import allocate_lock, start_new_thread
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Self, TypeVar

FIRST_SECONDS = 1.0
"""Time without a message."""

REFRESH_SECONDS = 0.2
_ERASE_LINE = "\r\x1b[K"

_line = allocate_lock()
"""Held by whoever writes on the last line of the terminal."""

Item = TypeVar("Item")


class Patience:
    """`with Patience(text) as waiting:` shows *text* and the number `waiting.done` until it ends.

    A thread shows it, as SQLite may be busy with a single statement; it ends with the block.
    """

    def __init__(self, text: str, *, silent: bool = False) -> None:
        """Prepare a message; none is shown if *silent*, as results already show the progress."""
        self.done = 0
        self._text = text
        self._is_visible = not silent and _is_erasable_terminal()
        self._is_over = allocate_lock()  # released at the end of the block
        self._is_erased = allocate_lock()  # released by the thread when it is done

    def __enter__(self) -> Self:
        if self._is_visible:
            self._is_over.acquire()
            self._is_erased.acquire()
            start_new_thread(self._show_until_over, ())
        return self

    def __exit__(self, *_error: object) -> None:
        if self._is_visible:
            self._is_over.release()
            self._is_erased.acquire()

    def each(self, items: Iterable[Item]) -> Iterator[Item]:
        """Return an iterator over *items* that counts them."""
        return self._counted(items) if self._is_visible else iter(items)

    def _counted(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            self.done += 1
            yield item

    def _show_until_over(self) -> None:
        """Show the message, updated now and then, until the block ends; then erase it."""
        started = time.monotonic()
        is_shown = False
        while not self._is_over.acquire(timeout=REFRESH_SECONDS if is_shown else FIRST_SECONDS):
            seconds = int(time.monotonic() - started)
            with _line:
                _write(f"{_ERASE_LINE}{self._text} {self._progress(seconds)}")
            is_shown = True
        if is_shown:
            _write(_ERASE_LINE)
        self._is_erased.release()

    def _progress(self, seconds: int) -> str:
        """Return the number done with spaces (`12 000`), or the seconds so far."""
        if not self.done:
            return f"{seconds} s"
        return f"{self.done:_}".replace("_", " ")


@contextmanager
def no_waiting_shown() -> Iterator[None]:
    """Within the block no message is shown, for a person is asked something meanwhile."""
    with _line:
        if _is_erasable_terminal():
            _write(_ERASE_LINE)
        yield


def _is_erasable_terminal() -> bool:
    """Return whether stderr is a terminal on which a line can be erased."""
    return sys.stderr.isatty() and os.environ.get("TERM", "") not in ("dumb", "")


def _write(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:  # nobody can see it any more
        return
