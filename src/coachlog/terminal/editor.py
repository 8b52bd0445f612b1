"""`$EDITOR` for a longer text."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from coachlog.errors import UnavailableError
from coachlog.texts import N_


class EditorFailedError(UnavailableError):
    """The editor is not there, or it ended with an error."""

    cause = N_("The editor “{editor}” did not work: {problem}.")
    remedy = N_("Your text is as it was. Set EDITOR to another program, or type the answer here.")


def edit(text: str) -> str:
    """*text* after the person edited it; raises EditorFailedError."""
    editor = (
        os.environ.get("VISUAL")
        or os.environ.get("EDITOR")
        or ("notepad" if os.name == "nt" else "nano")
    )
    with tempfile.TemporaryDirectory(prefix="coachlog-") as folder:
        path = Path(folder) / "answer.txt"
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
        try:
            subprocess.run([*shlex.split(editor), str(path)], check=True)
            return path.read_text(encoding="utf-8", errors="replace").rstrip("\n")
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            raise EditorFailedError(editor=editor, problem=_reason(error)) from error


def _reason(error: Exception) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        return f"exit {error.returncode}"
    return getattr(error, "strerror", None) or str(error)
