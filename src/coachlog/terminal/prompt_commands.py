"""Commands typed instead of an answer: `:back`, `:skip`, `:more`, `:edit`, `:done`, `:stop`."""

import re
from difflib import get_close_matches
from typing import NamedTuple

from coachlog.base.folding import plain
from coachlog.base.languages import COMMANDS, SPOKEN
from coachlog.base.texts import N_, language
from coachlog.values.errors import KindError

BACK, SKIP, MORE, EDIT, DONE, OVERVIEW, STOP, HELP, PRIVATE = COMMANDS

WORDS = {
    code: dict(zip(said.commands.split(), COMMANDS, strict=True)) for code, said in SPOKEN.items()
}
"""The words of each language; all of them are understood in every language."""

ABOUT = {
    BACK: N_("the previous question, with your answer (Page Up)"),
    SKIP: N_("leave this question without an answer (Page Down)"),
    MORE: N_("more questions of this kind, or ? (F1)"),
    EDIT: N_("write the answer in your editor"),
    DONE: N_("no more questions: look at it all, and save"),
    OVERVIEW: N_("what you wrote so far (F2)"),
    STOP: N_("stop; every answer is kept (Ctrl-C)"),
    HELP: N_("this list"),
    PRIVATE: N_("show the private text that is hidden until then"),
}
"""What each command does, in a few words."""

_SYNONYMS = {
    BACK: "previous|go back|vorige|ga terug|teruggaan|keer terug|terugkeren|een terug"
    "|precedent|precedente|revenir|retourner|retour en arriere|revenir en arriere|en arriere",
    SKIP: "next|pass|skip it|skip this|volgende|sla over|slaan we over"
    "|suivant|suivante|sauter|saute|passe",
    MORE: "more questions|meer vragen|plus de questions",
    EDIT: "editor|bewerk|wijzig|wijzigen|aanpassen|corriger",
    DONE: "finish|finished|i am done|i'm done|all done|we are done|we're done"
    "|ik ben klaar|we zijn klaar|afronden|rond af"
    "|termine|terminer|c'est fini|c'est termine|j'ai fini",
    OVERVIEW: "overview please|show all|toon alles|overzicht tonen|vue d'ensemble|tout montrer",
    STOP: "exit|quit|q|wq|end|close|save|bye|cancel|abort|ctrl-c|ctrl c"
    "|einde|bewaren|bewaar|opslaan|sla op|sluiten|sluit|afsluiten|sluit af|stoppen|verlaten"
    "|annuleren|annuleer|afbreken|breek af"
    "|fin|sortir|quitter|quitte|fermer|ferme|sauver|sauvegarder|sauvegarde"
    "|enregistrer|enregistre"
    "|arreter|arrete|arret|annuler|annule",
    HELP: "help me|commands|opdrachten|commandes|help mij|aidez-moi",
}
"""Other words that people type for a command, without accents."""

_COMMAND = re.compile(r":([^\W\d_]+)\s*$")
_PUNCTUATION = " :;.,!?…/\\()[]<>\"'“”‘’«»-–"


class Command(NamedTuple):
    """A command instead of an answer; *typed* is the text that was in the line with it."""

    name: str
    typed: str = ""


class UnknownCommandError(KindError):
    """A colon with an unknown word after it."""

    cause = N_("“{typed}” is not a command.{meant}")
    remedy = N_("Commands: {commands}. Type :: for a colon itself.")


def command_word(command: str) -> str:
    """Return the word for *command* in the language of this run: `:stop`."""
    return ":" + next(word for word, name in WORDS[language()].items() if name == command)


def parse_typed(typed: str) -> str | Command:
    """Return a command, or the answer; an answer that begins with `::` begins with one colon.

    A question mark alone is `:more`. Raises UnknownCommandError.
    """
    if typed.strip() == "?":
        return Command(MORE)
    if typed.startswith("::"):
        return typed[1:]
    match = _COMMAND.match(typed.strip())
    if not match:
        return typed
    word = match[1]
    name = _commands_by_word().get(plain(word))
    if name:
        return Command(name)
    suggestion = _suggest_command(typed, word)
    raise UnknownCommandError(
        typed=typed.strip()[:40],
        meant=f" → {suggestion}" if suggestion else "",
        commands=" ".join(":" + word for word in WORDS[language()]),
    )


def _suggest_command(typed: str, word: str) -> str:
    """Return the command of which *word* is a synonym, or which is spelt alike; "" without one."""
    name = guess_command(typed)
    if name:
        return command_word(name)
    close_words = get_close_matches(word.casefold(), WORDS[language()], 1)
    return f":{close_words[0]}" if close_words else ""


def guess_command(typed: str) -> str | None:
    """Return the command that *typed* seems to mean: `stop`, `: back`, `Terug.`, `exit`; or None.

    After a colon, other words may follow: `:stop please`.
    """
    if typed.startswith("::"):  # so an answer begins that starts with a colon
        return None
    text = plain(typed).strip(_PUNCTUATION)
    commands = {
        synonym: name for name, synonyms in _SYNONYMS.items() for synonym in synonyms.split("|")
    }
    commands |= _commands_by_word()
    if text in commands:
        return commands[text]
    has_colon = typed.lstrip().startswith(":")
    first_word = next(iter(text.split()), "")
    return commands.get(first_word) if has_colon else None


def _commands_by_word() -> dict[str, str]:
    """Return every command by its words in all languages, without their accents."""
    return {plain(word): name for words in WORDS.values() for word, name in words.items()}
