"""What makes an editor with a window of its own wait until that is closed."""

from collections.abc import Sequence
from pathlib import PurePosixPath, PureWindowsPath
from typing import NamedTuple


class Waits(NamedTuple):
    """The option to add, and those with which it waits already."""

    option: str
    same: tuple[str, ...] = ()


_WAIT = Waits("--wait", ("-w",))
_OWN_PROCESS = Waits("-f", ("--nofork", "-nofork"))

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
    **dict.fromkeys(("gvim", "mvim", "gview", "mview", "gvimdiff"), _OWN_PROCESS),
    "nvim-qt": Waits("--nofork"),
    "neovide": Waits("--no-fork"),
    "kate": Waits("--block", ("-b",)),
    "gnome-text-editor": Waits("--standalone", ("-s",)),
    "featherpad": Waits("--standalone", ("-s",)),
    "mousepad": Waits("--disable-server"),
    "geany": Waits("--new-instance", ("-i",)),
    "notepad++": Waits("-multiInst"),
    "open": Waits("-W"),
}
"""By the name of the program."""

_REMOTE = ("--remote", "--remote-silent", "--remote-tab", "--remote-tab-silent")
_ENDINGS = (".exe", ".cmd", ".bat", ".app")


def with_wait_option(words: Sequence[str]) -> list[str]:
    """The command of an editor, with what makes it wait; unknown ones are as they were."""
    program, *given = words
    name = _name(program)
    if name == "emacsclient":
        return [program, *_without_no_wait(given)]
    if name in ("vi", "vim", "nvim") and "-g" not in given:
        return [program, *given]
    waits = WINDOWED.get(name, _OWN_PROCESS if name in ("vi", "vim") else None)
    remote = [word for word in given if word in _REMOTE]
    if remote:
        return [program, *(_awaited(word) if word in remote else word for word in given)]
    if waits is None or {waits.option, *waits.same} & {*given}:
        return [program, *given]
    end = given.index("--") if "--" in given else len(given)
    return [program, *given[:end], waits.option, *given[end:]]


def _name(program: str) -> str:
    """`code` of `/usr/bin/code` and `C:\\Programs\\Code.cmd`."""
    name = PureWindowsPath(PurePosixPath(program).name).name.casefold()
    return next((name.removesuffix(each) for each in _ENDINGS if name.endswith(each)), name)


def _awaited(remote: str) -> str:
    """The same way to a running editor, but waiting until the text is closed."""
    return remote.replace("-silent", "-wait-silent") if "silent" in remote else remote + "-wait"


def _without_no_wait(given: Sequence[str]) -> list[str]:
    """The options of emacsclient without the one that makes it come back at once."""
    kept = []
    for word in given:
        if word in ("-n", "--no-wait"):
            continue
        short = len(word) > 2 and word[0] == "-" and set(word[1:]) <= set("cntqu") and word != "-nw"
        kept.append("-" + word[1:].replace("n", "") if short and "n" in word else word)
    return kept
