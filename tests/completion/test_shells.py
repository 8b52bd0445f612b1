"""TAB in the shells themselves: install writes, a new terminal reads it, and keys are pressed."""

import json
import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE
from tests.guide.terminal import PATIENCE, Home, Terminal

SIZE = (30, 90)
PROMPT = "READY> "
PROFILES = {
    "bash": (".bashrc", f"PS1='{PROMPT}'\n"),
    "zsh": (".zshrc", f"PS1='{PROMPT}'\nunsetopt prompt_cr prompt_sp\n"),
    "fish": (
        ".config/fish/config.fish",
        f"function fish_prompt; echo -n '{PROMPT}'; end\n"
        "set -g fish_greeting\nset -g fish_autosuggestion_enabled 0\n",
    ),
}
LIST = {"bash": "\t\t", "zsh": "\t", "fish": "\t"}
"""What shows all that fits: bash at first types what that has in common."""

HOSTILE = "$(touch pwned) `touch pwned` 'a' \"b\" \\n %F{red} *\x1b[31m:colon;|&"

each_shell = pytest.mark.parametrize("shell", PROFILES)


class Window:
    """A terminal with a shell in which coachlog is a command."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.wait_until(lambda: self.line == PROMPT.strip())

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(row.rstrip() for row in self.terminal.screen.display).strip()

    @property
    def line(self) -> str:
        """The last line with a prompt."""
        rows = [row for row in self.text.splitlines() if row.startswith(PROMPT.strip())]
        return rows[-1].rstrip() if rows else ""

    def type(self, text: str) -> None:
        self.terminal.type(text)

    def shows(self, *texts: str) -> None:
        self.wait_until(lambda: all(text in self.text for text in texts))

    def has_typed(self, line: str) -> None:
        self.wait_until(lambda: self.line == PROMPT + line)

    def wait_until(self, true) -> None:
        until = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < until, self.text
            self.terminal.watch(0.05)


@pytest.fixture
def home(tmp_path):
    """A home with a journal, and a command coachlog."""
    (tmp_path / "bin").mkdir()
    # Without this folder fish reads every manual page of the machine, in the background.
    (tmp_path / ".local/share/fish/generated_completions").mkdir(parents=True)
    found = Home(tmp_path)
    found.environment["PATH"] = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    command(found, f'exec "{sys.executable}" -m coachlog "$@"')
    found.keep(**json.loads(EXAMPLE.read_text(encoding="utf-8")))
    return found


def command(home, text):
    file = home.folder / "bin" / "coachlog"
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)


@pytest.fixture
def window(home):
    """`window(shell, profile="")`: a new terminal after `coachlog completion install`."""
    opened = []

    def opening(shell, profile="", install=True):
        need(shell)
        name, text = PROFILES[shell]
        file = home.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"cd\n{text}{profile}")  # no files there that TAB may find
        if install:
            assert home.run("completion", "install", shell).returncode == 0
        words = ("/", shell, "-i")
        opened.append(Terminal(words, home.environment, SIZE))
        return Window(opened[-1])

    yield opening
    for terminal in opened:
        terminal.close()


def need(program):
    """Skip where *program* is missing, and say so; where all is checked it may not be missing."""
    if shutil.which(program) is None:
        assert os.environ.get("CI") != "true", f"{program} is not installed"
        pytest.skip(f"NOT TESTED: {program} is not installed (apt-get install {program})")


@each_shell
def test_a_line_is_typed_by_tab(window, shell):
    here = window(shell)

    here.type("coachlog coa\tsh\t")
    here.has_typed("coachlog coachee show")
    here.type("am\t")
    here.has_typed("coachlog coachee show amina")
    here.type("\r")
    here.shows("Amina El Idrissi")


@each_shell
def test_what_fits_is_shown_with_what_it_is(window, shell):
    here = window(shell)

    here.type("coachlog goal " + LIST[shell])
    here.shows("list", "List goals, newest first.", "Score a goal from 0 to 10.")


@each_shell
def test_values_after_an_equals_sign(window, shell):
    here = window(shell)

    here.type("coachlog goal list --status=dr\t")
    here.has_typed("coachlog goal list --status=dropped")


@each_shell
def test_a_quote_that_is_still_open(window, shell):
    here = window(shell)

    here.type('coachlog coachee show "am\t')
    here.has_typed('coachlog coachee show "amina"')


@each_shell
@pytest.mark.parametrize("begun", ["To", '"To'], ids=["bare", "quoted"])
def test_a_reader_of_several_words_is_one_word(window, home, shell, begun):
    words = ("--text", "x", "--to", "Tom D'Hondt (HR)", "--agreed-by", "Amina")
    assert home.run("session", "release", "1", *words).returncode == 0
    here = window(shell)

    here.type(f"coachlog knows {begun}\t")
    here.wait_until(lambda: "HR" in here.line)
    here.type("\r")
    here.shows("What was released to Tom D'Hondt (HR)")


@each_shell
def test_files_are_left_to_the_shell(window, home, shell):
    (home.folder / "a file.json").touch()
    here = window(shell, f"cd '{home.folder}'\n")

    here.type("coachlog session new --from a\\ f\t")
    here.has_typed("coachlog session new --from a\\ file.json")
    here.type("> jour\t")
    here.wait_until(lambda: "> journal.sqlite" in here.line)


@each_shell
def test_a_journal_that_is_named_on_the_line(window, home, shell):
    here = window(shell)
    other = home.folder / "an other.sqlite"
    done = home.run("--store", str(other), "coachee", "new", "--name", "Bert")
    assert done.returncode == 0, done.stderr

    here.type("coachlog --store ~/'an other.sqlite' coachee show \t")
    here.has_typed("coachlog --store ~/'an other.sqlite' coachee show bert")


@each_shell
def test_what_people_wrote_is_shown_and_never_run(window, home, shell):
    """A goal is somebody's own words, which may come from a file: to a shell they are commands."""
    for number in (2, 3):
        goal = {"statement": f"{number} {HOSTILE}"}
        home.keep(coachee="Amina", date=f"2026-11-0{number}T14:00", goals=[goal])
    here = window(shell, f"cd '{home.folder}'\n")

    here.type("coachlog goal show " + LIST[shell])
    here.shows("3 $(touch pwned) `touch pwned` 'a' \"b\" \\n %F{red} *␛[31m:", "2 $(touch")

    assert not (home.folder / "pwned").exists()


KILLED, STRANGER = "kill -9 $$", "echo 'oops: no such option' >&2; exit 2"


@each_shell
@pytest.mark.parametrize("text", [KILLED, STRANGER], ids=["killed", "stranger"])
def test_a_command_that_fails_leaves_the_prompt_as_it_is(window, home, shell, text):
    here = window(shell)
    command(home, text)

    here.type("coachlog session \t\tx")
    here.has_typed("coachlog session x")
    assert here.text == PROMPT + "coachlog session x"


@each_shell
def test_a_command_that_is_gone_leaves_the_prompt_as_it_is(window, home, shell):
    (home.folder / "empty").mkdir()
    here = window(shell, f"cd '{home.folder}/empty'\n")
    (home.folder / "bin" / "coachlog").unlink()

    here.type("coachlog session \t\tx")
    here.has_typed("coachlog session x")
    assert here.text == PROMPT + "coachlog session x"


@each_shell
def test_a_damaged_journal_leaves_the_prompt_as_it_is(window, home, shell):
    here = window(shell)
    home.store.write_bytes(home.store.read_bytes()[:3000])

    here.type("coachlog coachee show \t\tx")
    here.has_typed("coachlog coachee show x")
    assert here.text == PROMPT + "coachlog coachee show x"


@each_shell
def test_after_remove_a_new_terminal_knows_nothing_of_it(window, home, shell):
    window(shell)
    assert home.run("completion", "remove", shell).returncode == 0
    here = window(shell, install=False)

    here.type("coachlog coa\tx")
    here.has_typed("coachlog coax")


def test_bash_that_does_not_end_words_at_an_equals_sign(window):
    """Other programs' completions take it out, for their own good."""
    here = window("bash", "COMP_WORDBREAKS=${COMP_WORDBREAKS//=}\n")

    here.type("coachlog goal list --status=dr\t")
    here.has_typed("coachlog goal list --status=dropped")


def test_bash_shows_at_once_what_fits_where_that_is_wanted(window):
    here = window("bash", "bind 'set show-all-if-ambiguous on'\n")

    here.type("coachlog goal s\t")
    here.shows("Score a goal from 0 to 10.")
    here.has_typed("coachlog goal s")


def test_bash_without_nosort_and_compopt(window):
    """As bash 3.2 of macOS is."""
    older = (
        "compopt() { return 1; }\n"
        'complete() { [[ $2 == nosort ]] && return 1; builtin complete "$@"; }\n'
    )
    here = window("bash", older)

    here.type("coachlog coa\tsh\tam\t")
    here.has_typed("coachlog coachee show amina")


def test_bash_through_the_package_bash_completion(window):
    package = "/usr/share/bash-completion/bash_completion"
    if not Path(package).exists():
        assert os.environ.get("CI") != "true", "bash-completion is not installed"
        pytest.skip(
            "NOT TESTED: bash-completion is not installed (apt-get install bash-completion)"
        )
    here = window("bash", f". {package}\n")

    here.type("coachlog coa\tsh\tam\t")
    here.has_typed("coachlog coachee show amina")


def test_bash_in_an_alias(window):
    here = window("bash", "alias cl=coachlog\ncomplete -F _coachlog cl\n")

    here.type("cl coa\tsh\tam\t")
    here.has_typed("cl coachee show amina")


@pytest.mark.parametrize(
    "before",
    ["autoload -Uz compinit && compinit -i\n", "setopt sh_word_split no_unset\n"],
)
def test_zsh_with_a_profile_of_its_own(window, before):
    here = window("zsh", before)

    here.type("coachlog coa\tsh\tam\t")
    here.has_typed("coachlog coachee show amina")
