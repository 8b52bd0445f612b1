"""Options for editors: to wait until the text is closed, and to take no settings from it.

Vim reads settings from lines such as `vim: set …`, Emacs from `Local Variables:`. What people said,
or a text that was pasted, is no place for either.
"""

import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import NamedTuple


class WaitOption(NamedTuple):
    """The option that makes an editor wait, and its *aliases*."""

    option: str
    aliases: tuple[str, ...] = ()


_WAIT = WaitOption("--wait", ("-w",))
_NO_FORK = WaitOption("-f", ("--nofork", "-nofork"))

WINDOWED = {
    **dict.fromkeys(
        (
            *("code", "code-insiders", "code-oss", "codium", "vscodium", "codium-insiders"),
            *("cursor", "windsurf", "positron", "atom", "pulsar", "zed", "zeditor", "lapce"),
            *("subl", "sublime_text", "subl3", "mate", "bbedit", "nova", "xed", "pluma", "gedit"),
            *("idea", "pycharm", "webstorm", "phpstorm", "goland", "clion", "rubymine"),
        ),
        _WAIT,
    ),
    **dict.fromkeys(("gvim", "mvim", "gview", "mview", "gvimdiff"), _NO_FORK),
    "nvim-qt": WaitOption("--nofork"),
    "neovide": WaitOption("--no-fork"),
    "kate": WaitOption("--block", ("-b",)),
    "gnome-text-editor": WaitOption("--standalone", ("-s",)),
    "featherpad": WaitOption("--standalone", ("-s",)),
    "mousepad": WaitOption("--disable-server"),
    "geany": WaitOption("--new-instance", ("-i",)),
    "notepad++": WaitOption("-multiInst"),
    "open": WaitOption("-W"),
}
"""By the name of the program."""

_REMOTE = ("--remote", "--remote-silent", "--remote-tab", "--remote-tab-silent")
_ENDINGS = (".exe", ".cmd", ".bat", ".app")
_VIM = re.compile(r"([egmr]?(vim|view)|nvim)(diff)?([.-]\w+)?")
_EMACS = re.compile(r"emacs([.-][\w.-]+)?")
_VIM_OPTIONS = ("--cmd", "set modelines=0 nomodeline")
_EMACS_OPTIONS = ("--eval", "(setq enable-local-variables nil enable-local-eval nil)")


def with_wait_option(words: Sequence[str]) -> list[str]:
    """Return the *words* of an editor's command with the option to wait, if one is known."""
    program, *arguments = words
    name = _name(program)
    is_vi = name in ("vi", "vim")
    is_any_vi = is_vi or name == "nvim"
    opens_window = "-g" in arguments  # of vi: as gvim does
    if name == "emacsclient":
        return [program, *_without_no_wait(arguments)]  # waits unless it is told not to
    if is_any_vi and not opens_window:
        return [program, *arguments]
    if any(word in _REMOTE for word in arguments):
        return [program, *(_with_wait(word) if word in _REMOTE else word for word in arguments)]
    wait_option = WINDOWED.get(name, _NO_FORK if is_vi else None)
    if wait_option is None:
        return [program, *arguments]
    is_there_already = bool({wait_option.option, *wait_option.aliases} & {*arguments})
    if is_there_already:
        return [program, *arguments]
    end_of_options = arguments.index("--") if "--" in arguments else len(arguments)
    return [
        program,
        *arguments[:end_of_options],
        wait_option.option,
        *arguments[end_of_options:],
    ]


def without_modelines(words: Sequence[str]) -> list[str]:
    """Return the *words* of an editor's command with such an option, if it is Vim or Emacs.

    `vi` is Vim where it is a link to it; another `vi` knows no such option, nor such lines.
    """
    program, *arguments = words
    names = {Path(program).name, Path(os.path.realpath(shutil.which(program) or program)).name}
    if any(_VIM.fullmatch(name) for name in names):
        return [program, *_VIM_OPTIONS, *arguments]
    if any(_EMACS.fullmatch(name) for name in names):
        return [program, *arguments, *_EMACS_OPTIONS]
    return [program, *arguments]


def _name(program: str) -> str:
    """Return the bare name: `code` for `/usr/bin/code` and `C:\\Programs\\Code.cmd`."""
    name = PureWindowsPath(PurePosixPath(program).name).name.casefold()
    for ending in _ENDINGS:
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def _with_wait(remote: str) -> str:
    """Return the variant of a `--remote` option that waits until the text is closed."""
    return remote.replace("-silent", "-wait-silent") if "silent" in remote else remote + "-wait"


def _without_no_wait(arguments: Sequence[str]) -> list[str]:
    """Return the arguments of emacsclient without --no-wait; `-nt` becomes `-t`."""
    waiting_arguments = []
    for word in arguments:
        is_flag_group = len(word) > 2 and word[0] == "-" and set(word[1:]) <= set("cntqu")
        if word in ("-n", "--no-wait"):
            continue
        if is_flag_group:
            waiting_arguments.append("-" + word[1:].replace("n", ""))
        else:
            waiting_arguments.append(word)
    return waiting_arguments
