"""Reads words of any language as a command: `gesprek nieuw jonas` is `session new jonas`."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple

from coachlog.base.folding import plain
from coachlog.front.meanings import (
    ALL,
    COMMAND,
    FILLER,
    HELP,
    LEAVE,
    MANY,
    ONE,
    SAVE,
    VERB,
    Meanings,
    meanings,
    verbs,
)
from coachlog.nouns import ROOT

__all__ = [
    "ALL",
    "HELP",
    "LEAVE",
    "SAVE",
    "Reading",
    "close_to",
    "is_help",
    "read",
    "verbs",
    "without_fillers",
]

LONGEST = 4
"""The most words in a phrase."""


class Reading(NamedTuple):
    """The *commands* that words may mean, more than one if that is unclear, and the words after.

    *about* is "help", "all", "leave" or "save" if the words ask for that.
    """

    commands: tuple[str, ...]
    rest: tuple[str, ...]
    about: str = ""


def read(words: Sequence[str]) -> Reading:
    """Return the command that the first words mean; no command if they mean nothing."""
    phrases, words_after = _match_first(words)
    if phrases and HELP in phrases[0]:  # help gesprek
        return _read_help(words)
    if len(phrases) > 1 and HELP in phrases[1]:  # gesprek help
        return Reading(_commands(phrases[:1], ())[:1], (), HELP)
    commands = _commands(phrases, words_after)
    if len(words) == 1 and commands == ("session",) and _folded(words[0]) != "session":
        commands = ("session new",)  # `gesprek` alone begins one
    last_phrase, words_before_last = _match_last(words_after)
    if last_phrase and len(phrases) == 1:
        commands_with_last = _commands([*phrases, last_phrase], words_before_last)
        if commands_with_last:
            commands, words_after = commands_with_last, words_before_last
    # `stop` leaves, but `stop doel 3` is about a goal.
    is_clear_command = len(commands) == 1 or any(map(str.isdigit, words_after))
    if phrases and (len(words) == 1 or not is_clear_command):
        for about in (LEAVE, SAVE):
            if about in phrases[0]:
                return Reading((), (), about)
    return Reading(commands, words_after)


def close_to(words: Sequence[str]) -> list[str]:
    """Return known words like the first of *words*, which may be misspelt, the closest first.

    Only words with the same first letter, or the same letters in another order: an odd suggestion
    is worse than none.
    """
    typed = _folded(words[0])
    if len(typed) <= TOO_SHORT:
        return []
    known_words = [
        phrase for phrase, kinds in meanings().items() if " " not in phrase and FILLER not in kinds
    ]
    return [
        word
        for word in get_close_matches(typed, known_words, 3, LEAST_SIMILAR)
        if abs(len(word) - len(typed)) <= MOST_LONGER
        and (word[0] == typed[0] or sorted(word) == sorted(typed))
    ]


LEAST_SIMILAR = 0.75
"""The ratio of difflib from which on two words look alike."""
TOO_SHORT, MOST_LONGER = 2, 2
"""A word of so few letters resembles too many; two words may differ in length by so many."""


def is_help(word: str) -> bool:
    """Return whether a word asks for help."""
    return HELP in meanings().get(_folded(word), {})


def without_fillers(words: Sequence[str]) -> list[str]:
    """Return *words* without fillers at the start: `met jonas` is `jonas`, `d'Amina` is `Amina`.

    The last word stays, even if it is a filler.
    """
    remaining = list(words)
    while len(remaining) > 1 and set(meanings().get(_folded(remaining[0]), {})) == {FILLER}:
        del remaining[0]
    if remaining:
        remaining[0] = _without_article(remaining[0])
    return remaining


def _without_article(word: str) -> str:
    """Return *word* without a French `l'` or `d'` before it."""
    article = _ELIDED.match(word)
    return word[article.end() :] if article else word


_ELIDED = re.compile("[ld]['’](?=.)", re.IGNORECASE)
"""A French article or preposition before a vowel: `l'objectif d'Amina`."""


def _folded(word: str) -> str:
    """Return *word* folded, without punctuation after it; a lone `?` stays."""
    folded = plain(word).replace("’", "'")
    return folded.rstrip("?.,!:;") if any(map(str.isalnum, folded)) else folded


def _match_first(words: Sequence[str]) -> tuple[list[Meanings], tuple[str, ...]]:
    """Return what the first phrases mean, two at most, and the words after them.

    Fillers between them are skipped. Without a phrase, all words are returned.
    """
    phrases: list[Meanings] = []
    index = 0
    while index < len(words) and len(phrases) < 2:
        if phrases and phrases[0].get(COMMAND) == ("search",):
            return phrases, tuple(words[index:])  # the words to search for, whatever they mean
        phrase, length = _longest_phrase(words, index)
        if not phrase or (phrases and not _can_follow(phrases[0], phrase)):
            break
        is_only_filler = set(phrase) == {FILLER}
        if not is_only_filler:
            phrases.append(phrase)
        index += length
    if not phrases:
        return [], tuple(words)
    return phrases, tuple(without_fillers(words[index:]))


def _longest_phrase(words: Sequence[str], index: int) -> tuple[Meanings, int]:
    """Return the meanings of the longest known phrase at *index*, and the number of its words.

    Return no meanings and 0 if no phrase is known.
    """
    for length in range(min(LONGEST, len(words) - index), 0, -1):
        phrase = " ".join(map(_folded, words[index : index + length]))
        for spelling in (phrase, _without_article(phrase)):
            if spelling in meanings():
                return meanings()[spelling], length
    return {}, 0


def _can_follow(first: Meanings, second: Meanings) -> bool:
    """Return whether two phrases make one command: a noun and a verb, in either order, or help.

    A filler may follow, as another phrase may come after it.
    """
    if set(second) == {FILLER} or HELP in first:
        return True
    has_exactly_one_noun = _is_noun(first) != _is_noun(second)
    if not has_exactly_one_noun:
        return False
    return HELP in second or bool(_commands([first, second], ()))


def _is_noun(phrase: Meanings) -> bool:
    return ONE in phrase or MANY in phrase


def _match_last(words_after: Sequence[str]) -> tuple[Meanings, tuple[str, ...]]:
    """Return what the last word means, if it is a verb (`gesprek jonas nieuw`), and the others.

    Return nothing if it is no verb or command, or where options may have values that look so.
    """
    if len(words_after) < 2 or any(word.startswith("-") for word in words_after):
        return {}, ()
    last_phrase = meanings().get(_folded(words_after[-1]), {})
    if VERB in last_phrase or COMMAND in last_phrase:
        return last_phrase, tuple(words_after[:-1])
    return {}, ()


def _commands(phrases: Sequence[Meanings], words_after: Sequence[str]) -> tuple[str, ...]:
    """Return the commands that the phrases mean; more than one if it is unclear which.

    *words_after* are the words after them, by which a noun without a verb shows or lists records.
    """
    nouns = [phrase for phrase in phrases if _is_noun(phrase)]
    verb_phrases = [phrase for phrase in phrases if not _is_noun(phrase)]
    if nouns and verb_phrases:
        return _noun_with_verb(nouns[0], verb_phrases[0])
    if nouns:
        return (_noun_alone(nouns[0], words_after),)
    if verb_phrases and COMMAND in verb_phrases[0]:
        return verb_phrases[0][COMMAND]
    if verb_phrases and VERB in verb_phrases[0]:
        return _verb_alone(verb_phrases[0])
    return ()


def _noun_with_verb(noun: Meanings, verb_phrase: Meanings) -> tuple[str, ...]:
    """Return the command of a noun with another phrase; `gesprekken tonen` lists them.

    If the noun has no such verb, return the commands that the other phrase is by itself, if any.
    """
    is_plural = MANY in noun and ONE not in noun
    for name in (*noun.get(ONE, ()), *noun.get(MANY, ())):
        for verb in verb_phrase.get(VERB, ()):
            if verb in verbs(name):
                is_list = is_plural and verb == "show" and "list" in verbs(name)
                return (f"{name} list" if is_list else f"{name} {verb}",)
    return verb_phrase.get(COMMAND, ())


def _noun_alone(noun: Meanings, words_after: Sequence[str]) -> str:
    """Return the command of a noun without a verb.

    With a number it shows that record; with a person it lists theirs; a plural lists all. A noun
    in the singular and alone is the group itself.
    """
    is_plural = ONE not in noun
    name = noun[MANY if is_plural else ONE][0]
    next_word = words_after[0] if words_after else ""
    if next_word.removeprefix("#").isdigit() and "show" in verbs(name):
        return f"{name} show"
    if next_word and not next_word.startswith("-"):  # a person
        verb = "show" if name == "coachee" else "list"
        return f"{name} {verb}" if verb in verbs(name) else name
    return f"{name} list" if is_plural and "list" in verbs(name) else name


def _verb_alone(verb_phrase: Meanings) -> tuple[str, ...]:
    """Return the commands of a verb without a noun: of everyday nouns, or else of any that has it.

    The first meaning of the verb that any noun has counts.
    """
    for verb in verb_phrase[VERB]:
        everyday_nouns = [noun for noun in _EVERYDAY_NOUNS if verb in verbs(noun)]
        nouns = everyday_nouns or [noun for noun in ROOT if verb in verbs(noun)]
        if nouns:
            return tuple(f"{noun} {verb}" for noun in nouns[:MOST_COMMANDS])
    return ()


_EVERYDAY_NOUNS = ("session", "goal", "action")
MOST_COMMANDS = 3


def _read_help(words: Sequence[str]) -> Reading:
    """Read `help` and what it is about: a command, all commands, or nothing in particular."""
    subject_words = without_fillers(words[1:]) if len(words) > 1 else []
    if not subject_words:
        return Reading((), (), HELP)
    if ALL in meanings().get(_folded(subject_words[0]), {}):
        return Reading((), (), ALL)
    commands = read(subject_words).commands
    if commands:
        return Reading(commands[:1], (), HELP)
    unknown_words = [word for word in subject_words if not _is_filler_or_help(word)]
    return Reading((), tuple(unknown_words), HELP)


def _is_filler_or_help(word: str) -> bool:
    kinds = meanings().get(_folded(word))
    return kinds is not None and set(kinds) <= {FILLER, HELP}
