"""The file of what could not be taken, which can be mended and read again."""

import os
from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path

from coachlog.base.errors import UnavailableError
from coachlog.export.destination import written_beside
from coachlog.intake.formats import Format
from coachlog.intake.record import Problem
from coachlog.intake.source import SourceFile
from coachlog.terminal.context import say


def write_rejected(source: SourceFile, form: Format, problems: Sequence[Problem]) -> str | None:
    """Write what could not be taken beside the file; return its path, None where there is none.

    A file that is there already is left alone: another name is taken.
    """
    whole = [each for each in problems if each.raw is not None]
    if not whole or not form.rejected:
        return None
    path = _free_path(source, form.rejected)
    try:
        with written_beside(path) as file:
            form.reader.write_rejected(file, source, whole)
    except UnavailableError as error:  # the rest is saved, and each record was told
        say(error.cause_text())
        return None
    return str(path)


def _free_path(source: SourceFile, ending: str) -> Path:
    beside = Path.cwd() / "import" if source.is_standard_input else source.path
    marks = chain([""], map("-{}".format, count(2)))
    paths = (beside.with_name(f"{beside.name}.rejected{mark}.{ending}") for mark in marks)
    return next(path for path in paths if not os.path.lexists(path))
