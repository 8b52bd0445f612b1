"""What the documents say is so: commands run, links lead somewhere, examples load."""

import os
import re
import shlex
import subprocess
import sys

import pytest

from coachlog.base import errors
from coachlog.interview import method_files
from tests.guards.documents import (
    DOCS,
    DOCUMENTS,
    NOW,
    README,
    REFERENCE,
    ROOT,
    coachlog,
    said,
    with_both_examples,
    with_first_session,
)
from tests.guards.reference import reference

BLOCK = re.compile(r"^(<!-- [^\n]*? -->\n)?```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^(?:\$ )?(?:coachlog|python3 dev\.py)(?: |$)", re.MULTILINE)
SHOWN_ONLY = {
    "<!-- needs a terminal -->\n": 13,
    "<!-- needs dev.py -->\n": 2,
    "<!-- shows what is said -->\n": 1,
}
"""Why a block with commands is not run here, and how many blocks may say so in all documents."""
NOTHING_TO_DO = (
    *("coachlog session resume", "coachlog session missed amina", "coachlog redo"),
    *("coachlog coachee merge amina-2 amina --yes", "coachlog restore --dry-run"),
    *("coachlog profile show hr", "coachlog profile remove hr"),
)

ABOUT_A_KEY = {
    "coachlog protect": errors.USAGE,
    "coachlog protect change --passphrase": errors.REFUSED,
    "coachlog protect recovery": errors.REFUSED,
    "coachlog unprotect": errors.REFUSED,
}
"""Examples that need a person who types, or a journal that is protected."""


def test_the_reference_shows_the_help_as_it_is(tmp_path):
    page = REFERENCE / "commands.md"
    now = reference(lambda words: coachlog([*words, "--help"], tmp_path).stdout)
    if os.environ.get("COACHLOG_SNAPSHOTS") == "write":
        page.write_text(now, encoding="utf-8")

    assert said(page) == now


EXAMPLES = [
    " ".join(example.split())  # a help page breaks a long one
    for example in re.findall(r"For example: (.*?)\n```", said(REFERENCE / "commands.md"), re.S)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_example_of_a_command_runs(example, tmp_path):
    with_both_examples(tmp_path)
    if example.startswith("coachlog import "):
        coachlog(["export", "journal", "--output", "journal.jsonl"], tmp_path)

    ran = coachlog(shlex.split(example)[1:], tmp_path, COACHLOG_NOW=NOW)

    expected = errors.NOT_FOUND if example in NOTHING_TO_DO else errors.DONE
    assert ran.returncode == ABOUT_A_KEY.get(example, expected), ran.stderr


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_in_a_document_run(document, tmp_path):
    """Later lines may build on earlier ones: each document has a journal of its own."""
    lines = [
        line.removeprefix("$ ")
        for _why, language, block in BLOCK.findall(said(document))
        if language == "sh"
        for line in block.splitlines()
        if line.strip() and not line.startswith("#")
    ]
    if lines and "session new" not in lines[0]:
        with_first_session(tmp_path)
    for line in lines:
        words = shlex.split(line)
        assert words[0] == "coachlog", line
        ran = coachlog(words[1:], tmp_path, COACHLOG_NOW="2026-11-24T10:00:00+01:00")
        assert ran.returncode == 0, f"{line}\n{ran.stderr}"


def test_few_blocks_with_commands_are_not_run_and_each_says_why():
    reasons = [
        why
        for document in DOCUMENTS
        if document.name != "commands.md"
        for why, language, block in BLOCK.findall(said(document))
        if language != "sh" and COMMAND.search(block)
    ]

    assert {why: reasons.count(why) for why in reasons} == SHOWN_ONLY


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document):
    missing = []
    for target in re.findall(r"\]\(([^)]+)\)", said(document)):
        name, _, anchor = target.partition("#")
        page = document.parent / name if name else document
        if "://" in target:
            continue
        if not page.exists() or (anchor and anchor not in anchors(page)):
            missing.append(target)

    assert missing == []


def anchors(page):
    headings = re.findall(r"^#+ (.*)$", said(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def test_every_document_is_reached_from_the_readme():
    found, waiting = set(), [README]
    while waiting:
        page = waiting.pop()
        if page not in found:
            found.add(page)
            linked = re.findall(r"\]\(([^)#]+\.md)", said(page))
            waiting += [(page.parent / each).resolve() for each in linked if "://" not in each]

    assert set(DOCUMENTS) - found == set()


def test_the_program_points_at_documents_that_are_there():
    """Messages and comments name pages: a coach with a mistake in a method file follows them."""
    files = [*(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.toml")]
    named = {name for path in files for name in re.findall(r"docs/[\w./-]+\.md", said(path))}

    assert {name for name in named if not (ROOT / name).exists()} == set()


def test_the_examples_of_exit_codes_end_with_them(tmp_path):
    rows = re.findall(
        r"^\| (\d+) \|.*?\| `coachlog ([^`]+)`", said(REFERENCE / "exit-codes.md"), re.M
    )

    ended = [(coachlog(shlex.split(words), tmp_path).returncode, words) for _code, words in rows]

    assert ended == [(int(code), words) for code, words in rows]
    assert {code for code, _words in rows} == {"0", "2", "3", "4", "5"}


def test_the_method_in_the_documents_loads(tmp_path):
    example = re.search(r"^```toml\n(.*?)^```", said(REFERENCE / "methods.md"), re.M | re.DOTALL)
    path = tmp_path / "walk.toml"
    path.write_text(example[1], encoding="utf-8")

    loaded = method_files.load("walk", tmp_path)

    assert [stage.id for stage in loaded.stages] == ["start", "step"]


def test_the_store_can_be_read_as_the_documents_say(tmp_path, capsys):
    with_both_examples(tmp_path)
    example = re.search(r"^```python\n(.*?)^```", said(REFERENCE / "store.md"), re.M | re.DOTALL)

    exec(example[1], {"path": tmp_path / "journal.sqlite"})

    told = capsys.readouterr().out.splitlines()
    assert told[1].startswith("2 2026-09-28 The planning item went well.")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    script = [sys.executable, "docs/make_pictures.py", str(folder)]
    subprocess.run(script, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", ["timeline", "prep", "today", "goal"])
def test_a_picture_shows_what_the_program_shows(pictures, name):
    """After a change: .venv/bin/python docs/make_pictures.py"""
    assert words_in(DOCS / "pictures" / f"{name}.svg") == words_in(pictures / f"{name}.svg")


def words_in(picture):
    return re.findall(r"<text [^>]*>([^<]*)</text>", said(picture))
