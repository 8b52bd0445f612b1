"""Options with which an editor takes no settings, and so no orders, from the text that it opens.

Vim reads them from lines such as `vim: set …`, Emacs from `Local Variables:`. What people said, or
a text that was pasted, is no place for either.
"""

import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

_VIM = re.compile(r"([egmr]?(vim|view)|nvim)(diff)?([.-]\w+)?")
_EMACS = re.compile(r"emacs([.-][\w.-]+)?")
_VIM_OPTIONS = ("--cmd", "set modelines=0 nomodeline")
_EMACS_OPTIONS = ("--eval", "(setq enable-local-variables nil enable-local-eval nil)")


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
