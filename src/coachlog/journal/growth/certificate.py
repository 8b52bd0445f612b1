"""Where the certificate of a training is: a path, nothing of the file is kept."""

from pathlib import Path

from coachlog.base.texts import _
from coachlog.terminal.context import say


def say_missing(certificate: str | None) -> None:
    """Print that there is no file at the path *certificate*, if there is none."""
    if certificate and not _is_there(Path(certificate)):
        say(
            _("There is no file here now: {path}. Only the place is kept.").format(path=certificate)
        )


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # such as a name that is too long
        return False
