"""Cleans and checks texts and flags."""

import unicodedata
from typing import Final

from coachlog.base.folding import without_invisible
from coachlog.base.texts import N_
from coachlog.values.errors import KindError, NotAScaleError, NotYesOrNoError, short

TEXT_MAX = 200_000
LINE_MAX = 500
NAME_MOST = 200
DIGITS_MOST = 15
MINUTES_MOST: Final = 1440
"""The minutes of a day; no conversation takes longer."""
YES: Final = ("y", "yes", "j", "ja", "o", "oui", "1", "true")
NO: Final = ("n", "no", "nee", "neen", "non", "0", "false")
"""Yes and no as scripts and files write them."""


def text(value: str | None, most: int = TEXT_MAX) -> str | None:
    """Return text that may have several lines, stripped and with "\\n" as line ends.

    None if empty. Raises KindError for one that is too long.
    """
    if value is None:
        return None
    clean = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    # Half a character, a lone surrogate, becomes `?`: neither file nor store can hold it.
    clean = unicodedata.normalize("NFC", clean.encode("utf-8", "replace").decode("utf-8"))
    if len(clean) > most:
        raise KindError(
            N_("This is too long: {length} characters."),
            N_("At most {most} characters fit. Keep to the essentials."),
            length=len(clean),
            most=most,
        )
    # Programs written in C, and functions of SQLite, would end the text at a NUL.
    return clean.replace("\x00", "\N{SYMBOL FOR NULL}") or None


def line(value: str | None, most: int = LINE_MAX) -> str | None:
    """Return one line, with single spaces; None if empty. Raises KindError."""
    clean = text(value, TEXT_MAX)
    return text(" ".join(clean.split()), most) if clean else None


def name(value: str | None, most: int = NAME_MOST) -> str | None:
    """Return one line without the invisible characters that come along with copied text."""
    return line(without_invisible(value) if value else value, most)


def flag(value: str | bool | None) -> bool | None:
    """Return True or False for one of the words in YES or NO, None if empty.

    Raises NotYesOrNoError.
    """
    if value is None or isinstance(value, bool):
        return value
    typed = value.strip().casefold()
    if typed and typed not in YES + NO:
        raise NotYesOrNoError(answer=short(value))
    return typed in YES if typed else None


def digits(text: str) -> int | None:
    """Return the number that *text* has the digits of; None for no digits, or too many of them.

    Python reads no number of thousands of digits, and SQLite none of more than 19.
    """
    return int(text) if text.isdecimal() and len(text) <= DIGITS_MOST else None


def whole_days(value: object, least: int, most: int) -> int:
    """Return a number of days in digits, from *least* to *most*. Raises NotAScaleError."""
    typed = str(value).strip()
    days = digits(typed) if typed.isascii() else None
    if days is None or not least <= days <= most:
        raise NotAScaleError(answer=short(typed), low=least, high=most)
    return days
