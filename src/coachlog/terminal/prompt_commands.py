"""What is typed in the place of an answer: `:back`, `:skip`, `:more`, `:edit`, `:done`, `:stop`."""

import re
from difflib import get_close_matches
from typing import NamedTuple

from coachlog.base.folding import plain
from coachlog.base.languages import COMMANDS, SPOKEN
from coachlog.base.texts import N_, language
from coachlog.values.parse import KindError

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

_ALSO_SAID = {
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
"""What people type who look for a command, without accents."""

_TYPED = re.compile(r":([^\W\d_]+)\s*$")
_ROUND_IT = " :;.,!?…/\\()[]<>\"'“”‘’«»-–"


class Command(NamedTuple):
    """A command in the place of an answer; *typed* is what stood there when it came by a key."""

    name: str
    typed: str = ""


class UnknownCommandError(KindError):
    """A colon and a word that is no command."""

    cause = N_("“{typed}” is not a command.{meant}")
    remedy = N_("Commands: {commands}. Type :: for a colon itself.")


def command_word(command: str) -> str:
    """The word of *command* in the language of this run, with its colon."""
    return ":" + next(word for word, name in WORDS[language()].items() if name == command)


def parse_typed(typed: str) -> str | Command:
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
    name = _known().get(plain(match[1]))
    if name:
        return Command(name)
    meant = guess_command(typed)
    close = get_close_matches(match[1].casefold(), WORDS[language()], 1)
    guess = command_word(meant) if meant else f":{close[0]}" if close else ""
    raise UnknownCommandError(
        typed=typed.strip()[:40],
        meant=f" → {guess}" if guess else "",
        commands=" ".join(":" + each for each in WORDS[language()]),
    )


def guess_command(typed: str) -> str | None:
    """The command of which *typed* is only the word: `stop`, `: back`, `Terug.`, `exit`.

    With its colon, other words may follow it: `:stop please`.
    """
    if typed.startswith("::"):
        return None
    bare = plain(typed).strip(_ROUND_IT)
    said = {word: name for name, words in _ALSO_SAID.items() for word in words.split("|")}
    said |= _known()
    first = bare.split()[:1] if typed.lstrip().startswith(":") else []
    return said.get(bare) or (said.get(first[0]) if first else None)


def _known() -> dict[str, str]:
    """Every word, without accents."""
    return {plain(word): name for words in WORDS.values() for word, name in words.items()}
