"""Whether some program has a store open: SQLite's locks on the file tell it."""

import struct
import sys

if sys.platform != "win32":
    import fcntl

_FIRST, _SIZE = 0x4000_0000, 512
"""The bytes that SQLite locks; in WAL mode each connection holds one of them all its life."""

_LAYOUTS = {"linux": "hhqqi", "darwin": "qqihh"}
"""How the system describes a lock."""


def has_owner(file: int) -> bool:
    """Whether another process has a lock of SQLite's on *file*; True where nobody can tell."""
    layout = _LAYOUTS.get(sys.platform)
    if sys.platform == "win32" or layout is None:
        return True
    wanted = (fcntl.F_WRLCK, 0, _FIRST, _SIZE, 0)
    given = wanted if sys.platform == "linux" else (_FIRST, _SIZE, 0, fcntl.F_WRLCK, 0)
    try:
        answer = fcntl.fcntl(file, fcntl.F_GETLK, struct.pack(layout, *given))
    except OSError:
        return True
    told = struct.unpack(layout, answer)
    return bool(told[0 if sys.platform == "linux" else 3] != fcntl.F_UNLCK)
