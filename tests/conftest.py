"""The front door: the program as a process of its own, as a call, and on a terminal."""

import csv
import gc
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pexpect
import pytest
from hypothesis import settings

from coachlog.store import creation
from coachlog.store.files import key_id_of
from coachlog.store.protection import cipher, conversion, keys
from coachlog.store.undo import undo
from coachlog.store.work import Work
from coachlog.terminal.context import Context
from tests import copies, forks
from tests.within import Keyboard, called, everything_as_before, read_zone

# A clock says nothing about what is right, and what fails once must fail the next time too.
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=15)
settings.register_profile("nightly", deadline=None, max_examples=300, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave long proofs to `dev.py nightly`; pytest tells how many were left."""
    if os.environ.get("COACHLOG_NIGHTLY"):
        return
    left = [item for item in items if item.get_closest_marker("nightly")]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in set(left)]


def pytest_collection_finish() -> None:
    """Let no look for garbage go through what stays: thousands of tests, and all that is loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


RAW_KEY = bytes(range(32))
PROTECTED = (
    {"COACHLOG_KEY_FILE": "told by a fixture"} if os.environ.get("COACHLOG_TEST_PROTECTED") else {}
)
"""What the environment of each program has besides, where every new journal is protected."""


@pytest.fixture(autouse=True)
def new_stores_are_copies(request: pytest.FixtureRequest) -> Iterator[None]:
    """Not where the making of a store is tested, nor in programs that are started."""
    if request.node.get_closest_marker("made_by_migrations"):
        yield
        return
    with copies.made():
        yield


@pytest.fixture(autouse=True)
def new_stores_are_protected(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: Any) -> None:
    """With COACHLOG_TEST_PROTECTED, each new journal of a `call` is protected: nothing differs."""
    if not PROTECTED:
        return
    create, key_file = creation.create_store, tmp_path_factory.mktemp("key") / "raw.key"
    key_file.write_bytes(RAW_KEY)
    key_file.chmod(0o600)

    def create_protected(path: Path) -> None:
        create(path)
        keys.note_key(keys.key_id(RAW_KEY), RAW_KEY)
        conversion.convert(path, keys.key_id(RAW_KEY))

    connect = sqlite3.connect

    def connect_to_either(database: Any, *args: Any, **named: Any) -> Any:
        """What a test reads by itself, it reads with the key."""
        text = unquote(str(database).partition("?")[0].removeprefix("file://"))
        key_id = "" if text == ":memory:" else key_id_of(Path(text))
        if not key_id:
            return connect(database, *args, **named)
        keys.note_key(key_id, RAW_KEY)
        opened = cipher.connect(Path(text).as_uri() + "?mode=rw", 5, key_id, Path(text))
        opened.isolation_level = named.get("isolation_level", "")
        return opened

    monkeypatch.setattr(sqlite3, "connect", connect_to_either)
    monkeypatch.setattr(creation, "create_store", create_protected)
    monkeypatch.setitem(PROTECTED, "COACHLOG_KEY_FILE", str(key_file))


ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "eerste-gesprek.json"
NOW = "2026-11-24T09:00:00Z"
ZONE = "Europe/Brussels"
os.environ["TZ"] = ZONE  # on every machine, and before a test as within it
NOBODY = 65534
PASSED_ON = ("PATH", "SYSTEMROOT", "PYTHONPATH")


class Result(NamedTuple):
    """How a run ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What stands on stdout, as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """The lines on stdout."""
        return self.out.splitlines()

    @property
    def pairs(self) -> dict[str, str]:
        """What stands on stdout, as a record in a pipe: names and values."""
        return dict(line.split("\t") for line in self.lines)  # type: ignore[misc]

    @property
    def rows(self) -> list[dict[str, str]]:
        """What stands on stdout, as CSV with a heading."""
        return list(csv.DictReader(io.StringIO(self.out, newline="")))


class Program:
    """coachlog with a store, a configuration and a home of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = folder / "journal.sqlite"
        self.config = folder / "config.toml"
        self.environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ} | {
            "HOME": str(folder / "home"),
            "LANG": "C.UTF-8",
            "TZ": ZONE,
            "COACHLOG_LANG": "en",
            "COACHLOG_AT_ONCE_MS": "0",  # scripts edit at once
            "COACHLOG_BACKUP": "no",  # made by itself only where that is the matter
            "COACHLOG_NOW": NOW,
            "COACHLOG_STORE": str(self.store),
            "COACHLOG_CONFIG": str(self.config),
            **PROTECTED,
        }

    def begin_anew(self) -> None:
        """Have no journal, and miss none: the next command makes one."""
        self.store.unlink(missing_ok=True)
        shutil.rmtree(self.environment["HOME"], ignore_errors=True)

    def run(self, *args: object, stdin: str | bytes | None = None, env: Any = None) -> Result:
        """Run the program as a process of its own; without *stdin* its input is empty."""
        given = stdin.encode() if isinstance(stdin, str) else stdin or b""
        environment = self.environment | (env or {})
        ended = forks.run(tuple(map(str, args)), environment, self.folder, given)
        return no_accident(Result(ended.returncode, ended.stdout.decode(), ended.stderr.decode()))

    def start(self, *args: object, **settings: Any) -> "subprocess.Popen[bytes]":
        """Start the program as a process and do not wait for it."""
        pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        command = [sys.executable, "-m", "coachlog", *map(str, args)]
        return subprocess.Popen(command, env=self.environment, cwd=self.folder, **pipes | settings)

    def on_terminal(
        self, *args: object, columns: int = 100, rows: int = 200, env: Any = None
    ) -> Result:
        """Run the program, which shall ask nothing, on a terminal of *columns* and *rows*."""
        self.config.touch()  # without one there is a welcome
        environment = self.environment | {"TERM": "xterm-256color"} | (env or {})
        words = tuple(map(str, args))
        child = forks.on_terminal(words, environment, self.folder, (rows, columns), timeout=30)
        child.expect(pexpect.EOF)
        child.close()
        shown = child.before.decode().replace("\r\n", "\n")
        return no_accident(Result(child.exitstatus, shown, ""))


def no_accident(result: Result) -> Result:
    """A traceback is a bug, and so is an error that nobody foresaw."""
    assert "Traceback" not in result.out + result.err
    assert result.code != 1, result.err
    assert "Something went wrong" not in result.err
    assert result.code or "  Nothing was saved" not in result.err
    return result


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.fixture
def run(program: Program) -> Any:
    """`run(*args, stdin=None, env=None)`: a process of its own."""
    return program.run


@pytest.fixture
def call(program: Program, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """`call(*args, stdin=None, env=None)`: the same within this process, ten times as quick.

    With `typed="a line\\n"` in the place of `stdin`, somebody is there to ask.
    """
    monkeypatch.chdir(program.folder)
    for name in list(os.environ):
        if name.startswith(("COACHLOG_", "LC_", "XDG_")) or name in ("LANG", "LANGUAGE", "TERM"):
            monkeypatch.delenv(name)
    for name, value in program.environment.items():
        monkeypatch.setenv(name, value)

    def in_process(
        *args: object, stdin: str | bytes | None = None, typed: str | None = None, env: Any = None
    ) -> Result:
        with monkeypatch.context() as patch:
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            words = tuple(map(str, args))
            told = called(words, stdin) if typed is None else called(words, typed, Keyboard)
            return no_accident(Result(*told))

    with everything_as_before():
        read_zone()
        yield in_process
        monkeypatch.undo()
    read_zone()


@pytest.fixture
def screen(call: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """`screen(*words, columns=80, language="en")`: what a terminal without colours shows."""

    def shown(*words: object, columns: int = 80, language: str = "en", **environment: str) -> str:
        env = {"COLUMNS": str(columns), "TERM": "xterm", "COACHLOG_LANG": language} | environment
        with monkeypatch.context() as patch:
            patch.setattr(Context, "rich", property(lambda _context: True))
            result = call(*words, env=env)
        assert result.code == 0, result.err
        return str(result.out)

    return shown


@pytest.fixture
def aloud(call: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """`aloud(*words, language="en")`: what a command says at a terminal with `--plain`."""

    def said(*words: object, language: str = "en") -> Any:
        with monkeypatch.context() as patch:
            patch.setattr(Context, "aloud", property(lambda _context: True))
            return call(*words, "--plain", env={"COACHLOG_LANG": language})

    return said


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that nobody may work in; pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="coachlog-test-"))
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture
def prepared(call: Any, program: Program) -> Any:
    """`prepared(fill, *about)`: what *fill* returns, which fills the journal by the front door.

    Where the journal is new, or as the last such function left it, it is filled once for the same
    function, *about* the same, with the same settings; then it is a copy.
    """
    left: list[tuple[object, object]] = []

    def state() -> object:
        """What tells whether the journal was changed by others since."""
        if not program.store.exists():
            return None
        kept = program.store.stat()
        return kept.st_ino, kept.st_mtime_ns, kept.st_size

    def configured() -> str:
        return program.config.read_text() if program.config.exists() else ""

    def preparing(fill: Callable[[], Any], *about: object) -> Any:
        settings = tuple(
            (name, os.environ[name])
            for name in ("COACHLOG_NOW", "COACHLOG_LANG", "TZ")
            if name in os.environ
        )
        before = state()
        known = before is None or before == (left and left[-1][1])
        begun = left[-1][0] if before and known else None
        key = (fill.__code__, about, settings, configured(), begun)
        if known and key in PREPARED:
            program.store.write_bytes(PREPARED[key][0])
            program.store.chmod(0o600)
        else:
            told = fill()
            if not known or key[3] != configured() or len(PREPARED) >= MOST_PREPARED:
                return told
            PREPARED[key] = (program.store.read_bytes(), told)
        left.append((key, state()))
        return PREPARED[key][1]

    return preparing


PREPARED: dict[tuple[object, ...], tuple[bytes, Any]] = {}
MOST_PREPARED = 300
"""No more than these are kept: a journal is some hundred kilobytes."""


@pytest.fixture
def keep(call: Any, prepared: Any) -> Any:
    """Keep conversations, each a dict as JSON has it; the result is the numbers."""

    def keeping(*talks: dict[str, Any]) -> list[int]:
        lines = "\n".join(json.dumps(each) for each in talks)

        def fill() -> list[int]:
            kept = call("session", "new", "--from", "-", stdin=lines)
            assert kept.code == 0, kept.err
            return [int(line.split("\t")[0]) for line in kept.lines]

        return list(prepared(fill, lines))

    return keeping


@pytest.fixture
def example(call: Any, prepared: Any) -> None:
    """A journal that has kept the first example."""

    def fill() -> None:
        assert call("session", "new", "--from", EXAMPLE).code == 0

    prepared(fill)


@pytest.fixture
def take_back(program: Program) -> Callable[[], None]:
    """`take_back()`: undo the last step."""

    def undo_last() -> None:
        with Work(program.store, "undo") as work:
            undo(work)

    return undo_last


@pytest.fixture
def count_operations(program: Program) -> Callable[[], int]:
    """`count_operations()`: the number of steps in the journal's history."""

    def count() -> int:
        with closing(sqlite3.connect(program.store)) as store:
            return int(store.execute("select count(*) from operation").fetchone()[0])

    return count


class Explained:
    """A reader that gives nothing and notes how SQLite would find what it is asked for."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self.steps: list[str] = []

    def rows(self, _line_type: Any, sql: str, /, **values: object) -> Iterator[Any]:
        """Note the steps of a statement."""
        plan = self._reader.rows(lambda *row: row[3], f"explain query plan {sql}", **values)
        self.steps.extend(plan)
        return iter(())

    def value(self, sql: str, /, **values: object) -> int:
        """The same for one value."""
        self.rows(None, sql, **values)
        return 0

    def count(self, source: str, /, most: int, **values: object) -> int:
        """The same for a number of rows."""
        return self.value(f"select 1 from {source} limit :most", most=most, **values)


def talk(**fields: Any) -> dict[str, Any]:
    """A conversation as JSON has it, with the least that it needs."""
    return {"coachee": "Amina", "date": "2026-11-02T14:00"} | fields


def refused(result: Result, code: int, *words: str) -> None:
    """One line of cause with *words* in it, one of remedy, the right code, nothing on stdout."""
    assert (result.code, result.out) == (code, ""), result.err
    cause, *remedy = result.err.splitlines()
    assert len(remedy) <= 1
    assert all(line.startswith("  ") for line in remedy)
    for word in words:
        assert re.search(word, cause), cause
