"""`dev.py`, the one door to the project."""

import os
import signal
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


def test_ctrl_c_while_the_environment_is_made_ends_with_one_line(tmp_path):
    command = [sys.executable, ROOT / "dev.py", "run", "session", "list"]
    environment = os.environ | {"COACHLOG_VENV": str(tmp_path / "venv")}
    making = subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert making.stderr is not None
    first_line = making.stderr.readline()

    os.killpg(making.pid, signal.SIGINT)
    _out, told = making.communicate()

    assert first_line.startswith("Making .venv")
    assert (making.returncode, told.strip()) == (
        130,
        "Stopped. Run the same command again to go on.",
    )
