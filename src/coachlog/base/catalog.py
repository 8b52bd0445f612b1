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
        """Read the open file *fp*; *finish* is applied to each translation that is looked up."""
        self._finish = finish
        super().__init__(fp)

    def _parse(self, fp: Any) -> None:
        """Read the header: the number of entries, and where the tables of ids and texts begin.

        Each entry of a table is two words: the length of a text, and its offset in the file.
        """
        self._raw: bytes = fp.read()
        whole_words_size = len(self._raw) // 4 * 4  # `cast` refuses a part of a word at the end
        words: Any = memoryview(self._raw)[:whole_words_size].cast("I")
        if words[0] != MAGIC:
            words = _swap_bytes(words)
        entry_count = words[2]
        id_start, text_start = words[3] // 4, words[4] // 4  # offsets, from bytes to words
        self._entries = range(entry_count)
        self._id_table = words[id_start : id_start + 2 * entry_count]
        self._text_table = words[text_start : text_start + 2 * entry_count]
        self._translations: dict[str, str] = {}
        self._plural_rule: Any = None

    def gettext(self, message: str) -> str:
        """Return the translation of *message*, or *message* where there is none."""
        if message not in self._translations:
            forms = self._find_forms(message) or [message]
            has_plural = len(forms) > 1
            self._translations[message] = forms[self._form_index(1)] if has_plural else forms[0]
        return self._translations[message]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the translation for the number *n*, or the English text where there is none."""
        forms = self._find_forms(msgid1)
        if forms:
            return forms[self._form_index(n)]
        return msgid1 if n == 1 else msgid2

    def _find_forms(self, message: str) -> list[str]:
        """Return the translation of *message*, its singular and plurals; empty where there is none.

        The ids in the file are sorted, and that of a text with a plural is `singular NUL plural`.
        """
        wanted_id = message.encode("utf-8", "surrogatepass")
        entry = bisect_left(self._entries, wanted_id, key=self._read_id)
        if entry == len(self._entries):
            return []
        singular_id, _nul, _plural_id = self._read_id(entry).partition(b"\0")
        if singular_id != wanted_id:
            return []
        text = self._bytes_at(self._text_table, entry).decode()
        if self._finish:
            text = self._finish(text)
        return text.split("\0")

    def _read_id(self, entry: int) -> bytes:
        return self._bytes_at(self._id_table, entry)

    def _bytes_at(self, table: Any, entry: int) -> bytes:
        length: int = table[2 * entry]
        start: int = table[2 * entry + 1]
        return self._raw[start : start + length]

    def _form_index(self, n: int) -> int:
        """Return the index, among the forms of a text, of that for the number *n*.

        The header of the file, the translation of "", has the rule: `plural=(n != 1);`.
        """
        if self._plural_rule is None:
            header = self._find_forms("")[0]
            rule = header.partition("plural=")[2].partition(";")[0]
            self._plural_rule = gettext.c2py(rule)
        return int(self._plural_rule(n))


def _swap_bytes(words: Any) -> Any:
    """Return the *words* of a file written by a machine of the other byte order, in our order."""
    swapped = array("I", words)
    swapped.byteswap()
    return swapped
