"""Finds the words in a text that tell of health, belief and whatever else the law protects most."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from coachlog.base.data_file import read_data_file
from coachlog.base.folding import positions, searchable
from coachlog.base.phrases import phrases
from coachlog.base.texts import N_

INNOCENT = "innocent"
CATEGORIES = {
    "health": N_("health"),
    "pregnancy": N_("pregnancy"),
    "union": N_("trade union"),
    "belief": N_("belief"),
    "orientation": N_("sexual orientation"),
    "origin": N_("origin"),
    "politics": N_("political opinion"),
    "crime": N_("criminal matters"),
}
"""The words for each category of the list; the innocent phrases are none."""

_LIST = Path(__file__).with_name("words.toml")


class SensitiveWord(NamedTuple):
    """A word or phrase as it stands in a text, from *start* to *end*, and what it is about."""

    text: str
    category: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        """The word without case and accents."""
        return searchable(self.text)


def sensitive_words(text: str) -> Iterator[SensitiveWord]:
    """Yield the sensitive words of *text*, in their order; only whole words, never parts of one."""
    places = list(positions(text))
    for match in _pattern().finditer(searchable(text)):
        if match.lastgroup and match.lastgroup != INNOCENT:
            start, end = places[match.start()], places[match.end()]
            yield SensitiveWord(text[start:end], match.lastgroup, start, end)


@cache
def _pattern() -> re.Pattern[str]:
    """Return what matches the words of all languages, each category in a group of its name."""
    listed = read_data_file(_LIST)
    groups = {INNOCENT: phrases(listed[INNOCENT])}
    for category in CATEGORIES:
        by_language: Mapping[str, str] = listed[category]
        groups[category] = [phrase for table in by_language.values() for phrase in phrases(table)]
    alternatives = (
        f"(?P<{name}>{'|'.join(map(_pattern_of, found))})" for name, found in groups.items()
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")


def _pattern_of(phrase: str) -> str:
    """Return the pattern of `ziek/e/te`, `zwanger*` or several words."""
    stem, *endings = searchable(phrase).split("/")
    pattern = r"[\W_]+".join(map(re.escape, re.findall(r"[^\W_]+", stem)))
    if stem.endswith("*"):
        return pattern + r"\w*"
    return pattern + (f"(?:{'|'.join(endings)})?" if endings else "")
