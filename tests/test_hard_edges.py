"""Files, links and settings of this machine that nobody would expect."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from coachlog.terminal import inputs
from coachlog.terminal.editor_options import without_modelines
from tests.conftest import EXAMPLE, refused

HUGE = 3 * 1024**3


@pytest.fixture
def home(program):
    """The home of the person, with the folders of the platform in it."""
    folder = program.folder / "home"
    folder.mkdir(exist_ok=True)
    return folder


def entries(folder):
    return [path for path in folder.rglob("*") if not path.is_symlink()]


DAY = (
    "config set name Jan",
    "config set backup_to {folder}/stick",
    f"session new --from {EXAMPLE}",
    "method new walk --no-edit",
    "report fund --new-mapping",
    "completion install bash",
    "completion install zsh",
    "completion install fish",
    "demo today",
    "session list --debug",
    "backup now",
    "coachee new Bo --store {folder}/new/deep/other.sqlite",
    "session new --method grow --plain",
    "session edit 1",
    "history prune --all --yes",
    "restore 1 --yes",
    "undo --yes",
)


def test_all_that_is_made_is_for_this_person_alone(call, program, home, monkeypatch):
    """Under a umask that takes nothing away, in folders that were not there."""
    (program.folder / "stick").mkdir(mode=0o700)
    monkeypatch.delenv("COACHLOG_CONFIG")
    monkeypatch.delenv("COACHLOG_STORE")
    monkeypatch.delenv("COACHLOG_BACKUP")
    monkeypatch.setenv("TMPDIR", str(program.folder))
    monkeypatch.setenv("EDITOR", "false")
    before = {program.folder, home, program.folder / "stick"}
    mask = os.umask(0)
    try:
        for command in DAY:
            typed = "Amina\nwords\n" if "plain" in command or "edit" in command else None
            call(*command.format(folder=program.folder).split(), typed=typed)
    finally:
        os.umask(mask)

    made = [path for path in entries(program.folder) if path not in before]
    assert len(made) > 40
    names = {path.name for path in made}
    assert {"config.toml", "walk.toml", "fund.toml", ".bashrc", ".zshrc", "demo.sqlite"} <= names
    wrong = {
        str(path): oct(path.stat().st_mode)
        for path in made
        if path.stat().st_mode & 0o777 != (0o700 if path.is_dir() else 0o600)
    }
    assert wrong == {}


def test_a_link_in_the_place_of_a_file_of_ours_leads_nowhere(call, program, home):
    """Somebody who may write in the folder could have a file elsewhere overwritten."""
    victim = program.folder / "victim"
    victim.write_text("untouched")
    victim.chmod(0o644)
    for name in ("config.toml.part", "config.new"):
        (program.folder / name).symlink_to(victim)

    assert call("config", "set", "name", "An").code == 0
    (program.folder / "config.lock").symlink_to(victim)
    refused(call("config", "set", "name", "An"), 5, "Too many levels of symbolic links")
    (home / ".zshrc.part").symlink_to(victim)
    assert call("completion", "install", "zsh").code == 0

    assert victim.read_text() == "untouched"
    assert victim.stat().st_mode & 0o777 == 0o644
    assert victim.exists()


def test_a_file_with_a_second_name_is_not_replaced(call, program, home):
    """The other name would keep what was."""
    program.config.write_text('name = "Els"\n')
    (home / ".zshrc").write_text("# mine\n")
    os.link(program.config, program.folder / "second")
    os.link(home / ".zshrc", home / "third")

    refused(call("config", "set", "name", "An"), 5, "has a second name, a hard link")
    refused(call("completion", "install", "zsh"), 5, "has a second name, a hard link")

    assert program.config.read_text() == 'name = "Els"\n'
    assert (home / "third").read_text() == "# mine\n"


def pipe(path):
    os.mkfifo(path)


def device(path):
    path.symlink_to("/dev/zero")


def endless(path):
    with path.open("wb") as file:
        file.truncate(HUGE)


def circle(path):
    path.symlink_to(path)


def folder(path):
    path.mkdir()


@pytest.mark.parametrize("odd", [pipe, device, endless, circle, folder])
def test_no_odd_file_is_waited_for(call, program, home, odd, monkeypatch):
    """In the place of each file that is read: a run ends, with a line where it matters."""
    monkeypatch.delenv("COACHLOG_BACKUP")
    assert call("session", "new", "--from", EXAMPLE).code == 0
    log = home / ".local/state/coachlog/log"
    methods = program.folder / "methods"
    methods.mkdir()
    backups = Path(f"{program.store}.backups")
    reads = {
        program.folder / "fund.toml": ("report", "fund", "--mapping"),
        methods / "own.toml": ("method", "check", "own"),
        methods / "grow.toml": ("session", "new", "--coachee", "Bo", "--method", "grow"),
        log / "journals.txt": ("coachee", "new", "An"),
        log / "backup-warnings.txt": ("coachee", "new", "Em"),
        log / "error.log": ("doctor",),
        log / "edit-12345678.txt": ("coachee", "remove", "amina", "--yes"),
        backups / "copies.txt": ("config", "set", "backup_to", program.folder / "stick"),
        backups / "0001-2026-11-24-1000-day-0123456789ab.sqlite": ("backup", "verify"),
        home / ".zshrc": ("completion", "install", "zsh"),
        home / ".bash_profile": ("completion", "install", "bash"),
        program.config: ("today",),
    }
    (program.folder / "stick").mkdir()
    if odd is endless:  # a backup may be as large as the journal, and is read whole
        reads = {path: words for path, words in reads.items() if "verify" not in words}

    for path, words in reads.items():
        if path.is_file():
            path.unlink()
        odd(path)
        told = call(*words)
        assert told.code in (0, 3, 4, 5), (path, told.err)
        assert told.code == 0 or told.err.count("\n") <= 4, told.err
        path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
    assert call("coachee", "list").code == 0


@pytest.mark.parametrize("odd", [pipe, device, folder])
def test_sqlite_never_meets_an_odd_file_beside_the_journal(call, program, odd):
    """It would wait for a pipe for ever, and no signal would end that."""
    call("coachee", "new", "Bo")

    for suffix in ("-wal", "-shm", "-journal"):
        path = Path(f"{program.store}{suffix}")
        odd(path)
        for words in ("coachee list", "coachee new An"):
            refused(call(*words.split()), 5, f"{suffix} is not an ordinary file")
        path.rmdir() if path.is_dir() else path.unlink()


def test_a_pipe_with_a_name_gives_its_input_or_is_given_up(call, program, monkeypatch):
    monkeypatch.setattr(inputs, "PIPE_SECONDS", 0.1)
    os.mkfifo(program.folder / "in")

    refused(call("session", "new", "--from", "in"), 3, "nobody writes into this pipe")

    monkeypatch.setattr(inputs, "PIPE_SECONDS", 30)
    writer = threading.Thread(
        target=lambda: shutil.copy2(EXAMPLE, program.folder / "copy") and feed()
    )

    def feed():
        (program.folder / "in").write_bytes(EXAMPLE.read_bytes() + b" " * 200_000)

    writer.start()
    assert call("session", "new", "--from", "in").code == 0
    writer.join()


@pytest.mark.parametrize("name", ["--help", "-x", "zz;touch PWN", "$(x)", "a\nb", "`x`", "a'b"])
def test_a_method_whose_name_a_shell_would_obey_is_none(call, program, name):
    methods = program.folder / "methods"
    methods.mkdir()
    call("method", "new", "walk", "--no-edit")
    shutil.copy(methods / "walk.toml", methods / f"{name}.toml")

    assert [
        line["name"] for line in call("method", "list", "--json").json if line["origin"] == "own"
    ] == ["walk"]


MODELINES = "words\nvim: set textwidth=17 :\n"


def test_vim_takes_no_settings_from_what_somebody_said(tmp_path):
    vim = shutil.which("vim")
    if vim is None:
        pytest.skip("there is no vim here")
    (tmp_path / "rc").write_text("set modeline")
    (tmp_path / "answer.txt").write_text(MODELINES)
    tell = f"call writefile([&textwidth], '{tmp_path}/told')"
    command = [vim, "-N", "-u", str(tmp_path / "rc"), "-es", "-c", tell, "-c", "q"]

    told = []
    for words in (command, without_modelines(command)):
        subprocess.run([*words, str(tmp_path / "answer.txt")], check=False, timeout=20)
        told.append((tmp_path / "told").read_text())

    assert told == ["17\n", "0\n"]


@pytest.mark.parametrize(
    ("program_name", "added"),
    [
        ("vim", "--cmd"),
        ("/opt/nvim", "--cmd"),
        ("gvim", "--cmd"),
        ("emacs", "--eval"),
        ("emacs-29.1", "--eval"),
        ("nano", None),
        ("ed", None),
        ("emacsclient", None),
    ],
)
def test_each_editor_is_told_in_its_own_words(program_name, added):
    words = without_modelines([program_name, "-x"])

    assert words[0] == program_name
    assert "-x" in words
    assert (added in words) if added else words == [program_name, "-x"]


ODD_VARIABLES = {
    "LANG": "nonsense",
    "LC_ALL": "xx_YY.zz",
    "TZ": "9" * 5000,
    "COLUMNS": "9" * 5000,
    "LINES": "-1",
    "COACHLOG_AT_ONCE_MS": "9" * 5000,
    "COACHLOG_BUSY_MS": "²",
    "COACHLOG_LANG": "\x1b[31m",
    "COACHLOG_PROGRAM": "\x1b[31m",
    "COACHLOG_DEBUG": "9" * 5000,
    "TERM": "nonsense",
    "TMPDIR": "/nowhere",
    "PAGER": "'",
    "EDITOR": "'",
    "VISUAL": "\x01",
    "LESS": "-K\x01",
    "NO_COLOR": "",
    "XDG_STATE_HOME": "/dev/null",
    "XDG_CACHE_HOME": "/dev/null",
    "PYTHONIOENCODING": "ascii",
    "SHELL": "/nowhere/\x01",
}


def test_no_variable_is_too_odd(program, call):
    """All of them at once, on a terminal, where most of them are looked at."""
    call("session", "new", "--from", EXAMPLE)
    program.config.touch()

    for words in ("session list", "today", "session show 1", "timeline amina"):
        told = program.on_terminal(*words.split(), env=ODD_VARIABLES)
        assert told.code == 0, told.out
        assert "\x1b[31m session" not in told.out


def test_a_home_that_is_nowhere_is_told(call):
    for home in ("/nowhere", "/dev/null", "relative", "", "/" + "a" * 5000):
        told = call("session", "list", env={"HOME": home, "COACHLOG_DEBUG": "1"})
        assert told.code in (0, 5), told.err


if sys.platform == "win32":
    pytest.skip("links, modes and pipes are others there", allow_module_level=True)
