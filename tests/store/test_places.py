"""Where somebody says that the journal may lie, in the words of file managers and of people."""

import pytest

from coachlog.base.errors import CoachlogError
from coachlog.store.connection import open_writer
from coachlog.store.places import journal_at, unwritable_folder


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home with a folder, a file and a journal in it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir("/")
    (tmp_path / "My notes").mkdir()
    (tmp_path / "words").write_text("words")
    open_writer(tmp_path / "old.sqlite").close()
    return tmp_path


@pytest.mark.parametrize("typed", ["words", "words/x", "~/words/x.db", "~nobody-of-that-name/x"])
def test_where_no_journal_can_be_is_refused(typed, home, monkeypatch):
    monkeypatch.chdir(home)

    with pytest.raises(CoachlogError, match=r"words|nobody") as refused:
        journal_at(typed)

    assert refused.value.remedy_text()
    assert (home / "words").read_text() == "words"


def test_looking_makes_nothing(home):
    before = sorted(home.rglob("*"))

    journal_at(str(home / "new" / "folder"))

    assert sorted(home.rglob("*")) == before


def test_what_keeps_a_file_from_being_made(home):
    assert unwritable_folder(home / "a" / "b" / "c") is None
    assert unwritable_folder(home / "words" / "b") == home / "words"
