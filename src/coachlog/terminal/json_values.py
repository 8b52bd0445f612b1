"""The values in a JSON text as scripts write it: one object, an array, or one after the other."""

import json
import re
from collections.abc import Generator, Iterator, Sequence
from typing import Any, NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, _

LONGEST_FIGURE = 18


class InputValue(NamedTuple):
    """One JSON value, and the line on which it begins where it may be one of several."""

    value: Any
    line: int | None = None


_NOT_JSON = (
    N_("The input is not JSON: {problem} in line {line}, column {column}."),
    N_("Nothing was saved. Give one JSON object, an array of them, or one object per line."),
)


def parse_values(text: str) -> list[InputValue]:
    """The values in *text* in their order, those of an array one by one.

    Each begins on a line of its own, perhaps after a byte order mark: files may be joined.
    Raises RefusedError, also for a key that stands twice at any depth.
    """
    try:
        found = list(_values(text))
    except json.JSONDecodeError as error:
        raise RefusedError(
            *_NOT_JSON, problem=error.msg, line=error.lineno, column=error.colno
        ) from error
    except RecursionError as error:
        raise RefusedError(*_NOT_JSON, problem=_("too deeply nested"), line=1, column=1) from error
    if not found and text.strip().startswith("["):
        return [InputValue([])]  # nothing, and no record either: refused as such
    if len(found) == 1 and not found[0].in_array:
        return [InputValue(found[0].value)]
    lines = _lines_of(text, [each.at for each in found])
    return [InputValue(each.value, line) for each, line in zip(found, lines, strict=True)]


class _JsonValue(NamedTuple):
    at: int
    value: Any
    in_array: bool


class _TwiceError(Exception):
    """A key that an object has already."""


_BETWEEN = re.compile("[ \t\r\n\N{ZERO WIDTH NO-BREAK SPACE}]*")
_TOKEN = re.compile(r'(?P<text>"(?:[^"\\]|\\.)*")(?P<key>\s*:)?|[{}]', re.DOTALL)


def _values(text: str) -> Iterator[_JsonValue]:
    at = _after_space(text, 0)
    while at < len(text):
        if text[at] == "[":
            end = yield from _elements(text, at + 1)
        else:
            value, end = _value(text, at)
            yield _JsonValue(at, value, in_array=False)
        at = _after_space(text, end)
        if at < len(text) and "\n" not in text[end:at]:
            raise json.JSONDecodeError("Extra data", text, at)


def _elements(text: str, at: int) -> Generator[_JsonValue, None, int]:
    """The elements of the array whose first one may begin *at*; returns where the array ends."""
    at = _after_space(text, at)
    if text[at : at + 1] == "]":
        return at + 1
    while True:
        value, end = _value(text, at)
        yield _JsonValue(at, value, in_array=True)
        at = _after_space(text, end)
        if text[at : at + 1] == "]":
            return at + 1
        if text[at : at + 1] != ",":
            raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
        at = _after_space(text, at + 1)


def _after_space(text: str, at: int) -> int:
    space = _BETWEEN.match(text, at)
    return space.end() if space else at


def _value(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except _TwiceError as error:
        line, key = _second(text, at)
        raise RefusedError(
            N_("Line {line}: the key “{key}” is there twice."),
            N_("Nothing was saved. Remove one of the two."),
            line=line,
            key=key,
        ) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _TwiceError
    return found


def _figure(digits: str) -> int | float:
    """Python refuses to read a figure of thousands of digits; no field can hold it anyway."""
    return int(digits) if len(digits) <= LONGEST_FIGURE else float(digits)


_DECODER = json.JSONDecoder(parse_int=_figure, object_pairs_hook=_once)


def _second(text: str, at: int) -> tuple[int, str]:
    """On which line a key stands for the second time in its object, and the key."""
    objects: list[set[str]] = []
    for token in _TOKEN.finditer(text, at):
        if token[0] == "{":
            objects.append(set())
        elif token[0] == "}":
            objects.pop()
        elif token["key"]:
            key = json.loads(token["text"])
            if key in objects[-1]:
                return text.count("\n", 0, token.start()) + 1, key
            objects[-1].add(key)
    raise AssertionError("a key stands there twice")


def _lines_of(text: str, places: Sequence[int]) -> list[int]:
    """The lines on which the rising *places* stand; each part of the text is looked at once."""
    lines, line, before = [], 1, 0
    for place in places:
        line += text.count("\n", before, place)
        before = place
        lines.append(line)
    return lines
