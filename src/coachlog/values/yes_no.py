"""Reads yes or no in Dutch, French or English sentences, of which the first words count."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from coachlog.base.folding import plain
from coachlog.base.phrases import phrases
from coachlog.base.texts import N_
from coachlog.values.errors import NotYesOrNoError, short
from coachlog.values.text import NO, YES

_YES: Final = """
jawel | jazeker | jaja | jep | jup | yep | yup | ya | yeah | yea | yess | aye | ouais | ouep
ok | oke | okay | okee | okido | zeker | zeker wel | zeker weten | jazeker wel | tuurlijk
natuurlijk | uiteraard | absoluut | beslist | inderdaad | klopt | dat klopt | akkoord | goed
prima | graag | heel graag | gerust | vanzelfsprekend | helemaal | volledig | doe maar | dat mag
mag | dat is zo | ik wel | wel | gaat goed | wel degelijk | zonder twijfel | geen probleem
geen bezwaar | geen twijfel | ik denk het wel | ik denk van wel | ik denk wel | denk het wel
ik geloof van wel | ik dacht van wel | absolument | bien sur | bien sur que oui | bien entendu
evidemment | certainement | surement | sur | exactement | exact | tout a fait | d'accord
daccord | volontiers | parfait | parfaitement | effectivement | en effet | avec plaisir
naturellement | mais oui | c'est ca | c'est bon | si si | clairement | si | ca va
pas de probleme | pas de souci | sans probleme | sans aucun doute | je veux bien | je pense
je pense que oui | je crois | je crois que oui | je crois bien | bien volontiers | vas-y
allez-y | ca marche | entendu | moi oui | sure | surely | certainly | absolutely | of course
indeed | definitely | right | correct | agreed | exactly | fine | gladly | please | please do
no problem | no worries | no doubt | no objection | that's right | go ahead | by all means
i think so | i guess so | i believe so | i do | it is | it does | totally | obviously
naturally | with pleasure
"""
_NO: Final = """
neeje | neenee | nope | nop | nah | nan | niet | nog niet | nog lang niet | nog niets | niets
niks | nooit | geen | geenszins | geen sprake van | in geen geval | allerminst | integendeel
liever niet | liefst niet | toch niet | eigenlijk niet | niet echt | ik niet | ik denk het niet
ik denk van niet | ik denk niet | denk het niet | ik geloof van niet | ik geloof het niet
ik dacht van niet | ik wil niet | ook niet | nu niet | vandaag niet | pas | pas encore
pas du tout | pas vraiment | plutot pas | plutot non | jamais | aucunement | aucun | aucune
rien | surtout pas | mais non | moi non | bien sur que non | je ne pense pas | je pense pas
je ne crois pas | je crois pas | je pense que non | je crois que non | au contraire | non merci
pas maintenant | il n'y a rien | not | not yet | not really | not at all | never | no way
of course not | rather not | i'd rather not | i would rather not | i don't think so
i do not think so | i think not | i guess not | nothing | none | nobody | hardly
on the contrary | i don't | it isn't | it doesn't
"""
_OPEN: Final = """
misschien | mogelijk | wellicht | waarschijnlijk | vermoedelijk | ik weet het niet
ik weet niet | weet ik niet | weet niet | dat weet ik niet | geen idee | geen mening
geen van beide | soms | deels | hangt ervan af | het hangt ervan af | dat hangt ervan af
hangt af | een beetje | min of meer | half | niet zeker | niet zo zeker | niet helemaal zeker
niet slecht | ja en nee | ja of nee | ja maar nee | niet helemaal | niet volledig | niet altijd
noch | peut-etre | peut etre | probablement | sans doute | je ne sais pas | je sais pas
sais pas | j'sais pas | aucune idee | aucun avis | ca depend | cela depend | on verra | parfois
un peu | plus ou moins | pas sur | pas certain | pas certaine | pas mal | pas tout a fait
pas completement | pas toujours | oui et non | oui ou non | ni oui ni non | oui mais non
possible | c'est possible | pourquoi pas | maybe | perhaps | possibly | probably | not sure
i'm not sure | i am not sure | not certain | i don't know | i do not know | dunno | don't know
no idea | it depends | depends | sometimes | a bit | a little | more or less | not bad
yes and no | yes or no | yes but no | neither | not entirely | not completely | not always
hard to say | moeilijk te zeggen | difficile a dire | no opinion | waarom niet | why not
"""
_FILLERS: Final = frozenset(
    phrases("""
ah | ach | och | oh | oei | euh | euhm | eh | uh | uhm | um | hm | hmm | mm | bof | ben | bah
boh | nou | tja | tsja | well | goh | amai | allee | allez | alors | donc | dus | so | maar
mais | but | eigenlijk | dat | eh-bien | voila | hola | zeg | toch | eerder | liever | liefst
plutot | rather
""")
)
_POLITE: Final = frozenset(
    phrases("""
hoor | dank | je | u | jou | bedankt | merci | beaucoup | thanks | thank | you | please | svp
alstublieft | alsjeblieft | bien | sir | idee | madame
""")
)
_CORE_YES: Final = frozenset(
    phrases("""
ja | jawel | oui | yes | si
""")
)
_CORE_NO: Final = frozenset(
    phrases("""
nee | neen | non | no
""")
)
_TURNS: Final = frozenset(
    phrases("""
niet | pas | not | geen | nooit | jamais | never | nee | neen | non | no
""")
)
"""Words that turn an indirect yes into a no: `zeker niet`, `absolument pas`."""

_WORD: Final = r"[^\W_]+(?:['-][^\W_]+)*"
_NUANCES: Final = frozenset(
    phrases("""
nog | encore | yet | liever | liefst | plutot | rather | echt | vraiment | really | nu | now | toch
maintenant | vandaag | ook | hardly | lang
""")
)
"""Words that soften a no, so that the answer is also kept in its own words."""
_NEAR: Final = 3
"""The number of words within which a second answer contradicts the first; later, it is a remark."""


def yes_no(value: str | bool | None) -> bool | None:
    """Return True or False for an answer in any of the languages; None if empty.

    It may begin a sentence: `Ja, dat heb ik gezegd`, `nog niet`. Raises NotYesOrNoError, which
    asks again if the answer leaves it open, as `misschien` does.
    """
    if value is None or isinstance(value, bool):
        return value
    if not value.strip():
        return None
    meaning = _meaning(_words(value))
    if meaning is None:
        raise NotYesOrNoError(answer=short(value.strip()))
    if meaning == _LEFT_OPEN:
        raise NotYesOrNoError(
            N_("“{answer}” leaves it open: is it more of a yes or a no?"),
            N_("Answer with y or n; what you wrote may stand behind it, as in “no, not yet”."),
            answer=short(value.strip()),
        )
    return meaning == "yes"


def remark(value: str) -> str | None:
    """Return *value* if it says more than yes or no, as `nog niet` or `ja, met Koen`; else None."""
    words = _without_fillers(_words(value))
    while words:
        length, meaning = next(_matches(words), (0, ""))
        if length == 0:
            if words[0] not in _POLITE:
                return value.strip()
            length = 1  # a polite word, such as thanks, adds nothing
        # "Not yet" says more than no; "yes, gladly" is a yes.
        has_nuance = bool(_NUANCES.intersection(words[:length]))
        if meaning == "no" and has_nuance:
            return value.strip()
        words = words[length:]
    return None


_LEFT_OPEN: Final = "open"
"""The meaning of an answer that is neither yes nor no, such as `misschien`."""


def _words(value: str) -> list[str]:
    """Return the words of an answer, folded: small letters without accents."""
    return re.findall(_WORD, plain(value.replace("👍", " yes ").replace("👎", " no ")))


def _without_fillers(words: list[str]) -> list[str]:
    """Return *words* without the fillers at the start that are not themselves an answer."""
    index = 0
    while index < len(words) - 1:  # the last word stays, even if it is a filler
        begins_answer = any(_matches(words[index:]))
        if words[index] not in _FILLERS or begins_answer:
            break
        index += 1
    return words[index:]


def _meaning(words: list[str]) -> str | None:
    """Return "yes", "no" or _LEFT_OPEN; None if the words do not begin with an answer."""
    words = _without_fillers(words)
    longest_match = next(_matches(words), None)
    if longest_match is None:
        return None
    length, meaning = longest_match
    if words[0] == "si" and length < len(words):  # French for "if", in a sentence
        return None
    following = words[length : length + _NEAR]
    is_plain_yes, is_plain_no = words[0] in _CORE_YES, words[0] in _CORE_NO
    # `zeker niet` is a no, but `ja, niet slecht` stays a yes.
    is_turned = bool(following) and following[0] in _TURNS
    if meaning == "yes" and is_turned and not is_plain_yes:
        return "no"
    # `ja, of nee` says both.
    opposite_words = _CORE_YES if meaning == "no" else _CORE_NO
    is_contradicted = bool(opposite_words.intersection(following))
    if meaning != _LEFT_OPEN and (is_plain_yes or is_plain_no) and is_contradicted:
        return _LEFT_OPEN
    return meaning


def _matches(words: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the length and meaning of each known phrase at the start, the longest first."""
    meanings = _phrases()
    for length in range(min(len(words), _LONGEST), 0, -1):
        if meaning := meanings.get(" ".join(words[:length])):
            yield length, meaning


_LONGEST: Final = 6
"""The most words of a known phrase."""


@cache
def _phrases() -> dict[str, str]:
    """Return the meaning of each known phrase, by its folded words."""
    tables = {"yes": (_YES, YES), "no": (_NO, NO), _LEFT_OPEN: (_OPEN, ())}
    return {
        " ".join(_words(phrase)): meaning
        for meaning, (table, written_words) in tables.items()
        for phrase in (*phrases(table), *written_words)
    }
