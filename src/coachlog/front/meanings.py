"""The words of any language that commands are called by, and what each of them can mean."""

from collections.abc import Iterator
from functools import cache

from coachlog.completion.table import CommandTable, table
from coachlog.front import vocabulary
from coachlog.nouns import ROOT

ONE, MANY, VERB, COMMAND = "one", "many", "verb", "command"
HELP, ALL, LEAVE, SAVE, FILLER = "help", "all", "leave", "save", "filler"
"""The kinds of words, by which `Meanings` has what a phrase means."""

Meanings = dict[str, tuple[str, ...]]
"""What a phrase can mean: the nouns, verbs or commands, by the kind of word."""


@cache
def meanings() -> dict[str, Meanings]:
    """Return every phrase with what it can mean: `nieuw` → {VERB: ("new", …), …}."""
    meanings_by_phrase: dict[str, Meanings] = {}
    for phrase, kind, meaning in _all_phrases():
        meanings_of_phrase = meanings_by_phrase.setdefault(phrase, {})
        meanings_of_phrase[kind] = (*meanings_of_phrase.get(kind, ()), meaning)
    return meanings_by_phrase


def _all_phrases() -> Iterator[tuple[str, str, str]]:
    """Yield every phrase, the kind of word that it is, and what it means.

    The program's own names come first, so that they are preferred to other words.
    """
    for name in ROOT:
        yield name, ONE if verbs(name) else COMMAND, name
    for verb in dict.fromkeys(verb for noun in ROOT for verb in verbs(noun)):
        yield verb, VERB, verb
    for kind, phrases_by_meaning in _TABLES.items():
        for meaning, phrases in phrases_by_meaning.items():
            for phrase in phrases.split(","):
                yield phrase.strip(), kind, meaning
    for kind, phrases in _LISTS.items():  # these need no further meaning than their kind
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
