"""Text out of bytes by a closed rule: nothing is guessed, so that no name is ever garbled."""

import codecs
import re

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\v")
_CONTROLS = bytes(byte for byte in range(32) if byte not in _TEXT_CONTROLS)
_OF_UTF_8 = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x90-\xaf]|\xe2\x82\xac")
"""Accents, quotation marks, dashes and the euro in UTF-8: as Windows-1252 they would be `Ã©`."""


def decoded(data: bytes, encoding: str | None = None) -> str:
    """Return the text of *data*: by *encoding*, else by its byte order mark, else as UTF-8.

    What is no UTF-8 is Windows-1252, as Excel and Outlook write it in Belgium, unless it has a
    byte that has no meaning there, a control character, or letters in UTF-8 elsewhere. The mark is
    left out. Raises RefusedError with the line that cannot be read, and for a NUL.
    """
    text = _by(data, encoding) if encoding else _by_rule(data)
    position = text.find("\0")
    if position >= 0:
        raise RefusedError(
            N_("Line {line} has a character (NUL) that no text has."),
            N_("Is it a text file? Save it again as UTF-8."),
            line=text.count("\n", 0, position) + 1,
        )
    return text


def _by_rule(data: bytes) -> str:
    """Return the text by its byte order mark, as UTF-8, or as Windows-1252; see `decoded`."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _by(data[len(mark) :], name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        first_bad = error.start
    if _OF_UTF_8.search(data):
        raise RefusedError(
            N_("Line {line} is not in UTF-8, as the rest is."),
            N_("Save the file again as UTF-8, or say what it is: --encoding NAME"),
            line=data.count(b"\n", 0, first_bad) + 1,
        )
    has_controls = data.translate(None, _CONTROLS) != data
    if not has_controls:
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError as error:
            first_bad = error.start
    raise RefusedError(
        N_("Line {line} is neither UTF-8 nor Windows-1252 text."),
        N_("Save the file again as UTF-8, or say what it is: --encoding NAME"),
        line=data.count(b"\n", 0, first_bad) + 1,
    )


def _by(data: bytes, encoding: str) -> str:
    """Return the text in *encoding*; raises RefusedError for one that Python does not have."""
    try:
        "".encode(encoding)  # not every codec of Python is one of text
    except (LookupError, ValueError) as error:
        raise RefusedError(
            N_("There is no encoding called {name}."),
            N_("For example: --encoding utf-8 or --encoding cp1252"),
            name=encoding[:40],
        ) from error
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as error:
        start = getattr(error, "start", 0)
        raise RefusedError(
            N_("Line {line} is no text in {name}."),
            N_("Save the file again as UTF-8, or say what it is: --encoding NAME"),
            line=data.count(b"\n", 0, start) + 1,
            name=encoding,
        ) from error
