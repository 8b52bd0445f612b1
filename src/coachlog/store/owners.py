"""Whether another program has a store open, by SQLite's locks on the file."""

import struct
import sys

if sys.platform != "win32":
    import fcntl

_FIRST_BYTE, _BYTE_COUNT = 0x4000_0000, 512
"""The range of bytes that SQLite locks; in WAL mode each connection holds a lock all its life."""

_LAYOUTS = {"linux": "hhqqi", "darwin": "qqihh"}
"""The layout of the `struct flock` of the system, for the module `struct`."""


def has_owner(file: int) -> bool:
    """Whether another process has a lock of SQLite's on *file*; True where that cannot be known."""
    layout = _LAYOUTS.get(sys.platform)
    if sys.platform == "win32" or layout is None:
        return True
    # A question: which lock would keep us from a write lock on these bytes? F_UNLCK means none.
    if sys.platform == "linux":
        question, type_index = (fcntl.F_WRLCK, 0, _FIRST_BYTE, _BYTE_COUNT, 0), 0
    else:
        question, type_index = (_FIRST_BYTE, _BYTE_COUNT, 0, fcntl.F_WRLCK, 0), 3
    try:
        answer = fcntl.fcntl(file, fcntl.F_GETLK, struct.pack(layout, *question))
    except OSError:
        return True
    return bool(struct.unpack(layout, answer)[type_index] != fcntl.F_UNLCK)
