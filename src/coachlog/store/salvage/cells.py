"""The records of SQLite's file format: variable-length integers, and the values of a row.

Every number is checked before it is believed, for these bytes may be those of a damaged file.
The format: https://www.sqlite.org/fileformat2.html
"""

from collections.abc import Sequence
from struct import unpack
from typing import Final

MOST_COLUMNS = 200
"""No table of a journal has as many columns."""


class HarmedText(str):
    """A text of which some letters could not be read."""

    __slots__ = ()


class Lost:
    """The value of a column that cannot be read."""

    def __repr__(self) -> str:
        return "LOST"


LOST: Final = Lost()
Value = int | float | str | bytes | Lost | None


class BrokenCellError(ValueError):
    """These bytes are no record."""


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the variable-length integer at *at*, signed, and where the next byte is."""
    value = 0
    for place in range(at, min(at + 8, len(data))):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    if at + 8 >= len(data):
        raise BrokenCellError(at)
    value = value << 8 | data[at + 8]  # the ninth byte counts as a whole
    return (value - (1 << 64) if value >> 63 else value), at + 9


def row_values(payload: bytes, size: int) -> list[Value]:
    """Return the values of a record of *size* bytes, of which *payload* is all or the beginning.

    Values that begin there and end elsewhere, or lie elsewhere, are LOST. Raises ValueError.
    """
    header_size, at = varint(payload, 0)
    if not at <= header_size <= min(size, len(payload)):
        raise BrokenCellError(header_size)
    kinds = []
    while at < header_size:
        kind, at = varint(payload, at)
        kinds.append(kind)
    sizes = [_size_of(kind) for kind in kinds]
    if at != header_size or header_size + sum(sizes) != size or len(kinds) > MOST_COLUMNS:
        raise BrokenCellError(size)
    values: list[Value] = []
    for kind, length in zip(kinds, sizes, strict=True):
        is_here = at + length <= len(payload)
        values.append(_value(kind, payload[at : at + length]) if is_here else LOST)
        at += length
    return values


def readable_text(data: bytes) -> str:
    """Return a text of the store; one with letters that cannot be read as HarmedText.

    A zero byte is in no text of the journal: what should have stood there is lost.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = HarmedText(data.decode("utf-8", "replace"))
    if "\x00" in text:
        return HarmedText("�".join(part for part in text.split("\x00") if part) + "�")
    return text


def is_whole(values: Sequence[Value]) -> bool:
    """Whether nothing of a row is lost or harmed."""
    return not any(value is LOST or isinstance(value, HarmedText) for value in values)


_WHOLE_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_FLOAT, _ZERO, _ONE, _FIRST_BYTES = 7, 8, 9, 12


def _size_of(kind: int) -> int:
    """Return how many bytes a value of this serial type has."""
    if 0 <= kind < len(_WHOLE_SIZES):
        return _WHOLE_SIZES[kind]
    if kind < _FIRST_BYTES:  # 10 and 11 are for SQLite itself
        raise BrokenCellError(kind)
    return (kind - _FIRST_BYTES) // 2


def _value(kind: int, data: bytes) -> Value:
    """Return the value of a serial type, whose bytes are *data*."""
    if kind == 0:
        return None
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    if kind == _FLOAT:
        number: float = unpack(">d", data)[0]
        return number
    if kind < _ZERO:
        return int.from_bytes(data, "big", signed=True)
    return readable_text(data) if kind % 2 else data
