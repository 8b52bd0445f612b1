"""The copies of a store that killed programs left in the folders for temporary files."""

import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from coachlog.store.copy_aside import COPY_PREFIX, MEMORY_FOLDER
from coachlog.store.files import BESIDE
from coachlog.store.processes import has_ended

_NAME = re.compile(rf"{COPY_PREFIX}(\d+)-\w+")


def remove_stale_copies(store: Path) -> None:
    """Remove what ended programs left of the store at this path, and nothing else."""
    names = {f"{store.name}{suffix}" for suffix in ("", *BESIDE)}
    for place in (MEMORY_FOLDER, Path(tempfile.gettempdir())):
        for folder in place.glob(f"{COPY_PREFIX}*"):
            made_by = _NAME.fullmatch(folder.name)
            if made_by and not folder.is_symlink() and has_ended(int(made_by[1])):
                with suppress(OSError):
                    if {file.name for file in folder.iterdir()} <= names:
                        shutil.rmtree(folder)
