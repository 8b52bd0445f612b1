"""Names that stand in ideas and actions and are no contact yet."""

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.folding import plain
from coachlog.journal.contact.fields import name_key
from coachlog.journal.contact.links import NOT_LINKED, NameMention

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

LEAST_ALIKE = 0.85
"""The ratio of difflib from which on two names look alike."""


class UnlinkedName(NamedTuple):
    """A name, and in how many ideas and actions it stands."""

    name: str
    ideas: int
    actions: int

    @property
    def mentions(self) -> int:
        """Return in how many mentions it stands."""
        return self.ideas + self.actions


def unlinked_names(reader: "Reader") -> list[UnlinkedName]:
    """Return the names that are linked with no contact, the most frequent first."""
    mentions: dict[str, list[NameMention]] = {}
    for mention in reader.rows(NameMention, NOT_LINKED):
        mentions.setdefault(name_key(mention.name), []).append(mention)
    return sorted(map(_counted, mentions.values()), key=lambda each: (-each.mentions, each.name))


def _counted(mentions: list[NameMention]) -> UnlinkedName:
    """Return the name of *mentions*, as it was typed most often, with its counts."""
    spelled = Counter(" ".join(mention.name.split()) for mention in mentions)
    tables = Counter(mention.table for mention in mentions)
    return UnlinkedName(spelled.most_common(1)[0][0], tables["option"], tables["action"])


def is_alike(name: str, other: str) -> bool:
    """Return whether two names may be of one person, so that it is worth asking."""
    one, two = plain(name), plain(other)
    words, other_words = set(one.split()), set(two.split())
    if one == two or words <= other_words or other_words <= words:
        return True
    return SequenceMatcher(None, one, two).ratio() >= LEAST_ALIKE
