"""The pages of a store, read from its file and from the log beside it, without SQLite.

A page may be missing: beyond the end of a file that was cut short, or where it fails.
"""

import os
from collections import Counter
from pathlib import Path
from typing import Protocol

from coachlog.store.copy_aside import read_wal

MAGIC = b"SQLite format 3\x00"
HEADER_SIZE = 100
_SIZES = tuple(1 << power for power in (12, 13, 14, 15, 16, 11, 10, 9))  # the usual one first
_INNER, _KINDS = (2, 5), (2, 5, 10, 13)
_MOST_RESERVED = 32
_CHUNK = 4096


class Pages(Protocol):
    """Where pages come from: a file, or something that deciphers one."""

    usable: int
    """How many bytes of a page SQLite uses."""

    @property
    def count(self) -> int:
        """The number of the last page; the first one is 1."""

    def page(self, number: int) -> bytes | None:
        """Return a page; None for one that is missing."""


class FilePages:
    """The pages of a plain store; those in *log* are newer than those in *data*."""

    def __init__(self, data: bytes, log: bytes = b"") -> None:
        found = read_wal(log)
        self._data = data
        self.size = page_size_of(data) if data else found.page_size if found else _SIZES[0]
        fits = found is not None and found.page_size == self.size
        self._newer = found.pages if found and fits else {}
        self.is_log_broken = bool(found and found.is_broken)
        first = self.page(1) or b""
        reserved = first[20] if first.startswith(MAGIC) else 0
        self.usable = self.size - (reserved if reserved <= _MOST_RESERVED else 0)

    @property
    def has_log(self) -> bool:
        """Whether the log holds any page."""
        return bool(self._newer)

    @property
    def count(self) -> int:
        """The number of the last page of the file or its log."""
        return max([len(self._data) // self.size, *self._newer])

    def page(self, number: int) -> bytes | None:
        """Return a page, from the log if it is there; None for one that is missing."""
        if number in self._newer:
            return self._newer[number]
        start = (number - 1) * self.size
        page = self._data[start : start + self.size] if number > 0 else b""
        return page if len(page) == self.size else None


def page_size_of(data: bytes) -> int:
    """Return the size of the pages: as the header has it, else as most pages look."""
    stated = int.from_bytes(data[16:18], "big")
    stated = 65536 if stated == 1 else stated
    if data.startswith(MAGIC) and stated in _SIZES:
        return stated
    looks: Counter[int] = Counter()
    for size in _SIZES:
        starts = range(size, len(data) - size + 1, size)
        alike = sum(_looks_like_tree(data[start : start + size]) for start in starts)
        looks[size] = alike * size  # as a share of the file
    best = max(looks.values(), default=0)
    return next((size for size in _SIZES if looks[size] == best), _SIZES[0])


def read_what_can_be_read(path: Path) -> bytes:
    """Return the bytes of a file; zeros where it fails, nothing where there is no file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError:
        return _read_in_chunks(path)


def _read_in_chunks(path: Path) -> bytes:
    """Return the bytes of a file of which places cannot be read. Raises OSError if all do."""
    read, failed = [], None
    with path.open("rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        for start in range(0, size, _CHUNK):
            chunk = b""
            try:
                file.seek(start)
                chunk = file.read(_CHUNK)
            except OSError as error:
                failed = error
            read.append(chunk.ljust(min(_CHUNK, size - start), b"\x00"))
    data = b"".join(read)
    if failed and not any(data):
        raise failed
    return data


def _looks_like_tree(page: bytes) -> bool:
    """Whether this is a page of a tree, filled from its end on, as SQLite does."""
    start, cells = int.from_bytes(page[5:7], "big"), int.from_bytes(page[3:5], "big")
    first = 12 if page[0] in _INNER else 8
    if page[0] not in _KINDS or not cells or first + 2 * cells > start or start > len(page):
        return False
    pointers = [
        int.from_bytes(page[at : at + 2], "big") for at in range(first, first + 2 * cells, 2)
    ]
    return start <= min(pointers) and len(page) // 2 < max(pointers) < len(page)
