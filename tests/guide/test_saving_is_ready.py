"""From the last answer to "kept" nobody waits: what saving needs was imported while one typed."""

import time

import pytest

from tests.guide.talks import QUESTIONS
from tests.guide.terminal import PATIENCE

WATCH = """
import sys
from pathlib import Path
from threading import current_thread, main_thread

log = Path(sys.argv.pop(1))


class Watch:
    def find_spec(self, name, *_rest):
        if name in ("coachlog.journal.session.saving", "pydantic"):
            where = "in front" if current_thread() is main_thread() else "behind"
            with log.open("a") as file:
                file.write(f"{name} {where}\\n")


sys.meta_path.insert(0, Watch())
from coachlog.main import main

sys.exit(main(sys.argv[1:]))
"""
HEAVY = {f"{name} behind" for name in ("coachlog.journal.session.saving", "pydantic")}


@pytest.mark.parametrize("plain", [(), ("--plain",)], ids=["terminal", "plain"])
def test_saving_is_imported_behind_the_first_question(plain, home, open_terminal, tmp_path):
    log, program = tmp_path / "log", tmp_path / "watch.py"
    program.write_text(WATCH)
    words = ("session", "new", "--coachee", "Bo", "--short", *plain)
    window = open_terminal("/", home.python, str(program), str(log), *words)
    window.wait_for(QUESTIONS["first_agreement.01"].ask("en"))
    window.wait_for_prompt()

    until = time.monotonic() + PATIENCE
    while not log.exists() or len(log.read_text().split("\n")) <= len(HEAVY):
        assert time.monotonic() < until
        window.watch(0.05)
    window.answer("y")
    window.answer_until("Save as draft", ":skip")
    window.answer("1")

    assert window.ended() == 0
    assert set(log.read_text().splitlines()) == HEAVY
    assert home.json("session", "list")[0]["coachee"] == "bo"
