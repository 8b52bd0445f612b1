"""Each store that cannot be used: one cause, one remedy, and the file is as it was."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

import coachlog.store.migrate  # noqa: F401 - loaded now: nobody may not read where Python is
from coachlog.base.errors import UNAVAILABLE, UnavailableError
from coachlog.store import faults
from coachlog.store.connection import open_reader, open_writer
from coachlog.store.work import Work
from tests.store.conftest import NOW, as_nobody, insert


def read(path):
    open_reader(path).close()


def write(path):
    with Work(path, "test", NOW) as work:
        insert(work, "coachee", id="c9")


both = pytest.mark.parametrize("use", [read, write])


def refused(use, path, kind, words="."):
    with pytest.raises(kind, match=words) as raised:
        use(path)
    error = raised.value
    assert error.code == UNAVAILABLE
    assert str(path) in error.cause_text()
    assert error.remedy_text()
    return error


@both
def test_a_folder(tmp_path, use):
    refused(use, tmp_path, faults.StoreIsFolderError)


@both
@pytest.mark.parametrize("content", [b"x", b"notes\n" * 500, b"SQLite format 2\x00" + bytes(2000)])
def test_a_file_that_is_no_database(tmp_path, use, content):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)

    refused(use, path, faults.NotADatabaseError)

    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@both
@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_a_database_of_another_program_is_not_touched(tmp_path, use, mode):
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"pragma journal_mode={mode}")
        other.execute("create table place (url text)")
        other.execute("insert into place values ('x')")
        other.commit()
        before = {
            file: file.read_bytes() for file in tmp_path.iterdir() if not file.name.endswith("-shm")
        }

        refused(use, path, UnavailableError, "of another program")

        assert {file: file.read_bytes() for file in before} == before


@both
def test_a_device_is_no_store(use):
    refused(use, Path("/dev/null"), faults.NotADatabaseError)


@both
def test_a_pipe_does_not_hang(tmp_path, use):
    os.mkfifo(tmp_path / "pipe")

    refused(use, tmp_path / "pipe", faults.NotADatabaseError)


def test_a_file_where_the_folder_should_be(tmp_path):
    (tmp_path / "file").touch()

    refused(write, tmp_path / "file" / "coachlog.db", faults.StoreFolderError)


@both
def test_a_damaged_store(path, filled, use):
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)

    refused(use, path, faults.StoreDamagedError)


@both
def test_a_store_cut_short(path, filled, use):
    path.write_bytes(path.read_bytes()[:5000])

    refused(use, path, faults.StoreDamagedError)


@both
def test_a_store_of_which_another_program_removed_a_table(path, filled, use):
    with closing(sqlite3.connect(path)) as other:
        other.execute("drop table meta")

    refused(use, path, faults.StoreDamagedError)


@both
def test_a_newer_store_is_left_as_it_is(path, filled, use):
    with closing(sqlite3.connect(path)) as other:
        other.execute("pragma user_version=99")
    before = path.read_bytes()

    error = refused(use, path, UnavailableError, "belongs to a newer coachlog")

    assert "99" in error.cause_text()
    assert path.read_bytes() == before


@pytest.mark.parametrize("use", [write])
def test_a_store_that_another_program_is_writing(path, filled, use, monkeypatch):
    monkeypatch.setenv("COACHLOG_BUSY_MS", "20")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")

        refused(use, path, faults.StoreLockedError)


@both
def test_a_store_that_another_program_keeps_to_itself(path, filled, use, monkeypatch):
    monkeypatch.setenv("COACHLOG_BUSY_MS", "20")
    script = (
        "import sqlite3, sys; store = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "store.execute('pragma locking_mode=exclusive')\n"
        "store.execute('pragma journal_mode=delete')\n"
        "store.execute('begin exclusive'); store.execute('delete from talent')\n"
        "print('held', flush=True); sys.stdin.read()"
    )
    pipes = dict.fromkeys(("stdin", "stdout"), subprocess.PIPE)
    with subprocess.Popen([sys.executable, "-c", script, path], **pipes) as other:
        assert other.stdout.readline() == b"held\n"

        refused(use, path, faults.StoreLockedError)


def test_a_full_disk_keeps_what_was_there(path, filled, ask):
    def fill_up(path):
        with Work(path, "test", NOW) as work:
            pages = work.value("pragma page_count")
            work.execute(f"pragma max_page_count={pages}")
            work.execute("update session set summary = :text", text="x" * 1_000_000)

    refused(fill_up, path, faults.DiskFullError)

    assert ask("select summary from sessions") == [(None,)]


@pytest.fixture
def store(open_folder):
    """A store of somebody who is not root."""
    path = open_folder / "coachlog.db"
    with as_nobody():
        write(path)
    return path


@both
def test_a_store_that_one_may_not_open(store, use):
    store.chmod(0)

    with as_nobody():
        refused(use, store, faults.StorePermissionError)


@both
def test_a_folder_that_one_may_not_enter(store, use):
    store.parent.chmod(0)

    with as_nobody():
        refused(use, store, faults.StorePermissionError)


def test_a_folder_in_which_one_may_not_make_a_store(open_folder):
    open_folder.chmod(0o500)

    with as_nobody():
        refused(write, open_folder / "new.db", faults.StorePermissionError)


def test_a_read_only_file_can_be_read_but_not_written(store):
    store.chmod(0o400)

    with as_nobody():
        refused(write, store, faults.StoreReadOnlyError)
        with open_reader(store) as reader:
            assert reader.value("select count(*) from coachee") == 1


def test_a_store_in_a_read_only_folder_can_be_read_but_not_written(store):
    store.parent.chmod(0o500)

    with as_nobody():
        refused(write, store, faults.StoreReadOnlyError)
        with open_reader(store) as reader:
            assert reader.value("select count(*) from coachee") == 1
    assert list(store.parent.iterdir()) == [store]


def test_changes_still_in_the_log_of_a_read_only_folder_are_read(store, open_folder):
    """Without the log the last conversation would be left out."""
    with closing(open_writer(store)) as connection:
        connection.execute("delete from coachee")
        copy = open_folder / "copy"
        copy.mkdir()
        shutil.copy(store, copy / "coachlog.db")
        shutil.copy(f"{store}-wal", copy / "coachlog.db-wal")
    for file in copy.iterdir():
        file.chmod(0o444)
    copy.chmod(0o555)

    with as_nobody(), open_reader(copy / "coachlog.db") as reader:
        assert reader.value("select count(*) from coachee") == 0
    assert len(list(copy.iterdir())) == 2


def test_an_empty_log_in_a_read_only_folder_is_no_hindrance(store):
    store.with_name("coachlog.db-wal").touch()
    store.parent.chmod(0o555)
    store.chmod(0o444)

    with as_nobody(), open_reader(store) as reader:
        assert reader.value("select count(*) from coachee") == 1


def test_an_older_store_that_cannot_be_written_is_read_as_if_it_were_brought_up_to_date(store):
    with closing(sqlite3.connect(store)) as other:
        other.execute("update meta set value = 'older' where key = 'derived'")
        other.execute("drop view coachees")
        other.commit()
    store.parent.chmod(0o555)
    store.chmod(0o444)

    with as_nobody(), open_reader(store) as reader:
        assert reader.value("select count(*) from coachees") == 1
