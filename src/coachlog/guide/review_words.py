"""What came of an action, in a letter or in words of any of the three languages."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from coachlog.base.errors import CoachlogError
from coachlog.base.folding import plain
from coachlog.base.languages import SPOKEN
from coachlog.base.phrases import phrases
from coachlog.base.texts import language
from coachlog.values.errors import NOT_ACHOICE, KindError


class ReviewWord(NamedTuple):
    """A status, the letter to type for it, and its words."""

    status: str
    letter: str
    words: str


class ReviewedAction(NamedTuple):
    """A status, whether the coach wants to say more about it (a `+`), and what was said already."""

    status: str
    more: bool
    remark: str = ""


_ALSO = {
    "done": """
is gedaan | helemaal gedaan | klaar | gelukt | is gelukt | het is gelukt | afgerond | af
in orde | ok | oke | ja | jawel | volledig | voltooid | zeker | natuurlijk | c'est fait | faite
est fait | oui | reussi | termine | terminee | fini | finie | bien sur | is done | all done
finished | completed | yes | did it | it worked | yep | okay
""",
    "partly": """
gedeeltelijk | voor een deel | deels gedaan | een beetje | half | halverwege | bijna | bezig
mee bezig | begonnen | partiellement | partielle | partiel | a moitie | un peu | en cours
commence | presque | partly done | partially | in part | half done | halfway | in progress
almost | started | a bit | a little
""",
    "open": """
niet | niet gedaan | nog niet gedaan | nog te doen | nee | neen | nee nog niet | later | nog
vergeten | pas fait | pas faite | non | non pas encore | pas | a faire | plus tard | oublie
not | not done | no | no not yet | nope | to do | todo | forgot | still open | still to do
""",
    "dropped": """
laten vallen | geschrapt | opgegeven | niet meer | niet meer nodig | hoeft niet meer | vervalt
vervallen | niet meer van toepassing | gestopt | abandonnee | laisse tomber | annule | annulee
plus besoin | plus necessaire | pas necessaire | let go | given up | gave up | no longer
no longer needed | cancelled | not needed | not needed any more
""",
}
"""What people say besides, without accents."""

_JOINED = re.compile(r"^[\s,;:.!–—-]+|\s+$")


def review_words() -> tuple[ReviewWord, ...]:
    """The statuses in the order in which they are offered."""
    return tuple(ReviewWord(*word) for word in SPOKEN[language()].reviewed)


def own_words(words: tuple[ReviewWord, ...]) -> set[str]:
    """What is an answer here, although it is a command of the guide elsewhere: `done`."""
    return {each for word in words for each in (word.words, word.status)} | {"all done"}


def reviewed(typed: str, words: tuple[ReviewWord, ...]) -> ReviewedAction | None:
    """What was typed: `g`, `gedaan`, `done`, each with or without `+`; None for nothing.

    What follows the word is a remark: `nog niet, Koen was ziek`. Raises KindError.
    """
    text = typed.strip()
    said = plain(text.rstrip("+ ")).strip(" .!;:,")
    more = text.endswith("+")
    if not said:
        return ReviewedAction("open", True) if text else None
    for word in words:
        if said in (word.letter, plain(word.words), word.status):
            return ReviewedAction(word.status, more)
    if said in _phrases():
        return ReviewedAction(_phrases()[said], more)
    for phrase, status in sorted(_phrases().items(), key=lambda each: -len(each[0])):
        if remark := _behind(phrase, text):
            return ReviewedAction(status, more=False, remark=remark)
    for word in words:  # a letter, and what was said of it
        if found := re.match(rf"{word.letter}\s*[,;:.–-]\s*(?=\w)", text, re.IGNORECASE):
            return ReviewedAction(word.status, more=False, remark=text[found.end() :])
    raise KindError(
        *NOT_ACHOICE,
        answer=text[:40],
        choices=", ".join(f"{word.letter} ({word.words})" for word in words),
    )


def reviewed_in_a_row(
    typed: str, numbers: Sequence[int], words: tuple[ReviewWord, ...]
) -> dict[int, ReviewedAction | None]:
    """What came of several actions, by their *numbers*: `1 done, 2 not yet`, `d n`, `all done`.

    One without a number is of the first of them; empty for nothing. Raises KindError.
    """
    if not typed.strip():
        return {}
    if together := _all_the_same(typed.strip(), numbers, words):
        return together
    if plain(typed).strip(" .!") in _phrases():  # "niet gedaan" is one answer, not two
        return {numbers[0]: reviewed(typed, words)}
    ways = (_by_number, _in_order)
    found = (way(typed.strip(), numbers, words) for way in ways)
    together = next((each for each in found if each), None)
    return together or {numbers[0]: reviewed(typed, words)}


Row = dict[int, ReviewedAction | None]

_ONE = r"((?:#?\d+[\s,:=.)&+-]*(?:(?:en|et|and)\s+(?=#?\d))?)+)([^\d]+)"
_NUMBERED_ONE, _NUMBERED = re.compile(_ONE), re.compile(f"(?:{_ONE})+")


def _by_number(typed: str, numbers: Sequence[int], words: tuple[ReviewWord, ...]) -> Row | None:
    """`1 done, 2 not yet`: the others are not told."""
    if not _NUMBERED.fullmatch(typed.strip()):
        return None
    told = {
        int(number): _word(part[2].strip(" ,;.:=)-"), words)
        for part in _NUMBERED_ONE.finditer(typed)
        for number in re.findall(r"\d+", part[1])
    }
    known = None not in told.values() and told.keys() <= set(numbers)
    return dict.fromkeys(numbers) | told if known else None


def _all_the_same(typed: str, numbers: Sequence[int], words: tuple[ReviewWord, ...]) -> Row | None:
    match = re.fullmatch(
        r"(?:alle\s+\w+|alles?|allemaal|allebei|beide|all\s+(?:two|three|four|five)|all|both|everything"
        r"|tout|(?:toute?s|tous)\s+les\s+\w+|les\s+\w+|toute?s|tous)\s+(.+)",
        typed,
        re.I,
    )
    said = _word(match[1], words) if match else None
    return dict.fromkeys(numbers, said) if said else None


def _in_order(typed: str, numbers: Sequence[int], words: tuple[ReviewWord, ...]) -> Row | None:
    """`done, not yet` or `d n`: one for each, from the first on."""
    for parts in (_parts(typed), typed.split()):
        told = [_word(part, words) for part in parts]
        if 1 < len(told) <= len(numbers) and None not in told:
            return dict(zip(numbers, told, strict=False))
    return None


def _parts(typed: str) -> list[str]:
    return [part for part in re.split(r"[,;\n]+", typed) if part.strip()]


def _word(text: str, words: tuple[ReviewWord, ...]) -> ReviewedAction | None:
    try:
        return reviewed(text, words)
    except CoachlogError:
        return None


@cache
def _phrases() -> dict[str, str]:
    known = {phrase: status for status, listed in _ALSO.items() for phrase in phrases(listed)}
    for each in SPOKEN.values():
        known |= {plain(said): status for status, _letter, said in each.reviewed}
    return known | {status: status for status in _ALSO}


def _behind(phrase: str, text: str) -> str:
    """What stands in *text* behind *phrase*; nothing where it does not begin so."""
    begin = [*re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", text)]
    size = len(phrase.split())
    if len(begin) <= size or plain(" ".join(each[0] for each in begin[:size])) != phrase:
        return ""
    return _JOINED.sub("", text[begin[size - 1].end() :])
