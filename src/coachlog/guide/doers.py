"""Who does an action: what people type for it, and the words for it on the screen."""

import re
from collections.abc import Callable
from typing import NamedTuple

from coachlog.base.folding import plain
from coachlog.base.texts import N_, _
from coachlog.values import parse

PERSON, COACH, MANAGER = "coachee", "coach", "manager"

SPOKEN_WORDS = {PERSON: N_("you"), COACH: N_("me"), MANAGER: N_("the manager")}
"""Who does an action, as the coach says it to the person; not translated yet."""

_OWN = (
    *("mijn", "jouw", "je", "uw", "onze", "haar", "zijn", "de", "mon", "ma", "votre", "notre"),
    *("son", "sa", "le ou la", "le", "la", "my", "your", "our", "his", "her", "their", "the"),
)
"""Words before a role: `my manager`."""

_MANAGERS = (
    *("leidinggevende", "manager", "chef", "cheffe", "baas", "responsable", "superieur"),
    *("superieure", "boss", "line manager", "n+1"),
)

_WORDS = {
    PERSON: (
        *("jij", "jijzelf", "jezelf", "jou", "je", "u", "uzelf", "vous", "vous-meme", "you"),
        *("yourself", "toi", "toi-meme", "tu"),
    ),
    COACH: (
        *("ik", "ikzelf", "ik zelf", "mij", "mezelf", "mijzelf", "i", "me", "myself", "moi"),
        *("moi-meme", "je m'en charge", "coach", "de coach", "the coach", "le coach", "la coach"),
    ),
    MANAGER: (*_MANAGERS, *(f"{own} {role}" for own in _OWN for role in _MANAGERS)),
}
_ROLES = {
    "onboarding": ("peter", "meter", "parrain", "marraine", "buddy"),
    "mentoring": ("mentor", "mentore"),
}
"""What else the coach is called in a trajectory of that kind."""

_BY = re.compile(r"(?:door|par|by)\s+", re.IGNORECASE)
_FIRST = re.compile(r"([^:]{1,22}):\s+(?=\S)")
_SEPARATOR = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+")
_BRACKETS = re.compile(r"\s*\(([^()]{1,40})\)\s*$")
_SOMEBODY = re.compile(
    r"(?:\s[-–—]\s+|[\s,;(](?:door|par|by)\s+)"
    r"((?:[^\W\d_a-zà-ÿ][\w'’.-]*|(?:mijn|jouw|onze|mon|ma|votre|notre|my|your|our)\s\S+)"
    r"(?:\s\S+){0,4})\)?\s*$"
)
"""A name or a role at the end of a line, which may tell who does it: `… - Sofie of HR`."""


class DoneBy(NamedTuple):
    """What will be done, and who does it where the line says so; None where it does not."""

    what: str
    done_by: str | None


def doers_of(kind: str) -> tuple[str, ...]:
    """Return who may do an action in a trajectory of that *kind*: a manager is the coach there."""
    return (PERSON, COACH) if kind == "manager" else (PERSON, COACH, MANAGER)


def doer_named(text: str, kind: str, name: str = "") -> str | None:
    """Return who is meant by a word such as “me” or “de leidinggevende”; None for other words.

    *name* is that of the person, who may be meant by it too. A word such as “by” may come first.
    """
    bare = plain(_BY.sub("", text.strip(), count=1)).strip(" .!")
    names = {plain(name), plain(name).partition(" ")[0]} if name else set()
    if bare in names:
        return PERSON
    roles = _ROLES.get(kind, ())
    if bare in {*roles, *(f"{own} {role}" for own in _OWN for role in roles)}:
        return COACH
    found = next((doer for doer, words in _WORDS.items() if bare in words), None)
    return COACH if found == MANAGER and kind == "manager" else found


def split_doer(line: str, kind: str, name: str = "") -> DoneBy:
    """Split who does it from a line: `Call Koen, by Friday, me`, `me: call Koen` or `… (me)`.

    Only such words alone between commas, dashes or brackets count: in “ask the manager” and in
    “have it read by the manager” they stay. All other words stay as they were typed.
    """
    if (match := _FIRST.match(line)) and (doer := doer_named(match[1], kind, name)):
        return DoneBy(line[match.end() :], doer)
    if (match := _BRACKETS.search(line)) and (doer := doer_named(match[1], kind, name)):
        return DoneBy(line[: match.start()], doer)
    cuts = [(match.start(), match.end()) for match in _SEPARATOR.finditer(line)]
    ends = [*(start for start, _begin in cuts), len(line)]
    for index in range(len(cuts) - 1, max(-1, len(cuts) - 3), -1):  # after it, a day at most
        (start, begin), end = cuts[index], ends[index + 1]
        if doer := doer_named(line[begin:end], kind, name):
            return DoneBy(line[:start] + line[end:], doer)
    return DoneBy(line, None)


def may_name_doer(what: str, is_day: Callable[[str], bool]) -> bool:
    """Whether an action ends in a name or a role that may be who does it: it is better asked."""
    match = _SOMEBODY.search(what)
    return match is not None and not is_day(match[1])


def show_doers(kind: str, name: str) -> str:
    """Return the choices on one line, each with its number; the person, by *name*, is the first."""
    doers = doers_of(kind)
    words = [_(SPOKEN_WORDS[doer]) for doer in doers]
    words[0] = name or words[0]
    return " · ".join(f"{n} {word}" for n, word in enumerate(words, 1))


def parse_doer(text: str, kind: str, name: str) -> str | None:
    """Return who was typed, by number, by a word or by the *name* of the person.

    None for Enter alone, which is the person. Raises KindError.
    """
    if not text.strip():
        return None
    if doer := doer_named(text, kind, name):
        return doer
    doers = doers_of(kind)
    index = parse.pick(text, [(_(SPOKEN_WORDS[doer]), *_WORDS[doer]) for doer in doers])
    return None if index is None else doers[index]
