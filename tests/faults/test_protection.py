"""Protecting that is killed: the journal opens, and what is said to be done leaves nothing plain.

A few moments by default; `COACHLOG_KILLS=500` tries so many of each kind. `-s` shows the figures.
"""

import json
import os
import shutil
import signal

import pytest

from coachlog.store.files import key_id_of
from coachlog.store.protection import conversion, keys
from tests import forks
from tests.conftest import PROTECTED, Program, talk
from tests.faults.kills import KILLS, killed_before
from tests.faults.test_backups import Attempt

KEY = bytes(range(100, 132))
MANY = KILLS > 4
MARKS = [f"merkwoord{number:03d}" for number in range(200 if MANY else 40)]

pytestmark = pytest.mark.skipif(not forks.POSSIBLE, reason="needs programs that are forked")


@pytest.fixture
def journal(call, tmp_path, monkeypatch):
    """A plain journal of marked words with backups here and on a stick, in a folder of its own."""
    monkeypatch.delenv("COACHLOG_BACKUP")
    begin = tmp_path / "begin"
    (begin / "stick").mkdir(parents=True)
    store, config = begin / "journal.sqlite", begin / "config.toml"
    config.write_text('backup_to = "stick"\n', encoding="utf-8")
    (begin / "raw.key").write_bytes(KEY)
    chosen = {"COACHLOG_CONFIG": str(config)}
    lines = "\n".join(
        json.dumps(talk(topic=mark, private_note=f"x{mark}")) for mark in MARKS if mark != MARKS[0]
    )
    for words in (("session", "new", "--from", "-"), ("backup", "now")):
        done = call(*words, "--store", store, stdin=lines, env=chosen)
        assert done.code == 0, done.err
    new = ("coachee", "new", "--name", MARKS[0], "--store", store)
    assert call(*new, env=chosen).code == 0
    return begin


def with_key(folder):
    """The program there, with the key."""
    program = Program(folder)
    program.environment["COACHLOG_KEY_FILE"] = str(folder / "raw.key")
    return program


def plain(folder):
    """The files with a marked word, or with tables that anybody can read."""
    signs = [b"SQLite format", *(mark.encode() for mark in MARKS)]
    return [
        file
        for file in folder.rglob("*")
        if file.is_file() and any(sign in file.read_bytes() for sign in signs)
    ]


def converted(store, key_id):
    """Convert in this process, which ends with it."""
    keys.note_key(keys.key_id(KEY), KEY)
    os.environ["COACHLOG_KEY_FILE"] = str(store.parent / "raw.key")
    return conversion.convert(store, key_id)


@pytest.mark.parametrize("to", ["protect", "unprotect"])
def test_it_is_killed_before_any_call_of_the_system(to, journal, tmp_path, capsys):
    key_id = keys.key_id(KEY) if to == "protect" else ""
    if to == "unprotect":
        assert with_key(journal).run("protect", "--yes").code == 0
    folder, counted, new = tmp_path / "attempt", tmp_path / "count.txt", 0
    shutil.copytree(journal, folder)

    def work():
        converted(folder / "journal.sqlite", key_id)

    assert killed_before(0, work, counted) == 0
    total = int(counted.read_text(encoding="ascii"))
    for point in sorted({1 + point * total // KILLS for point in range(KILLS)}):
        shutil.rmtree(folder)
        shutil.copytree(journal, folder)
        program = with_key(folder)
        status = killed_before(point, work, counted)
        assert status in (signal.SIGKILL, 0)  # where it waits less, there are fewer calls

        listed = program.run("session", "list", "--json", "--limit", "0")

        assert listed.code == 0, (point, listed.err)
        assert len(listed.json) == len(MARKS) - 1
        is_converted = key_id_of(program.store) == key_id
        new += is_converted
        if is_converted and to == "protect":
            assert plain(folder) == [], point
        again = program.run(to, "--yes")
        assert again.code == (4 if is_converted else 0), again.err
        assert (plain(folder) == []) == (to == "protect")
        assert program.run("backup", "verify").code == 0
        assert [file for file in folder.rglob("*") if file.suffix in (".part", ".protecting")] == []
    with capsys.disabled():
        print(f"\n{to}: {KILLS} kills of {total} calls, {new} finished at the next start, 0 lost")


def test_a_save_into_a_protected_journal_that_is_killed(journal, tmp_path, capsys, monkeypatch):
    assert with_key(journal).run("protect", "--yes").code == 0
    attempt = Attempt(tmp_path / "attempts", journal, "coachee", "new", "--name", "merkwoord999")
    monkeypatch.setitem(PROTECTED, "COACHLOG_KEY_FILE", str(journal / "raw.key"))
    for program, told in attempt.kills():
        listed = program.run("coachee", "list", "--json")
        assert listed.code == 0, listed.err
        found = {line["handle"] for line in listed.json}

        assert found >= {"amina", MARKS[0]}
        assert "merkwoord999" in found or "merkwoord999" not in told
        assert program.run("doctor").code == 0
        assert [file for file in plain(program.folder) if file.name != "told.txt"] == []
    with capsys.disabled():
        print(f"\n{attempt}")


def test_many_write_to_a_protected_journal_at_once(journal):
    assert with_key(journal).run("protect", "--yes").code == 0
    program = with_key(journal)
    writers = [
        program.start("coachee", "new", "--name", f"Person {number}")
        for number in range(24 if MANY else 4)
    ]
    readers = [program.start("search", "merkwoord010") for _each in range(len(writers) // 2)]

    ended = [(each.communicate(), each.returncode) for each in (*writers, *readers)]

    assert [code for _told, code in ended if code] == []
    assert len(program.run("coachee", "list", "--json", "--limit", "0").json) == 2 + len(writers)
    assert program.run("doctor").code == 0
    assert plain(journal) == []
