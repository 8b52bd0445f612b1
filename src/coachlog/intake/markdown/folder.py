"""The notes of a vault, or the one that was named; hidden folders and links are passed over."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from coachlog.base.decoding import decoded
from coachlog.base.errors import CoachlogError
from coachlog.base.own_files import file_bytes
from coachlog.intake.source import SourceFile

ENDINGS = (".md", ".markdown")
MOST_BYTES = 16 * 1024 * 1024
_VAULT = ".obsidian"


class NoteFile(NamedTuple):
    """A note as a file: its *place* in the vault, its *stem*, and its *text* or what is wrong."""

    place: str
    stem: str
    text: str
    problem: str = ""


def note_files(source: SourceFile, encoding: str | None) -> Iterator[NoteFile]:
    """Yield the notes of a folder by name, or the one note that *source* is."""
    if not source.is_folder:
        place = source.name if source.is_standard_input else _place_in_vault(source.path)
        yield NoteFile(place, Path(source.name).stem, source.text(encoding))
        return
    for path in _paths(source.path):
        place = path.relative_to(source.path).as_posix()
        try:
            text = decoded(file_bytes(path, MOST_BYTES), encoding)
        except CoachlogError as error:
            yield NoteFile(place, path.stem, "", error.cause_text())
        except OSError as error:
            yield NoteFile(place, path.stem, "", error.strerror or str(error))
        else:
            yield NoteFile(place, path.stem, text)


def has_notes(folder: Path) -> bool:
    """Return whether there is a note in *folder*, or below it."""
    return next(_paths(folder), None) is not None


def _paths(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place) / name
            if (
                name.lower().endswith(ENDINGS)
                and not name.startswith(".")
                and not path.is_symlink()
            ):
                yield path


def _place_in_vault(path: Path) -> str:
    """Return the path of a note within its vault: the same when it is imported alone."""
    vault = next((folder for folder in path.parents if (folder / _VAULT).is_dir()), path.parent)
    return path.relative_to(vault).as_posix()
