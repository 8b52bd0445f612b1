"""`docs/development/adding-a-field.md`, done in a copy of the project."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "development" / "adding-a-field.md").read_text(encoding="utf-8")
COPIED = ("src", "tests", "dev.py", "hatch_build.py", "pyproject.toml")
NOT_COPIED = shutil.ignore_patterns("__pycache__", "*.mo")
MAKE = "import dev; dev.texts([])"


@pytest.fixture
def copy(tmp_path):
    """The source with the changes of the page, and with what is made from them."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=NOT_COPIED)
        else:
            shutil.copy(ROOT / name, tmp_path / name)
    for path, change in changes():
        apply(tmp_path / path, change)
    python(tmp_path, "-m", "coachlog.store.write_expected")
    python(tmp_path, "-c", MAKE)
    return tmp_path


def changes():
    """Each file that a block of the page changes, and the lines of the block."""
    for block in re.findall(r"^ *```diff\n(.*?)^ *```$", PAGE, re.M | re.S):
        path, *lines = [line.removeprefix("   ") for line in block.splitlines()]
        yield path, lines


def apply(file, lines):
    """Put the lines with `+` where those with `-`, or else those above them, stand once."""
    before = "\n".join(line[1:] for line in lines if line[0] != "+")
    after = "\n".join(line[1:] for line in lines if line[0] != "-")
    if not before:
        assert not file.exists(), file
        file.write_text(after + "\n", encoding="utf-8")
        return
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, (file, before)
    file.write_text(text.replace(before, after), encoding="utf-8")


def python(copy, *words):
    """Run Python on the copy, with a journal of its own."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(copy),
        "PYTHONPATH": str(copy / "src"),
        "COACHLOG_VENV": sys.prefix,
        "COACHLOG_LANG": "en",
        "COACHLOG_NOW": "2026-11-24T09:00:00Z",
        "COACHLOG_STORE": str(copy / "journal.sqlite"),
        "COACHLOG_CONFIG": str(copy / "config.toml"),
        "TZ": "Europe/Brussels",
    }
    command = [sys.executable, *words]
    ended = subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def test_the_page_tells_all_that_a_field_takes(copy):
    def coachlog(*words):
        return python(copy, "-m", "coachlog", *words)

    coachlog("growth", "new", "--kind", "training", "--place", "Oostende")
    assert '"place": "Oostende"' in coachlog("growth", "show", "1", "--json")
    assert "place\tOostende" in coachlog("growth", "show", "1")
    assert "Oostende" in coachlog("search", "oostende")
    assert "Oostende" in coachlog("export", "csv", "learning_moments")
    coachlog("growth", "edit", "1", "--place", "Gent")
    coachlog("undo", "--yes")
    assert '"place": "Oostende"' in coachlog("growth", "show", "1", "--json")

    python(copy, "-m", "pytest", "-n", "0", "tests/schema", "tests/test_schema_equals_rows.py")
    assert touched(copy) == {path for path, _lines in changes()} | made()
    assert told() == (len(list(changes())), len(made()))


def touched(copy):
    """The files in which the source of the copy differs from ours."""
    names = {
        file.relative_to(copy).as_posix()
        for file in (copy / "src").rglob("*")
        if file.suffix in (".py", ".sql", ".po", ".tsv", ".toml", ".jsonl")
    }
    ours = {name: ROOT / name for name in names}
    return {
        name
        for name, file in ours.items()
        if not file.exists() or file.read_bytes() != (copy / name).read_bytes()
    }


def made():
    """The files that the page says are made."""
    block = re.search(r"^```text\n(.*?)^```$", PAGE, re.M | re.S)
    assert block
    return set(block[1].split())


def told():
    """How many files the page says are written by hand, and made."""
    numbers = re.search(r"Source files: (\d+) written by hand, (\d+) made", PAGE)
    assert numbers
    return int(numbers[1]), int(numbers[2])
