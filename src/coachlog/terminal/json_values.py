"""The values in a JSON text as scripts write it: one object, an array, or one after the other."""

import json
import re
from collections.abc import Generator, Iterator, Sequence
from typing import Any, NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _

LONGEST_NUMBER = 18


class InputValue(NamedTuple):
    """A JSON value, and the line on which it begins; None where the input is one value."""

    value: Any
    line: int | None = None


_NOT_JSON = (
    N_("The input is not JSON: {problem} in line {line}, column {column}."),
    N_("Nothing was saved. Give one JSON object, an array of them, or one object per line."),
)


def parse_values(text: str) -> list[InputValue]:
    """Return the values in *text* in order, those of an array one by one.

    Each begins on a line of its own, perhaps after a byte order mark: files may be joined.
    Raises RefusedError, also for an object that has a key twice, at any depth.
    """
    try:
        values = list(_values(text))
    except json.JSONDecodeError as error:
        raise RefusedError(
            *_NOT_JSON, problem=error.msg, line=error.lineno, column=error.colno
        ) from error
    except RecursionError as error:
        raise RefusedError(*_NOT_JSON, problem=_("too deeply nested"), line=1, column=1) from error
    if not values and text.strip().startswith("["):
        return [InputValue([])]  # an empty array: refused later as no record
    if len(values) == 1 and not values[0].in_array:
        return [InputValue(values[0].value)]
    line_numbers = _line_numbers(text, [value.start for value in values])
    return [InputValue(value.value, line) for value, line in zip(values, line_numbers, strict=True)]


class _JsonValue(NamedTuple):
    start: int
    value: Any
    in_array: bool


class _DuplicateKeyError(Exception):
    """A key that an object has already."""


_SPACE = re.compile("[ \t\r\n\N{ZERO WIDTH NO-BREAK SPACE}]*")
_TOKEN = re.compile(r'(?P<text>"(?:[^"\\]|\\.)*")(?P<key>\s*:)?|[{}]', re.DOTALL)


def _values(text: str) -> Iterator[_JsonValue]:
    """Yield the values in *text*, those of an array one by one; two on one line are no JSON."""
    start = _after_space(text, 0)
    while start < len(text):
        if text[start] == "[":
            end = yield from _elements(text, start + 1)
        else:
            value, end = _value(text, start)
            yield _JsonValue(start, value, in_array=False)
        start = _after_space(text, end)
        if start < len(text) and "\n" not in text[end:start]:
            raise json.JSONDecodeError("Extra data", text, start)


def _elements(text: str, start: int) -> Generator[_JsonValue, None, int]:
    """Yield the elements of an array from *start*, after its bracket; return where the array ends.

    A slice of one character is empty at the end of the text, where an index would fail.
    """
    start = _after_space(text, start)
    if text[start : start + 1] == "]":
        return start + 1
    while True:
        value, end = _value(text, start)
        yield _JsonValue(start, value, in_array=True)
        end = _after_space(text, end)
        delimiter = text[end : end + 1]
        if delimiter == "]":
            return end + 1
        if delimiter != ",":
            raise json.JSONDecodeError("Expecting ',' delimiter", text, end)
        start = _after_space(text, end + 1)


def _after_space(text: str, start: int) -> int:
    space = _SPACE.match(text, start)
    return space.end() if space else start


def _value(text: str, start: int) -> tuple[Any, int]:
    """Return the value that begins at *start*, and where it ends."""
    try:
        return _DECODER.raw_decode(text, start)
    except _DuplicateKeyError as error:
        line, key = _duplicate_key(text, start)
        raise RefusedError(
            N_("Line {line}: the key “{key}” is there twice."),
            N_("Nothing was saved. Remove one of the two."),
            line=line,
            key=key,
        ) from error


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        raise _DuplicateKeyError
    return value


def _number(digits: str) -> int | float:
    """Read a long number as a float: Python refuses thousands of digits, and no field fits them."""
    return int(digits) if len(digits) <= LONGEST_NUMBER else float(digits)


_DECODER = json.JSONDecoder(parse_int=_number, object_pairs_hook=_unique_keys)


def _duplicate_key(text: str, start: int) -> tuple[int, str]:
    """Return the line on which an object has a key for the second time, and the key.

    The decoder only tells that there is one in the value at *start*, so the text is read again.
    """
    open_objects: list[set[str]] = []  # the keys so far of each object that is not closed yet
    for token in _TOKEN.finditer(text, start):
        if token[0] == "{":
            open_objects.append(set())
        elif token[0] == "}":
            open_objects.pop()
        elif token["key"]:
            key = json.loads(token["text"])
            if key in open_objects[-1]:
                return text.count("\n", 0, token.start()) + 1, key
            open_objects[-1].add(key)
    raise AssertionError("called without a duplicate key")


def _line_numbers(text: str, positions: Sequence[int]) -> list[int]:
    """Return the line number of each of the ascending *positions*, reading *text* once."""
    line_numbers = []
    line_number = 1
    previous = 0
    for position in positions:
        line_number += text.count("\n", previous, position)
        previous = position
        line_numbers.append(line_number)
    return line_numbers
