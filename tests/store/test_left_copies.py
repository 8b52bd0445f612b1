"""Only copies that ended programs left of this very store are removed."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from coachlog.store.protection.stale_copies import remove_stale_copies


@pytest.fixture
def folders(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()

    def make(name, *files):
        folder = tmp_path / name.format(ended=ended.pid, ours=os.getpid())
        folder.mkdir()
        for file in files:
            (folder / file).touch()
        return folder

    return make


def test_a_copy_of_a_program_that_ended_goes_and_nothing_else(folders):
    left = folders("coachlog-copy-{ended}-x1", "mine.sqlite", "mine.sqlite-wal")
    stays = [
        folders("coachlog-copy-{ours}-x2", "mine.sqlite"),
        folders("coachlog-copy-{ended}-x3", "other.sqlite"),
        folders("coachlog-copy-{ended}-x4", "mine.sqlite", "letter.txt"),
        folders("coachlog-mine", "mine.sqlite"),
        folders("coachlog-copy-of-mine", "mine.sqlite"),
    ]

    remove_stale_copies(Path("/home/somebody/mine.sqlite"))

    assert not left.exists()
    assert all(folder.exists() for folder in stays)
