"""Reads what is typed on the last page: save, change something, keep a draft, show all."""

import re
from typing import NamedTuple

from coachlog.base.folding import plain
from coachlog.base.phrases import phrases
from coachlog.base.texts import N_, in_each_language
from coachlog.values import parse

SAVE, CHANGE, KEEP, ALL = "1", "2", "3", "4"

_PHRASES = {
    CHANGE: """
wijzig | wijzigen | verander | veranderen | verbeter | verbeteren | pas aan | aanpassen
corrigeer | nog iets wijzigen | iets wijzigen | terug naar | ga naar | nee | neen | modifier
modifie | modifiez | changer | change | changez | corriger | corrigez | corrige | non | edit
correct | fix | go to | no
""",
    KEEP: """
klad | d | als klad | als klad bewaren | bewaar als klad | bewaren als klad | concept | als concept
later | nog niet | nog niet bewaren | brouillon | en brouillon | comme brouillon
garder comme brouillon | enregistrer comme brouillon | plus tard | pas encore | draft | as draft
as a draft | keep as draft | keep as a draft | save as draft | save as a draft | not yet
""",
    ALL: """
alles | toon alles | alles tonen | toon | overzicht | tout | tout montrer | montre tout | montrer
apercu | show everything | show all | everything | show | overview | all
""",
    SAVE: """
bewaren | bewaar | bewaar het | opslaan | sla op | ja | jazeker | ok | oke | goed | klaar
in orde | prima | enregistrer | enregistrez | enregistre | sauver | sauvegarder | garder | oui
d'accord | c'est bon | termine | fini | save | save it | keep | keep it | yes | fine | done
good | ok save
""",
}
"""What people type for each choice, in any language, without accents."""

_ARTICLES = re.compile(r"^(?:de|het|het antwoord op|mijn|la|le|les|l'|the|my)\s*\b")
_LABELS = {
    SAVE: N_("Save"),
    CHANGE: N_("Change something"),
    KEEP: N_("Save as draft"),
    ALL: N_("Show everything"),
}


class ClosingChoice(NamedTuple):
    """What the coach wants to do: one of the choices, and the *part* to change if one is named."""

    choice: str
    part: str = ""


def closing_choice(typed: str) -> ClosingChoice:
    """Return what the coach wants to do; Enter alone saves.

    `change the summary` is CHANGE with "summary". Raises NotListedError or WhichOfThemError.
    """
    words = " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)*", plain(typed)))
    choices = {phrase: choice for choice, text in _PHRASES.items() for phrase in phrases(text)}
    if not words:
        return ClosingChoice(SAVE)
    if words in choices:
        return ClosingChoice(choices[words])
    for phrase in sorted(choices, key=len, reverse=True):  # the longest one counts
        if choices[phrase] == CHANGE and words.startswith(f"{phrase} "):
            return ClosingChoice(CHANGE, without_article(words[len(phrase) + 1 :]))
    # Anything else is read as an item of a list, by number or by part of its name.
    names = [
        (*in_each_language(label), *phrases(_PHRASES[choice])) for choice, label in _LABELS.items()
    ]
    index = parse.pick(typed, names) or 0  # None only for an empty text
    return ClosingChoice(list(_LABELS)[index])


def without_article(typed: str) -> str:
    """Return what is typed without accents or a leading article: `the summary` is `summary`."""
    return _ARTICLES.sub("", plain(typed).strip(" .!"))
