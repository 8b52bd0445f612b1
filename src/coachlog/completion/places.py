"""Where each shell looks for what TAB can type, and what has to stand in its profile for that."""

import os
import sys
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from coachlog.base.errors import UnavailableError, UsageError
from coachlog.base.own_files import file_bytes
from coachlog.base.texts import N_
from coachlog.completion.sources import SHELLS

SCRIPTS = Path(__file__).parent / "scripts"
_FILES = {"bash": "bash.sh", "zsh": "zsh.zsh", "fish": "fish.fish"}


class ScriptPlace(NamedTuple):
    """The file that a shell reads, and the *lines* of its *profile* that make it do so, if any."""

    shell: str
    script: Path
    profile: Path
    lines: tuple[str, ...] = ()


def shell_named(name: str | None) -> str:
    """Return *name* if it is a shell that coachlog knows; without a name, the user's own shell.

    Raises UsageError.
    """
    if not name:
        login_shell = Path(os.environ.get("SHELL", "")).name
        if login_shell not in SHELLS:
            raise UsageError(
                N_("It is not clear which shell you use."),
                N_("Name it: coachlog completion install bash (or zsh, or fish)"),
            )
        return login_shell
    if name not in SHELLS:
        raise UsageError(
            N_("coachlog has no completion for “{shell}”."),
            N_("Choose bash, zsh or fish."),
            shell=name[:40],
        )
    return name


def script_of(shell: str) -> str:
    """Return the script that makes *shell* ask coachlog for completions."""
    return (SCRIPTS / _FILES[shell]).read_text(encoding="utf-8")


def place_of(shell: str) -> ScriptPlace:
    """Return where *shell* looks for the script; raises UnavailableError without a home folder."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](_home())


def _bash(home: Path) -> ScriptPlace:
    """Return the place for bash: the folder from which bash-completion loads scripts by itself.

    If bash does not load bash-completion, a line in the profile loads our script.
    """
    default_folder = _folder("XDG_DATA_HOME", home / ".local/share") / "bash-completion"
    folder = _folder("BASH_COMPLETION_USER_DIR", default_folder)
    script = folder / "completions" / "coachlog"
    # A terminal of macOS opens login shells, which do not read .bashrc.
    profile = home / (".bash_profile" if sys.platform == "darwin" else ".bashrc")
    quoted_script = _quote_for_profile(script, home)
    lines = (f"if [ -r {quoted_script} ]; then . {quoted_script}; fi",)
    startup_files = (profile, Path("/etc/bash.bashrc"))
    is_loaded_anyway = any(map(_loads_bash_completion, startup_files))
    return ScriptPlace("bash", script, profile, () if is_loaded_anyway else lines)


def _zsh(home: Path) -> ScriptPlace:
    """Return the place for zsh: a folder of our own, as zsh searches none in the user's home.

    The lines add it to `fpath`, and start zsh's completion if the profile has not done so.
    """
    folder = _folder("XDG_DATA_HOME", home / ".local/share") / "zsh" / "site-functions"
    script = folder / "_coachlog"
    lines = (
        f"if [[ -r {_quote_for_profile(script, home)} ]]; then",
        f"    fpath=({_quote_for_profile(folder, home)} $fpath)",
        "    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }",
        "    autoload -Uz _coachlog && compdef _coachlog coachlog",
        "fi",
    )
    return ScriptPlace("zsh", script, _folder("ZDOTDIR", home) / ".zshrc", lines)


def _fish(home: Path) -> ScriptPlace:
    folder = _folder("XDG_CONFIG_HOME", home / ".config") / "fish"
    return ScriptPlace("fish", folder / "completions" / "coachlog.fish", folder / "config.fish")


def _home() -> Path:
    """Return the home folder: HOME, or that of the system's user list if HOME is not set.

    Raises UnavailableError for an empty or relative HOME, which Python would misread.
    """
    path = os.environ.get("HOME", os.path.expanduser("~"))  # noqa: PTH111 - it does not raise
    if not Path(path).is_absolute():
        raise UnavailableError(
            N_("It is not clear where your home folder is: HOME is not set."),
            N_("Print the script and install it yourself: coachlog completion show"),
        )
    return Path(path)


def _folder(variable: str, default: Path) -> Path:
    """Return the folder in an environment *variable*; *default* if it is unset or relative."""
    folder = Path(os.environ.get(variable, ""))
    return folder if folder.is_absolute() else default


def _quote_for_profile(path: Path, home: Path) -> str:
    """Return *path* quoted for a shell, by `$HOME` if it is inside *home*.

    A profile may be shared by machines with the home folder at different places.
    """
    if path.is_relative_to(home):
        return f'"$HOME"/{quote(str(path.relative_to(home)))}'
    return quote(str(path))


def _loads_bash_completion(profile: Path) -> bool:
    """Return whether a line of *profile*, other than a comment, mentions bash-completion."""
    try:
        lines = file_bytes(profile).decode("utf-8", "replace").splitlines()
    except OSError:
        return False
    return any("bash_completion" in line for line in lines if not line.lstrip().startswith("#"))
