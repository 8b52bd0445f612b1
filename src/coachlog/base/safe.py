"""Stored text is data: what a terminal would obey is made visible, and cells are counted.

Standard library only, and quick for ordinary text: plain output imports this, but never Rich.
"""

import re
import unicodedata
from collections.abc import Iterator

_DANGEROUS = re.compile(
    "(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)"  # flags of regions: kept
    "|[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_BYTE = re.compile("[\udc80-\udcff]")
"""How Python keeps a byte that is not UTF-8."""
_LINE_END = re.compile(r" *\n[ \n]*")
_TAB_STOP = "    "
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_JOINER, _EMOJI = "\u200d", "\ufe0f"


def visible(text: str) -> str:
    """*text*, several lines at most, with everything shown that a terminal would obey.

    Escapes and other controls become their picture (`␛`), direction marks and invisible
    characters their code (`‹U+202E›`), half characters `�`. Newlines stay and a tab becomes
    spaces; so do the joiners that emoji and Persian are written with.
    """
    if text.isprintable():
        return text
    return _DANGEROUS.sub(_picture, text.replace("\r\n", "\n"))


def visible_line(text: str) -> str:
    """*text* as one line that is safe to print: each line end becomes a space."""
    if text.isprintable():
        return text
    return _LINE_END.sub(" ", visible(text))


def escaped(text: str) -> str:
    """JSON *text* in which what a terminal would obey stands as `\\u001b`: it means the same."""
    return text if text.isprintable() else _DANGEROUS.sub(_as_code, text)


def readable(text: str) -> str:
    """*text* with each byte that was not UTF-8 as the letter that it is in Windows-1252."""
    return text if text.isascii() else _BYTE.sub(_as_letter, text)


def width(text: str) -> int:
    """How many cells of a terminal *text*, one line that was made visible, takes."""
    return len(text) if text.isascii() else sum(cells for _, cells in _clusters(text))


def shorten(text: str, cells: int, mark: str = "…") -> str:
    """*text*, cut where it takes more than *cells*; a cut text ends in *mark*."""
    if width(text) <= cells:
        return text
    room, kept = cells - width(mark), ""
    for cluster, size in _clusters(text):
        room -= size
        if room < 0:
            break
        kept += cluster
    return (kept.rstrip() + mark) if cells >= width(mark) else ""


def _picture(found: re.Match[str]) -> str:
    character = found[0]
    code = ord(character[0])
    if found[1]:
        return character
    if character == "\t":
        return _TAB_STOP
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    return "\N{REPLACEMENT CHARACTER}" if 0xD800 <= code <= 0xDFFF else f"‹U+{code:04X}›"


def _as_letter(found: re.Match[str]) -> str:
    return bytes([ord(found[0]) - 0xDC00]).decode("cp1252", "replace")


def _as_code(found: re.Match[str]) -> str:
    """Characters beyond the first 65,536 are two codes, as JSON has them."""
    units = found[0].encode("utf-16-be", "surrogatepass")
    pairs = zip(units[::2], units[1::2], strict=True)
    return found[0] if found[1] else "".join(f"\\u{high:02x}{low:02x}" for high, low in pairs)


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """Characters with what belongs to them, and the cells they take together."""
    cluster, cells, joined = "", 0, False
    for character in text:
        if joined or (not _cells(character) and cluster):
            cluster += character
            cells = 2 if character == _EMOJI and cells else cells
        else:
            if cluster:
                yield cluster, cells
            cluster, cells = character, _cells(character)
        joined = character == _JOINER
    if cluster:
        yield cluster, cells


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or character in _SKIN_TONES:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
