"""Where each shell looks for what TAB can type, and what has to stand in its profile for that."""

import os
import sys
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from coachlog.base.errors import UnavailableError, UsageError
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
    """The shell called *name*, or the one that the user has; raises a UsageError."""
    if not name:
        own = Path(os.environ.get("SHELL", "")).name
        if own not in SHELLS:
            raise UsageError(
                N_("It is not clear which shell you use."),
                N_("Name it: coachlog completion install bash (or zsh, or fish)"),
            )
        return own
    if name not in SHELLS:
        raise UsageError(
            N_("coachlog has no completion for “{shell}”."),
            N_("Choose bash, zsh or fish."),
            shell=name[:40],
        )
    return name


def script_of(shell: str) -> str:
    """The script that makes *shell* ask what TAB can type."""
    return (SCRIPTS / _FILES[shell]).read_text(encoding="utf-8")


def place_of(shell: str) -> ScriptPlace:
    """Where *shell* looks; raises UnavailableError."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](_home())


def _bash(home: Path) -> ScriptPlace:
    """A folder of the package bash-completion; where bash does not load that, a line loads ours."""
    usual = _folder("XDG_DATA_HOME", home / ".local/share") / "bash-completion"
    folder = _folder("BASH_COMPLETION_USER_DIR", usual)
    script = folder / "completions" / "coachlog"
    # A terminal of macOS opens login shells, which do not read .bashrc.
    profile = home / (".bash_profile" if sys.platform == "darwin" else ".bashrc")
    told = _shown(script, home)
    lines = (f"if [ -r {told} ]; then . {told}; fi",)
    loaded = any(map(_loads_bash_completion, (profile, Path("/etc/bash.bashrc"))))
    return ScriptPlace("bash", script, profile, () if loaded else lines)


def _zsh(home: Path) -> ScriptPlace:
    """A folder of ours: zsh has none of the user's own that it looks in by itself."""
    folder = _folder("XDG_DATA_HOME", home / ".local/share") / "zsh" / "site-functions"
    script = folder / "_coachlog"
    lines = (
        f"if [[ -r {_shown(script, home)} ]]; then",
        f"    fpath=({_shown(folder, home)} $fpath)",
        "    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }",
        "    autoload -Uz _coachlog && compdef _coachlog coachlog",
        "fi",
    )
    return ScriptPlace("zsh", script, _folder("ZDOTDIR", home) / ".zshrc", lines)


def _fish(home: Path) -> ScriptPlace:
    folder = _folder("XDG_CONFIG_HOME", home / ".config") / "fish"
    return ScriptPlace("fish", folder / "completions" / "coachlog.fish", folder / "config.fish")


def _home() -> Path:
    # An empty HOME would be the root folder to Python; without any, the system's users are asked.
    named = os.environ.get("HOME", os.path.expanduser("~"))  # noqa: PTH111 - it does not raise
    if not Path(named).is_absolute():
        raise UnavailableError(
            N_("It is not clear where your home folder is: HOME is not set."),
            N_("Print the script and install it yourself: coachlog completion show"),
        )
    return Path(named)


def _folder(variable: str, otherwise: Path) -> Path:
    """The folder that the environment names; a relative one does not count."""
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else otherwise


def _shown(path: Path, home: Path) -> str:
    """*path* for a profile, which may be shared by machines where home is elsewhere."""
    inside = path.is_relative_to(home)
    return f'"$HOME"/{quote(str(path.relative_to(home)))}' if inside else quote(str(path))


def _loads_bash_completion(profile: Path) -> bool:
    try:
        lines = profile.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return any("bash_completion" in line for line in lines if not line.lstrip().startswith("#"))
