"""A folder of notes: which are there, and writing one without harm to what the person wrote."""

import os
from collections.abc import Iterator
from pathlib import Path

from coachlog.base.errors import RefusedError, UnavailableError, system_problem
from coachlog.base.own_files import refuse_long_name
from coachlog.base.texts import N_
from coachlog.export.destination import written_beside
from coachlog.export.markdown.names import FileNames
from coachlog.export.markdown.note import Note, NoteText, parts_of, text_of
from coachlog.settings import whole_path

ENDING = ".md"
MOST_BYTES = 16 * 1024 * 1024
"""The longest note that is read; a longer one is the person's own."""
HEAD_BYTES = 256 * 1024
"""How much of a note is read to see whose it is."""

NEW, CHANGED, SAME, LEFT = "new", "changed", "same", "left"
"""What became of a note; *left* is one whose text the person changed above the line."""


class NoteFolder:
    """The notes in a folder and below it; hidden folders and links are passed over."""

    def __init__(self, typed: str) -> None:
        """Open the folder; raises RefusedError where something else has its name."""
        self.path = whole_path(typed)
        refuse_long_name(self.path)
        self.names = FileNames()
        self._places: dict[str, Path] = {}
        if os.path.lexists(self.path) and not self.path.is_dir():
            raise RefusedError(
                N_("{path} is no folder."),
                N_("Name a folder for the notes, for example ~/coaching."),
                path=self.path,
            )
        for path in _notes_in(self.path):
            self.names.take(path.stem)
            if record_id := _id_in(path):
                self._places.setdefault(record_id, path)

    def name_of(self, record_id: str, wanted: str) -> str:
        """Return the name of the note of a record: the one that it has, or *wanted* if free."""
        if record_id not in self._places:
            self._places[record_id] = self.path / f"{self.names.free(wanted)}{ENDING}"
        return self._places[record_id].stem

    def has(self, record_id: str) -> bool:
        """Return whether there is, or will be, a note of that record."""
        return record_id in self._places

    def write(self, note: Note, *, force: bool) -> str:
        """Write *note* and return what became of it. Raises UnavailableError.

        One whose text was changed since is left as it is, unless *force* is set.
        """
        path = self._places[note.id]
        is_there = os.path.lexists(path)
        before = _read(path) if is_there else None
        data = text_of(note, before).encode("utf-8", "replace")
        if is_there and (before is None or before.id != note.id):
            return LEFT  # it became something else at this moment
        if before is not None:
            if path.read_bytes() == data:
                return SAME
            if not before.is_as_written and not force:
                return LEFT
        self._make_folder()
        with written_beside(path) as file:
            file.write(data)
        return CHANGED if is_there else NEW

    def _make_folder(self) -> None:
        try:
            self.path.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise UnavailableError(
                N_("The folder {path} cannot be made: {problem}."),
                N_("Make the folder above it first, or choose another place."),
                path=self.path,
                problem=system_problem(error),
            ) from error


def _notes_in(folder: Path) -> Iterator[Path]:
    """Yield what is called a note in *folder*, in the order of the names, links too."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place) / name
            if name.lower().endswith(ENDING):
                yield path


def _id_in(path: Path) -> str:
    """Return the id of the record that a note was written for; empty for any other file."""
    if path.is_symlink():
        return ""
    try:
        with path.open("rb") as file:
            return parts_of(file.read(HEAD_BYTES).decode("utf-8", "replace")).id
    except OSError:
        return ""


def _read(path: Path) -> NoteText | None:
    """Return the parts of a note; None where it cannot be read as one."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        return parts_of(path.read_bytes().decode("utf-8"))
    except (OSError, ValueError):
        return None
