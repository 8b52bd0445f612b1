"""`completion install`, `show` and `remove`: what they write, say, and leave alone."""

import re
import stat
import tempfile
from pathlib import Path

import pytest

from coachlog.base.texts import with_tied_signs
from tests.conftest import refused
from tests.store.conftest import as_nobody

SHELLS = ("bash", "zsh", "fish")
SCRIPTS = {
    "bash": ".local/share/bash-completion/completions/coachlog",
    "zsh": ".local/share/zsh/site-functions/_coachlog",
    "fish": ".config/fish/completions/coachlog.fish",
}
PROFILES = {"bash": ".bashrc", "zsh": ".zshrc", "fish": ".config/fish/config.fish"}
RC = "# mine\nalias ll='ls -l'"

each_shell = pytest.mark.parametrize("shell", SHELLS)


@pytest.fixture
def home(program, monkeypatch):
    for name in ("ZDOTDIR", "BASH_COMPLETION_USER_DIR", "SHELL"):
        monkeypatch.delenv(name, raising=False)
    folder = program.folder / "home"
    folder.mkdir()
    return folder


def contents(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@each_shell
def test_the_script_comes_where_the_shell_looks(call, home, shell):
    done = call("completion", "install", shell)

    script = home / SCRIPTS[shell]
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines()[0] == f"Written: {script}"
    assert script.read_text() == call("completion", "show", shell).out


@each_shell
def test_the_shell_is_known_by_its_variable(call, home, shell):
    assert call("completion", "install", env={"SHELL": f"/usr/bin/{shell}"}).code == 0
    assert (home / SCRIPTS[shell]).exists()


@each_shell
@pytest.mark.parametrize("profile", ["", RC, RC + "\n", RC + "\r\n", "caf\xe9\n"])
def test_installing_again_changes_nothing_and_removing_leaves_no_trace(call, home, shell, profile):
    file = home / PROFILES[shell]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(profile.encode("latin-1"))
    before = contents(home)

    call("completion", "install", shell)
    once = contents(home)
    again = call("completion", "install", shell)
    twice = contents(home)
    gone = call("completion", "remove", shell)

    assert once == twice != before
    assert f"{shell} already knew coachlog: nothing changed." in again.err
    assert f"Removed: {home / SCRIPTS[shell]}" in gone.err
    left = contents(home)
    assert left.pop(PROFILES[shell]).rstrip() == profile.encode("latin-1").rstrip()
    assert left == {}


def test_lines_in_a_profile_are_announced(call, home):
    (home / ".zshrc").write_text(RC)

    told = call("completion", "install", "zsh").err

    added = (home / ".zshrc").read_text().removeprefix(RC)
    lines = [line for line in added.splitlines() if line and not line.startswith("# ")]
    assert lines
    assert f"Added at the end of {home}/.zshrc:\n" in told
    assert all(f"  {line}\n" in told for line in lines)


def test_lines_of_before_are_brought_up_to_date_where_they_stand(call, home):
    call("completion", "install", "zsh")
    profile = home / ".zshrc"
    new = profile.read_text()
    profile.write_text(f"first\n{new.replace('compinit -i', 'compinit')}last\n")

    call("completion", "install", "zsh")

    assert profile.read_text() == f"first\n{new}last\n"


def test_a_profile_that_was_written_by_hand_between_our_marks_is_left_alone(call, home):
    mine = "# >>> coachlog completion >>>\n# my own remark\nexport A=1\n"
    (home / ".zshrc").write_text(mine)

    call("completion", "install", "zsh")
    call("completion", "remove", "zsh")

    assert (home / ".zshrc").read_text() == mine


def test_bash_that_loads_bash_completion_needs_no_line(call, home):
    (home / ".bashrc").write_text(". /usr/share/bash-completion/bash_completion\n")
    before = (home / ".bashrc").read_text()

    call("completion", "install", "bash")

    assert (home / ".bashrc").read_text() == before


def test_bash_gets_a_line_where_nothing_loads_its_completions(call, home, monkeypatch):
    (home / ".bashrc").write_text("# . /etc/bash_completion\n")

    call("completion", "install", "bash")

    assert '. "$HOME"/.local/share/bash-completion' in (home / ".bashrc").read_text()


def test_the_folders_that_the_environment_names_are_used(call, home):
    places = {"XDG_DATA_HOME": home / "d", "XDG_CONFIG_HOME": home / "c", "ZDOTDIR": home / "z"}
    env = {name: str(path) for name, path in places.items()}
    for shell in SHELLS:
        assert call("completion", "install", shell, env=env).code == 0

    assert {name for name in contents(home) if not name.startswith(".")} == {
        "d/bash-completion/completions/coachlog",
        "d/zsh/site-functions/_coachlog",
        "c/fish/completions/coachlog.fish",
        "z/.zshrc",
    }


def test_a_home_with_spaces_and_quotes(call, program):
    home = program.folder / 'it\'s my "home" $x'
    home.mkdir()

    assert call("completion", "install", "zsh", env={"HOME": str(home)}).code == 0
    assert call("completion", "remove", env={"HOME": str(home)}).code == 0


def test_a_linked_profile_stays_a_link_and_keeps_its_rights(call, home):
    kept = home / "dotfiles"
    kept.mkdir()
    (kept / "zshrc").write_text(RC)
    (kept / "zshrc").chmod(0o640)
    (home / ".zshrc").symlink_to("dotfiles/zshrc")

    call("completion", "install", "zsh")

    assert (home / ".zshrc").is_symlink()
    assert "coachlog" in (kept / "zshrc").read_text()
    assert stat.S_IMODE((kept / "zshrc").stat().st_mode) == 0o640


def test_remove_without_a_shell_takes_all_away(call, home):
    for shell in SHELLS:
        call("completion", "install", shell)

    assert call("completion", "remove").code == 0

    assert set(contents(home).values()) <= {b""}
    assert call("completion", "remove").err == "There was nothing to remove.\n"


def test_a_script_of_somebody_else_is_left_as_it_is(call, home):
    own = home / SCRIPTS["fish"]
    own.parent.mkdir(parents=True)
    own.write_text("# my own\n")

    refused(call("completion", "install", "fish"), 4, "coachlog did not write it")
    call("completion", "remove", "fish")

    assert own.read_text() == "# my own\n"


@pytest.mark.parametrize("verb", ["install", "show", "remove"])
@pytest.mark.parametrize("shell", ["csh", "BASH", "", "x" * 500, "\x1b[31m"])
def test_a_shell_that_is_not_known(call, home, verb, shell):
    if shell:
        refused(call("completion", verb, shell), 2, "has no completion for")
    assert contents(home) == {}


@pytest.mark.parametrize("own", ["", "/bin/tcsh", "/bin/sh", "nonsense"])
@pytest.mark.parametrize("verb", ["install", "show"])
def test_without_a_name_the_shell_has_to_be_clear(call, home, verb, own):
    refused(call("completion", verb, env={"SHELL": own}), 2, "not clear which shell")


@pytest.mark.parametrize("place", ["", "relative"])
def test_without_a_home_nothing_is_written(call, program, place):
    refused(call("completion", "install", "zsh", env={"HOME": place}), 5, "HOME")
    assert call("completion", "show", "zsh", env={"HOME": place}).code == 0


@each_shell
def test_a_file_where_the_folder_should_be(call, home, shell):
    (home / ".local").touch()
    (home / ".config").touch()

    refused(call("completion", "install", shell), 5, re.escape(str(home / SCRIPTS[shell])))


def test_a_folder_where_the_profile_should_be(call, home):
    (home / ".zshrc").mkdir()

    refused(call("completion", "install", "zsh"), 5, "zshrc cannot be written")


def test_a_folder_that_one_may_not_write_in(call):
    """A folder of the system's temporary ones: nobody may not even enter those of pytest."""
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o755)
        config = {"HOME": home, "COACHLOG_CONFIG": f"{home}/config.toml"}
        call("completion", "show", "fish", env=config)
        with as_nobody():
            done = call("completion", "install", "fish", env=config)

    refused(done, 5, "coachlog.fish cannot be written: Permission denied")


def test_who_has_no_command_coachlog_is_told_so(call, home):
    told = call("completion", "install", "fish", env={"PATH": "/nowhere"}).err

    assert "once coachlog itself is installed" in told


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "Geschreven: "), ("fr", with_tied_signs("Écrit : ")), ("en", "Written: ")],
)
def test_it_speaks_the_language_of_the_coach(call, home, language, said):
    assert call("--lang", language, "completion", "install", "fish").err.startswith(said)
