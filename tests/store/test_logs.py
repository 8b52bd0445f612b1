"""What lies beside a store is taken over where it belongs to it, and never by reading."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from coachlog.base.errors import UnavailableError
from coachlog.completion import front
from coachlog.completion.shells import CompletionRequest
from coachlog.store.connection import open_reader, open_writer
from coachlog.store.drafts import DraftKeeper
from coachlog.store.files import BESIDE
from tests.conftest import talk

READS = (
    "session list",
    "session show 1",
    "today",
    "history",
    "search topic",
    "export csv sessions",
    "config list",
    "timeline Amina",
)
CRASH = """
import os, sys
from coachlog.main import main
if main(sys.argv[1:]):
    os._exit(1)
"""


def beside(store):
    return {each: Path(f"{store}{each}") for each in BESIDE}


def put(files, store):
    """Put copies of *files*, a store and what lies beside it, at *store*; nothing else is there."""
    for suffix in ("", *BESIDE):
        Path(f"{store}{suffix}").unlink(missing_ok=True)
        if suffix in files:
            shutil.copy(files[suffix], f"{store}{suffix}")


def copied(store, folder):
    """The store and its log as a crash would leave them now, in *folder*."""
    folder.mkdir()
    files = {suffix: folder / f"copy{suffix}" for suffix in ("", "-wal")}
    for suffix, file in files.items():
        shutil.copy(f"{store}{suffix}", file)
    return files


@pytest.fixture
def days(call, program, tmp_path):
    """The journal as it lay there on three days, the log not yet copied back on any of them."""
    found = []
    call("session", "new", "--coachee", "Amina", "--topic", "topic 0")
    with closing(open_writer(program.store)) as held:
        held.execute("select * from coachee").fetchall()
        for day in range(1, 4):
            told = (
                {"coachee": f"Person {day} {place}", "topic": "topic " + "x" * 900 * place}
                for place in range(2 * day)
            )
            assert call("session", "new", "--from", "-", stdin=_lines(told)).code == 0
            found.append(copied(program.store, tmp_path / f"day {day}"))
            held.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return found


@pytest.fixture
def stranger(call, tmp_path):
    """Another journal, with its log."""
    store = tmp_path / "other.sqlite"
    call("--store", store, "coachee", "new", "--name", "Zoe")
    with closing(open_writer(store)) as held:
        held.execute("select * from coachee").fetchall()
        told = (
            {"coachee": f"Stranger {place}", "topic": "other " * 200 * place} for place in range(12)
        )
        call("--store", store, "session", "new", "--from", "-", stdin=_lines(told))
        return copied(store, tmp_path / "stranger")


def _lines(told):
    return "\n".join(json.dumps(talk(**each)) for each in told)


def sums(store):
    return {
        suffix: hashlib.sha256(Path(f"{store}{suffix}").read_bytes()).hexdigest()
        for suffix in ("", "-wal")
    }


PAIRS = {
    "of a crash": lambda days, stranger: {"": days[2][""], "-wal": days[2]["-wal"]},
    "an older log": lambda days, stranger: {"": days[2][""], "-wal": days[0]["-wal"]},
    "a newer log": lambda days, stranger: {"": days[0][""], "-wal": days[2]["-wal"]},
    "of another journal": lambda days, stranger: {"": days[2][""], "-wal": stranger["-wal"]},
    "no log at all": lambda days, stranger: {"": days[2][""], "-wal": stranger[""]},
}


@pytest.mark.parametrize("pair", PAIRS)
def test_reading_changes_no_byte(call, program, days, stranger, pair):
    put(PAIRS[pair](days, stranger), program.store)
    before = sums(program.store)

    codes = {words: call(*words.split()).code for words in READS}
    with suppress(UnavailableError):
        front.answer_for(CompletionRequest("bash", "coachlog coachee show ", "", "", ""))

    assert sums(program.store) == before
    right = pair == "of a crash"
    for words, code in codes.items():
        assert code in ((0,) if right or words == "config list" else (5,)), (words, codes)


@pytest.mark.parametrize("pair", [each for each in PAIRS if each != "of a crash"])
def test_writing_takes_over_no_log_that_does_not_belong(call, program, days, stranger, pair):
    put(PAIRS[pair](days, stranger), program.store)
    before = sums(program.store)

    refused = call("session", "new", "--coachee", "Bo")

    assert refused.code == 5
    assert f"{program.store}-wal does not belong" in refused.err
    assert sums(program.store) == before
    Path(f"{program.store}-wal").unlink()
    assert call("session", "list", "--limit", 0).code == 0


def test_writing_takes_over_the_log_of_a_crash(call, program, days):
    put(days[2], program.store)

    assert call("session", "new", "--coachee", "Bo").lines[0].startswith("14")

    assert len(call("session", "list", "--limit", 0).lines) == 14
    assert not any(file.exists() for file in beside(program.store).values())


def test_what_a_killed_program_wrote_is_read_and_taken_over(call, program):
    script = (
        "import os, sys; from pathlib import Path; from coachlog.store.drafts import DraftKeeper\n"
        "DraftKeeper.start(Path(sys.argv[1]), 'grow', {'topic': 'half'}); os._exit(9)"
    )
    call("coachee", "new", "--name", "Amina")
    subprocess.run([sys.executable, "-c", script, program.store], check=False)
    before = sums(program.store)

    assert "grow" in call("today").out.lower() or call("today").code == 0
    with open_reader(program.store) as reader:
        assert reader.value("select count(*) from draft") == 1
    assert sums(program.store) == before
    assert call("coachee", "new", "--name", "Bo").code == 0
    assert not beside(program.store)["-wal"].exists()


def test_the_log_of_an_open_window_is_no_stranger(call, program):
    """In this process and in another one."""
    call("coachee", "new", "--name", "Amina")
    script = (
        "import sys; from pathlib import Path; from coachlog.store.drafts import DraftKeeper\n"
        "keeper = DraftKeeper.start(Path(sys.argv[1]), 'grow'); print('on', flush=True)\n"
        "sys.stdin.read(); keeper.save({'topic': 'goes on'}); keeper.close()"
    )
    pipes = dict.fromkeys(("stdin", "stdout"), subprocess.PIPE)
    command = [sys.executable, "-c", script, program.store]
    with subprocess.Popen(command, **pipes) as window:
        assert window.stdout.readline() == b"on\n"
        before = sums(program.store)
        with DraftKeeper.start(program.store, "grow") as here:
            assert call("session", "list").code == 0
            assert call("coachee", "new", "--name", "Bo").code == 0
            here.save({"topic": "too"})
        assert sums(program.store)[""] == before[""]
    assert window.returncode == 0

    with open_reader(program.store) as reader:
        states = [row[0] for row in reader.plain("select state from draft order by id")]
        assert states == ['{"topic": "goes on"}', '{"topic": "too"}']
        assert reader.value("select count(*) from coachee") == 2


def test_a_rollback_journal_of_a_crash_is_rolled_back_in_the_copy_only(call, program):
    """Another program may have kept the store without a log, and crashed amid a change."""
    call("coachee", "new", "--name", "Amina")
    script = (
        "import os, sqlite3, sys; store = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "store.execute('pragma journal_mode=delete'); store.execute('pragma cache_size=2')\n"
        "store.execute('pragma cache_spill=1'); store.execute('begin immediate')\n"
        "store.execute('create table x (y)')\n"
        "store.execute('with n(i) as (select 1 union all select i + 1 from n where i < 500)'\n"
        "  ' insert into x select randomblob(900) from n')\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, program.store], check=False)
    journal = Path(f"{program.store}-journal")
    assert journal.stat().st_size
    before = program.store.read_bytes(), journal.read_bytes()

    assert call("coachee", "list").lines

    assert (program.store.read_bytes(), journal.read_bytes()) == before
    assert call("coachee", "new", "--name", "Bo").code == 0
    assert len(call("coachee", "list").lines) == 2


@pytest.mark.parametrize("words", ["session list", "session new --coachee Bo"])
@pytest.mark.parametrize("log", [True, False])
def test_an_emptied_store_is_damaged_and_not_a_new_one(call, program, days, words, log):
    put(days[2] if log else {"": days[2][""]}, program.store)
    os.truncate(program.store, 0)
    before = {file: file.read_bytes() for file in program.folder.glob("journal.sqlite*")}

    result = call(*words.split())

    assert result.code == 5
    assert "the file is empty" in result.err
    assert "coachlog restore" in result.err
    assert {file: file.read_bytes() for file in before} == before


@pytest.mark.parametrize("words", ["session list", "session new --coachee Bo"])
def test_a_store_that_left_its_log_behind_is_no_new_one(call, program, days, words):
    put({"-wal": days[2]["-wal"]}, program.store)

    result = call(*words.split())

    assert result.code == 5
    assert not program.store.exists()
    assert Path(f"{program.store}-wal").read_bytes() == days[2]["-wal"].read_bytes()


@pytest.mark.parametrize("words", ["session list", "session new --coachee Bo"])
def test_a_hard_linked_store_is_read_but_not_written(call, program, words):
    """Each name has a log of its own, and what is written through one would be lost."""
    call("coachee", "new", "--name", "Amina")
    os.link(program.store, program.folder / "other.sqlite")

    result = call(*words.split())

    assert result.code == (5 if "new" in words else 0)
    assert ("second name" in result.err) == ("new" in words)


@pytest.mark.parametrize("words", ["coachee list", "coachee new --name Bo"])
def test_a_store_that_others_may_read_is_closed_to_them(call, program, words):
    call("coachee", "new", "--name", "Amina")
    program.store.chmod(0o644)

    assert call(*words.split()).code == 0

    assert program.store.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("words", ["", "config list"])
def test_or_it_is_told_where_that_cannot_be(call, program, monkeypatch, words):
    call("coachee", "new", "--name", "Amina")
    program.store.chmod(0o644)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)  # it belongs to somebody else

    assert "can read" in call(*words.split()).err


def test_nothing_is_left_in_the_folder_for_copies(call, program, days, monkeypatch, tmp_path):
    memory = tmp_path / "memory"  # other programs of the machine leave theirs in the usual one
    memory.mkdir()
    monkeypatch.setattr("coachlog.store.copy_aside.MEMORY_FOLDER", memory)
    os.utime(memory, (0, 0))
    put(days[2], program.store)

    call("session", "list")

    assert memory.stat().st_mtime > 0  # something was there
    assert [*memory.iterdir()] == []


def test_full_text_and_tallies_are_those_of_the_log(call, program, days):
    put(days[2], program.store)

    assert len(call("coachee", "list", "--limit", 0).lines) == 13
    with closing(sqlite3.connect(program.store)) as plain:
        assert plain.execute("select count(*) from session").fetchone() == (13,)
