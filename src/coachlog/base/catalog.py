"""A message catalog that reads a text when it is asked for: few of them are, in one run."""

import gettext
from array import array
from bisect import bisect_left
from collections.abc import Callable
from typing import Any

MAGIC = 0x950412DE
"""The first word of a `.mo` file, in the byte order of the machine that wrote it."""


class Catalog(gettext.NullTranslations):
    """A `.mo` file as GNU gettext lays it out; says what `gettext.GNUTranslations` says.

    That one decodes every text at the start, which took a twentieth of the time of a list.
    """

    def __init__(self, fp: Any, finish: Callable[[str], str] | None = None) -> None:
        """Read *fp*; each text goes through *finish* when it is asked for."""
        self._finish = finish
        super().__init__(fp)

    def _parse(self, fp: Any) -> None:
        self._raw: bytes = fp.read()
        words: Any = memoryview(self._raw)[: len(self._raw) // 4 * 4].cast("I")
        if words[0] != MAGIC:
            words = _other_way_round(words)
        count, ids, texts = words[2], words[3] // 4, words[4] // 4
        self._entries = range(count)
        self._ids = words[ids : ids + 2 * count]
        self._texts = words[texts : texts + 2 * count]
        self._told: dict[str, str] = {}
        self._plural: Any = None

    def gettext(self, message: str) -> str:
        """The translation of *message*, or *message* where there is none."""
        if message not in self._told:
            forms = self._forms(message) or [message]
            self._told[message] = forms[0] if len(forms) == 1 else forms[self._rule()(1)]
        return self._told[message]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The translation of the form that suits *n*, or the English one."""
        forms = self._forms(msgid1)
        return forms[self._rule()(n)] if forms else msgid1 if n == 1 else msgid2

    def _forms(self, message: str) -> list[str]:
        """The translations of *message*, one or a form for each count; they are kept sorted."""
        wanted = message.encode("utf-8", "surrogatepass")
        entry = bisect_left(self._entries, wanted, key=self._id)
        if entry == len(self._entries) or self._id(entry).partition(b"\0")[0] != wanted:
            return []
        told = self._at(self._texts, entry).decode()
        return (self._finish(told) if self._finish else told).split("\0")

    def _id(self, entry: int) -> bytes:
        return self._at(self._ids, entry)

    def _at(self, table: Any, entry: int) -> bytes:
        start: int = table[2 * entry + 1]
        return self._raw[start : start + table[2 * entry]]

    def _rule(self) -> Any:
        """The number of the form that suits a count, as the header of the file says."""
        if self._plural is None:
            rule = self._forms("")[0].partition("plural=")[2].partition(";")[0]
            self._plural = gettext.c2py(rule)
        return self._plural


def _other_way_round(words: Any) -> Any:
    """The same words, written by a machine of the other byte order."""
    turned = array("I", words)
    turned.byteswap()
    return turned
