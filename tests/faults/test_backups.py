"""Ends in the middle: what was told to be saved is there, and no half backup bears a good name.

A few moments by default; `COACHLOG_KILLS=500` tries so many of each kind. `-s` shows the figures.
"""

import gzip
import os
import random
import shutil
import signal
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coachlog.store.backup_check import problem_in, problem_of
from coachlog.store.backup_names import DAMAGED, listed
from coachlog.store.backup_places import folder_of
from coachlog.store.connection import open_reader
from coachlog.store.restore import restore
from tests import forks
from tests.conftest import ROOT, Program
from tests.faults.kills import KILLS, killed_before

EARLIER = ROOT / "tests" / "store" / "earlier" / "0001.sqlite.gz"

pytestmark = pytest.mark.skipif(not forks.POSSIBLE, reason="needs programs that are forked")


def people(store: Path) -> set[str]:
    """Who is in a journal that opens and is sound."""
    with open_reader(store) as reader:
        assert problem_in(reader.connection) == ""
        return set(reader.rows(str, "select handle from coachees"))


def backed_up(store: Path) -> list[set[str]]:
    """Who is in each backup, newest first, all of which are sound and as they were made."""
    found = []
    for backup in listed(folder_of(store)):
        file = folder_of(store) / backup.name
        assert backup.kind != DAMAGED
        assert problem_of(file, backup.digest) == ""
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as opened:
            found.append({handle for (handle,) in opened.execute("select handle from coachee")})
    return found


class Attempt:
    """A program that is run in a copy of a folder, and killed after a while."""

    def __init__(self, folder: Path, begin: Path, *words: str) -> None:
        self.folder, self.begin, self.words = folder, begin, words
        self.count = self.ended = 0

    def run(self, seconds: float | None) -> tuple[Program, str]:
        """Run it for so long, or to its end; where it ran, and what it told."""
        self.count += 1
        folder = self.folder / str(self.count)
        shutil.copytree(self.begin, folder)
        program = Program(folder)
        del program.environment["COACHLOG_BACKUP"]
        told = folder / "told.txt"
        with told.open("wb") as out, Path(os.devnull).open("rb") as nothing:
            streams = [nothing.fileno(), out.fileno(), out.fileno()]
            number = forks.forked(self.words, program.environment, folder, streams)
        if seconds is not None:
            time.sleep(seconds)
            os.kill(number, signal.SIGKILL)
        _number, status = os.waitpid(number, 0)
        self.ended += not os.WIFSIGNALED(status)
        return program, told.read_text("utf-8")

    def kills(self):
        """Run it again and again, each time killed at another moment of a whole run."""
        self.run(None)  # the helper of `forks` has to load
        started = time.monotonic()
        self.run(None)
        whole = time.monotonic() - started
        self.ended = 0
        moments = random.Random(self.words[0])
        for _each in range(KILLS):
            yield self.run(moments.uniform(0, whole))
            shutil.rmtree(self.folder / str(self.count))

    def __str__(self) -> str:
        return f"{' '.join(self.words)}: {KILLS} kills, {self.ended} after its end, 0 lost"


@pytest.fixture
def journal(call, program, tmp_path, monkeypatch):
    """A journal of three people in a folder of its own, with a backup of the first two."""
    monkeypatch.delenv("COACHLOG_BACKUP")
    begin = tmp_path / "begin"
    begin.mkdir()
    store = begin / "journal.sqlite"
    for name in ("Amina", "Bo", "Cem"):
        if name == "Cem":
            assert call("backup", "now", "--store", store).code == 0
        assert call("coachee", "new", "--name", name, "--store", store).code == 0
    return begin


@pytest.fixture
def attempt(tmp_path, capsys):
    made = []

    def attempting(begin, *words):
        made.append(Attempt(tmp_path / "attempts", begin, *words))
        return made[0]

    yield attempting
    with capsys.disabled():
        print(f"\n{made[0]}")


def test_a_save_with_its_backup_that_is_killed(journal, attempt):
    shutil.rmtree(folder_of(journal / "journal.sqlite"))
    for program, told in attempt(journal, "coachee", "new", "--name", "Dina").kills():
        found = people(program.store)

        assert found in ({"amina", "bo", "cem"}, {"amina", "bo", "cem", "dina"})
        assert "dina" in found or "dina" not in told
        assert backed_up(program.store) in ([], [{"amina", "bo", "cem", "dina"}])
        assert program.run("backup", "now").code == 0
        assert people(program.store) in backed_up(program.store)


def test_a_copy_to_a_second_place_that_is_killed(journal, attempt):
    (journal / "place").mkdir()
    (journal / "config.toml").write_text('backup_to = "place"\n', encoding="utf-8")
    for program, _told in attempt(journal, "backup", "now").kills():
        place = program.folder / "place"
        for copies in place.iterdir():
            assert all(problem_of(copies / each.name, each.digest) == "" for each in listed(copies))
        assert program.run("backup", "now").code == 0
        assert listed(next(place.iterdir())) == listed(folder_of(program.store))


def test_a_restore_that_is_killed(journal, attempt):
    now, before = {"amina", "bo", "cem"}, {"amina", "bo"}
    for program, told in attempt(journal, "restore", "2", "--yes").kills():
        found = people(program.store)

        assert found in (now, before)
        assert found == before or "The journal is now that" not in told
        assert found == now or now in backed_up(program.store)
        assert before in backed_up(program.store)
        assert program.run("restore", 2, "--yes").code == 0
        assert people(program.store) == before
        files = folder_of(program.store).iterdir()
        assert [file.name for file in files if file.suffix != ".sqlite"] == []


def chosen(store, number):
    (backup,) = [each for each in listed(folder_of(store)) if each.number == number]
    return folder_of(store) / backup.name


def test_a_restore_that_is_killed_before_any_call_of_the_system(journal, tmp_path, capsys):
    now, before = {"amina", "bo", "cem"}, {"amina", "bo"}
    folder, counted, new = tmp_path / "attempt", tmp_path / "count.txt", 0
    shutil.copytree(journal, folder)
    store = folder / "journal.sqlite"

    def work():
        restore(store, chosen(store, 2), datetime(2026, 11, 24, tzinfo=UTC))

    assert killed_before(0, work, counted) == 0
    total = int(counted.read_text(encoding="ascii"))
    points = sorted({1 + point * total // KILLS for point in range(KILLS)})
    for point in points:
        shutil.rmtree(folder)
        shutil.copytree(journal, folder)

        assert os.WTERMSIG(killed_before(point, work, counted)) == signal.SIGKILL

        found = people(store)
        assert found in (now, before)
        assert before in backed_up(store)
        assert found == now or now in backed_up(store)
        new += found == before
    with capsys.disabled():
        print(f"\nrestore: {len(points)} of {total} calls, {new} after the new one is there")


def test_an_update_that_is_killed(attempt, tmp_path, program):
    begin = tmp_path / "begin"
    begin.mkdir()
    (begin / "journal.sqlite").write_bytes(gzip.decompress(EARLIER.read_bytes()))
    for killed, _told in attempt(begin, "coachee", "list").kills():
        assert people(killed.store) == {"amina"}
        assert backed_up(killed.store) == [{"amina"}]


def test_whatever_byte_of_a_backup_changes_or_is_missing_is_found(journal, tmp_path):
    file = next(folder_of(journal / "journal.sqlite").iterdir())
    content, harmed = file.read_bytes(), tmp_path / "harmed.sqlite"
    (backup,) = [backup for backup in listed(file.parent) if backup.name == file.name]
    places = random.Random(7)
    for _each in range(KILLS * 10):
        place = places.randrange(len(content))
        flipped = bytearray(content)
        flipped[place] ^= 1 << places.randrange(8)
        for wrong in (bytes(flipped), content[:place]):
            harmed.write_bytes(wrong)
            assert problem_of(harmed, backup.digest)
