"""Reads what came of an action: a letter, or words of any of the three languages."""

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
    """A status, with the letter and the words that stand for it."""

    status: str
    letter: str
    words: str


class ReviewedAction(NamedTuple):
    """A status, whether the coach wants to say more about it (a `+`), and a remark behind it."""

    status: str
    wants_more: bool
    remark: str = ""


_PHRASES = {
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
"""What else people say for each status, without accents."""

_LEADING_PUNCTUATION = re.compile(r"^[\s,;:.!–—-]+|\s+$")


def review_words() -> tuple[ReviewWord, ...]:
    """Return the statuses in the order in which they are offered."""
    return tuple(ReviewWord(*word) for word in SPOKEN[language()].reviewed)


def words_not_commands(words: tuple[ReviewWord, ...]) -> set[str]:
    """Return the words that are an answer here, although some are commands elsewhere: `done`."""
    return {text for word in words for text in (word.words, word.status)} | {"all done"}


def parse_review(typed: str, words: tuple[ReviewWord, ...]) -> ReviewedAction | None:
    """Return what `g`, `gedaan` or `done` stands for, with or without `+`; None for nothing.

    Text after the word is a remark: `nog niet, Koen was ziek`. Raises KindError.
    """
    text = typed.strip()
    said = plain(text.rstrip("+ ")).strip(" .!;:,")
    wants_more = text.endswith("+")
    if not said:
        return ReviewedAction("open", wants_more=True) if text else None
    for word in words:
        if said in (word.letter, plain(word.words), word.status):
            return ReviewedAction(word.status, wants_more)
    if said in _statuses():
        return ReviewedAction(_statuses()[said], wants_more)
    if review := _parse_with_remark(text, words):
        return review
    raise KindError(
        *NOT_ACHOICE,
        answer=text[:40],
        choices=", ".join(f"{word.letter} ({word.words})" for word in words),
    )


def _parse_with_remark(text: str, words: tuple[ReviewWord, ...]) -> ReviewedAction | None:
    """Read a word and a remark after it: `nog niet, Koen was ziek`, `g: heel vlot`."""
    for phrase, status in sorted(_statuses().items(), key=lambda item: -len(item[0])):
        if remark := _remark_after(phrase, text):
            return ReviewedAction(status, wants_more=False, remark=remark)
    for word in words:
        if letter := re.match(rf"{word.letter}\s*[,;:.–-]\s*(?=\w)", text, re.IGNORECASE):
            return ReviewedAction(word.status, wants_more=False, remark=text[letter.end() :])
    return None


Row = dict[int, ReviewedAction | None]
"""The answers in a row, by the number of the action; None for an action that was left out."""


def parse_reviews(typed: str, numbers: Sequence[int], words: tuple[ReviewWord, ...]) -> Row:
    """Return what came of the actions with these *numbers*: `1 done, 2 not yet`, `d n`, `all done`.

    A single answer without a number is that of the first action. Empty where nothing is typed.
    Raises KindError.
    """
    text = typed.strip()
    if not text:
        return {}
    if row := _parse_all_the_same(text, numbers, words):
        return row
    is_one_answer = plain(text).strip(" .!") in _statuses()  # "niet gedaan" is not "niet", "gedaan"
    if not is_one_answer:
        row = _parse_numbered(text, numbers, words) or _parse_in_order(text, numbers, words)
    return row or {numbers[0]: parse_review(text, words)}


_NUMBERED_PART = r"((?:#?\d+[\s,:=.)&+-]*(?:(?:en|et|and)\s+(?=#?\d))?)+)([^\d]+)"
"""One or more numbers, then what came of them: `1 and 3: done`."""
_NUMBERED, _NUMBERED_ROW = re.compile(_NUMBERED_PART), re.compile(f"(?:{_NUMBERED_PART})+")


def _parse_numbered(text: str, numbers: Sequence[int], words: tuple[ReviewWord, ...]) -> Row | None:
    """Read `1 done, 2 not yet`; numbers that are not mentioned get None."""
    if not _NUMBERED_ROW.fullmatch(text):
        return None
    row = {
        int(number): _parse_or_none(part[2].strip(" ,;.:=)-"), words)
        for part in _NUMBERED.finditer(text)
        for number in re.findall(r"\d+", part[1])
    }
    is_understood = None not in row.values() and row.keys() <= set(numbers)
    return dict.fromkeys(numbers) | row if is_understood else None


_ALL = re.compile(
    r"(?:alle\s+\w+|alles?|allemaal|allebei|beide|all\s+(?:two|three|four|five)|all|both|everything"
    r"|tout|(?:toute?s|tous)\s+les\s+\w+|les\s+\w+|toute?s|tous)\s+(.+)",
    re.IGNORECASE,
)


def _parse_all_the_same(
    text: str, numbers: Sequence[int], words: tuple[ReviewWord, ...]
) -> Row | None:
    """Read `all done`."""
    match = _ALL.fullmatch(text)
    review = _parse_or_none(match[1], words) if match else None
    return dict.fromkeys(numbers, review) if review else None


def _parse_in_order(text: str, numbers: Sequence[int], words: tuple[ReviewWord, ...]) -> Row | None:
    """Read `done, not yet` or `d n`: an answer for each action, from the first on."""
    by_comma = [part for part in re.split(r"[,;\n]+", text) if part.strip()]
    for parts in (by_comma, text.split()):
        reviews = [_parse_or_none(part, words) for part in parts]
        if 1 < len(reviews) <= len(numbers) and None not in reviews:
            return dict(zip(numbers, reviews, strict=False))
    return None


def _parse_or_none(text: str, words: tuple[ReviewWord, ...]) -> ReviewedAction | None:
    try:
        return parse_review(text, words)
    except CoachlogError:
        return None


@cache
def _statuses() -> dict[str, str]:
    """Return the status of each phrase that is understood, without accents."""
    statuses = {phrase: status for status, listed in _PHRASES.items() for phrase in phrases(listed)}
    for spoken in SPOKEN.values():
        statuses |= {plain(words): status for status, _letter, words in spoken.reviewed}
    return statuses | {status: status for status in _PHRASES}


def _remark_after(phrase: str, text: str) -> str:
    """Return what follows *phrase* in *text*; nothing where the text does not begin with it."""
    words = list(re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", text))
    size = len(phrase.split())
    if len(words) <= size or plain(" ".join(word[0] for word in words[:size])) != phrase:
        return ""
    return _LEADING_PUNCTUATION.sub("", text[words[size - 1].end() :])
