"""A task of a note: a box, what is to be done, and the signs of two plug-ins of Obsidian."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coachlog.export.markdown.text import WORD_JOINER

OPEN, DONE, DROPPED, PARTLY = "open", "done", "dropped", "partly"
STATUSES = {"x": DONE, "X": DONE, "-": DROPPED, "/": OPEN}
"""What the sign in a box says; any other says that it is open."""

TASK = re.compile(
    r"(?P<indent>[ \t>]*)(?:[-*+]|[0-9]{1,9}[.)])[ \t]+\[(?P<box>[^\n])\](?:[ \t]+(?P<text>.*))?"
)
_DAY = r"\ufe0f?\s*(\d{4}-\d{1,2}-\d{1,2})"
_SIGNS = {"due": "[📅📆🗓]", "closed": "[✅❌]", "created": "➕"}
_FIELDS = {
    "due": "due",
    "closed": "completion|completed|done|cancelled",
    "created": "created",
}
_PATTERNS = {
    name: re.compile(
        rf"\s*(?:{_SIGNS[name]}{_DAY}|[\[(](?:{_FIELDS[name]})::\s*(\d{{4}}-\d{{1,2}}-\d{{1,2}})\s*[\])])"
    )
    for name in _SIGNS
}
_OTHER_DAY = re.compile(rf"[⏳🛫]{_DAY}|[\[(](?:scheduled|start)::\s*(\d{{4}}-\d\d-\d\d)\s*[\])]")
_BLOCK = re.compile(r"\s\^([0-9A-Za-z-]+)\s*$")
_FILTER = re.compile(r"(?<!\S)#task(?!\S)\s*", re.IGNORECASE)


class Task(NamedTuple):
    """A task in a *line*: *indent* is its depth, *box* the sign in its box, *block* its own id.

    *wrong_days* are days that do not exist, as written: they stay in the words of it.
    """

    line: int
    indent: int
    box: str
    what: str
    due_on: str | None
    closed_on: str | None
    created_on: str | None
    block: str
    wrong_days: tuple[str, ...]

    @property
    def status(self) -> str:
        """What became of it."""
        return STATUSES.get(self.box, OPEN)


def task_in(line: str, number: int) -> Task | None:
    """Return the task of a *line*; None where it is none, or one without words."""
    match = TASK.fullmatch(line.rstrip())
    if not match:
        return None
    wrong: list[str] = []
    text, days = f" {match['text'] or ''}", {}
    for name, pattern in _PATTERNS.items():
        text, days[name] = _taken(pattern, text, wrong)
    wrong += [day for day in _days(_OTHER_DAY, text) if not _is_day(day)]
    block = _BLOCK.search(text)
    what = " ".join(_FILTER.sub("", text[: block.start()] if block else text).split())
    what = what.replace(WORD_JOINER, "")
    if not what:
        return None
    indent = len(match["indent"].replace("\t", "    ").replace("> ", ">"))
    mark = block[1] if block else ""
    days_of_it = (days["due"], days["closed"], days["created"])
    return Task(number, indent, match["box"], what, *days_of_it, mark, tuple(wrong))


def _taken(pattern: re.Pattern[str], text: str, wrong: list[str]) -> tuple[str, str | None]:
    """Return *text* without the first day of *pattern*, and that day; one that is wrong stays."""
    for match in pattern.finditer(text):
        day = next(filter(None, match.groups()))
        if _is_day(day):
            return text[: match.start()] + text[match.end() :], _iso(day)
        wrong.append(day)
    return text, None


def _days(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        yield next(filter(None, match.groups()))


def _iso(day: str) -> str:
    year, month, of_month = day.split("-")
    return f"{year}-{month:0>2}-{of_month:0>2}"


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(_iso(day))
    except ValueError:
        return False
    return True
