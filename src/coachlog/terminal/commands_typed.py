"""What can be typed instead of an answer: `:back`, `:skip`, `:more`, `:edit`, `:stop`."""

import re
from difflib import get_close_matches
from typing import NamedTuple

from coachlog.kinds import KindError
from coachlog.texts import N_, language

BACK, SKIP, MORE, EDIT, STOP = "back", "skip", "more", "edit", "stop"

WORDS = {
    "nl": {"terug": BACK, "overslaan": SKIP, "meer": MORE, "bewerken": EDIT, "stop": STOP},
    "fr": {"retour": BACK, "passer": SKIP, "plus": MORE, "modifier": EDIT, "stop": STOP},
    "en": {"back": BACK, "skip": SKIP, "more": MORE, "edit": EDIT, "stop": STOP},
}
"""The words of each language; all of them are understood in every language."""

_TYPED = re.compile(r":([^\W\d_]+)\s*$")


class Command(NamedTuple):
    """A command in the place of an answer; *typed* is what stood there when it came by a key."""

    name: str
    typed: str = ""


class UnknownCommandError(KindError):
    """A colon and a word that is no command."""

    cause = N_("“{typed}” is not a command.{meant}")
    remedy = N_("Commands: {commands}. Type :: for a colon itself.")


def word(command: str) -> str:
    """The word of *command* in the language of this run, with its colon."""
    return ":" + next(word for word, name in WORDS[language()].items() if name == command)


def understood(typed: str) -> str | Command:
    """What was typed: a command, or the answer, with `::` at its start as one colon.

    A question mark alone asks for more questions. Raises UnknownCommandError.
    """
    if typed.strip() == "?":
        return Command(MORE)
    if typed.startswith("::"):
        return typed[1:]
    match = _TYPED.match(typed.strip())
    if not match:
        return typed
    known = {word: name for words in WORDS.values() for word, name in words.items()}
    name = known.get(match[1].casefold())
    if name:
        return Command(name)
    close = get_close_matches(match[1].casefold(), WORDS[language()], 1)
    raise UnknownCommandError(
        typed=typed.strip()[:40],
        meant=f" → :{close[0]}" if close else "",
        commands=" ".join(":" + each for each in WORDS[language()]),
    )
