"""What the editor saved is never thrown away, however the editor or the program ended."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from coachlog.terminal.context import Context
from tests.guide.conftest import home, open_terminal
from tests.guide.terminal import ENTER

__all__ = ["home", "open_terminal"]

SAVED = "één zin\nen nog een"


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path, monkeypatch):
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def editor(tmp_path):
    """`editor(body)`: the command of an editor; in *body* `path` is the file."""

    def make(body):
        script = tmp_path / "ed.py"
        script.write_text(
            "import os, pathlib, signal, sys\n"
            f"SAVED = {SAVED!r}\n"
            "path = pathlib.Path(sys.argv[-1])\n" + body
        )
        return f"'{sys.executable}' '{script}'"

    return make


@pytest.fixture
def goal_new(call, monkeypatch):
    """`goal_new(editor)`: a new goal whose statement comes from the editor, as a person types."""
    monkeypatch.setattr(Context, "interactive", property(lambda self: True))
    assert call("coachee", "new", "--name", "Amina").code == 0

    def run(editor, *lines, **env):
        typed = "\n".join([":edit", *lines, *[""] * 30])
        return call("goal", "new", "--coachee", "amina", stdin=typed, env={"EDITOR": editor} | env)

    return run


def goals(call):
    return [row["statement"] for row in call("export", "csv", "goals").rows]


def kept_file(told):
    return Path(re.search(r"saved in (\S+)$", told.err, re.MULTILINE)[1])


WRITES = "path.write_text(SAVED, 'utf-8')\n"
ENDS = {
    "well": WRITES,
    "with an error": WRITES + "sys.exit(1)",
    "killed": WRITES + "os.kill(os.getpid(), 9)",
    "ctrl-c": WRITES + "signal.signal(2, signal.SIG_DFL); os.kill(os.getpid(), 2)",
    "byte order mark": "path.write_bytes(SAVED.encode('utf-8-sig'))",
    "latin-1": "path.write_bytes(SAVED.encode('latin-1'))",
    "windows-1252": "path.write_bytes(SAVED.replace('\\n', '\\r\\n').encode('cp1252'))",
    "utf-16": "path.write_bytes(SAVED.encode('utf-16'))",
    "latin-1, with an error": "path.write_bytes(SAVED.encode('latin-1')); sys.exit(2)",
    "another file in its place": (
        "other = path.with_name('x'); other.write_text(SAVED, 'utf-8'); other.replace(path)"
    ),
    "put beside it when it was told to end": (
        "path.with_name(path.name + '.save').write_text(SAVED, 'utf-8'); sys.exit(1)"
    ),
}


@pytest.mark.parametrize("body", ENDS.values(), ids=ENDS)
def test_what_was_saved_is_the_answer_however_the_editor_ended(goal_new, call, editor, body):
    told = goal_new(editor(body))

    assert told.code == 0, told.err
    assert goals(call) == [SAVED]
    assert not [*Path(tempfile.gettempdir()).iterdir()]


NO_TEXT = {
    "no text in any encoding": b"caf\x81\x8d",
    "zeros": b"\0" * 50,
    "half of utf-16": b"\xff\xfeabc",
}


@pytest.mark.parametrize("data", NO_TEXT.values(), ids=NO_TEXT)
def test_what_is_no_text_is_kept_in_a_file_that_is_named(goal_new, call, editor, data):
    told = goal_new(editor(f"path.write_bytes({data!r})"), "Typed instead")

    assert goals(call) == ["Typed instead"]
    assert kept_file(told).read_bytes() == data
    assert "Your text is as it was." in told.err


@pytest.mark.parametrize(
    "body",
    [
        "path.unlink()",
        "path.unlink(); path.mkdir()",
        "path.unlink(); os.mkfifo(path)",
        "path.unlink(); path.symlink_to('/dev/zero')",
        "sys.exit(1)",
        "path.write_text(' \\n'); sys.exit(1)",
    ],
    ids=["gone", "folder", "pipe", "endless", "failed", "emptied and failed"],
)
def test_where_nothing_was_saved_the_text_is_as_it_was(goal_new, call, editor, body):
    told = goal_new(editor(body), "Typed instead")

    assert (told.code, goals(call)) == (0, ["Typed instead"]), told.err
    assert "saved in" not in told.err


def test_without_an_editor_a_person_hears_what_to_do(goal_new, call):
    told = goal_new("", "Typed instead", PATH="/nowhere", VISUAL="")

    assert goals(call) == ["Typed instead"]
    assert "There is no editor on this machine that coachlog knows." in told.err
    assert "Type the answer here" in told.err


def test_an_editor_at_every_question_before_the_first_stage(call, editor, monkeypatch):
    """Where the longest text is typed: what somebody remembers of a talk that is over."""
    monkeypatch.setattr(Context, "interactive", property(lambda self: True))
    body = (
        "n = len([*path.parent.parent.parent.glob('seen*')])\n"
        "(path.parent.parent.parent / f'seen{n}').touch()\n"
        "path.write_text(['yesterday 14:30', '45', SAVED][n], 'utf-8')\n"
    )
    typed = "\n".join([":edit", "", ":edit", "", ":edit", "", ":stop", ""])

    told = call(
        *("session", "new", "--coachee", "Bo", "--after"),
        stdin=typed,
        env={"EDITOR": editor(body)},
    )

    assert told.code == 0, told.err
    state = call("session", "resume", stdin=":overview\n:stop\n").err
    assert "en nog een" in state
    assert "14:30" in told.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [(":more", "There are no more questions here."), (":back", "This is the first question.")],
)
def test_a_command_that_leads_nowhere_says_so(call, typed, said):
    told = call("session", "new", "--coachee", "Bo", "--after", typed=f"{typed}\n:stop\n")

    assert said in told.err


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM], ids=["closed", "ended"])
def test_a_closed_window_leaves_it_in_the_draft(home, open_terminal, editor, end):
    body = WRITES + "print('ready', flush=True)\ninput()\n"
    given = ("session", "new", "--coachee", "Bo", "--after", "--date", "2026-11-20 14:00")
    window = open_terminal(*given, "--minutes", "30", EDITOR=editor(body))
    window.wait_for_prompt()
    window.answer(":edit")
    window.wait_for("ready")

    window.kill(end)

    assert "en nog een" in home.draft()["halves"]["notes"]


def test_a_closed_window_at_a_new_goal_leaves_a_file(home, open_terminal, editor):
    home.keep(coachee="Bo", date="2026-11-02T14:00")
    body = WRITES + "print('ready', flush=True)\ninput()\n"
    window = open_terminal("goal", "new", "--coachee", "bo", EDITOR=editor(body))
    window.wait_for_prompt()
    window.answer(":edit")
    window.wait_for("ready")

    window.kill(signal.SIGHUP)

    (kept,) = home.folder.rglob("edit-*.txt")
    assert SAVED in kept.read_text()


def test_an_editor_that_came_back_at_once_is_asked_about_and_the_file_waits(
    home, open_terminal, tmp_path
):
    """Its window saves when a file is there: no clock decides."""
    home.keep(coachee="Amina", date="2026-11-02T14:00", goals=[{"statement": "x", "target": 8}])
    go, done = home.folder / "go", home.folder / "done"
    script = tmp_path / "ed"
    script.write_text(
        "#!/bin/sh\n"
        f"(until [ -e '{go}' ]; do sleep 0.05; done; sed -i 's/^8$/9/' \"$1\"; touch '{done}') "
        "> /dev/null 2>&1 &\n"
    )
    script.chmod(0o700)
    window = open_terminal("goal", "edit", "1", EDITOR=str(script), COACHLOG_AT_ONCE_MS=str(10**9))
    window.wait_for("Press Enter when you have saved and closed it.")

    go.touch()
    while not done.exists():
        window.watch(0.05)
    window.type(ENTER)

    window.wait_for("Goal 1 updated.")
    assert window.ended() == 0
    assert home.json("goal", "show", "1")["target"] == 9


@pytest.mark.parametrize("body", [WRITES, ""], ids=["changed", "took longer"])
def test_who_saved_or_took_longer_is_not_asked(goal_new, editor, body):
    at_once = str(10**9) if body else "0"

    told = goal_new(editor(body), "x", COACHLOG_AT_ONCE_MS=at_once)

    assert "Press Enter" not in told.err


@pytest.mark.parametrize("saved", [True, False], ids=["saved in it", "as it was"])
def test_a_folder_that_a_killed_program_left_goes_at_the_next_edit(goal_new, editor, saved):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    folder = Path(tempfile.gettempdir()) / f"coachlog-edit-{ended.pid}-abc12345"
    mine = folder.with_name(f"coachlog-edit-{os.getpid()}-abc12345")
    foreign = folder.with_name(f"coachlog-other-{ended.pid}-abc12345")
    for each in (folder, mine, foreign):
        each.mkdir(mode=0o700)
        (each / "answer.txt").write_text("private" + " and more" * saved)
        (each / ".as-it-was").write_text("private")

    told = goal_new(editor(WRITES))

    assert not folder.exists()
    assert mine.exists()
    assert foreign.exists()
    assert ("saved in" in told.err) == saved
    if saved:
        assert kept_file(told).read_text() == "private and more"


def test_an_old_folder_of_an_earlier_version_goes_and_its_words_are_kept(goal_new, editor):
    folders = [
        Path(tempfile.gettempdir()) / name for name in ("coachlog-ab12_xyz", "coachlog-ab12_xy9")
    ]
    for folder, days in zip(folders, (2, 0), strict=True):
        folder.mkdir(mode=0o700)
        (folder / "record.txt").write_text("words")
        os.utime(folder, (time.time() - days * 86400,) * 2)

    told = goal_new(editor(WRITES))

    assert [folder.exists() for folder in folders] == [False, True]
    assert kept_file(told).read_text() == "words"
