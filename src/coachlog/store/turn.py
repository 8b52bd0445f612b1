"""Writing in turn: processes that want to write to a store queue up, so each gets its turn.

SQLite itself tries again every few milliseconds, and on a busy machine some processes never get
through. Here the operating system keeps the queue: a lock on the folder of the store, which leaves
no file behind and ends with its process. Reading does not wait.
"""

import errno
import os
import sys
from _thread import allocate_lock, get_ident, start_new_thread
from pathlib import Path
from typing import ClassVar, Self

from coachlog.store.faults import translate_errors
from coachlog.store.files import file_facts

PATIENCE_MS = 300_000
"""How long to wait for all before us; the wait for SQLite's own lock is much shorter."""


class WriteTurn:
    """The right to write: taken when made, held until `end` or the end of a `with` block.

    A thread that holds it may take it again. Raises BlockingIOError after *wait_ms*. Where the file
    system has no locks, every process gets it at once, and SQLite's own waiting has to do.
    """

    _hold_counts: ClassVar[dict[tuple[str, int], int]] = {}
    """How often each thread holds the turn of a folder: a second lock would wait for its first."""

    def __init__(self, path: Path, wait_ms: int = PATIENCE_MS) -> None:
        folder = os.path.dirname(os.path.realpath(path))  # noqa: PTH120 - a plain string is quicker
        self._key = folder, get_ident()
        hold_count = self._hold_counts.get(self._key, 0)
        is_ours_already = hold_count > 0
        self._lock = None if is_ours_already else _lock_folder(folder, path, wait_ms)
        self._hold_counts[self._key] = hold_count + 1

    def end(self) -> None:
        """Give up the turn, so that the next process can write."""
        self._hold_counts[self._key] -= 1
        if not self._hold_counts[self._key]:
            del self._hold_counts[self._key]
        if self._lock is not None:
            _release(self._lock)
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.end()


def turn_at(path: Path, wait_ms: int | None = None) -> WriteTurn:
    """Wait for the turn to write to the store at *path*; its folder is made if there is no store.

    Raises StoreLockedError when those before us take longer than *wait_ms*.
    """
    with translate_errors(path):
        if file_facts(path) is None:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return WriteTurn(path, PATIENCE_MS if wait_ms is None else wait_ms)


if sys.platform == "win32":
    import time

    from coachlog.store.lock import FileLock

    def _lock_folder(_folder: str, path: Path, wait_ms: int) -> FileLock:
        """Lock an empty file beside the store, for Windows cannot lock a folder."""
        deadline = time.monotonic() + wait_ms / 1000
        while True:
            try:
                return FileLock(path.with_name(f"{path.name}.turn.lock"))
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise
                time.sleep(0.01)

    def _release(lock: FileLock) -> None:
        lock.release(remove=True)

else:
    import fcntl

    def _lock_folder(folder: str, _path: Path, wait_ms: int) -> int | None:
        """Lock *folder*, and return its file descriptor; None where it cannot be locked.

        Waits in the queue of the system; raises BlockingIOError after *wait_ms*.
        """
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
            _Queue(file).wait(wait_ms / 1000)  # which closes the file if the turn does not come
        except OSError:
            os.close(file)
            return None
        return file

    _release = os.close

    class _Queue:
        """A place in the system's queue for a lock that can be left after a while.

        A blocking `flock` cannot be given up, so a thread of its own waits in it. Whichever of the
        two threads comes last closes the file: `_state_lock` guards `_has_left` and `_turn_came`.
        """

        def __init__(self, file: int) -> None:
            self._file = file
            self._has_left = False
            self._state_lock, self._turn_came = allocate_lock(), allocate_lock()
            self._turn_came.acquire()  # released once the turn has come

        def wait(self, seconds: float) -> None:
            """Wait until the file is locked. Raises BlockingIOError when that takes longer."""
            start_new_thread(self._wait_in_queue, ())
            is_our_turn = False
            try:
                is_our_turn = self._turn_came.acquire(timeout=seconds)
            finally:
                if not is_our_turn:
                    self._leave()
            if not is_our_turn:
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

        def _wait_in_queue(self) -> None:
            """Wait for the lock, in another thread; close the file if nobody waits any more."""
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX)
            finally:
                with self._state_lock:
                    if self._has_left:
                        os.close(self._file)
                    else:
                        self._turn_came.release()

        def _leave(self) -> None:
            """Stop waiting; the thread in the queue closes the file, unless it is done already."""
            with self._state_lock:
                self._has_left = True
                if self._turn_came.acquire(blocking=False):
                    os.close(self._file)  # it came after all, a moment too late
