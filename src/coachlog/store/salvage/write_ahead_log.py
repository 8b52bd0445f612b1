"""The write-ahead log beside a store: which pages it holds, as far as they were committed.

SQLite itself stops without a word at the first frame that is not as it was written. Here the
frames after it count too, once a later one ends a transaction: it was on the disk then.
"""

import sys
from array import array
from typing import NamedTuple

_HEADER, _FRAME_HEADER = 32, 24
_MAGIC = (0x377F0682, 0x377F0683)  # the last bit says in which order the bytes of a word are added
_MASK = 0xFFFFFFFF


class Log(NamedTuple):
    """The pages of a log by their number, and whether a frame before the last commit is broken."""

    page_size: int
    pages: dict[int, bytes]
    is_broken: bool


def read_log(data: bytes) -> Log | None:
    """Return what a write-ahead log holds; None where it holds nothing, or is no such log."""
    words = [int.from_bytes(data[at : at + 4], "big") for at in range(0, _HEADER, 4)]
    if len(data) < _HEADER or words[0] not in _MAGIC:
        return None
    page_size, salts = words[2], data[16:24]
    if page_size not in {1 << power for power in range(9, 17)}:
        return None
    little = words[0] == _MAGIC[0]
    sums = (words[6], words[7])
    if _added(data[:24], (0, 0), little=little) != sums:
        return None
    pages: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    broken = is_broken = False
    whole = _FRAME_HEADER + page_size
    for at in range(_HEADER, len(data) - whole + 1, whole):
        if data[at + 8 : at + 16] != salts:
            break  # left from before the log was begun anew
        head, page = data[at : at + _FRAME_HEADER], data[at + _FRAME_HEADER : at + whole]
        number, ends = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
        stated = (int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big"))
        if _added(head[:8] + page, sums, little=little) == stated:
            waiting[number] = page
            if ends:
                pages |= waiting
                waiting = {}
                is_broken = is_broken or broken
        else:
            broken = True
        sums = stated
    return Log(page_size, pages, is_broken) if pages else None


def _added(data: bytes, sums: tuple[int, int], *, little: bool) -> tuple[int, int]:
    """Return the checksum of *data*, which goes on from *sums*."""
    words = array("I", data)
    if little != (sys.byteorder == "little"):
        words.byteswap()
    first, second = sums
    for place in range(0, len(words), 2):
        first = first + words[place] + second & _MASK
        second = second + words[place + 1] + first & _MASK
    return first, second
