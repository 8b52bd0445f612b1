"""CSV as RFC 4180 has it: commas, CRLF, quotes where needed, values unchanged."""

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO


def write(out: TextIO, fields: Sequence[str], lines: Iterable[Sequence[object]]) -> int:
    """Write a heading and one row a line; the result is the number of rows.

    An empty field is a value that is not there.
    """
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(fields)
    count = 0
    for line in lines:
        writer.writerow(line)
        count += 1
    return count


def write_for_excel(out: TextIO, fields: Sequence[str], lines: Iterable[Sequence[object]]) -> int:
    """Write what Excel in Belgium opens at once: a mark in front, semicolons, guarded formulas."""
    out.write("\ufeff")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(fields)
    count = 0
    for line in lines:
        writer.writerow([_guarded(value) for value in line])
        count += 1
    return count


def _guarded(value: object) -> object:
    """A text that a spreadsheet would run as a formula, behind an apostrophe."""
    return (
        f"'{value}"
        if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r")
        else value
    )
