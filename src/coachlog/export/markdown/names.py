"""Names of files that every system takes, each given once."""

import re
import unicodedata

MOST_LETTERS, MOST_BYTES = 100, 200
"""Of a name without its ending: with that, and a number, it fits in every file system."""

_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|#^\[\]%\u2028\u2029\ud800-\udfff]+')
"""What some file system, or a link to a note, cannot have in a name."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)


def fit_name(text: str, otherwise: str) -> str:
    """Return *text* as the name of a file without its ending; *otherwise* where nothing is left."""
    name = _UNFIT.sub(" ", unicodedata.normalize("NFC", text))
    name = " ".join(name.split()).strip(" .")
    name = _shortened(name) or otherwise
    return f"_{name}" if _RESERVED.fullmatch(name) else name


def _shortened(name: str) -> str:
    name = name[:MOST_LETTERS]
    while len(name.encode()) > MOST_BYTES:
        name = name[:-1]
    return name.rstrip(" .")


class FileNames:
    """The names that are taken: capitals and accents, however written, make no other name."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, name: str) -> None:
        """Note that there is a file of that *name*."""
        self._taken.add(_key(name))

    def free(self, name: str) -> str:
        """Return *name*, or the first of `name (2)`, `name (3)` … that is free, and take it."""
        number, candidate = 1, name
        while _key(candidate) in self._taken:
            number += 1
            candidate = f"{name} ({number})"
        self.take(candidate)
        return candidate


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
