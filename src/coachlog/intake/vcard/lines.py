"""Splits a file of address cards, and keeps of each card only the lines that are needed.

What libraries fail on are mostly photos, labels and properties of one program: they are left out
before anything reads the card.
"""

import quopri
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

NEEDED = ("FN", "N", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "NOTE", "UID", "KIND")
_OTHER_KIND = "X-ADDRESSBOOKSERVER-KIND"
"""How Apple says that a card is of a group."""

_BEGIN, _END = "BEGIN:VCARD", "END:VCARD"
_PROPERTY = re.compile(
    r"(?:[\w-]+\.)?([\w-]+)((?:;[^:\"]*(?:\"[^\"]*\"[^:\"]*)*)?):(.*)", re.DOTALL
)
_QUOTED = re.compile(r";(?:ENCODING=)?QUOTED-PRINTABLE(?=;|$)", re.IGNORECASE)
_BROKEN = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})((?:\r\n?|\n)[ \t])([\x80-\xbf]{1,3})")
"""A long line that was broken within a character of UTF-8, which counts bytes."""
_CHARSET = re.compile(r";CHARSET=\"?([\w.:-]+)\"?", re.IGNORECASE)


class CardLines(NamedTuple):
    """A card that begins in *line*: its needed *properties*, one a line, and all of it as *raw*."""

    line: int
    properties: Sequence[str]
    raw: str
    is_whole: bool


class Stray(NamedTuple):
    """A *line* that stands in no card."""

    line: int


def with_whole_characters(data: bytes) -> bytes:
    """Return *data* with each line broken behind a character, where that makes it UTF-8."""
    mended = _BROKEN.sub(rb"\1\3\2", data)
    try:
        mended.decode()
    except UnicodeDecodeError:
        return data
    return mended


def cards_in(text: str) -> Iterator[CardLines | Stray]:
    """Yield the cards of a file one by one; one within another is left out."""
    raw: list[str] = []
    first = depth = 0
    is_stray = False
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        word = line.strip().upper()
        if word == _BEGIN:
            if not depth:
                raw, first = [], number
            depth += 1
        if depth:
            raw.append(line)
        elif line.strip() and not is_stray:
            is_stray = True
            yield Stray(number)
        if word == _END and depth:
            depth -= 1
            if not depth:
                yield CardLines(first, list(_needed(raw)), "\n".join(raw), is_whole=True)
    if depth:
        yield CardLines(first, list(_needed(raw)), "\n".join(raw), is_whole=False)


def _needed(raw: Sequence[str]) -> Iterator[str]:
    """Yield the needed properties of a card as one line each, in the form of version 3.0."""
    depth = 0
    for line in _unfolded(raw):
        word = line.strip().upper()
        depth += (word == _BEGIN) - (word == _END)
        found = _PROPERTY.fullmatch(line)
        if depth != 1 or not found:
            continue
        name, parameters, value = found[1].upper(), found[2], found[3]
        name = "KIND" if name == _OTHER_KIND else name
        if name in NEEDED:
            if _QUOTED.search(parameters):
                charset = _CHARSET.search(parameters)
                value = _unquoted(value, charset[1] if charset else "")
            parameters = _CHARSET.sub("", _QUOTED.sub("", parameters))
            yield f"{name}{parameters}:{value}"


def _unfolded(raw: Sequence[str]) -> Iterator[str]:
    """Yield the logical lines: a space continues one, and in quoted-printable a `=` at its end."""
    parts: list[str] = []
    is_soft = False
    for line in raw:
        if is_soft:
            parts[-1] = parts[-1][:-1]
            parts.append(line)
        elif line[:1] in (" ", "\t") and parts:
            parts.append(line[1:])
        else:
            if parts:
                yield "".join(parts)
            parts = [line]
        is_quoted = bool(_QUOTED.search(parts[0].partition(":")[0]))
        is_soft = is_quoted and parts[-1].endswith("=")
    yield "".join(parts)


def _unquoted(value: str, charset: str) -> str:
    """Return a value in quoted-printable as text, its line ends as `\\n` of two characters."""
    data = quopri.decodestring(value.encode("utf-8", "replace"))
    text = _text(data, charset)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _text(data: bytes, charset: str) -> str:
    """Return *data* by its character set, else as UTF-8, else as Windows-1252, as Outlook does."""
    for name in filter(None, (charset, "utf-8", "cp1252")):
        try:
            return data.decode(name)
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")
