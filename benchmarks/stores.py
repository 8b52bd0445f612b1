"""The journals that are measured: made once for each size, and a home to use them in."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from appointments import NOW
from cases import MANY, MORE, PROGRAM, ROOT
from people import PROBE

HERE = Path(__file__).parent
MAKERS = ("generate", "appointments", "bulk", "people", "phrases", "talks")
SMALL_STORE = 1000
"""Up to so many conversations a store is laid anew each turn, for what is added would count."""

FREE_ACTIONS = 1000


class Home(NamedTuple):
    """A folder with a configuration, and a journal of so many conversations of its own."""

    sessions: int
    folder: Path
    made: Path
    store: Path
    environment: dict[str, str]
    actions: list[int]
    values: dict[str, object]

    def lay_anew(self) -> None:
        """Put the journal there as it was made."""
        for suffix in ("-wal", "-shm"):
            self.store.with_name(self.store.name + suffix).unlink(missing_ok=True)
        shutil.copyfile(self.made, self.store)

    def words(self, line: str, turn: int) -> str:
        """A command line of this turn, with its placeholders filled."""
        return line.format(n=self.actions[turn % len(self.actions)], **self.values)


def made_store(stores: Path, sessions: int) -> Path:
    """A made-up journal in *stores*, made unless it is there already."""
    store = stores / f"{sessions}-{_version()}.sqlite"
    if not store.exists():
        stores.mkdir(parents=True, exist_ok=True)
        begun = store.with_suffix(".part")
        begun.unlink(missing_ok=True)
        command = [sys.executable, str(HERE / "generate.py"), "--sessions", str(sessions)]
        # A process of its own, for it needs much memory.
        subprocess.run([*command, "--store", str(begun)], check=True)
        begun.rename(store)
    return store


def move_in(folder: Path, made: Path, sessions: int) -> Home:
    """A home in *folder* with a copy of the journal *made*: in Dutch, with a configuration."""
    folder.mkdir(parents=True)
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "TZ": "Europe/Brussels",
        "COACHLOG_PAGER": "cat",  # nobody leafs through
        "COACHLOG_NOW": f"{NOW:%Y-%m-%dT%H:%M:%SZ}",
    }
    _ask(environment, "config", "set", "language", "nl")
    listed = _ask(environment, "config", "list")
    store = Path(dict(line.split("\t", 1) for line in listed.splitlines())["store"])
    store.parent.mkdir(parents=True, exist_ok=True)
    one, many, more = _conversations(folder)
    with closing(sqlite3.connect(made)) as connection:
        actions = connection.execute(
            "select number from action where status = 'open' order by number desc limit ?",
            (FREE_ACTIONS,),
        ).fetchall()
        (goal,) = connection.execute(
            "select number from goals where coachee = ? and status = 'active'", (PROBE,)
        ).fetchone()
    values = {
        "goal": goal,
        "half": max(1, sessions // 2),
        "one": one,
        "many": many,
        "more": more,
        "store": store,
    }
    home = Home(sessions, folder, made, store, environment, [n for (n,) in actions], values)
    home.lay_anew()
    return home


def _version() -> str:
    """Changes with whatever the content of a made store depends on."""
    from coachlog.store.expected import DERIVED

    told = hashlib.sha256(DERIVED.encode())
    for name in MAKERS:
        told.update((HERE / f"{name}.py").read_bytes())
    return told.hexdigest()[:12]


def _conversations(folder: Path) -> Iterator[Path]:
    """Files of one conversation and of many; not the probe's, who is to keep what she has."""
    said = json.loads((ROOT / "examples" / "eerste-gesprek.json").read_text(encoding="utf-8"))
    line = json.dumps(said | {"coachee": "jef"}, ensure_ascii=False)
    for count in (1, MANY, MORE):
        file = folder / f"{count}.jsonl"
        file.write_text("\n".join([line] * count), encoding="utf-8")
        yield file


def _ask(environment: dict[str, str], *arguments: str) -> str:
    return subprocess.run(
        [*PROGRAM, *arguments], env=environment, check=True, capture_output=True, text=True
    ).stdout
