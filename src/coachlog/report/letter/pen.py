"""How a letter is written: quotations with their marks, months, and sentences with both."""

import re
from collections.abc import Sequence
from datetime import date

from coachlog.base.days import MONTHS
from coachlog.base.texts import _, language
from coachlog.dates.show import show_month
from coachlog.report.letter.names import OtherNames
from coachlog.report.letter.read import Quote

LONGEST = 320
"""A quotation of more characters is cut, at the end of a sentence if there is one."""
CUT = "[…]"
MARKS = {"nl": ("“”", "‘’"), "fr": ("«»", "“”"), "en": ("“”", "‘’")}
"""The marks around a quotation, and those within one, by language."""
_PAIRS = ('""', "“”", "„”", "„“", "«»", "''", "‘’")
_ENDS = (".", "!", "?", "…", CUT)


class Pen:
    """Writes sentences with quotations, each of which stands in a letter once.

    The year is told with a month the first time, and where that month was told of another year;
    the month is told again only in another paragraph. *names* are not quoted.
    """

    def __init__(self, names: OtherNames) -> None:
        self._names = names
        self._quoted: set[str] = set()
        self._month = ""
        self._years: dict[int, int] = {}

    @property
    def quotations(self) -> int:
        """How many different texts were quoted."""
        return len(self._quoted)

    def is_new(self, text: str | None) -> bool:
        """Whether *text* has words that were not quoted yet."""
        return bool(text and text.split()) and _key(text or "") not in self._quoted

    def fresh(self, all_said: Sequence[Quote], most: int) -> list[Quote]:
        """Return at most so many of *all_said* that are new: the first, the last, some between.

        Where there are more, those with names of others are left out first.
        """
        new = list({_key(said.text): said for said in all_said if self.is_new(said.text)}.values())
        for said in reversed(new.copy()):
            if len(new) > most and self._names.found(said.text):
                new.remove(said)
        if len(new) <= most:
            return new
        step = (len(new) - 1) / max(most - 1, 1)
        return [new[round(index * step)] for index in range(most)]

    def sentence(self, template: str, said: Quote, **gaps: str) -> str:
        """Return a sentence that quotes what was *said*, `{words}`, with its month, `{when}`."""
        return self.sentence_about(template, said.on, words=self.quote(said.text), **gaps)

    def sentence_about(self, template: str, on: str = "", **gaps: str) -> str:
        """Return a sentence with its month, `{when}`, and other *gaps*, begun with a capital."""
        words = _(template)
        if "{when}" in words:
            gaps["when"] = self.when(on)
        text = words.format(**gaps)
        return text[:1].upper() + text[1:]

    def begin(self) -> None:
        """Begin another paragraph, in which each month is told anew."""
        self._month = ""

    def when(self, on: str) -> str:
        """Return `in december 2025`, `in april`, or words for the month that was just told."""
        if self._month == on[:7]:
            return _("that same month")
        self._month = on[:7]
        return _("in {month}").format(month=self.month(on))

    def month(self, on: str) -> str:
        """Return a month, with its year where that was not told yet or would not be clear."""
        day = date.fromisoformat(on)
        is_known = day.year in self._years.values()
        year = self._years.setdefault(day.month, day.year)
        self._years[day.month] = day.year
        if is_known and year == day.year:
            return MONTHS[language()][day.month - 1]
        return show_month(day.year, day.month, language())

    def quote(self, text: str) -> str:
        """Return *text* as a quotation that ends a sentence."""
        words = self.inner(text)
        if not words.endswith(_ENDS):
            words += "."
        return _("“{words}”").format(words=words)

    def phrase(self, text: str) -> str:
        """Return *text* as a quotation in the middle of a sentence."""
        return _("“{words}”").format(words=self.inner(text).rstrip(".,;:"))

    def inner(self, text: str) -> str:
        """Return the words of a quotation on one line, and note that they were quoted."""
        self._quoted.add(_key(text))
        words = _unmarked(" ".join(self._names.hide(text).split()))
        outer, inner = MARKS[language()]
        words = words.translate(dict(zip(map(ord, outer), inner, strict=True)))
        return _shortened(words.rstrip(",;: "))


def _key(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()


def _unmarked(words: str) -> str:
    """Return *words* without marks around all of them, which the letter has itself."""
    for pair in _PAIRS:
        opening, closing = pair[0], pair[1]
        inside = words[1:-1]
        is_whole = words[:1] == opening and words[-1:] == closing and len(words) > 2
        if is_whole and opening not in inside and closing not in inside:
            return inside.strip()
    return words


def _shortened(words: str) -> str:
    """Return *words*, or as many whole sentences or words as there is room for."""
    if len(words) <= LONGEST:
        return words
    room = words[:LONGEST]
    ends = [found.end() for found in re.finditer(r"[.!?…](?=\s)", room)]
    kept = room[: ends[-1]] if ends else room.rpartition(" ")[0] or room
    return f"{kept} {CUT}"
