"""`python -m coachlog`, and the entry point of the installed command."""

import gc
import os
import sys

from coachlog import __version__

OBJECTS_BEFORE_COLLECTION = 100_000
"""New objects before Python collects garbage: a run makes many and drops few."""


COMPLETION_VARIABLE = "_COACHLOG_COMPLETE"
"""The environment variable in which a shell gives its name when TAB was pressed."""


def run() -> None:
    """Run the command line and exit with its code; imports as little as possible, to be quick."""
    if sys.argv[1:] == ["--version"] and _is_version_written():
        return
    gc.set_threshold(OBJECTS_BEFORE_COLLECTION)
    completion_shell = os.environ.get(COMPLETION_VARIABLE)
    if completion_shell:  # set by the scripts of `coachlog completion install`
        from coachlog.completion.front import tab

        tab(completion_shell, sys.argv[1:])
        return
    from coachlog.main import main  # slow to import: neither the version nor TAB needs it

    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # searching for them is slow
    sys.exit(main(sys.argv[1:]))


def _is_version_written() -> bool:
    """Write the version; return False if stdout is closed, which `main` reports properly."""
    try:
        os.write(1, f"coachlog {__version__}\n".encode())
    except OSError:
        return False
    return True


if __name__ == "__main__":
    run()
