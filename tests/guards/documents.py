"""Reading the documents, and running what they say on a journal of its own."""

import os
import re
import tempfile
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.within import within

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
README = ROOT / "README.md"
DOCUMENTS = sorted([README, ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")])
NOW = "2026-10-05T10:00:00+02:00"


class Ran(NamedTuple):
    """How a command ended and what it said."""

    returncode: int
    stdout: str
    stderr: str


def said(document):
    return document.read_text(encoding="utf-8")


def coachlog(words, home, **environment):
    """Run the program as a person on another machine would: English, 80 columns, no terminal."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "COACHLOG_STORE": str(home / "journal.sqlite"),
        "COACHLOG_CONFIG": str(home / "config.toml"),
        "COACHLOG_LANG": "en",
        "COACHLOG_BACKUP": "no",
        "COLUMNS": "80",
        "TZ": "Europe/Brussels",
        **environment,
    }
    for name in ("examples", "docs"):
        if not (home / name).exists():
            (home / name).symlink_to(ROOT / name)
    return Ran(*within(environment, home, *words))


def with_first_session(home):
    """Make a journal that has kept the first example."""
    (home / "journal.sqlite").write_bytes(_filled(_keep_first_session))


def with_both_examples(home):
    """Make a journal that has kept both examples, and something of each other noun."""
    (home / "journal.sqlite").write_bytes(_filled(_keep_both_examples))


@cache
def _filled(fill):
    """Return the bytes of a journal that *fill* has filled, given its folder."""
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder))
        return Path(folder, "journal.sqlite").read_bytes()


def _keep_first_session(home):
    coachlog(["session", "new", "--from", "examples/first-session.json"], home)


def _keep_both_examples(home):
    for name in ("first-session", "look-back"):
        coachlog(["session", "new", "--from", f"examples/{name}.json"], home, COACHLOG_NOW=NOW)
    coachlog(["topic", "park", "amina", "Working with Koen"], home, COACHLOG_NOW=NOW)
    coachlog(["goal", "scale", "1", "--level-0", "I lead one talk"], home, COACHLOG_NOW=NOW)
    coachlog(["objective", "new", "--statement", "Answer in a day"], home, COACHLOG_NOW=NOW)
    seen = ("--coachee", "amina", "--fact", "You let the team talk first")
    coachlog(["observation", "new", *seen], home, COACHLOG_NOW=NOW)
    coachlog(["growth", "new", "--kind", "supervision", "--minutes", "90"], home, COACHLOG_NOW=NOW)
    contact = ("--name", "An Dewit", "--where", "external")
    coachlog(["contact", "new", *contact], home, COACHLOG_NOW=NOW)
    coachlog(["hours", "new", "--until", "2023-12-31", "--hours", "40"], home, COACHLOG_NOW=NOW)
    coachlog(["network", "new", "--name", "Mentors East"], home, COACHLOG_NOW=NOW)
    coachlog(["network", "meeting", "new", "--network", "1"], home, COACHLOG_NOW=NOW)
    coachlog(["network", "case", "new", "--question", "How do I stop?"], home, COACHLOG_NOW=NOW)
    advice = ("five_step", "--case", "1", "--advice", "Ask first")
    coachlog(["network", "intervision", *advice], home, COACHLOG_NOW=NOW)
    coachlog(["consent", "new", "--coachee", "amina", "--about", "log"], home, COACHLOG_NOW=NOW)
    coachlog(["request", "new", "--coachee", "amina"], home, COACHLOG_NOW=NOW)
    text = ("--field", "summary", "--text", "I want to stay")
    coachlog(["rectify", "session", "1", *text], home, COACHLOG_NOW=NOW)
    words = ["workability", "new", "--coachee", "amina", "--wanted", "--learning", "6"]
    coachlog(words, home, COACHLOG_NOW=NOW)
    newcomer = ("start", "Jonas", "--first-day", "2026-11-16", "--manager", "Koen Maes")
    coachlog(["onboarding", *newcomer], home, COACHLOG_NOW=NOW)
    own_item = ("add", "jonas", "Knows the gate", "--moment", "day_1")
    coachlog(["onboarding", *own_item], home, COACHLOG_NOW=NOW)


def first_column(text):
    """The words in code in the first column of the tables in *text*."""
    cells = re.findall(r"^\| (`[^|]*`) \|", text, re.MULTILINE)
    return [word for cell in cells for word in re.findall(r"`([^`]+)`", cell)]


def sections(document, level="##"):
    found = rf"^{level} ([^\n]+)\n(.*?)(?=^#{{2,{len(level)}}} |\Z)"
    return dict(re.findall(found, said(document), re.MULTILINE | re.DOTALL))
