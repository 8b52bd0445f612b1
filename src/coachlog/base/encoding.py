"""Command-line words in another encoding than UTF-8, decoded as Windows-1252."""

import os
from collections.abc import Iterator, Sequence

from coachlog.base.errors import UsageError
from coachlog.base.safe import readable, visible_line
from coachlog.base.texts import N_

BEFORE_FILE = ("--from", "--store", "store")
"""The word after one of these is the name of a file, whose bytes have to stay as they are."""
UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def readable_words(words: Sequence[str]) -> list[str]:
    """Return the *words* of a command line as text; names of files stay as they are.

    Raises UsageError for a word that is not text in either encoding.
    """
    return list(_readable_words(words))


def _readable_words(words: Sequence[str]) -> Iterator[str]:
    """Yield each word, decoded unless it is, or may be, the name of a file."""
    for previous_word, word in zip(("", *words), words, strict=False):
        is_file_name = previous_word in BEFORE_FILE or word.startswith(("--from=", "--store="))
        if is_file_name or _exists(word):
            yield word
            continue
        decoded = readable(word)
        has_undecodable_byte = decoded.count(UNKNOWN) > word.count(UNKNOWN)
        if has_undecodable_byte:
            raise UsageError(
                N_("“{word}” is not text in UTF-8."),
                N_("Type it again, or give it in a file: --from FILE"),
                word=visible_line(word)[:40],
            )
        yield decoded


def _exists(name: str) -> bool:
    return os.path.exists(name)  # noqa: PTH110 - of a `Path` a very long name is an error
