"""A page as a file: its path is checked before anything is read; it is written at the end."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from coachlog.base.texts import _, language
from coachlog.display.page import Page
from coachlog.export.destination import checked_destination, written_beside
from coachlog.export.pages.formats import FORMATS, Writing, load_format
from coachlog.terminal.command_options import FileOptions
from coachlog.terminal.context import Context, environment_for_others, say


class PageFile(NamedTuple):
    """A file that can be written, and what is said to the coach, in the coach's own language.

    *opener* is the program that opens it afterwards: None where it is not to be opened, empty
    where the system has no such program.
    """

    path: Path
    write_format: Writing
    opener: str | None
    is_written: str
    is_private: str
    is_partly_private: str
    is_not_opened: str

    def write(self, page: Page) -> None:
        """Write *page* in the language of this moment, and open it if that was asked for.

        What is for the coach only is said before. Raises UnavailableError.
        """
        contents = self.write_format(page, language())
        if page.layer == "private":
            say(self.is_private)
        elif any(section.layer == "private" for section in page.sections):
            say(self.is_partly_private)
        with written_beside(self.path) as file:
            file.write(contents)
        say(self.is_written)
        if self.opener is not None:
            _open(self.opener, self.path, self.is_not_opened)


def checked(context: Context, options: FileOptions) -> PageFile:
    """Return the file that was typed. Raises RefusedError, or UnavailableError without the extra.

    It is opened only where somebody sits at the terminal, never in a pipe.
    """
    path = checked_destination(options.output or "", tuple(FORMATS), force=options.force)
    opener = _opener() if options.opened and context.attended else None
    return PageFile(
        path,
        load_format(path.suffix.casefold()),
        opener,
        _("Written: {path}").format(path=path),
        _("This page is for you only: do not hand it over."),
        _("Part of this page is for you only: do not hand it over as it is."),
        _("It could not be opened from here: open it yourself."),
    )


def _opener() -> str:
    """Return the program with which the system opens a file; empty where there is none."""
    return shutil.which("open" if sys.platform == "darwin" else "xdg-open") or ""


def _open(opener: str, path: Path, is_not_opened: str) -> None:
    """Have *path* opened without waiting; that it fails is said, and harms nothing."""
    command = ["/bin/sh", "-c", '"$0" "$1" >/dev/null 2>&1 &', opener, str(path)]
    try:
        if not opener:
            raise FileNotFoundError(opener)
        subprocess.run(command, stdin=subprocess.DEVNULL, env=environment_for_others(), check=False)
    except OSError:
        say(is_not_opened)
