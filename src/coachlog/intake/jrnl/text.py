"""The files in which jrnl keeps a journal: those of version 1.9, and those of 2 to 4.

From 2 on, a day in brackets begins an entry; before, it stood without. What looks like a day and
is none belongs to the entry before it, as for jrnl itself.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from coachlog.base.texts import _
from coachlog.intake.jrnl.entry import DiaryEntry, moment_in, tags_in, titled
from coachlog.intake.record import Problem

_BRACKETS = re.compile(r"\[([^\]\n]{1,60})\](?: |$)(.*)")
_LOOSE = re.compile(
    r"(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},? \d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?)"
    r"(?: |$)(.*)"
)
_LIKE_A_DAY = re.compile(r"\d{1,4}[-/.]\d")


def is_entry(line: str) -> bool:
    """Return whether *line* begins an entry of a file of either kind."""
    return any(
        match and moment_in(match[1]) is not None
        for match in (_BRACKETS.fullmatch(line), _LOOSE.fullmatch(line))
    )


def day_files(folder: Path) -> Iterator[Path]:
    """Yield the files of a journal that has one for each day, as `2026/11/20.txt`."""
    for path in sorted(folder.glob("[0-9][0-9][0-9][0-9]/[0-9][0-9]/[0-9][0-9].txt")):
        if not path.is_symlink():
            yield path


def entries_in_text(text: str, date_order: str | None) -> Iterator[DiaryEntry | Problem]:
    """Yield the entries of a journal, and which days could not be read."""
    lines = text.replace("\r\n", "\n").split("\n")
    first = next((line.rstrip() for line in lines if is_entry(line.rstrip())), "")
    pattern = _LOOSE if _LOOSE.fullmatch(first) else _BRACKETS
    entry: list[str] = []
    moment, begun, has_told = "", 0, False
    for number, line in enumerate(lines, 1):
        match = pattern.fullmatch(line.rstrip())
        started = moment_in(match[1], date_order) if match else None
        if match and started:
            yield from _entry(entry, moment, begun)
            entry, moment, begun = [match[2]], started, number
            continue
        reason = _doubt(line, moment)
        if reason and (moment or not has_told):
            has_told = True
            yield Problem(_("line {n}").format(n=number), reason)
        if moment:
            entry.append(line)
    yield from _entry(entry, moment, begun)


def _doubt(line: str, moment: str) -> str:
    """Return what is to be said of a *line* that looks as if it began an entry; mostly nothing."""
    match = _BRACKETS.fullmatch(line.rstrip())
    if match and _LIKE_A_DAY.match(match[1]):
        text = (
            _("“{day}” begins no entry here: it belongs to the entry before it.")
            if moment
            else _("“{day}” is no day that can be read.")
        )
        return text.format(day=match[1])
    is_before_all = not moment and line.strip()
    return _("This line stands before the first entry and was left out.") if is_before_all else ""


def _entry(lines: list[str], moment: str, number: int) -> Iterator[DiaryEntry]:
    if moment:
        title, body = titled("\n".join(lines))
        tags = tags_in(f"{title}\n{body}")
        yield DiaryEntry(_("line {n}").format(n=number), moment, title, body, tags)
