"""A page of `docs/development` whose blocks are done in a copy of the project."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

COPIED = ("src", "tests", "dev.py", "hatch_build.py", "pyproject.toml")
NOT_COPIED = shutil.ignore_patterns("__pycache__", "*.mo")
KEPT = (".py", ".sql", ".po", ".tsv", ".toml", ".jsonl")
MAKE = "import dev; dev.texts([])"


class Page:
    """The changes that the page *name* tells, and a copy of the project with them."""

    def __init__(self, name: str, folder: Path) -> None:
        self.text = (ROOT / "docs" / "development" / name).read_text(encoding="utf-8")
        self.folder = folder

    def do(self) -> None:
        """Copy the source, change it, and make what is made from it."""
        for name in COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, self.folder / name, ignore=NOT_COPIED)
            else:
                shutil.copy(ROOT / name, self.folder / name)
        for path, change in self.changes():
            if path not in self.made():
                self._apply(path, change)
        self.python("-m", "coachlog.store.write_expected")
        for path in self.made():  # a catalog begins as an empty file
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).touch()
        self.python("-c", MAKE)
        for path, change in self.changes():
            if path in self.made():
                self._apply(path, change)
        self.python("hatch_build.py")

    def changes(self) -> Iterator[tuple[str, list[str]]]:
        """Each file that a block of the page changes, and the lines of the block."""
        for block in re.findall(r"^ *```diff\n(.*?)^ *```$", self.text, re.M | re.S):
            path, *lines = [line.removeprefix("   ") for line in block.splitlines()]
            yield path, lines

    def made(self) -> set[str]:
        """The files that the page says are made."""
        block = re.search(r"^```text\n(.*?)^```$", self.text, re.M | re.S)
        assert block
        return set(block[1].split())

    def touched(self) -> set[str]:
        """The files in which the source of the copy differs from ours."""
        names = {
            file.relative_to(self.folder).as_posix()
            for file in (self.folder / "src").rglob("*")
            if file.suffix in KEPT
        }
        return {
            name
            for name in names
            if not (ROOT / name).exists()
            or (ROOT / name).read_bytes() != (self.folder / name).read_bytes()
        }

    def coachlog(self, *words: str, language: str = "en") -> str:
        """What a command of the copy prints, with a journal of its own."""
        return self.python("-m", "coachlog", *words, language=language)

    def tab(self, line: str) -> str:
        """What TAB offers at the end of a command line."""
        return self.python("-m", "coachlog", line, _COACHLOG_COMPLETE="fish")

    def python(self, *words: str, language: str = "en", **more: str) -> str:
        """What Python prints on the copy."""
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "PYTHONPATH": str(self.folder / "src"),
            "COACHLOG_VENV": sys.prefix,
            "COACHLOG_LANG": language,
            "COACHLOG_NOW": "2026-11-24T09:00:00Z",
            "COACHLOG_STORE": str(self.folder / "journal.sqlite"),
            "COACHLOG_CONFIG": str(self.folder / "config.toml"),
            "TZ": "Europe/Brussels",
            **more,
        }
        command = [sys.executable, *words]
        ended = subprocess.run(
            command,
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout + ended.stderr

    def _apply(self, path: str, lines: list[str]) -> None:
        """Put the lines with `+` where those with `-`, or else those above them, stand once."""
        before = "\n".join(line[1:] for line in lines if line[0] != "+")
        after = "\n".join(line[1:] for line in lines if line[0] != "-")
        file = self.folder / path
        if not before:
            assert not file.exists(), file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(after and after + "\n", encoding="utf-8")
            return
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1, (file, before)
        file.write_text(text.replace(before, after), encoding="utf-8")
