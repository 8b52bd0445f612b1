"""Words of people as a command: `gesprek nieuw jonas` is `session new`, with `jonas` left over."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from coachlog.base.folding import plain
from coachlog.completion.table import CommandTable, table
from coachlog.front import vocabulary
from coachlog.nouns import ROOT

ONE, MANY, VERB, COMMAND, HELP, ALL, LEAVE, SAVE, FILLER = (
    *("one", "many", "verb", "command", "help", "all", "leave", "save", "filler"),
)
LONGEST = 4
"""So many words has the longest phrase."""

Meanings = dict[str, tuple[str, ...]]
"""What a phrase can mean: by the kind of word, the nouns, verbs or commands."""


class Reading(NamedTuple):
    """A *command* in its own words, several where it is not clear which, and the words after it.

    *about* is help, all, leave or save where the words ask for that.
    """

    commands: tuple[str, ...]
    rest: tuple[str, ...]
    about: str = ""


def read(words: Sequence[str]) -> Reading:
    """Find the command that the first words mean; none where they mean nothing."""
    found, rest = _leading(words)
    if found and HELP in found[0]:
        return _helped(words)
    if len(found) > 1 and HELP in found[1]:
        return Reading(_commands(found[:1], ())[:1], (), HELP)
    commands = _commands(found, rest)
    if len(words) == 1 and commands == ("session",) and _folded(words[0]) != "session":
        commands = ("session new",)  # who says no more than `gesprek` wants to have one
    trailing, before = _trailing(rest)
    if trailing and len(found) == 1 and (both := _commands([*found, trailing], before)):
        commands, rest = both, before
    for about in (LEAVE, SAVE):
        alone = len(words) == 1 or (len(commands) != 1 and not any(map(str.isdigit, rest)))
        if found and about in found[0] and alone:
            return Reading((), (), about)
    return Reading(commands, rest)


def close_to(words: Sequence[str]) -> list[str]:
    """Correct a misspelt first word: the words with another one in its place, the closest first.

    Nothing where no word is really close: a stranger suggestion is worse than none.
    """
    said = _folded(words[0])
    known = [each for each in meanings() if " " not in each and FILLER not in meanings()[each]]
    close = get_close_matches(said, known, 3, CLOSE) if len(said) > SHORT else []
    near = [each for each in close if abs(len(each) - len(said)) <= LONGER]
    return [each for each in near if each[0] == said[0] or sorted(each) == sorted(said)]


CLOSE, SHORT, LONGER = 0.75, 2, 2


def is_help(word: str) -> bool:
    """Whether a word asks for help."""
    return HELP in meanings().get(_folded(word), {})


def without_fillers(words: Sequence[str]) -> list[str]:
    """*words* from the first one on that says something: `met jonas` is `jonas`."""
    left = list(words)
    while len(left) > 1 and set(meanings().get(_folded(left[0]), {})) == {FILLER}:
        del left[0]
    if left and (elided := _ELIDED.match(left[0])):
        left[0] = left[0][elided.end() :]
    return left


_ELIDED = re.compile("[ld]['’](?=.)", re.IGNORECASE)
"""What French leaves of a small word before a vowel: `l'objectif d'Amina`."""


@cache
def meanings() -> dict[str, Meanings]:
    """All phrases, and what each can mean."""
    known: dict[str, Meanings] = {}
    for phrase, kind, meant in _all_words():
        its = known.setdefault(phrase, {})
        its[kind] = (*its.get(kind, ()), meant)
    return known


def _all_words() -> Iterator[tuple[str, str, str]]:
    for name in ROOT:
        yield name, ONE if verbs(name) else COMMAND, name
    for verb in dict.fromkeys(verb for noun in ROOT for verb in verbs(noun)):
        yield verb, VERB, verb
    for kind, words in _TABLES.items():
        for meant, phrases in words.items():
            for phrase in phrases.split(","):
                yield phrase.strip(), kind, meant
    for kind, phrases in _LISTS.items():
        for phrase in phrases.split(","):
            yield phrase.strip(), kind, kind


_TABLES = {
    ONE: vocabulary.ONE,
    MANY: vocabulary.MANY,
    VERB: vocabulary.VERBS,
    COMMAND: vocabulary.COMMANDS,
}
_LISTS = {
    HELP: f"{vocabulary.HELP}, {vocabulary.COMMAND_LIST}",
    ALL: vocabulary.ALL,
    LEAVE: vocabulary.LEAVE,
    SAVE: vocabulary.SAVE,
    FILLER: vocabulary.FILLERS,
}


@cache
def verbs(noun: str) -> dict[str, str]:
    """The verbs of a noun, and what each is for; none of a command."""
    # TAB knows all of them, without the modules that tell where each stands.
    return _table().commands(noun) if noun else {}


@cache
def _table() -> CommandTable:
    return table()


def _folded(word: str) -> str:
    said = plain(word).replace("’", "'")
    return said.rstrip("?.,!:;") if any(map(str.isalnum, said)) else said


def _leading(words: Sequence[str]) -> tuple[list[Meanings], tuple[str, ...]]:
    """What the first phrases mean, two at most, and the words after them."""
    found: list[Meanings] = []
    at = 0
    while at < len(words) and len(found) < 2:
        if found and found[0].get(COMMAND) == ("search",):
            return found, tuple(words[at:])  # all the rest are words to search for
        phrase, length = _phrase(words, at)
        if not phrase or (found and not _go_together(found[0], phrase)):
            break
        if set(phrase) != {FILLER}:
            found.append(phrase)
        at += length
    return found, tuple(without_fillers(words[at:])) if found else tuple(words)


def _phrase(words: Sequence[str], at: int) -> tuple[Meanings, int]:
    """The longest phrase that begins at a place, and of how many words it is."""
    for length in range(min(LONGEST, len(words) - at), 0, -1):
        phrase = " ".join(map(_folded, words[at : at + length]))
        for each in (phrase, _ELIDED.sub("", phrase, count=1) if _ELIDED.match(phrase) else phrase):
            if each in meanings():
                return meanings()[each], length
    return {}, 0


def _go_together(one: Meanings, other: Meanings) -> bool:
    if set(other) == {FILLER} or HELP in one:
        return True
    is_noun = [bool({ONE, MANY} & set(each)) for each in (one, other)]
    return is_noun[0] != is_noun[1] and (HELP in other or bool(_commands([one, other], ())))


def _trailing(rest: Sequence[str]) -> tuple[Meanings, tuple[str, ...]]:
    """What the last of several words means: `gesprek jonas nieuw`."""
    if len(rest) < 2 or any(word.startswith("-") for word in rest):
        return {}, ()
    found = meanings().get(_folded(rest[-1]), {})
    return (found, tuple(rest[:-1])) if {VERB, COMMAND} & set(found) else ({}, ())


def _commands(found: Sequence[Meanings], rest: Sequence[str]) -> tuple[str, ...]:
    """The commands that the phrases mean; several where it is not clear which."""
    nouns = [each for each in found if {ONE, MANY} & set(each)]
    others = [each for each in found if not {ONE, MANY} & set(each)]
    if nouns and others:
        return _both(nouns[0], others[0])
    if nouns:
        return (_noun_alone(nouns[0], rest),)
    if others and COMMAND in others[0]:
        return others[0][COMMAND]
    if others and VERB in others[0]:
        return _verb_alone(others[0])
    return ()


def _both(noun: Meanings, other: Meanings) -> tuple[str, ...]:
    several = MANY in noun and ONE not in noun
    for name in (*noun.get(ONE, ()), *noun.get(MANY, ())):
        for verb in other.get(VERB, ()):
            if verb in verbs(name):
                listed = several and verb == "show" and "list" in verbs(name)
                return (f"{name} {'list' if listed else verb}",)
    return other.get(COMMAND, ())


def _noun_alone(noun: Meanings, rest: Sequence[str]) -> str:
    """A number shows that one; a person lists theirs; several are listed; else it is the group."""
    name = noun[ONE if ONE in noun else MANY][0]
    first = rest[0] if rest else ""
    if first.removeprefix("#").isdigit() and "show" in verbs(name):
        return f"{name} show"
    if first and not first.startswith("-"):
        verb = "show" if name == "coachee" else "list"
        return f"{name} {verb}" if verb in verbs(name) else name
    return f"{name} list" if ONE not in noun and "list" in verbs(name) else name


def _verb_alone(found: Meanings) -> tuple[str, ...]:
    """The commands of the first verb that has any, the everyday nouns first."""
    for verb in found[VERB]:
        nouns = [noun for noun in _USUAL if verb in verbs(noun)] or [
            noun for noun in ROOT if verb in verbs(noun)
        ]
        if nouns:
            return tuple(f"{noun} {verb}" for noun in nouns[:MOST_MEANT])
    return ()


_USUAL = ("session", "goal", "action")
MOST_MEANT = 3


def _helped(words: Sequence[str]) -> Reading:
    """`help`, and what about: a command, all of them, or nothing in particular."""
    after = without_fillers(words[1:]) if len(words) > 1 else []
    if after and ALL in meanings().get(_folded(after[0]), {}):
        return Reading((), (), ALL)
    inner = read(after) if after else Reading((), ())
    said = [] if inner.commands else [word for word in after if not _is_filler(word)]
    return Reading(inner.commands[:1], tuple(said), HELP)


def _is_filler(word: str) -> bool:
    return set(meanings().get(_folded(word), {})) <= {FILLER, HELP} and _folded(word) in meanings()
