"""JSON and JSON Lines from a file or from standard input."""

import json
import sys
from pathlib import Path
from typing import Any

from coachlog.errors import NotFoundError, RefusedError
from coachlog.texts import N_, _

MOST_BYTES = 512 * 1024 * 1024


class InputFileError(NotFoundError):
    """The file that was named cannot be read."""

    cause = N_("The file {path} cannot be read: {problem}.")
    remedy = N_("Check its name, or give - to read from a pipe.")


class NotJsonError(RefusedError):
    """The input is not JSON."""

    cause = N_("The input is not JSON: {problem} in line {line}, column {column}.")
    remedy = N_("Nothing was saved. Give one JSON object, or one object a line (JSON Lines).")


class EmptyInputError(RefusedError):
    """An input with nothing in it."""

    cause = N_("The input is empty.")
    remedy = N_("Give one JSON object, or one object a line (JSON Lines).")


def read_inputs(source: str) -> tuple[list[Any], bool]:
    """The JSON values in the file *source* (`-` is standard input), and whether they came as JSON Lines.

    Raises InputFileError, NotJsonError or EmptyInputError.
    """
    text = _text(source).strip()
    if not text:
        raise EmptyInputError
    try:
        return [_parsed(text)], False
    except json.JSONDecodeError as whole:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) == 1 or not _is_json(lines[0][1]):
            raise NotJsonError(problem=whole.msg, line=whole.lineno, column=whole.colno) from whole
        return [_line(number, line) for number, line in lines], True


def _text(source: str) -> str:
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise InputFileError(path=source, problem=error.strerror or str(error)) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotJsonError(problem=_("no UTF-8 text"), line=line, column=1) from error


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError as error:
        raise NotJsonError(problem=_("too deeply nested"), line=1, column=1) from error


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        return False
    return True


def _line(number: int, line: str) -> Any:
    try:
        return _parsed(line)
    except json.JSONDecodeError as error:
        raise NotJsonError(problem=error.msg, line=number, column=error.colno) from error
