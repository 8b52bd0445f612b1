"""A disk that fails, is full, read-only or gone at any call: one line, code 5, nothing lost.

One moment of each kind by default; `COACHLOG_KILLS=100` tries many. `-s` shows the figures. The
disk is `failing_disk.c`, put in front of the C library; without a compiler it is skipped, and said.
"""

import errno
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pexpect
import pytest

from coachlog.base.errors import UNAVAILABLE
from coachlog.store.backup_check import problem_in
from coachlog.store.connection import open_reader
from tests.conftest import Program, no_accident
from tests.conftest import Result as Ended
from tests.faults.kills import KILLS

SOURCE = Path(__file__).with_name("failing_disk.c")
TIMES = max(1, KILLS // 4)
COMPILER = shutil.which("cc") or shutil.which("gcc")

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="LD_PRELOAD is for Linux"),
    pytest.mark.skipif(COMPILER is None, reason="no C compiler: install gcc to try failing disks"),
]


class Fault(NamedTuple):
    """How a disk fails: with which error, for reading too, and whether for good."""

    error: int
    only_writes: bool
    for_good: bool


FAULTS = {
    "fails once": Fault(errno.EIO, only_writes=False, for_good=False),
    "is gone": Fault(errno.EIO, only_writes=False, for_good=True),
    "is full": Fault(errno.ENOSPC, only_writes=True, for_good=True),
    "is read-only": Fault(errno.EROFS, only_writes=True, for_good=True),
}
BEFORE = {"amina", "bo"}
NEW = "cem"
COMMANDS = {
    "read": ("coachee", "list"),
    "write": ("coachee", "new", "--name", "Cem"),
    "many": ("session", "new", "--from", "talks.jsonl"),
    "backup": ("backup", "now"),
    "restore": ("restore", "1", "--yes"),
    "rescue": ("doctor", "--rescue", "disk/rescued.sqlite"),
}


@pytest.fixture(scope="module")
def failing_disk(tmp_path_factory):
    library = tmp_path_factory.mktemp("disk") / "failing_disk.so"
    words = [COMPILER, "-shared", "-fPIC", "-o", library, SOURCE, "-ldl"]
    subprocess.run(words, check=True, capture_output=True)
    return library


@pytest.fixture
def begin(call, tmp_path):
    """A journal of two people with a backup, alone on a disk."""
    folder = tmp_path / "begin"
    (folder / "disk").mkdir(parents=True)
    lines = [f'{{"coachee": "Dina", "topic": "Topic {number}"}}' for number in range(3)]
    (folder / "talks.jsonl").write_text("\n".join(lines), encoding="utf-8")
    store = folder / "disk" / "journal.sqlite"
    for name in ("Amina", "Bo"):
        assert call("coachee", "new", "--name", name, "--store", store).code == 0
    assert call("backup", "now", "--store", store).code == 0
    return folder


class Attempts:
    """Runs a command in copies of a folder whose disk fails."""

    def __init__(self, begin, folder, library):
        self.begin, self.folder, self.library = begin, folder, library
        self.count = 0

    def program(self) -> Program:
        self.count += 1
        folder = self.folder / str(self.count)
        shutil.copytree(self.begin, folder)
        program = Program(folder)
        program.store = folder / "disk" / "journal.sqlite"
        program.environment["COACHLOG_STORE"] = str(program.store)
        program.environment["COACHLOG_BUSY_MS"] = "50"
        return program

    def environment(self, program, fault, at):
        return program.environment | {
            "LD_PRELOAD": str(self.library),
            "FAULT_UNDER": str(program.store.parent),
            "FAULT_ERROR": str(fault.error),
            "FAULT_AT": str(at),
            "FAULT_FOR_GOOD": str(int(fault.for_good)),
            "FAULT_WRITES": str(int(fault.only_writes)),
            "FAULT_TALLY": str(program.folder / "tally.txt"),
        }

    def run(self, words, fault, at):
        """Run a command, whose call with the number *at* fails; how it ended, and the calls."""
        program = self.program()
        ended = subprocess.run(
            [sys.executable, "-m", "coachlog", *words],
            env=self.environment(program, fault, at),
            cwd=program.folder,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        calls = int((program.folder / "tally.txt").read_text(encoding="ascii"))
        return program, Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode()), calls


def people(store):
    """Who is in a journal that opens and is sound."""
    with open_reader(store) as reader:
        assert problem_in(reader.connection) == ""
        return set(reader.rows(str, "select handle from coachees"))


@pytest.mark.nightly
def test_whatever_call_fails_is_one_line_and_nothing_is_lost(begin, failing_disk, tmp_path, capsys):
    attempts, chance = Attempts(begin, tmp_path / "attempts", failing_disk), random.Random(5)
    seen: Counter[str] = Counter()
    for name, words in COMMANDS.items():
        wholes = {}
        for kind, fault in FAULTS.items():
            if name == "read" and fault.only_writes:
                continue  # it need not write anything
            if fault.only_writes not in wholes:
                wholes[fault.only_writes] = attempts.run(words, fault, at=0)
            _program, whole, calls = wholes[fault.only_writes]
            assert whole.code == 0, whole.err
            for _each in range(TIMES):
                at = chance.randint(1, calls)
                program, ended, _calls = attempts.run(words, fault, at)
                where = (name, kind, at, ended)

                no_accident(ended)
                assert ended.code in (0, UNAVAILABLE), where
                if ended.code:  # what was told before it failed may stand above the error
                    cause, remedy = ended.err.splitlines()[-2:]
                    assert not cause.startswith(" "), where
                    assert remedy.startswith("  "), where
                found = people(program.store)
                assert found - {NEW, "dina"} == BEFORE, where
                if ended.code == 0 and name == "write":
                    assert NEW in found, where
                if ended.code == 0 and name == "many":
                    assert "dina" in found, where
                if ended.code == 0 and name == "read":
                    assert ended.out == whole.out, where
                seen[f"{kind}: {'refused' if ended.code else 'done'}"] += 1
                shutil.rmtree(program.folder)
    with capsys.disabled():
        print(f"\n{attempts.count} runs on a failing disk, nothing lost: {dict(seen)}")


def test_what_was_typed_on_a_disk_that_fills_up_is_in_a_file(begin, failing_disk, tmp_path):
    attempts = Attempts(begin, tmp_path / "attempts", failing_disk)
    program = attempts.program()
    program.config.write_text('role = "coach"\n', encoding="utf-8")
    is_full = program.folder / "full"
    environment = attempts.environment(program, FAULTS["is full"], 1) | {
        "TERM": "dumb",
        "FAULT_WHEN": str(is_full),
    }
    words = ["-m", "coachlog", "session", "new", "--coachee", "amina", "--short", "--plain"]
    child = pexpect.spawn(
        sys.executable, words, env=environment, cwd=program.folder, encoding="utf-8", timeout=30
    )
    child.expect("› ")
    child.sendline("y")
    child.expect("› ")
    is_full.touch()
    child.sendline("Fridays are too full")
    child.expect("Not saved yet")
    child.expect("› ")
    child.sendcontrol("c")
    child.expect(pexpect.EOF)
    child.close()

    files = list((program.folder / "home").rglob("edit-*.txt"))
    assert "Traceback" not in child.before
    assert [file.read_text("utf-8") for file in files] == ["Fridays are too full"]
    assert people(program.store) == BEFORE
