"""A message catalog that decodes a text only when it is needed: one run needs few of them."""

import gettext
from array import array
from bisect import bisect_left
from collections.abc import Callable
from typing import Any

MAGIC = 0x950412DE
"""The first word of a `.mo` file, in the byte order of the machine that wrote it."""


class Catalog(gettext.NullTranslations):
    """A `.mo` file of GNU gettext, with the same results as `gettext.GNUTranslations`.

    That one decodes every text at the start, which took a twentieth of the time of a list.
    """

    def __init__(self, fp: Any, finish: Callable[[str], str] | None = None) -> None:
        """Read the file *fp*; *finish* is applied to each translation that is looked up."""
        self._finish = finish
        super().__init__(fp)

    def _parse(self, fp: Any) -> None:
        """Read the header: the number of entries, and where the tables of ids and texts begin.

        Each entry of a table is two words: the length of a text, and its offset in the file.
        """
        self._raw: bytes = fp.read()
        words: Any = memoryview(self._raw)[: len(self._raw) // 4 * 4].cast("I")
        if words[0] != MAGIC:
            words = _swap_bytes(words)
        count = words[2]
        ids, texts = words[3] // 4, words[4] // 4  # offsets, from bytes to words
        self._entries = range(count)
        self._id_table = words[ids : ids + 2 * count]
        self._text_table = words[texts : texts + 2 * count]
        self._translations: dict[str, str] = {}
        self._plural_rule: Any = None

    def gettext(self, message: str) -> str:
        """The translation of *message*, or *message* where there is none."""
        if message not in self._translations:
            forms = self._forms(message) or [message]
            self._translations[message] = (
                forms[0] if len(forms) == 1 else forms[self._form_index(1)]
            )
        return self._translations[message]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The translation in the form for the number *n*, or the English text in that form."""
        forms = self._forms(msgid1)
        if forms:
            return forms[self._form_index(n)]
        return msgid1 if n == 1 else msgid2

    def _forms(self, message: str) -> list[str]:
        """The translation of *message*, in its forms for each number; empty where there is none.

        The ids in the file are sorted, and that of a text with a plural is `singular NUL plural`.
        """
        wanted = message.encode("utf-8", "surrogatepass")
        entry = bisect_left(self._entries, wanted, key=self._id)
        if entry == len(self._entries) or self._id(entry).partition(b"\0")[0] != wanted:
            return []
        text = self._bytes_at(self._text_table, entry).decode()
        return (self._finish(text) if self._finish else text).split("\0")

    def _id(self, entry: int) -> bytes:
        return self._bytes_at(self._id_table, entry)

    def _bytes_at(self, table: Any, entry: int) -> bytes:
        start: int = table[2 * entry + 1]
        return self._raw[start : start + table[2 * entry]]

    def _form_index(self, n: int) -> int:
        """Which of the forms of a text suits the number *n*, as the header of the file says."""
        if self._plural_rule is None:
            rule = self._forms("")[0].partition("plural=")[2].partition(";")[0]
            self._plural_rule = gettext.c2py(rule)
        return int(self._plural_rule(n))


def _swap_bytes(words: Any) -> Any:
    """The words of a file that was written by a machine of the other byte order."""
    swapped = array("I", words)
    swapped.byteswap()
    return swapped
