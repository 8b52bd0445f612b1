"""Words that come from outside in another encoding than UTF-8: read as Windows writes them."""

import os
from collections.abc import Iterator, Sequence

from coachlog.base.errors import UsageError
from coachlog.base.safe import readable, visible_line
from coachlog.base.texts import N_

NAMES_OF_FILES = ("--from", "--store", "store")
"""What stands after these is the name of a file: its bytes are what the disk has."""
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def readable_words(words: Sequence[str]) -> list[str]:
    """The *words* of a command line as text; names of files stay as they are.

    Raises UsageError.
    """
    return list(_readable_words(words))


def _readable_words(words: Sequence[str]) -> Iterator[str]:
    for before, word in zip(("", *words), words, strict=False):
        is_file = before in NAMES_OF_FILES or word.startswith(("--from=", "--store="))
        read = word if is_file or _is_there(word) else readable(word)
        if not is_file and read.count(UNKNOWN) > word.count(UNKNOWN):
            raise UsageError(
                N_("“{word}” is not text in UTF-8."),
                N_("Type it again, or give it in a file: --from FILE"),
                word=visible_line(word)[:40],
            )
        yield read


def _is_there(name: str) -> bool:
    return os.path.exists(name)  # noqa: PTH110 - of a `Path` a very long name is an error
