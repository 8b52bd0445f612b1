"""Names: who is meant, however the name came here, and what stands in the journal of it."""

import json
import sqlite3
from contextlib import closing

import pytest

from coachlog.base import ids
from coachlog.base.folding import plain, without_invisible
from coachlog.journal.coachee.fields import without_brackets
from tests.conftest import talk
from tests.journal.rich import kept

ALIKE = {
    "Jean-Pierre D’Hondt": (
        *("Jean-Pierre D'Hondt", "jean-pierre dʼhondt", "Jean-Pierre D`Hondt"),
        *("Jean-Pierre D´Hondt", "Jean‑Pierre D'Hondt", "Jean–Pierre D’Hondt"),
        *("\ufeffJean-Pierre D'Hondt", "Jean−Pierre D‘Hondt", "Jean\u00ad-Pierre D'Hondt\u200e"),
        *("Jean-\u200bPierre D'\u2060Hondt", "JEAN-PIERRE  D'HONDT", "Jean-Pierre D＇Hondt"),
    ),
    "Łukasz Søren": ("lukasz soren", "Łukasz\u00a0Søren", "LUKASZ SØREN"),
    "Đoković Þór": ("dokovic thor",),
    "Иван Ёлкин": ("иван елкин",),
    "Νίκος": ("νικος", "ΝΙΚΟΣ"),
    "Officieel": ("oﬃcieel",),
    "Ĳzeren Jan": ("ijzeren jan",),
}


@pytest.mark.parametrize(("name", "typed"), [(n, t) for n, each in ALIKE.items() for t in each])
def test_one_name_is_one_person_however_it_was_copied(name, typed):
    assert plain(name) == plain(typed)


@pytest.mark.parametrize("name", list(ALIKE)[:3])
def test_a_second_conversation_is_with_the_same_person(call, name):
    kept(call, "session", "new", "--coachee", name)
    for typed in ALIKE[name]:
        kept(call, "session", "new", "--coachee", typed)

    assert len(call("coachee", "list", "--json").json) == 1


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("\ufeffAn\u00adna\u200e", "Anna"),
        ("Jan\u200d", "Jan"),
        ("Jan\u200b Peeters\u2060", "Jan Peeters"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("👩\u200d💻 Ria", "👩\u200d💻 Ria"),
        ("❤️ Bo", "❤️ Bo"),
    ],
)
def test_a_name_is_kept_without_signs_that_nobody_sees(call, typed, name):
    assert without_invisible(typed) == name
    kept(call, "coachee", "new", "--name", typed)
    kept(call, "session", "new", "--from", "-", given=talk(coachee=typed))

    assert [each["name"] for each in call("coachee", "list", "--json").json] == [name]


def test_a_name_that_is_there_already_is_told(call):
    kept(call, "coachee", "new", "--name", "Jan Peeters")

    told = call("coachee", "new", "--name", "jan  PEETERS")

    assert told.code == 0
    assert "There is already somebody called jan PEETERS: jan." in told.err


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("Иван Петров", "ivan"),
        ("Юлия", "yuliya"),
        ("Νίκος", "nikos"),
        ("김민수", "gimminsu"),
        ("さくら", "sakura"),
        ("محمد", "mhmd"),
        ("李小龍", "person"),
    ],
)
def test_a_name_in_another_script_has_a_handle_that_one_can_type(name, handle):
    assert ids.handles_for(name)[0] == handle


@pytest.mark.parametrize(
    ("typed", "name", "besides"),
    [
        ("Jonas Peeters (magazijn)", "Jonas Peeters", "magazijn"),
        ("Robert (Bob) Peeters", "Robert (Bob) Peeters", ""),
        ("(Jan)", "(Jan)", ""),
        ("Jan ()", "Jan ()", ""),
        ("Jan", "Jan", ""),
    ],
)
def test_what_stands_in_brackets_is_not_the_name(typed, name, besides):
    assert without_brackets(typed) == (name, besides)


def test_brackets_behind_a_new_name_are_the_team(call):
    kept(call, "session", "new", "--coachee", "Jonas Peeters (magazijn)")
    kept(call, "session", "new", "--coachee", "Jonas Peeters (magazijn)")
    kept(call, "session", "new", "--coachee", "jonas peeters")

    people = call("coachee", "list", "--json").json

    assert [(each["name"], each["team"]) for each in people] == [("Jonas Peeters", "magazijn")]


def test_somebody_of_an_older_journal_is_found_too(call, program):
    """What a name is sorted by was once made without looking at apostrophes."""
    kept(call, "coachee", "new", "--name", "Jan D’Hondt")
    with closing(sqlite3.connect(program.store)) as store:
        store.execute("update coachee set name_sort = 'jan d’hondt'")
        store.commit()

    assert json.loads(call("coachee", "show", "Jan D'Hondt", "--json").out)["handle"] == "jan"
