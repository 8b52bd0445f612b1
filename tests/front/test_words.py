"""Words of three languages lead to commands, whatever the language of the run."""

import pytest

from coachlog.front.meanings import meanings
from coachlog.front.phrases import close_to, read
from coachlog.nouns import ROOT
from tests.conftest import refused

COMMANDS = {
    "gesprek": "session new",
    "entretien": "session new",
    "gesprek nieuw": "session new",
    "nieuw gesprek": "session new",
    "een nieuw gesprek": "session new",
    "nouvel entretien": "session new",
    "NIEUW GESPREK": "session new",
    "start a conversation": "session new",
    "nieuw": "session new",
    "nouveau": "session new",
    "begin": "session new",
    "gesprek nieuw jonas": "session new jonas",
    "nieuw gesprek met jonas peeters": "session new jonas peeters",
    "gesprekken": "session list",
    "séances": "session list",
    "gesprek 2": "session show 2",
    "toon gesprek 2": "session show 2",
    "gesprekken jonas": "session list jonas",
    "gesprek jonas": "session list jonas",
    "verder": "session resume",
    "hervat": "session resume",
    "ga verder": "session resume",
    "reprendre": "session resume",
    "continue": "session resume",
    "zoek planning": "search planning",
    "zoeken planning": "search planning",
    "zoek het verlof": "search het verlof",
    "chercher planning": "search planning",
    "find planning": "search planning",
    "tijdlijn": "timeline",
    "tijdlijn jonas": "timeline jonas",
    "ligne du temps jonas": "timeline jonas",
    "adéquation": "match",
    "points sur le travail": "workability list",
    "jonas tijdlijn": "timeline jonas",
    "jonas peeters tijdlijn": "timeline jonas",
    "voorbereiden": "prep",
    "préparer": "prep",
    "préparer amina": "prep amina",
    "bereid voor amina": "prep amina",
    "vandaag": "today",
    "overzicht": "today",
    "aujourd'hui": "today",
    "doel": "goal",
    "objectif": "goal",
    "doelen": "goal list",
    "mes objectifs": "goal list",
    "doelen van amina": "goal list amina",
    "nieuw doel": "goal new",
    "nieuw doel amina": "goal new amina",
    "nouvel objectif": "goal new",
    "goal nieuw": "goal new",
    "actie": "action",
    "acties": "action list",
    "l'objectif 1": "goal show 1",
    "les objectifs d'Amina": "goal list Amina",
    "toon jonas": "coachee show jonas",
    "wie is jonas peeters": "coachee show jonas peeters",
    "voir amina": "coachee show amina",
    "volgend gesprek": "prep",
    "dernier entretien": "session list",
    "kalender": "today",
    "amina nieuw gesprek": "session new amina",
    "taal": "config set language",
    "wijzig actie 1": "action edit 1",
    "verwijder gesprek 2": "session remove 2",
    "afdrukken": "report takehome",
    "afdrukken jonas": "report takehome jonas",
    "print": "report takehome",
    "imprimer": "report takehome",
    "ongedaan": "undo",
    "ongedaan maken": "undo",
    "annuler": "undo",
    "instellingen": "config",
    "paramètres": "config",
    "settings": "config",
    "exporteren": "export",
    "mensen": "coachee list",
    "personnes": "coachee list",
    "afspraken": "session list --ahead",
    "geschiedenis": "history",
    "methodes": "method list",
    "bilan": "review",
    "parkeer": "topic park",
    "leermomenten": "growth list",
    "observatie nieuw": "observation new",
    "nouvelle observation": "observation new",
}
WRITING = {
    "actie klaar 1": "action done 1",
    "klaar 1": "action done 1",
    "doel bereikt 1": "goal achieve 1",
    "annuler entretien 1": "session cancel 1",
    "traject afsluiten 1": "trajectory close 1",
    "archiveer persoon amina": "coachee archive amina",
}
"""What would be changed at once is only proposed."""


def test_words_of_three_languages_mean_a_command(people, call):
    """In a pipe nobody sees what was made of it, so it is proposed."""
    for typed, meant in COMMANDS.items():
        refused(call(*typed.split()), 2, f"Did you mean: coachlog {meant}[?]")


def test_at_a_terminal_what_only_reads_is_run(people, at_terminal, call):
    for typed in ("zoek planning", "tijdlijn jonas", "doelen van amina", "voir entretien 2"):
        result = at_terminal(*typed.split())

        meant = result.err.splitlines()[0].removeprefix("= coachlog ")
        assert (result.code, result.out) == (0, call(*meant.split()).out)
    assert meant == "session show 2"


@pytest.mark.parametrize("typed", WRITING)
def test_at_a_terminal_what_writes_at_once_is_proposed(people, at_terminal, call, typed):
    before = call("export", "csv", "actions").out

    refused(at_terminal(*typed.split()), 2, f"Did you mean: coachlog {WRITING[typed]}[?]")

    assert call("export", "csv", "actions").out == before


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_language_of_the_run_does_not_matter(call, language):
    for words in ("nieuw gesprek", "nouvel entretien", "new conversation"):
        found = call(*words.split(), env={"COACHLOG_LANG": language})

        assert (found.code, "coachlog session new" in found.err) == (2, True)


@pytest.mark.parametrize(
    "word",
    [*("exit", "quit", "stop", "stoppen", "einde", "bye", "q", "quitter", "fermer", "sortir")],
)
def test_nothing_is_open_that_could_be_left(call, word):
    refused(call(word), 2, "Nothing is open")


@pytest.mark.parametrize("word", ["save", "bewaar", "opslaan", "enregistrer"])
def test_nothing_has_to_be_saved(call, word):
    refused(call(word), 2, "nothing to save")


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("sesion", "session"),
        ("gespek nieuw", "session new"),
        ("zoke planning", "search planning"),
        ("tijdlijm", "timeline"),
        ("timelin", "timeline"),
        ("gola", "goal"),
        ("session lst", "session list"),
        ("gesprek nieuuw", "session new"),
        ("sesion lst", "session list"),
        ("amnia", "amina"),
    ],
)
def test_what_is_misspelt_is_proposed(people, call, typed, command):
    refused(call(*typed.split()), 2, f"Did you mean: coachlog {command}[?,]")


@pytest.mark.parametrize("word", [*("hallo", "test", "foo", "xyzzy", "email", "zzz", "vader", "x")])
def test_what_looks_like_nothing_gets_no_strange_proposal(people, call, word):
    refused(call(word), 2, f"There is no command {word}[.]$")


@pytest.mark.parametrize("noun", ROOT)
def test_each_noun_has_words_in_each_of_the_languages(noun):
    """A command that is only known by its English name is not found by those who do not read it."""
    words = {phrase for phrase, its in meanings().items() for kind in its if noun in its[kind]}
    known = {phrase for phrase, its in meanings().items() if (noun,) == its.get("command")}

    assert noun in ("schema", "redo") or len(words | known) > 2


def test_every_word_leads_to_a_command_that_there_is():
    commands = [command for phrase in meanings() for command in read(phrase.split()).commands]
    tables = {noun: stub.verbs for noun, stub in ROOT.items()}

    for command in commands:
        noun, _space, verb = command.partition(" ")
        assert verb.partition(" ")[0] in ("", *tables[noun]), command


@pytest.mark.parametrize("word", ["exit", "stop", "quit", "save", "help", "hulp"])
def test_words_for_leaving_are_no_spelling_mistakes(word):
    assert close_to([word])[0] == word


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("session new --persoon x", "--coachee"),
        ("goal release 1 --à Bo", "--to"),
        ("hours --Jaar 2026", "--year"),
        ("review --tot-en-met x", "--until"),
        ("session new --minutenn 3", "--minutes"),
    ],
)
def test_an_option_may_be_called_by_a_word_for_it(call, typed, option):
    refused(call(*typed.split()), 2, f"Did you mean {option}[?]")
