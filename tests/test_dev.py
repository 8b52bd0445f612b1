"""`dev.py`, the one door to the project."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def test_what_lies_in_the_present_folder_is_not_imported(program):
    (program.folder / "typer.py").write_text("open('imported', 'w')\n", encoding="utf-8")
    command = [sys.executable, ROOT / "dev.py", "run", "session", "list"]
    environment = program.environment | {"COACHLOG_VENV": Path(sys.prefix).name}

    ended = subprocess.run(
        command, cwd=program.folder, env=environment, capture_output=True, check=False
    )

    assert ended.returncode == 0, ended.stderr
    assert not (program.folder / "imported").exists()
