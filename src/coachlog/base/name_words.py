"""The words by which somebody is recognised in a text: a whole name, and each part of it."""

from collections.abc import Iterator

from coachlog.base.tokens import folded_words

_PARTICLE_WORDS = (
    "van von vom zu zum der den de des di da do dos du d het t ten ter te op in aan bij la le les l"
    " el al ben bin ibn abu abd y e i o en et und and of the"
)
PARTICLES = frozenset(_PARTICLE_WORDS.split())
"""Small words in names, which are no name by themselves."""


def parts_of_name(name: str, ignored: frozenset[str] = PARTICLES) -> Iterator[tuple[str, ...]]:
    """Yield the parts of a name, folded: `Amina-Lynn de Smet` has Amina-Lynn, Amina, Lynn, Smet."""
    for part in name.split():
        words = folded_words(part)
        if words and (len(words) > 1 or len(words[0]) > 1) and not set(words) <= ignored:
            yield words
        for word in words:
            if len(word) > 1 and word not in ignored:
                yield (word,)
