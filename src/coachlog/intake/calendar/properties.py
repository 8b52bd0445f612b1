"""The properties of an event or a task: names, parameters and values of its lines."""

import quopri
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

_NAME = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
_PARAMETER = re.compile(r';[ \t]*([A-Za-z0-9-]+)(?:=((?:"[^"]*"|[^";])*))?')
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_QUOTED_PRINTABLE = "QUOTED-PRINTABLE"


class UnreadableLine(Exception):
    """A line that has no property; *index* is its place among the lines."""

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index


class CalendarProperty(NamedTuple):
    """A property: its parameters, by their names in capitals, and its value as it is written.

    *line* is the place of its line among the lines.
    """

    parameters: Mapping[str, str]
    value: str
    line: int

    @property
    def text(self) -> str:
        """The value as text, its signs put back."""
        return _ESCAPE.sub(_unescaped, self.value).strip()


Properties = Mapping[str, Sequence[CalendarProperty]]


def properties_of(lines: Sequence[str], wanted: frozenset[str]) -> Properties:
    """Return the *wanted* properties in *lines* by name; not those of what stands within it.

    Raises UnreadableLine.
    """
    found: dict[str, list[CalendarProperty]] = {}
    for index, line in _own_lines(lines):
        match = _NAME.match(line)
        if match is None:
            raise UnreadableLine(index)
        name = match[0].upper()
        if name in wanted:
            found.setdefault(name, []).append(_property(lines, index, match.end()))
        elif line.find(":", match.end()) < 0:
            raise UnreadableLine(index)
    return found


def _own_lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines between BEGIN and END, without those of alarms and the like."""
    depth = 0
    continued = False
    for index, line in enumerate(lines):
        upper = line[:6].upper()
        if upper.startswith("BEGIN:"):
            depth += 1
        elif upper.startswith("END:"):
            depth -= 1
        elif depth == 1 and line.strip() and not continued:
            yield index, line
        continued = line.endswith("=") and (continued or _is_quoted_printable(line))


def _property(lines: Sequence[str], index: int, end_of_name: int) -> CalendarProperty:
    line = lines[index]
    colon = _colon(line, end_of_name)
    if colon < 0:
        raise UnreadableLine(index)
    parameters = {}
    for name, value in _PARAMETER.findall(line, end_of_name, colon) if colon > end_of_name else ():
        parameters[name.upper()] = value.strip().strip('"').strip()
    value = line[colon + 1 :]
    if _is_quoted_printable(line):
        value = _from_quoted_printable(lines, index, value, parameters.get("CHARSET", "utf-8"))
    return CalendarProperty(parameters, value, index)


def _colon(line: str, start: int) -> int:
    """Return where the value begins: the first colon that stands in no quotes; -1 for none.

    That of an address belongs to a parameter: Outlook writes TZID=tzone://Microsoft/Utc.
    """
    while True:
        colon, quote = line.find(":", start), line.find('"', start)
        if 0 <= quote < colon:
            closing = line.find('"', quote + 1)
            if closing < 0:
                return colon
            start = closing + 1
        elif colon >= 0 and line.startswith("//", colon + 1):
            start = colon + 1
        else:
            return colon


def _is_quoted_printable(line: str) -> bool:
    return _QUOTED_PRINTABLE in line.partition(":")[0].upper()


def _from_quoted_printable(lines: Sequence[str], index: int, value: str, charset: str) -> str:
    """Return a value of vCalendar 1.0, which goes on in the next line after a sign `=`."""
    pieces = [value]
    while pieces[-1].endswith("=") and index + 1 < len(lines):
        index += 1
        pieces[-1] = pieces[-1][:-1]
        pieces.append(lines[index])
    octets = quopri.decodestring("".join(pieces).encode())
    try:
        return octets.decode(charset)
    except (LookupError, UnicodeError):
        return octets.decode("cp1252", "replace")


def _unescaped(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]
