"""What the documents say is so."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from coachlog import errors
from coachlog.exchange.commands import TABLES
from coachlog.interview.method import read
from coachlog.store.connection import open_reader
from tests.guards.reference import reference

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])
RUN = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def coachlog(words, home, **environment):
    """Run the program as a person on another machine would: English, 80 columns, no terminal."""
    return subprocess.run(
        [sys.executable, "-m", "coachlog", *words],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={
            **{key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ},
            "HOME": str(home),
            "COACHLOG_STORE": str(home / "journal.sqlite"),
            "COACHLOG_CONFIG": str(home / "config.toml"),
            "COACHLOG_LANG": "en",
            "COLUMNS": "80",
            "TZ": "Europe/Brussels",
            "PYTHONIOENCODING": "utf-8",
            **environment,
        },
    )


def test_the_reference_shows_the_help_as_it_is(tmp_path):
    page = ROOT / "docs" / "commands.md"
    now = reference(lambda words: coachlog([*words, "--help"], tmp_path).stdout)
    if os.environ.get("COACHLOG_SNAPSHOTS") == "write":
        page.write_text(now, encoding="utf-8")

    assert page.read_text(encoding="utf-8") == now


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_in_a_document_run(document, tmp_path):
    """Later lines may build on earlier ones: each document has a journal of its own."""
    lines = [
        line.removeprefix("$ ")
        for block in RUN.findall(document.read_text(encoding="utf-8"))
        for line in block.splitlines()
        if line.strip() and not line.startswith("#")
    ]
    if lines and "session new" not in lines[0]:
        coachlog(["session", "new", "--from", "examples/first-session.json"], tmp_path)
    for line in lines:
        words = shlex.split(line)
        assert words[0] == "coachlog", line
        ran = coachlog(words[1:], tmp_path, COACHLOG_NOW="2026-10-05T10:00:00+02:00")
        assert ran.returncode == 0, f"{line}\n{ran.stderr}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document):
    targets = re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8"))

    missing = [t for t in targets if "://" not in t and not (document.parent / t).exists()]

    assert missing == []


def test_every_view_is_documented_with_every_column(tmp_path):
    page = (ROOT / "docs" / "csv.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    with open_reader(tmp_path / "journal.sqlite") as reader:
        columns = {
            view: list(reader.rows(str, "select name from pragma_table_info(:view)", view=view))
            for view in TABLES
        }
    columns.pop("answers_private")

    told = {
        view: re.findall(r"^\| `(\w+)` \|", sections.get(view, ""), re.MULTILINE)
        for view in columns
    }

    assert told == columns


def test_every_variable_of_the_environment_is_documented():
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    source = "\n".join(path.read_text() for path in (ROOT / "src").rglob("*.py"))
    used = set(re.findall(r'"(COACHLOG_[A-Z]+(?:_[A-Z]+)*|NO_COLOR|TERM|EDITOR|VISUAL)"', source))

    assert {name for name in used if f"`{name}`" not in page} == set()


def test_every_exit_code_is_documented():
    page = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)}
    codes = {
        *(errors.DONE, errors.UNEXPECTED, errors.USAGE, errors.NOT_FOUND),
        *(errors.REFUSED, errors.UNAVAILABLE, errors.STOPPED),
    }

    assert told == codes


def test_the_method_in_the_documents_loads(tmp_path):
    page = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")
    example = re.search(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    path = tmp_path / "walk.toml"
    path.write_text(example[1], encoding="utf-8")

    assert [stage.id for stage in read(path).stages] == ["start", "step"]
