"""Erasing that ends in the middle: it was either not begun, or the next start finishes it.

A few moments by default; `COACHLOG_KILLS=500` tries so many. `-s` shows the figures.
"""

import os
import shutil
import signal

import pytest

from coachlog.store.backup_check import problem_in, problem_of
from coachlog.store.backup_names import listed
from coachlog.store.backup_places import folder_of
from coachlog.store.connection import open_reader
from coachlog.store.erasing.order import ErasureOrder, fingerprint
from coachlog.store.erasing.work import erase, resume
from tests import forks
from tests.faults.kills import KILLS, killed_before
from tests.faults.test_backups import Attempt
from tests.store.marked import Marks, fill

pytestmark = pytest.mark.skipif(not forks.POSSIBLE, reason="needs programs that are forked")
OPTIONS = ("--yes", "--mentions", "rewrite", "--keep-hours", "--rescued", "remove")


@pytest.fixture
def begin(call, program, tmp_path, monkeypatch):
    """A folder with a journal, two backups of it and a stick, and the marks of one person."""
    monkeypatch.delenv("COACHLOG_BACKUP")
    folder = tmp_path / "begin"
    folder.mkdir()
    store = folder / "journal.sqlite"
    marks = Marks()
    assert call("coachee", "new", "--name", "Bo", "--store", store).code == 0
    fill(store, marks, changes=2)
    assert len(marks.words) > 200
    for name in ("Cem", "Dia"):
        assert call("backup", "now", "--store", store).code == 0
        assert call("coachee", "new", "--name", name, "--store", store).code == 0
    people = call("coachee", "list", "--store", store, "--json").json
    handle = next(line["handle"] for line in people if line["name"] in marks.words)
    return folder, marks, handle


def test_an_erasure_that_is_killed_was_not_begun_or_is_finished_at_the_next_start(
    begin, tmp_path, capsys
):
    folder, marks, handle = begin
    attempt = Attempt(tmp_path / "attempts", folder, "erase", handle, *OPTIONS)
    outcomes = []
    for program, told in attempt.kills():
        handles = [line["handle"] for line in program.run("coachee", "list", "--json").json]
        proofs = program.run("erase", "list", "--json").json
        here = program.store.parent
        (here / "told.txt").unlink()

        assert {"bo", "cem", "dia"} <= set(handles)
        assert bool(proofs) == (handle not in handles)
        assert not [path for path in here.iterdir() if "erasing" in path.name]
        for backup in listed(folder_of(program.store)):
            assert problem_of(folder_of(program.store) / backup.name, backup.digest) == ""
        if proofs:
            assert [line["state"] for line in proofs] == ["done"]
            assert marks.found(here) == {}
        else:
            assert "Erased" not in told
            assert len(marks.found(here)) >= 2
        outcomes.append(bool(proofs))
    with capsys.disabled():
        print(f"\n{attempt}; {sum(outcomes)} erased")


@pytest.mark.nightly
def test_an_erasure_that_is_killed_before_any_call_of_the_system(begin, tmp_path, capsys):
    beginning, marks, handle = begin
    folder, counted, erased = tmp_path / "attempt", tmp_path / "count.txt", 0
    store = folder / "journal.sqlite"
    shutil.copytree(beginning, folder)
    with open_reader(store) as reader:
        person = reader.value("select id from coachee where handle = :handle", handle=handle)
    order = ErasureOrder(
        "e", 0, "2026-11-24", frozenset({fingerprint(person)}), {}, "rewrite", "x", True
    )

    def work():
        erase(store, order, [], [], "2026-11-24T09:00:00.000Z")

    assert killed_before(0, work, counted) == 0
    total = int(counted.read_text(encoding="ascii"))
    # What comes after the decision is short, so the end is looked at as closely as the rest.
    everywhere = {1 + point * total // KILLS for point in range(KILLS)}
    at_the_end = {total - point * total // 10 // KILLS for point in range(KILLS)}
    points = sorted(everywhere | at_the_end)
    for point in points:
        shutil.rmtree(folder)
        shutil.copytree(beginning, folder)

        assert os.WTERMSIG(killed_before(point, work, counted)) == signal.SIGKILL

        resume(store)
        with open_reader(store) as reader:
            assert problem_in(reader.connection) == ""
            states = list(reader.rows(bool, "select done_at is not null from erasure"))
            is_there = reader.value("select 1 from coachee where handle = :handle", handle=handle)
        assert states in ([], [True])
        assert bool(is_there) == (not states)
        assert bool(marks.found(folder)) == (not states)
        assert not [path for path in folder.iterdir() if "erasing" in path.name]
        erased += bool(states)
    with capsys.disabled():
        print(f"\nerase: {len(points)} of {total} calls, {erased} erased")
