"""`python -m coachlog`, and the entry point of the installed command."""

import gc
import os
import sys

from coachlog import __version__

MANY = 100_000
"""Objects made before Python looks for unused ones: a run makes many and drops few."""


COMPLETE = "_COACHLOG_COMPLETE"
"""Set to the name of a shell, when it wants to know what TAB can type."""


def run() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"] and _told_version():
        return None
    gc.set_threshold(MANY)
    if shell := os.environ.get(COMPLETE):
        from coachlog.completion.front import tab  # the scripts of `completion install` ask for it

        return tab(shell, sys.argv[1:])
    from coachlog.main import main  # the version is told without all of it

    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for them takes long
    sys.exit(main(sys.argv[1:]))


def _told_version() -> bool:
    """Whether the version could be written; `main` deals with a stream that is closed."""
    try:
        os.write(1, f"coachlog {__version__}\n".encode())
    except OSError:
        return False
    return True


if __name__ == "__main__":
    run()
