"""Writing in turn: who wants to write a store waits for those before, however busy the machine is.

SQLite tries again every few milliseconds, and on a busy machine some never get through. Here the
operating system keeps the queue: a lock on the folder of the store, which leaves no file behind and
dies with its process. Reading waits for nobody.
"""

import errno
import os
import sys
from _thread import allocate_lock, get_ident, start_new_thread
from pathlib import Path
from typing import ClassVar, Self

from coachlog.store.faults import translated
from coachlog.store.files import look

PATIENCE_MS = 300_000
"""So long may those before us take together; another program's lock is waited for much shorter."""


class WriteTurn:
    """Held from its making until `end`, or within `with`. Raises BlockingIOError when none is got.

    Whoever has it may take it again. Where the file system knows no locks, everybody has it at
    once, and SQLite's own waiting has to do.
    """

    _held: ClassVar[dict[tuple[str, int], int]] = {}
    """How often each thread has the turn of a folder: a second lock would wait for our first."""

    def __init__(self, path: Path, wait_ms: int = PATIENCE_MS) -> None:
        folder = os.path.dirname(os.path.realpath(path))  # noqa: PTH120 - a plain string is quicker
        self._key = folder, get_ident()
        held = self._held.get(self._key, 0)
        self._lock = None if held else _locked(folder, path, wait_ms)
        self._held[self._key] = held + 1

    def end(self) -> None:
        """Let the next one write."""
        self._held[self._key] -= 1
        if not self._held[self._key]:
            del self._held[self._key]
        if self._lock is not None:
            _release(self._lock)
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.end()


def turn_at(path: Path, wait_ms: int | None = None) -> WriteTurn:
    """Our turn to write the store at *path*, whose folder is made; `with` or `end` gives it on.

    Raises StoreLockedError when those before us take longer than *wait_ms*.
    """
    with translated(path):
        if look(path) is None:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return WriteTurn(path, PATIENCE_MS if wait_ms is None else wait_ms)


if sys.platform == "win32":
    import time

    from coachlog.store.lock import FileLock

    def _locked(_folder: str, path: Path, wait_ms: int) -> FileLock:
        """No lock can be had on a folder here: an empty file stands beside the store meanwhile."""
        until = time.monotonic() + wait_ms / 1000
        while True:
            try:
                return FileLock(path.with_name(f"{path.name}.turn.lock"))
            except BlockingIOError:
                if time.monotonic() >= until:
                    raise
                time.sleep(0.01)

    def _release(lock: FileLock) -> None:
        lock.release(remove=True)

else:
    import fcntl

    def _locked(folder: str, _path: Path, wait_ms: int) -> int | None:
        try:
            file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except OSError:
            return None
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not wait_ms:
                os.close(file)
                raise
            _Queue(file).wait(wait_ms / 1000)
        except OSError:
            os.close(file)
            return None
        return file

    _release = os.close

    class _Queue:
        """The queue of the system lets nobody leave: a thread stands in it for us."""

        def __init__(self, file: int) -> None:
            self._file = file
            self._gone = False
            self._agreed, self._come = allocate_lock(), allocate_lock()
            self._come.acquire()

        def wait(self, seconds: float) -> None:
            """Until it is our turn. Raises BlockingIOError when it takes longer."""
            start_new_thread(self._stand, ())
            come = False
            try:
                come = self._come.acquire(timeout=seconds)
            finally:
                if not come:
                    self._leave()
            if not come:
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

        def _stand(self) -> None:
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX)
            finally:
                with self._agreed:
                    if self._gone:
                        os.close(self._file)
                    else:
                        self._come.release()

        def _leave(self) -> None:
            with self._agreed:
                self._gone = True
                if self._come.acquire(blocking=False):
                    os.close(self._file)  # it came after all, a moment too late
