"""`coachee remove`: everything of a person goes, and comes back in one step."""

import sqlite3
from contextlib import closing

import pytest

from coachlog.store.drafts import DraftKeeper
from coachlog.store.undo import undo
from coachlog.store.work import Work
from tests.conftest import refused, talk

OF_AMINA = talk(
    goals=[{"ref": "g", "statement": "Rustig blijven"}],
    scores=[{"goal": "g", "score": 4}],
    options=[{"text": "Lijst", "origin": "coachee"}],
    answers=[{"stage": "goal", "question": "q", "text": "x"}],
    actions=[{"what": "Koen bellen", "goal": "g"}],
)
LOG = ("operation", "change", "meta", "counter", "sqlite_sequence")


@pytest.fixture
def amina(call, keep):
    """Somebody of whom there is something in every table, and Bo."""
    keep(OF_AMINA, talk(coachee="Bo", actions=[{"what": "x"}]))
    call("coachee", "rename", "amina", "mina")
    call("coachee", "talent", "mina", "Luisteren")


@pytest.fixture
def records(program):
    """Every record of every table but the log, with the words that can be searched."""

    def found():
        with closing(sqlite3.connect(program.store)) as store:
            named = "select name from sqlite_master where type = 'table'"
            return {
                (table, *row[table == "document" :])  # a document that comes back is a newer one
                for (table,) in store.execute(named).fetchall()
                if table not in LOG and not table.startswith("search")
                for row in store.execute(f'select * from "{table}"')
            }

    return found


@pytest.fixture
def draft(program):
    """An unfinished conversation with somebody."""

    def begin(who):
        keeper = DraftKeeper.start(program.store, "grow", {"coachee": who}, coachee=who)
        keeper.close()
        return keeper.draft

    return begin


def test_everything_of_a_person_goes_and_nothing_else(call, amina, records):
    told = call("coachee", "remove", "amina", "--yes")

    assert (told.code, told.out) == (0, "")
    for words in ("To be removed: Amina (mina)", "1 trajectory", "1 conversation", "1 talent"):
        assert words in told.err
    assert "The text stays in the history for another 90 days of use." in told.err
    assert "erase" not in told.err
    assert "Amina" not in str(records())
    assert "Luisteren" not in str(records())
    assert [row["handle"] for row in call("coachee", "list", "--json").json] == ["bo"]
    assert [row["coachee"] for row in call("action", "list", "--json").json] == ["bo"]
    for who in ("mina", "amina", "Amina"):
        refused(call("coachee", "show", who), 3, f"Nobody is called {who}")


def test_it_is_taken_back_in_one_step(call, amina, records, program):
    before = records()
    call("coachee", "remove", "mina", "--yes")

    with Work(program.store, "undo") as work:
        undo(work)

    assert records() == before
    assert call("coachee", "show", "amina").code == 0


def test_nothing_goes_without_a_yes(call, amina, records):
    before = records()

    refused(call("coachee", "remove", "mina"), 2, "only done with --yes")
    refused(call("coachee", "remove", "mnia", "--yes"), 3, "Nobody is called mnia")
    assert records() == before


def test_somebody_in_the_archive_can_be_removed(call, amina):
    call("coachee", "archive", "mina")

    assert call("coachee", "remove", "mina", "--yes").code == 0


@pytest.mark.parametrize("who", ["mina", "amina", "Amina", "AMINA"])
def test_an_unfinished_conversation_never_goes_in_silence(call, amina, records, draft, who):
    """It cannot be brought back; left alone, it would make the person anew."""
    draft(who)
    before = records()

    refused(call("coachee", "remove", "mina", "--yes"), 4, "unfinished conversation with Amina")
    assert records() == before

    told = call("coachee", "remove", "mina", "--drafts", "--yes")
    assert told.code == 0
    assert "1 unfinished conversation will be deleted for good." in told.err
    refused(call("session", "resume"), 3, "no unfinished")


def test_drafts_with_others_stay(call, amina, draft):
    for who in ("mina", "Bo", "Cis"):
        draft(who)

    call("coachee", "remove", "mina", "--drafts", "--yes")

    assert call("coachee", "remove", "bo", "--yes").code == 4
    assert call("session", "resume", 2, "--drop", "--yes").code == 0
    refused(call("session", "resume", 2, "--drop", "--yes"), 3, "no unfinished")


def test_a_draft_in_another_window_keeps_the_person(call, amina, records, program):
    before = records()
    with DraftKeeper.start(program.store, "grow", {"coachee": "mina"}, coachee="mina"):
        refused(call("coachee", "remove", "mina", "--drafts", "--yes"), 5, "in another window")

    assert {each for each in records() if each[0] != "draft"} == before


def test_of_two_people_of_one_name_a_draft_by_name_stays(call, draft):
    """Nobody knows with whom of them it is."""
    for _ in range(2):
        call("coachee", "new", "--name", "Jan Peeters")
    draft("Jan Peeters")

    assert call("coachee", "remove", "jan-p", "--yes").code == 0
    refused(call("coachee", "remove", "jan", "--yes"), 4, "unfinished")


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "1 onafgewerkt gesprek verdwijnt voorgoed."), ("fr", "sera supprimé définitivement.")],
)
def test_it_is_told_in_the_language_of_the_coach(call, amina, draft, language, words):
    draft("mina")

    told = call("coachee", "remove", "mina", "--drafts", "--yes", "--lang", language)

    assert words in told.err
