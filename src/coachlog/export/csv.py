"""Writing CSV as in RFC 4180: commas, CRLF, quotes where needed, values unchanged."""

import csv
from collections.abc import Iterable, Sequence
from itertools import count
from operator import itemgetter
from typing import Any, TextIO


def write(out: TextIO, fields: Sequence[str], lines: Iterable[Sequence[object]]) -> int:
    """Write a heading and a row for each line, and return the number of rows.

    None becomes an empty field.
    """
    return write_rows(csv.writer(out, lineterminator="\r\n"), fields, lines)


def write_rows(writer: Any, fields: Sequence[str], lines: Iterable[Sequence[object]]) -> int:
    """Write a heading and rows with a *writer* of the csv module; return the number of rows.

    The lines are counted as they stream past: a loop in Python would double the time.
    """
    writer.writerow(fields)
    counter = count()
    # zip draws a number for each line; the numbers are dropped again before writing.
    numbered_lines = zip(lines, counter, strict=False)
    writer.writerows(map(itemgetter(0), numbered_lines))
    return next(counter)
