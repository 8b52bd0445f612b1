"""Where somebody says that the journal may lie, in the words of file managers and of people."""

import pytest

from coachlog.errors import CoachlogError, RefusedError
from coachlog.store.connection import open_writer
from coachlog.upkeep.places import closed_folder, journal_in


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home with a folder, a file and a journal in it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir("/")
    (tmp_path / "My notes").mkdir()
    (tmp_path / "words").write_text("words")
    open_writer(tmp_path / "old.sqlite").close()
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("My notes", "My notes/journal.sqlite"),
        ("~/My notes/", "My notes/journal.sqlite"),
        ("'{home}/My notes'", "My notes/journal.sqlite"),
        ('"{home}/My notes"', "My notes/journal.sqlite"),
        ("{home}/new folder", "new folder/journal.sqlite"),
        ("new/folder", "new/folder/journal.sqlite"),
        ("~/new.db", "new.db"),
        ("old.sqlite", "old.sqlite"),
        ("~", "journal.sqlite"),
        ("./{home}/x.db", "x.db"),
    ],
)
def test_a_folder_or_a_file_becomes_the_place_of_a_journal(typed, place, home):
    assert journal_in(typed.format(home=home)) == home / place


@pytest.mark.parametrize("typed", ["ja", "oui", "ok", "new.db", "'yes'", "'", "x" * 300])
def test_a_word_that_is_no_place_makes_no_folder(typed, home):
    with pytest.raises(RefusedError):
        journal_in(typed)


@pytest.mark.parametrize("typed", ["words", "words/x", "~/words/x.db", "~nobody-of-that-name/x"])
def test_where_no_journal_can_be_is_refused(typed, home):
    with pytest.raises(CoachlogError, match=r"words|nobody") as refused:
        journal_in(typed)

    assert refused.value.remedy_text()
    assert (home / "words").read_text() == "words"


def test_looking_makes_nothing(home):
    before = sorted(home.rglob("*"))

    journal_in("new/folder")

    assert sorted(home.rglob("*")) == before


def test_what_keeps_a_file_from_being_made(home):
    assert closed_folder(home / "a" / "b" / "c") is None
    assert closed_folder(home / "words" / "b") == home / "words"
