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
from coachlog.values.text import digits


class ReviewWord(NamedTuple):
    """A status, with the letter and the words that stand for it."""

    status: str
    letter: str
    words: str


class ReviewedAction(NamedTuple):
    """A status, whether the coach wants to say more about it (a `+`), and a remark after it."""

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


def words_not_commands(status_words: tuple[ReviewWord, ...]) -> set[str]:
    """Return the words that are an answer here, although some are commands elsewhere: `done`."""
    return {text for word in status_words for text in (word.words, word.status)} | {"all done"}


def parse_review(typed: str, status_words: tuple[ReviewWord, ...]) -> ReviewedAction | None:
    """Return what `g`, `gedaan` or `done` stands for, with or without `+`; None if it is empty.

    Text after the word is a remark: `nog niet, Koen was ziek`. A `+` alone means that the action
    is still open. Raises KindError.
    """
    text = typed.strip()
    answer = plain(text.rstrip("+ ")).strip(" .!;:,")
    wants_more = text.endswith("+")
    if not answer:
        return ReviewedAction("open", wants_more=True) if text else None
    for word in status_words:
        if answer in (word.letter, plain(word.words), word.status):
            return ReviewedAction(word.status, wants_more)
    if answer in _statuses():
        return ReviewedAction(_statuses()[answer], wants_more)
    if review := _parse_with_remark(text, status_words):
        return review
    raise KindError(
        *NOT_ACHOICE,
        answer=text[:40],
        choices=", ".join(f"{word.letter} ({word.words})" for word in status_words),
    )


def _parse_with_remark(text: str, status_words: tuple[ReviewWord, ...]) -> ReviewedAction | None:
    """Read a status with a remark after it: `nog niet, Koen was ziek`, `g: heel vlot`.

    Return None if *text* begins with no status, or has nothing after it.
    """
    longest_first = sorted(_statuses(), key=len, reverse=True)  # "niet meer" before "niet"
    for phrase in longest_first:
        status = _statuses()[phrase]
        if remark := _remark_after(phrase, text):
            return ReviewedAction(status, wants_more=False, remark=remark)
    for word in status_words:
        # A letter needs punctuation after it: "a" may also be a word.
        if letter := re.match(rf"{word.letter}\s*[,;:.–-]\s*(?=\w)", text, re.IGNORECASE):
            return ReviewedAction(word.status, wants_more=False, remark=text[letter.end() :])
    return None


Row = dict[int, ReviewedAction | None]
"""The answers in a row, by the number of the action; None for an action that was left out."""


def parse_reviews(typed: str, numbers: Sequence[int], status_words: tuple[ReviewWord, ...]) -> Row:
    """Return what came of the actions with these *numbers*: `1 done, 2 not yet`, `d n`, `all done`.

    A single answer without a number is that of the first action. Return {} where nothing is typed.
    Raises KindError.
    """
    text = typed.strip()
    if not text:
        return {}
    row = _parse_all_the_same(text, numbers, status_words)
    is_one_phrase = plain(text).strip(" .!") in _statuses()  # "niet gedaan" is not "niet", "gedaan"
    if not row and not is_one_phrase:
        row = _parse_numbered(text, numbers, status_words)
        row = row or _parse_in_order(text, numbers, status_words)
    return row or {numbers[0]: parse_review(text, status_words)}


_NUMBERED_PART = r"((?:#?\d+[\s,:=.)&+-]*(?:(?:en|et|and)\s+(?=#?\d))?)+)([^\d]+)"
"""One or more numbers, then what came of them: `1 and 3: done`."""
_NUMBERED, _NUMBERED_ROW = re.compile(_NUMBERED_PART), re.compile(f"(?:{_NUMBERED_PART})+")


def _parse_numbered(
    text: str, numbers: Sequence[int], status_words: tuple[ReviewWord, ...]
) -> Row | None:
    """Read `1 done, 2 not yet`; numbers that are not mentioned get None.

    Return None if *text* has another form, or a number or an answer that is not understood.
    """
    if not _NUMBERED_ROW.fullmatch(text):
        return None
    row = {
        digits(number) or 0: _parse_or_none(part[2].strip(" ,;.:=)-"), status_words)
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
    text: str, numbers: Sequence[int], status_words: tuple[ReviewWord, ...]
) -> Row | None:
    """Read `all done`: one answer for all actions; return None if *text* has another form."""
    match = _ALL.fullmatch(text)
    review = _parse_or_none(match[1], status_words) if match else None
    return dict.fromkeys(numbers, review) if review else None


def _parse_in_order(
    text: str, numbers: Sequence[int], status_words: tuple[ReviewWord, ...]
) -> Row | None:
    """Read `done, not yet` or `d n`: an answer for each action, from the first on.

    Return None if not every part is understood, or there are more parts than actions.
    """
    parts_by_comma = [part for part in re.split(r"[,;\n]+", text) if part.strip()]
    for parts in (parts_by_comma, text.split()):
        reviews = [_parse_or_none(part, status_words) for part in parts]
        if 1 < len(reviews) <= len(numbers) and None not in reviews:
            return dict(zip(numbers, reviews, strict=False))
    return None


def _parse_or_none(text: str, status_words: tuple[ReviewWord, ...]) -> ReviewedAction | None:
    try:
        return parse_review(text, status_words)
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
    """Return what follows *phrase* in *text*; "" if *text* begins otherwise or has no more words.

    `not yet` in `Not yet, Koen was ill` is followed by `Koen was ill`.
    """
    words = list(re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", text))
    phrase_length = len(phrase.split())
    first_words = " ".join(word[0] for word in words[:phrase_length])
    has_remark = len(words) > phrase_length
    if not has_remark or plain(first_words) != phrase:
        return ""
    return _LEADING_PUNCTUATION.sub("", text[words[phrase_length - 1].end() :])
