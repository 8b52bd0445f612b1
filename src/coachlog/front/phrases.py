"""Reads words of any language as a command: `gesprek nieuw jonas` is `session new jonas`."""

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
"""The most words in a phrase."""

Meanings = dict[str, tuple[str, ...]]
"""What a phrase can mean: the nouns, verbs or commands, by the kind of word."""


class Reading(NamedTuple):
    """The *commands* that words may mean, more than one if that is unclear, and the words after.

    *about* is "help", "all", "leave" or "save" if the words ask for that.
    """

    commands: tuple[str, ...]
    rest: tuple[str, ...]
    about: str = ""


def read(words: Sequence[str]) -> Reading:
    """Return the command that the first words mean; no command if they mean nothing."""
    found, rest = _match_first(words)
    if found and HELP in found[0]:
        return _read_help(words)
    if len(found) > 1 and HELP in found[1]:
        return Reading(_commands(found[:1], ())[:1], (), HELP)
    commands = _commands(found, rest)
    if len(words) == 1 and commands == ("session",) and _folded(words[0]) != "session":
        commands = ("session new",)  # `gesprek` alone begins one
    last, before_last = _match_last(rest)
    if last and len(found) == 1 and (with_last := _commands([*found, last], before_last)):
        commands, rest = with_last, before_last
    # `stop` leaves, but `stop doel 3` is about a goal.
    is_alone = len(words) == 1 or (len(commands) != 1 and not any(map(str.isdigit, rest)))
    for about in (LEAVE, SAVE):
        if found and about in found[0] and is_alone:
            return Reading((), (), about)
    return Reading(commands, rest)


def close_to(words: Sequence[str]) -> list[str]:
    """Return known words like the first of *words*, which may be misspelt, the closest first.

    Only words with the same first letter, or the same letters in another order: an odd suggestion
    is worse than none.
    """
    word = _folded(words[0])
    known = [
        phrase for phrase, its in meanings().items() if " " not in phrase and FILLER not in its
    ]
    close = get_close_matches(word, known, 3, LEAST_SIMILAR) if len(word) > TOO_SHORT else []
    near = [other for other in close if abs(len(other) - len(word)) <= MOST_LONGER]
    return [other for other in near if other[0] == word[0] or sorted(other) == sorted(word)]


LEAST_SIMILAR = 0.75
"""The ratio of difflib from which on two words look alike."""
TOO_SHORT, MOST_LONGER = 2, 2
"""Letters of a word that resembles too many, and the most that two words may differ in length."""


def is_help(word: str) -> bool:
    """Whether a word asks for help."""
    return HELP in meanings().get(_folded(word), {})


def without_fillers(words: Sequence[str]) -> list[str]:
    """Return *words* without fillers at the start: `met jonas` is `jonas`, `d'Amina` is `Amina`."""
    rest = list(words)
    while len(rest) > 1 and set(meanings().get(_folded(rest[0]), {})) == {FILLER}:
        del rest[0]
    if rest and (elided := _ELIDED.match(rest[0])):
        rest[0] = rest[0][elided.end() :]
    return rest


_ELIDED = re.compile("[ld]['’](?=.)", re.IGNORECASE)
"""A French article or preposition before a vowel: `l'objectif d'Amina`."""


@cache
def meanings() -> dict[str, Meanings]:
    """Every phrase, and what it can mean."""
    known: dict[str, Meanings] = {}
    for phrase, kind, meaning in _all_phrases():
        its = known.setdefault(phrase, {})
        its[kind] = (*its.get(kind, ()), meaning)
    return known


def _all_phrases() -> Iterator[tuple[str, str, str]]:
    """Yield every phrase, the kind of word that it is, and what it means."""
    for name in ROOT:
        yield name, ONE if verbs(name) else COMMAND, name
    for verb in dict.fromkeys(verb for noun in ROOT for verb in verbs(noun)):
        yield verb, VERB, verb
    for kind, words in _TABLES.items():
        for meaning, phrases in words.items():
            for phrase in phrases.split(","):
                yield phrase.strip(), kind, meaning
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
    """Return the verbs of a noun, and what each is for; {} for a command without verbs."""
    # The table for TAB has them all, and needs no modules of commands.
    return _table().commands(noun) if noun else {}


@cache
def _table() -> CommandTable:
    return table()


def _folded(word: str) -> str:
    """Return *word* folded, without punctuation after it; a lone `?` stays."""
    folded = plain(word).replace("’", "'")
    return folded.rstrip("?.,!:;") if any(map(str.isalnum, folded)) else folded


def _match_first(words: Sequence[str]) -> tuple[list[Meanings], tuple[str, ...]]:
    """Return what the first phrases mean, two at most, and the words after them."""
    found: list[Meanings] = []
    index = 0
    while index < len(words) and len(found) < 2:
        if found and found[0].get(COMMAND) == ("search",):
            return found, tuple(words[index:])  # all the rest are words to search for
        phrase, length = _phrase(words, index)
        if not phrase or (found and not _can_follow(found[0], phrase)):
            break
        if set(phrase) != {FILLER}:
            found.append(phrase)
        index += length
    return found, tuple(without_fillers(words[index:])) if found else tuple(words)


def _phrase(words: Sequence[str], index: int) -> tuple[Meanings, int]:
    """Return the meanings of the longest phrase at *index*, and the number of its words."""
    for length in range(min(LONGEST, len(words) - index), 0, -1):
        phrase = " ".join(map(_folded, words[index : index + length]))
        elided = _ELIDED.match(phrase)
        for known in (phrase, phrase[elided.end() :] if elided else phrase):
            if known in meanings():
                return meanings()[known], length
    return {}, 0


def _can_follow(first: Meanings, second: Meanings) -> bool:
    """Whether two phrases make one command: a noun and a verb, in either order, or help."""
    if set(second) == {FILLER} or HELP in first:
        return True
    if _is_noun(first) == _is_noun(second):
        return False
    return HELP in second or bool(_commands([first, second], ()))


def _is_noun(phrase: Meanings) -> bool:
    return ONE in phrase or MANY in phrase


def _match_last(rest: Sequence[str]) -> tuple[Meanings, tuple[str, ...]]:
    """Return what the last word means, if it is a verb: `gesprek jonas nieuw`; and the others."""
    if len(rest) < 2 or any(word.startswith("-") for word in rest):
        return {}, ()
    found = meanings().get(_folded(rest[-1]), {})
    return (found, tuple(rest[:-1])) if {VERB, COMMAND} & set(found) else ({}, ())


def _commands(found: Sequence[Meanings], rest: Sequence[str]) -> tuple[str, ...]:
    """Return the commands that the phrases mean; more than one if it is unclear which."""
    nouns = [phrase for phrase in found if _is_noun(phrase)]
    others = [phrase for phrase in found if not _is_noun(phrase)]
    if nouns and others:
        return _noun_with_verb(nouns[0], others[0])
    if nouns:
        return (_noun_alone(nouns[0], rest),)
    if others and COMMAND in others[0]:
        return others[0][COMMAND]
    if others and VERB in others[0]:
        return _verb_alone(others[0])
    return ()


def _noun_with_verb(noun: Meanings, other: Meanings) -> tuple[str, ...]:
    """Return the command of a noun with another phrase; `gesprekken tonen` lists them."""
    is_plural = MANY in noun and ONE not in noun
    for name in (*noun.get(ONE, ()), *noun.get(MANY, ())):
        for verb in other.get(VERB, ()):
            if verb in verbs(name):
                is_list = is_plural and verb == "show" and "list" in verbs(name)
                return (f"{name} {'list' if is_list else verb}",)
    return other.get(COMMAND, ())


def _noun_alone(noun: Meanings, rest: Sequence[str]) -> str:
    """Return the command of a noun without a verb.

    With a number it shows that record; with a person it lists theirs; a plural lists all. A noun
    in the singular and alone is the group itself.
    """
    name = noun[ONE if ONE in noun else MANY][0]
    first = rest[0] if rest else ""
    if first.removeprefix("#").isdigit() and "show" in verbs(name):
        return f"{name} show"
    if first and not first.startswith("-"):
        verb = "show" if name == "coachee" else "list"
        return f"{name} {verb}" if verb in verbs(name) else name
    return f"{name} list" if ONE not in noun and "list" in verbs(name) else name


def _verb_alone(found: Meanings) -> tuple[str, ...]:
    """Return the commands with the first of these verbs that a noun has, everyday nouns first."""
    for verb in found[VERB]:
        nouns = [noun for noun in _USUAL if verb in verbs(noun)] or [
            noun for noun in ROOT if verb in verbs(noun)
        ]
        if nouns:
            return tuple(f"{noun} {verb}" for noun in nouns[:MOST_COMMANDS])
    return ()


_USUAL = ("session", "goal", "action")
MOST_COMMANDS = 3


def _read_help(words: Sequence[str]) -> Reading:
    """Read `help` and what it is about: a command, all commands, or nothing in particular."""
    after = without_fillers(words[1:]) if len(words) > 1 else []
    if after and ALL in meanings().get(_folded(after[0]), {}):
        return Reading((), (), ALL)
    subject = read(after) if after else Reading((), ())
    unknown = [] if subject.commands else [word for word in after if not _is_filler(word)]
    return Reading(subject.commands[:1], tuple(unknown), HELP)


def _is_filler(word: str) -> bool:
    kinds = meanings().get(_folded(word))
    return kinds is not None and set(kinds) <= {FILLER, HELP}
