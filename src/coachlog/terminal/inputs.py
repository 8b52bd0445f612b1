"""JSON from a file or from standard input: objects, arrays, JSON Lines."""

import errno
import os
import stat
import sys
import time
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from coachlog.base.errors import NotFoundError, RefusedError, system_problem
from coachlog.base.texts import N_, _
from coachlog.terminal.json_values import InputValue, parse_values

__all__ = ["InputValue", "input_bytes", "inputs_in", "read_inputs"]

MOST_BYTES = 256 * 1024 * 1024
PIPE_SECONDS = 10.0
"""How long somebody may take to begin writing into a named pipe."""
_CHUNK_BYTES = 65536
_UTF16 = (BOM_UTF16_LE, BOM_UTF16_BE, b"{\x00", b"\x00{", b"[\x00", b"\x00[")
"""How JSON in UTF-16 begins, with a byte order mark or without."""


NOT_UTF8 = (
    N_("The input is not UTF-8 text: see line {line}."),
    N_("Nothing was saved. Save it as UTF-8 and give it again."),
)


def read_inputs(source: str) -> list[InputValue]:
    """Return the JSON values in the file *source* (`-` is standard input), records by number.

    Raises NotFoundError or RefusedError.
    """
    return inputs_in(input_bytes(source))


def inputs_in(data: bytes) -> list[InputValue]:
    """Return the JSON values in *data*, records by number. Raises RefusedError."""
    values = parse_values(_text(data))
    if not values:
        raise RefusedError(
            N_("The input is empty."),
            N_("Give one JSON object, an array of them, or one object per line (JSON Lines)."),
        )
    return _by_number(values)


def _by_number(values: list[InputValue]) -> list[InputValue]:
    """Return records in the order of their numbers: an exported list may begin with the newest.

    Values without distinct whole numbers keep their order.
    """
    numbers = [item.value.get("number") for item in values if isinstance(item.value, dict)]
    has_distinct_numbers = len({*map(str, numbers)}) == len(values)
    has_whole_numbers = all(isinstance(number, int) for number in numbers)
    if not (has_distinct_numbers and has_whole_numbers):
        return values
    return sorted(values, key=lambda item: int(item.value["number"]))


def _text(data: bytes) -> str:
    """Return the text in *data*; raises RefusedError if it is too big or no UTF-8."""
    if len(data) > MOST_BYTES:
        raise RefusedError(
            N_("The input is too big: it has more than {most} MiB."),
            N_("Give it in several parts."),
            most=MOST_BYTES // 1024**2,
        )
    if data.startswith(_UTF16):
        raise RefusedError(
            N_("The input is not UTF-8 text but UTF-16, as PowerShell writes it."), NOT_UTF8[1]
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(*NOT_UTF8, line=data[: error.start].count(b"\n") + 1) from error


def input_bytes(source: str) -> bytes:
    """Return the bytes in a file, or on standard input for `-`; raises NotFoundError."""
    try:
        if source == "-":
            return _read(sys.stdin.buffer)
        if stat.S_ISFIFO(Path(source).stat().st_mode):
            return _read_pipe(source)
        with Path(source).open("rb") as file:
            return _read(file)
    except OSError as error:
        raise NotFoundError(
            N_("The file {path} cannot be read: {problem}."),
            N_("Check its name, or give - to read standard input."),
            path=source,
            problem=system_problem(error),
        ) from error


def _read_pipe(source: str) -> bytes:
    """Return what is written into a pipe; raises OSError where nobody begins to."""
    file = os.open(source, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(file, "rb") as pipe:
        start, deadline = b"", time.monotonic() + PIPE_SECONDS
        with suppress(BlockingIOError):  # somebody has it open, and may take their time
            while not (start := os.read(file, _CHUNK_BYTES)):
                if time.monotonic() > deadline:
                    raise OSError(errno.ETIMEDOUT, _("nobody writes into this pipe"), source)
                time.sleep(0.02)
        os.set_blocking(file, True)
        return start + _read(pipe)


def _read(file: BinaryIO) -> bytes:
    return file.read(MOST_BYTES + 1)  # one more, to see that there is too much
