"""A method file in the editor of the coach."""

from pathlib import Path

from coachlog.base.texts import N_, _
from coachlog.terminal.context import say
from coachlog.terminal.editor import EditorFailedError, open_in_editor


def open_file(path: Path) -> None:
    """Open *path* in the editor, and wait until it is closed.

    Raises EditorFailedError, with the advice to open the file oneself: it does exist.
    """
    say(_("Save and close the editor to continue."))
    try:
        open_in_editor(path)
    except EditorFailedError as error:
        raise EditorFailedError(
            EditorFailedError.cause,
            N_("The file is there: open it yourself, then run: coachlog method check {name}"),
            **error.values,
            name=path.stem,
        ) from error
