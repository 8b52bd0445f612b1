"""A journal that has to be there and is not is an error, and never a new one in its place."""

import os
import shutil
from pathlib import Path

import pytest

from coachlog.base.errors import UnavailableError
from coachlog.store.connection import open_reader
from coachlog.store.drafts import DraftKeeper, remove_draft
from coachlog.store.faults import StrangeLogError
from coachlog.store.journals import READ_BYTES, expect_journal, note_journal
from coachlog.store.work import Work

COMMANDS = ("session list", "today", "coachee new --name Bo", "export csv sessions", "history", "")
HERE = {"COACHLOG_STORE": ""}


def missed(result, path):
    assert result.code == 5, result
    assert f"The journal {path} is not there." in result.err
    assert "--new-journal" in result.err
    assert not path.exists()


@pytest.mark.parametrize("words", COMMANDS)
def test_one_that_was_used_before(call, program, words):
    call("coachee", "new", "--name", "Amina")
    program.store.unlink()

    missed(call(*words.split()), program.store)


def test_one_that_was_only_read_before(call, program, tmp_path):
    call("--store", tmp_path / "made.sqlite", "coachee", "new", "--name", "Amina")
    shutil.copy(tmp_path / "made.sqlite", tmp_path / "copied.sqlite")
    assert call("--store", tmp_path / "copied.sqlite", "coachee", "list").lines
    (tmp_path / "copied.sqlite").unlink()

    missed(
        call("--store", tmp_path / "copied.sqlite", "coachee", "list"), tmp_path / "copied.sqlite"
    )


@pytest.fixture
def remembering(tmp_path, monkeypatch):
    """A home in which the list of known journals is kept."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)


@pytest.mark.usefixtures("remembering")
def test_one_that_another_program_makes_at_this_moment_is_not_missed(tmp_path, monkeypatch):
    """Two windows begin a journal: it was not there when this one looked, and is noted since."""
    store, look = tmp_path / "journal.sqlite", os.stat

    def too_early(path, *arguments, **named):
        if path != store:
            return look(path, *arguments, **named)
        note_journal(store)
        raise FileNotFoundError

    with monkeypatch.context() as early:
        early.setattr(os, "stat", too_early)
        expect_journal(store, chosen=False)

    with pytest.raises(UnavailableError, match="is not there"):
        expect_journal(store, chosen=False)


@pytest.mark.usefixtures("remembering")
def test_two_windows_that_note_a_journal_at_once_both_keep_it(tmp_path, monkeypatch):
    """Each had read the list before the other wrote, and a list that is written anew loses one."""
    mine, other = tmp_path / "mine.sqlite", tmp_path / "other.sqlite"
    write = os.open

    def in_between(path, *arguments):
        with monkeypatch.context() as first:
            first.setattr(os, "open", write)
            note_journal(other)
        return write(path, *arguments)

    with monkeypatch.context() as both:
        both.setattr(os, "open", in_between)
        note_journal(mine)

    for each in (mine, other):
        with pytest.raises(UnavailableError, match="is not there"):
            expect_journal(each, chosen=False)


@pytest.mark.usefixtures("remembering")
def test_many_journals_are_remembered_without_reading_them_all(tmp_path):
    places = [tmp_path / f"{n:0100}.sqlite" for n in range(READ_BYTES // 100)]
    for each in places:
        note_journal(each)

    with pytest.raises(UnavailableError, match="is not there"):
        expect_journal(places[-1], chosen=False)
    expect_journal(places[0], chosen=False)


@pytest.mark.parametrize("words", COMMANDS)
def test_one_that_the_configuration_names_on_a_stick_that_is_not_in(call, program, words):
    stick = program.folder / "stick"
    stick.mkdir()
    assert call("config", "set", "store", stick / "j.sqlite", env=HERE).code == 0
    stick.rename(program.folder / "drawer")

    missed(call(*words.split(), env=HERE), stick / "j.sqlite")
    assert not stick.exists()

    (program.folder / "drawer").rename(stick)
    assert call("coachee", "new", "--name", "Bo", env=HERE).code == 0


def test_one_that_is_written_into_the_configuration_by_hand(call, program):
    program.config.write_text('store = "notes.sqlite"\n', encoding="utf-8")

    missed(call("coachee", "list", env=HERE), program.config.parent / "notes.sqlite")


@pytest.mark.parametrize("words", ["coachee list", "coachee new --name Bo"])
def test_one_that_was_never_seen_is_new(call, program, words):
    for where in ({}, HERE, {"COACHLOG_STORE": str(program.folder / "new" / "ci.sqlite")}):
        assert call(*words.split(), env=where).code == 0
    assert call("--store", program.folder / "x.sqlite", *words.split()).code == 0


def test_a_new_one_is_begun_on_purpose(call, program):
    call("coachee", "new", "--name", "Amina")
    program.store.unlink()

    begun = call("--new-journal", "coachee", "list")

    assert (begun.code, begun.lines) == (0, [])
    assert "A new journal was started" in begun.err
    assert call("coachee", "new", "--name", "Bo").code == 0
    again = call("--new-journal", "coachee", "list")
    assert again.code == 4
    assert call("coachee", "list").lines


def test_or_by_choosing_its_place_again(call, program):
    place = program.folder / "j.sqlite"
    call("config", "set", "store", place, env=HERE)
    place.unlink()
    missed(call("coachee", "list", env=HERE), place)

    assert call("config", "set", "store", place, env=HERE).code == 0

    assert call("coachee", "new", "--name", "Bo", env=HERE).code == 0


def test_where_nothing_can_be_remembered_all_goes_on_as_before(call, program):
    (program.folder / "home").mkdir()
    (program.folder / "home" / ".local").touch()

    assert call("coachee", "new", "--name", "Amina").code == 0
    assert call("coachee", "list").lines


def test_the_journal_of_the_demonstration_may_go(call, program):
    assert call("demo", "coachee", "list").lines
    (demo,) = (program.folder / "home").rglob("demo.sqlite")
    demo.unlink()

    assert call("demo", "coachee", "list").lines


@pytest.fixture
def keeper(path):
    with DraftKeeper.start(path, "grow", {"topic": "one"}) as kept:
        yield kept


def test_a_journal_that_goes_amid_a_conversation_is_missed(path, keeper):
    path.rename(path.with_name("elsewhere"))  # its log stays, for the window has it open

    with pytest.raises(
        UnavailableError, match="is not there, but its last changes are in a file beside it"
    ):
        keeper.save({"topic": "two"}, wait_ms=0)
    assert not path.exists()

    path.with_name("elsewhere").rename(path)
    keeper.save({"topic": "two"})
    assert kept(path) == ['{"topic": "two"}']


def test_another_journal_in_its_place_gets_nothing_of_it(path, keeper, tmp_path):
    with Work(tmp_path / "other", "test") as work:
        work.next_number("goal")
    path.unlink()
    shutil.copy(tmp_path / "other", path)

    before = path.read_bytes()

    with pytest.raises(StrangeLogError):  # what was answered before lies beside it
        keeper.save({"topic": "two"})
    Path(f"{path}-wal").rename(path.with_name("aside"))
    with pytest.raises(UnavailableError, match="There is now another journal at"):
        keeper.save({"topic": "two"})
    with (
        pytest.raises(UnavailableError, match="There is now another journal at"),
        Work(path, "session new") as work,
    ):
        remove_draft(work, keeper.draft.id)

    assert kept(path) == []
    assert path.read_bytes() == before


def test_the_same_journal_that_a_synchroniser_put_there_is_gone_on_with(path, keeper, tmp_path):
    with open_reader(path) as reader, open_copy(tmp_path / "synced") as copy:
        reader._connection.backup(copy)
    (tmp_path / "synced").replace(path)

    keeper.save({"topic": "two"})

    assert kept(path) == ['{"topic": "two"}']


class open_copy:  # noqa: N801 - reads as a word
    def __init__(self, path):
        import sqlite3

        self._connection = sqlite3.connect(path)

    def __enter__(self):
        return self._connection

    def __exit__(self, *_error):
        self._connection.close()


def kept(path):
    with open_reader(path) as reader:
        return [row[0] for row in reader.plain("select state from draft")]
