"""Who does an action: what people type for it, and the words for it on the screen."""

import re
from typing import NamedTuple

from coachlog.base.folding import plain
from coachlog.base.texts import N_, _
from coachlog.values import parse

PERSON, COACH, MANAGER = "coachee", "coach", "manager"

SPOKEN_WORDS = {PERSON: N_("you"), COACH: N_("me"), MANAGER: N_("the manager")}
"""Who does an action, as the coach says it to the person; not translated yet."""

_WORDS = {
    PERSON: ("jij", "jijzelf", "je", "u", "vous", "you", "toi", "tu"),
    COACH: ("ik", "ikzelf", "i", "me", "myself", "moi", "moi-meme", "je m'en charge", "coach"),
    MANAGER: (
        *("leidinggevende", "de leidinggevende", "mijn leidinggevende", "jouw leidinggevende"),
        *("je leidinggevende", "manager", "the manager", "my manager", "your manager", "chef"),
        *("responsable", "le responsable", "la responsable", "le ou la responsable", "baas"),
        *("mon responsable", "ma responsable", "votre responsable", "de chef", "de manager"),
    ),
}
_FIRST = re.compile(r"([^:]{1,22}):\s+(?=\S)")
_SEPARATOR = re.compile(r"\s*[,;]\s*")
_BRACKETS = re.compile(r"\s*\(([^()]{1,22})\)\s*$")


class DoneBy(NamedTuple):
    """What will be done, and who does it where the line says so; None where it does not."""

    what: str
    done_by: str | None


def doers_of(kind: str) -> tuple[str, ...]:
    """Return who may do an action in a trajectory of that *kind*: a manager is the coach there."""
    return (PERSON, COACH) if kind == "manager" else (PERSON, COACH, MANAGER)


def doer_named(text: str, kind: str) -> str | None:
    """Return who is meant by a word such as “me” or “de leidinggevende”; None for other words."""
    bare = plain(text).strip(" .!")
    found = next((doer for doer, words in _WORDS.items() if bare in words), None)
    return COACH if found == MANAGER and kind == "manager" else found


def split_doer(line: str, kind: str) -> DoneBy:
    """Split who does it from a line: `Call Koen, by Friday, me`, `me: call Koen` or `… (me)`.

    Only such a word alone between commas counts: in “ask the manager” it stays.
    """
    if (match := _FIRST.match(line)) and (doer := doer_named(match[1], kind)):
        return DoneBy(line[match.end() :], doer)
    if (match := _BRACKETS.search(line)) and (doer := doer_named(match[1], kind)):
        return DoneBy(line[: match.start()], doer)
    parts = _SEPARATOR.split(line)
    for index in range(len(parts) - 1, max(0, len(parts) - 3), -1):  # after it, a day at most
        if doer := doer_named(parts[index], kind):
            return DoneBy(", ".join(parts[:index] + parts[index + 1 :]), doer)
    return DoneBy(line, None)


def show_doers(kind: str) -> str:
    """Return the choices on one line, each with its number."""
    doers = doers_of(kind)
    return " · ".join(f"{n} {_(SPOKEN_WORDS[doer])}" for n, doer in enumerate(doers, 1))


def parse_doer(text: str, kind: str) -> str | None:
    """Return who was typed, by number or by a word; None for Enter alone, the person. KindError."""
    if not text.strip():
        return None
    if doer := doer_named(text, kind):
        return doer
    doers = doers_of(kind)
    index = parse.pick(text, [(_(SPOKEN_WORDS[doer]), *_WORDS[doer]) for doer in doers])
    return None if index is None else doers[index]
