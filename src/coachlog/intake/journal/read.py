"""Reads a journal that coachlog exported, line by line."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _
from coachlog.export.journal import PARTS, VERSION
from coachlog.intake.record import Problem
from coachlog.intake.request import ImportRequest
from coachlog.intake.source import SourceFile
from coachlog.store.expected import SCHEMA


class JournalRecord(NamedTuple):
    """A line: the *table* it goes to, its *values*, and its *parts* by their table.

    *place* is where it stands, *raw* is the line as it is.
    """

    table: str
    values: Mapping[str, Any]
    parts: Mapping[str, Any]
    place: str
    raw: str


def read(source: SourceFile, _request: ImportRequest) -> Iterator[JournalRecord | Problem]:
    """Yield the records of a journal; the last numbers given come as those of `counters`.

    Raises RefusedError for a journal of a newer coachlog, and for a first line that is none.
    """
    for number, line in enumerate(source.lines(), 1):
        text = _text(line, number)
        if isinstance(text, Problem):
            yield text
        elif number == 1:
            _check_first(text)
        elif text.strip():
            yield _record(text, number)


def write_rejected(out: BinaryIO, _source: SourceFile, problems: Sequence[Problem]) -> None:
    """Write the lines that could not be taken, with a first line, so that they can be read."""
    first = {"coachlog": VERSION, "schema": SCHEMA, "rejected": len(problems)}
    out.write(json.dumps(first).encode() + b"\n")
    for each in problems:
        out.write(str(each.raw).encode("utf-8", "surrogateescape") + b"\n")


def _text(line: bytes, number: int) -> str | Problem:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        raw = line.decode("utf-8", "surrogateescape").rstrip("\r\n")
        return Problem(_place(number), _("It is not UTF-8 text."), raw)


def _check_first(text: str) -> None:
    """Raise RefusedError unless this version can read a journal with that first line."""
    values = _parsed(text)
    version = values.get("coachlog") if isinstance(values, dict) else None
    schema = values.get("schema", 0) if isinstance(values, dict) else 0
    if type(version) is not int or type(schema) is not int:
        raise RefusedError(
            N_("The first line is not that of a coachlog journal."),
            N_("Make the file again: coachlog export journal"),
        )
    if version > VERSION or schema > SCHEMA:
        raise RefusedError(
            N_("This journal was exported by a newer coachlog."),
            N_("Bring coachlog up to date on this computer, and import it again."),
        )


def _record(text: str, number: int) -> JournalRecord | Problem:
    """Return the record in a line, or the problem with it."""
    values = _parsed(text)
    place = _place(number)
    if not isinstance(values, dict):
        return Problem(place, _("It is not JSON of one record."), text)
    parts = values.pop(PARTS, {})
    if len(values) != 1:
        return Problem(place, _("It does not say which record it is."), text)
    [(table, columns)] = values.items()
    if not isinstance(columns, dict) or not isinstance(parts, dict):
        return Problem(place, _("It is not JSON of one record."), text)
    return JournalRecord(table, columns, parts, place, text)


def _parsed(text: str) -> Any:
    """Return the value of a JSON text; None for what is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _place(number: int) -> str:
    return _("line {n}").format(n=number)
