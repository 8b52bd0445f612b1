"""The words of the journal by which somebody could be recognised, as a case may not have them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from coachlog.base.name_words import PARTICLES, parts_of_name
from coachlog.base.tokens import folded_words

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

NAME, HANDLE, TEAM, EMPLOYER, FUNCTION, DATE, CONTACT = (
    *("name", "handle", "team", "employer", "function", "date", "contact"),
)
"""What a word is."""

_GENERIC_WORDS = (
    "team teams ploeg ploegen dienst diensten afdeling afdelingen groep equipe equipes service"
    " services departement department group groupe nv bv bvba vzw cv sa srl sprl asbl ltd inc gmbh"
    " company bedrijf firma entreprise societe organisatie organisation organization"
)
_GENERIC = frozenset(_GENERIC_WORDS.split())
"""Words in the names of teams and organisations that tell nothing by themselves."""


_ANYBODY_WORDS = (
    "collega collegas collegue collegues colleague colleagues leidinggevende manager responsable"
    " superieur hr rh iemand quelqu somebody someone een un une mijn onze notre nos our"
)
_ANYBODY = frozenset(_ANYBODY_WORDS.split())
"""Words for a helper who is not named, such as a colleague; none of them is a first name."""
_MINE = frozenset(("mon", "ma", "mes", "my"))
"""Words before such a word; by itself, the first is a name too."""


class KnownWords(NamedTuple):
    """Words in a row, folded, that are of this *kind*; *text* is what stands in the journal."""

    kind: str
    words: tuple[str, ...]
    text: str


class _WrittenText(NamedTuple):
    kind: str
    text: str


_TEXTS = (  # the record of the coach is called "I": its own name comes from the settings
    "select 'name', name from coachee where is_self is not 1"
    " union select 'name', sponsor from trajectory where sponsor is not null"
    " union select 'name', owner from objective where owner is not null"
    " union select 'name', to_whom from release"
    " union select 'name', agreed_by from release"
    " union select 'contact', name from contact"
    " union select 'contact', contact from option where contact is not null"
    " union select 'contact', helper from action where helper is not null"
    " union select 'handle', handle from coachee where is_self is not 1"
    " union select 'handle', handle from former_handle"
    " union select 'team', team from coachee where team is not null"
    " union select 'team', team from objective where team is not null"
    " union select 'employer', organisation from coachee where organisation is not null"
    " union select 'employer', organisation from contact where organisation is not null"
    " union select 'employer', project from trajectory where project is not null"
    " union select 'function', role from coachee where role is not null"
)
ORDER = (NAME, CONTACT, HANDLE, TEAM, EMPLOYER, FUNCTION, DATE)
"""What a word is, where it is several things: the first counts."""


def known_words(reader: "Reader", coach: str | None) -> list[KnownWords]:
    """Return all words that a case is checked for; *coach* is the coach's own name."""
    texts = list(reader.rows(_WrittenText, _TEXTS))
    if coach:
        texts.append(_WrittenText(NAME, coach))
    found = [known for text in texts for known in _known(text)]
    return sorted(dict.fromkeys(found), key=lambda known: ORDER.index(known.kind))


def _known(text: _WrittenText) -> Iterator[KnownWords]:
    """Yield the whole text, and each of its words that tells something by itself."""
    whole = folded_words(text.text)
    if text.kind == CONTACT and set(whole) <= _ANYBODY | _MINE | PARTICLES:
        return  # nobody is named
    yield KnownWords(text.kind, whole, text.text)
    if text.kind in (NAME, CONTACT):
        yield from _of_name(text)
    elif text.kind in (TEAM, EMPLOYER):
        for word in whole:
            if len(word) > 1 and word not in _GENERIC | PARTICLES and not word.isdecimal():
                yield KnownWords(text.kind, (word,), text.text)


def _of_name(text: _WrittenText) -> Iterator[KnownWords]:
    """Yield each part of a name."""
    ignored = PARTICLES | _ANYBODY if text.kind == CONTACT else PARTICLES
    for words in parts_of_name(text.text, ignored):
        yield KnownWords(text.kind, words, text.text)
