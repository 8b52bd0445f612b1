import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from typing import NamedTuple

import pytest

from coachlog.store.connection import open_reader, open_writer
from coachlog.store.faults import StoreFailedError, StoreReadOnlyError
from coachlog.store.files import APPLICATION_ID
from coachlog.store.work import Work
from tests.store.conftest import NOW, insert, plain

pytestmark = pytest.mark.made_by_migrations


class Person(NamedTuple):
    handle: str
    name: str


def test_reading_a_store_that_does_not_exist_gives_empty_lists_and_makes_no_file(path):
    with open_reader(path) as reader:
        people = list(reader.rows(Person, "select handle, name from coachees"))

    assert people == []
    assert not path.parent.exists()


def test_rows_become_lines_and_are_streamed(path, write):
    with write() as work:
        insert(work, "coachee")
        insert(work, "coachee", id="c2", handle="bo", name="Bo")

    with open_reader(path) as reader:
        rows = reader.rows(Person, "select handle, name from coachees order by handle")

        assert next(rows) == Person("amina", "Amina")
        assert list(rows) == [Person("bo", "Bo")]


def test_one_and_value_give_none_when_there_is_nothing(path, filled):
    with open_reader(path) as reader:
        one = "select handle, name from coachees where handle = :handle"

        assert reader.one(Person, one, handle="amina") == Person("amina", "Amina")
        assert reader.one(Person, one, handle="zoe") is None
        assert (
            reader.value("select name from coachees where handle = :handle", handle="zoe") is None
        )


def test_a_reader_cannot_write(path, filled):
    with open_reader(path) as reader, pytest.raises(StoreReadOnlyError):
        reader.value("delete from action")


def test_a_reader_does_not_wait_for_a_writer(path, filled, write):
    with write() as work:
        insert(work, "coachee", id="c2", handle="bo")

        with open_reader(path) as reader:
            assert reader.value("select count(*) from coachee") == 1


@pytest.mark.parametrize(
    "name", ["a?b.db", "a#b.db", "100%25.db", "my notes.db", "carnet é 日記.db", "a&b=c.db"]
)
def test_a_store_may_have_any_name(tmp_path, name):
    path = tmp_path / "a ?#% folder" / name

    with Work(path, "test", NOW) as work:
        insert(work, "coachee")
    with open_reader(path) as reader:
        people = reader.value("select count(*) from coachee")

    assert people == 1
    assert [file.name for file in path.parent.iterdir()] == [name]


def test_a_store_may_have_a_relative_path_and_be_a_link(tmp_path, monkeypatch, path, filled):
    (tmp_path / "link.db").symlink_to(path)
    monkeypatch.chdir(tmp_path)

    with open_reader(type(path)("link.db")) as reader:
        assert reader.value("select count(*) from coachee") == 1


def test_only_the_owner_can_read_the_store_whatever_the_umask(path, write):
    before = os.umask(0)
    try:
        with write() as work:
            insert(work, "coachee")
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    finally:
        os.umask(before)

    assert modes == {"coachlog.db": 0o600, "coachlog.db-wal": 0o600, "coachlog.db-shm": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_store_can_be_recognised_and_is_written_durably(path):
    with closing(open_writer(path)) as connection:
        pragmas = {
            name: connection.execute(f"pragma {name}").fetchone()[0]
            for name in (
                "application_id",
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "busy_timeout",
            )
        }

    assert pragmas == {
        "application_id": APPLICATION_ID,
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


def test_a_read_of_an_up_to_date_store_loads_nothing_that_makes_one(path, filled):
    """Start-up is measured: each command reads, hardly any migrates."""
    script = (
        "import sys; from pathlib import Path; from coachlog.store.connection import open_reader\n"
        "with open_reader(Path(sys.argv[1])) as reader: reader.value('select 1')\n"
        "loaded = sorted(m for m in sys.modules if m.startswith('coachlog.store'))\n"
        "print(loaded, 'dataclasses' in sys.modules)"
    )

    unmeasured = {key: os.environ[key] for key in os.environ if not key.startswith("COVERAGE")}
    run = subprocess.run(
        [sys.executable, "-c", script, path],
        capture_output=True,
        text=True,
        check=True,
        env=unmeasured,
    )

    assert run.stdout.strip() == (
        "['coachlog.store', 'coachlog.store.bare', 'coachlog.store.connection',"
        " 'coachlog.store.expected', 'coachlog.store.faults',"
        " 'coachlog.store.files', 'coachlog.store.integrity', 'coachlog.store.owners',"
        " 'coachlog.store.turn'] False"
    )


def test_the_up_to_date_check_costs_two_statements(path, filled, monkeypatch):
    seen = []
    connect = sqlite3.connect

    def traced(*args, **named):
        connection = connect(*args, **named)
        connection.set_trace_callback(seen.append)
        return connection

    monkeypatch.setattr(sqlite3, "connect", traced)
    open_reader(path).close()

    assert seen == [
        "PRAGMA user_version",
        "select value from meta where key = 'derived'",
        "PRAGMA foreign_keys=ON",
        "PRAGMA query_only=ON",
    ]


@pytest.mark.parametrize(
    ("table", "sql"),
    [
        ("sessions", "select nothing from sessions"),
        ("nothing", "select * from nothing"),
        ("", "select"),
    ],
)
def test_no_error_of_sqlite_comes_out_raw(path, filled, table, sql):
    with open_reader(path) as reader, pytest.raises(StoreFailedError) as raised:
        reader.rows(plain, sql)

    assert isinstance(raised.value.__cause__, sqlite3.Error)


def test_reading_on_after_closing_is_told_as_a_failure(path, filled):
    with open_reader(path) as reader:
        rows = reader.rows(plain, "select * from coachees")

    with pytest.raises(StoreFailedError):
        next(rows)
