"""JSON and JSON Lines from a file or from standard input."""

import json
import sys
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from coachlog.errors import NotFoundError, RefusedError
from coachlog.texts import N_, _

MOST_BYTES = 256 * 1024 * 1024
LONGEST_FIGURE = 18


class Given(NamedTuple):
    """One JSON value, and the line on which it stands when it came as JSON Lines."""

    value: Any
    line: int | None = None


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


class InputTooBigError(RefusedError):
    """More than can be taken in one go."""

    cause = N_("The input is too big: it has more than {most} MiB.")
    remedy = N_("Give it in several parts.")


def read_inputs(source: str) -> list[Given]:
    """The JSON values in the file *source* (`-` is standard input), in their order.

    Raises InputFileError, NotJsonError, EmptyInputError or InputTooBigError.
    """
    text = _text(source).rstrip()
    if not text:
        raise EmptyInputError
    try:
        return [Given(_parsed(text))]
    except json.JSONDecodeError as whole:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) == 1 or not _is_json(lines[0][1]):
            raise NotJsonError(problem=whole.msg, line=whole.lineno, column=whole.colno) from whole
        return [_line(number, line) for number, line in lines]


def _text(source: str) -> str:
    data = _data(source)
    if len(data) > MOST_BYTES:
        raise InputTooBigError(most=MOST_BYTES // 1024**2)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotJsonError(problem=_("no UTF-8 text"), line=line, column=1) from error


def _data(source: str) -> bytes:
    try:
        if source == "-":
            return _read(sys.stdin.buffer)
        with Path(source).open("rb") as file:
            return _read(file)
    except OSError as error:
        raise InputFileError(path=source, problem=error.strerror or str(error)) from error


def _read(file: BinaryIO) -> bytes:
    return file.read(MOST_BYTES + 1)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_int=_figure)
    except RecursionError as error:
        raise NotJsonError(problem=_("too deeply nested"), line=1, column=1) from error


def _figure(digits: str) -> int | float:
    """Python refuses to read a figure of thousands of digits; no field can hold it anyway."""
    return int(digits) if len(digits) <= LONGEST_FIGURE else float(digits)


def _is_json(line: str) -> bool:
    try:
        _parsed(line)
    except (json.JSONDecodeError, NotJsonError):
        return False
    return True


def _line(number: int, line: str) -> Given:
    try:
        return Given(_parsed(line), number)
    except json.JSONDecodeError as error:
        raise NotJsonError(problem=error.msg, line=number, column=error.colno) from error
