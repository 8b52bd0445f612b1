"""The log of one run for `--debug`: what was done and how long it took, without a word of content.

Whoever looks into a fault gets this file from a coach, so nothing of the journal may be in it: no
value of an option, no parameter of a statement, no message of an error, no path.
"""

import os
import platform
import re
import sys
import time
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

from coachlog import __version__, settings
from coachlog.base.errors import trace_lines
from coachlog.base.texts import language
from coachlog.completion.table import CommandTable, table
from coachlog.store import bare
from coachlog.store.checkup import SQLITE_VERSION
from coachlog.store.private_files import open_new_file
from coachlog.terminal.context import Context
from coachlog.terminal.global_options import FLAGS, HELP, VALUED

MOST_BYTES = 1024 * 1024
MOST_FILES = 10
_LONGEST_STATEMENT = 200
_SLOW_LOAD_MS = 5.0
"""A module that takes less to load is only counted."""
_PATTERN = "debug-*.log"
_QUOTED_OR_NUMBER = re.compile(r"""'(?:[^']|'')*(?:'|$)|"[^"]*(?:"|$)|(?<![\w.])[\d.][\w.]*""")
"""What may be a value in a statement: SQLite hands it over with its parameters filled in."""
_NAME = re.compile('"[a-z_]+"')
_WITH_TABLES = ("select", "insert", "update", "delete", "with")
_OUR_WORDS = re.compile(r"[a-z -]+")


class DebugLog:
    """A file of this run; each line begins with the milliseconds since its first."""

    def __init__(self) -> None:
        """Make the file, for this person alone; the oldest ones go. Raises OSError."""
        self._start = time.perf_counter()
        seconds, nanoseconds = divmod(time.time_ns(), 10**9)
        moment = time.strftime("%Y%m%dT%H%M%S", time.gmtime(seconds))
        self.path = settings.state_path(f"debug-{moment}-{nanoseconds:09}.log")
        _remove_oldest(self.path.parent)
        self._file = open_new_file(self.path)
        self._room = MOST_BYTES
        self._last, self._times = "", 0
        self._loads = _ModuleLoads(self)

    def begin(self, words: Sequence[str]) -> None:
        """Note the command of *words* and this machine; from now on statements and modules too."""
        self.note("coachlog", __version__, "python", platform.python_version(), sys.platform)
        self.note("sqlite", SQLITE_VERSION, "language", language())
        self.note("terminals", *(str(number) for number in range(3) if os.isatty(number)))
        variables = sorted(name for name in os.environ if re.fullmatch("COACHLOG_[A-Z_]+", name))
        self.note("variables", *variables)
        self.note("command", *described(words, table()))
        bare.statement_watchers.append(self._note_statement)
        sys.meta_path.insert(0, self._loads)

    def note(self, *words: str) -> None:
        """Write one line; no more than there is room for. The same once more is only counted."""
        text = " ".join(words)
        if text == self._last:
            self._times += 1
            return
        if self._times:
            self._write(f"  and {self._times} times more")
        self._last, self._times = text, 0
        self._write(text)

    def _write(self, text: str) -> None:
        elapsed_ms = (time.perf_counter() - self._start) * 1000
        line = f"{elapsed_ms:.1f} {text}\n".encode("ascii", "backslashreplace")
        if self._room < len(line):
            return
        self._room -= len(line)
        try:
            os.write(self._file, line)
        except OSError:  # a full disk must not stop the command
            self._room = 0

    def error(self, error: BaseException) -> None:
        """Note what kind of error came up, and where; not what it says."""
        for line in trace_lines(error):
            self.note("error", line)

    def end(self, code: int, run: Context | None) -> None:
        """Note how the run ended and what it saved, and close the file."""
        sys.meta_path.remove(self._loads)
        bare.statement_watchers.remove(self._note_statement)
        for work in run.works if run else ():
            name = work.command if _OUR_WORDS.fullmatch(work.command) else "?"
            self.note("work", name, "saved" if work.has_saved else "nothing saved")
        self.note("modules", f"{self._loads.count} in {self._loads.total_ms:.1f} ms")
        self.note("exit", str(code))
        self._room = 0
        os.close(self._file)

    def _note_statement(self, statement: str) -> None:
        self.note("sql", without_values(statement))


class _ModuleLoads(MetaPathFinder):
    """Measures how long each module takes to load, with those that it loads itself."""

    def __init__(self, log: DebugLog) -> None:
        self.count, self.total_ms = 0, 0.0
        self._log, self._depth = log, 0

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target)
        loader: Any = spec.loader if spec else None
        if loader is None:
            return None
        execute = loader.exec_module

        def measured(module: ModuleType) -> None:
            start = time.perf_counter()
            self._depth += 1
            try:
                execute(module)
            finally:
                self._depth -= 1
                self._add(name, (time.perf_counter() - start) * 1000)

        loader.exec_module = measured
        return spec

    def _add(self, name: str, load_ms: float) -> None:
        self.count += 1
        if not self._depth:  # those inside are part of it
            self.total_ms += load_ms
        if load_ms >= _SLOW_LOAD_MS:
            self._log.note("module", name, f"{load_ms:.1f} ms")


def described(words: Sequence[str], commands: CommandTable) -> list[str]:
    """Return the command and the names of the options among *words*; of all else, how many."""
    path = ""
    place = 0
    while place < len(words) and words[place] in commands.commands(path):
        path = f"{path} {words[place]}".strip()
        place += 1
    known = {*FLAGS, *VALUED, *HELP}
    known.update(name for each in commands.parameters(path) for name in each.names)
    names = [word.partition("=")[0] for word in words[place:] if word.startswith("--")]
    others = sum(not word.startswith("--") for word in words[place:])
    options = [name if name in known else "--?" for name in names]
    return [path or "-", *options, f"and {others} other words"]


def without_values(statement: str) -> str:
    """Return a statement of SQL without what may be a value; only the first words of a rare one."""
    words = statement.split(maxsplit=2)
    verb = words[0].casefold() if words else ""
    if verb == "--":
        return "a trigger"
    if verb == "pragma" and len(words) > 1:
        return f"pragma {re.split(r'[^a-zA-Z_]', words[1])[0]}"  # its value may be a key
    if verb not in _WITH_TABLES:
        return verb if verb.isascii() and verb.isalpha() else "?"
    skeleton = _QUOTED_OR_NUMBER.sub(
        lambda found: found[0] if _NAME.fullmatch(found[0]) else "?", statement
    )
    return " ".join(skeleton.split())[:_LONGEST_STATEMENT]


def _remove_oldest(folder: Path) -> None:
    """Leave room for one more file."""
    for path in sorted(folder.glob(_PATTERN))[: -(MOST_FILES - 1)]:
        path.unlink(missing_ok=True)
