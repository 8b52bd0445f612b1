"""Words that come from outside in another encoding than UTF-8: read as Windows writes them."""

import os
import re
from collections.abc import Iterator, Sequence

from coachlog.errors import UsageError
from coachlog.safe import visible_line
from coachlog.texts import N_

NAMES_OF_FILES = ("--from", "--store", "store")
"""What stands after these is the name of a file: its bytes are what the disk has."""

UNKNOWN = "\N{REPLACEMENT CHARACTER}"

_BYTE = re.compile("[\udc80-\udcff]")
"""How Python keeps a byte that is not UTF-8."""


class UnreadableWordError(UsageError):
    """A word that is text in no encoding that people here write in."""

    cause = N_("“{word}” is not text in UTF-8.")
    remedy = N_("Type it again, or give it in a file: --from FILE")


def readable(text: str) -> str:
    """*text* with each byte that is not UTF-8 as the letter that it is in Windows-1252."""
    return text if text.isascii() else _BYTE.sub(_as_letter, text)


def readable_words(words: Sequence[str]) -> list[str]:
    """The *words* of a command line as text; names of files stay as they are.

    Raises UnreadableWordError.
    """
    if all(word.isascii() or not _BYTE.search(word) for word in words):
        return list(words)
    return list(_readable_words(words))


def _readable_words(words: Sequence[str]) -> Iterator[str]:
    for before, word in zip(("", *words), words, strict=False):
        is_file = before in NAMES_OF_FILES or word.startswith(("--from=", "--store="))
        read = word if is_file or _is_there(word) else readable(word)
        if not is_file and read.count(UNKNOWN) > word.count(UNKNOWN):
            raise UnreadableWordError(word=visible_line(word)[:40])
        yield read


def _is_there(name: str) -> bool:
    return os.path.exists(name)  # noqa: PTH110 - of a `Path` a very long name is an error


def _as_letter(found: re.Match[str]) -> str:
    return bytes([ord(found[0]) - 0xDC00]).decode("cp1252", "replace")
