"""Text that is safe to print: control characters are made visible, and its width is counted.

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
_UNDECODED_BYTE = re.compile("[\udc80-\udcff]")
"""The surrogates in which Python keeps a byte that is not UTF-8."""
_LINE_END = re.compile(r" *\n[ \n]*")
_TAB_STOP = "    "
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_EMOJI_JOINER, _EMOJI_SELECTOR = "\u200d", "\ufe0f"


def visible(text: str) -> str:
    """*text* with every character made visible that would control a terminal. Newlines stay.

    Control characters become their picture (`␛`), direction marks and invisible characters their
    code (`‹U+202E›`), halves of a surrogate pair `�`, a tab four spaces. The joiners of emoji and
    Persian stay.
    """
    if text.isprintable():
        return text
    return _DANGEROUS.sub(_make_visible, text.replace("\r\n", "\n"))


def visible_line(text: str) -> str:
    """*text* as `visible` makes it, on one line: each line end becomes a space."""
    if text.isprintable():
        return text
    return _LINE_END.sub(" ", visible(text))


def escaped(text: str) -> str:
    """JSON *text* with an escape (`\\u001b`) for each character that would control a terminal."""
    return text if text.isprintable() else _DANGEROUS.sub(_as_json_escape, text)


def readable(text: str) -> str:
    """*text* with each byte that was not UTF-8 decoded as Windows-1252."""
    return text if text.isascii() else _UNDECODED_BYTE.sub(_as_windows_letter, text)


def width(text: str) -> int:
    """The number of terminal cells that *text*, a line from `visible_line`, takes."""
    return len(text) if text.isascii() else sum(cells for _, cells in _clusters(text))


def shorten(text: str, cells: int, mark: str = "…") -> str:
    """*text*, cut off to take *cells* terminal cells at most; a cut text ends in *mark*."""
    if width(text) <= cells:
        return text
    remaining, start = cells - width(mark), ""
    if remaining < 0:
        return ""
    for cluster, cluster_cells in _clusters(text):
        remaining -= cluster_cells
        if remaining < 0:
            break
        start += cluster
    return start.rstrip() + mark


def _make_visible(match: re.Match[str]) -> str:
    """The visible form of a match of `_DANGEROUS`; its first group, a flag, stays as it is."""
    character = match[0]
    code = ord(character[0])
    if match[1]:
        return character
    if character == "\t":
        return _TAB_STOP
    if code < 0x20:
        return chr(0x2400 + code)  # the picture of this control character
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    return "\N{REPLACEMENT CHARACTER}" if 0xD800 <= code <= 0xDFFF else f"‹U+{code:04X}›"


def _as_windows_letter(match: re.Match[str]) -> str:
    # Python keeps the undecoded byte 0xE9 as U+DCE9.
    return bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace")


def _as_json_escape(match: re.Match[str]) -> str:
    """A match of `_DANGEROUS` as a JSON escape, two for a character beyond U+FFFF; flags stay."""
    if match[1]:
        return match[0]
    units = match[0].encode("utf-16-be", "surrogatepass")
    pairs = zip(units[::2], units[1::2], strict=True)
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in pairs)


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """Each character with the accents and emoji joined to it, and the cells they take together."""
    cluster, cells, is_joined = "", 0, False
    for character in text:
        if is_joined or (not _cell_width(character) and cluster):
            cluster += character
            cells = 2 if character == _EMOJI_SELECTOR and cells else cells
        else:
            if cluster:
                yield cluster, cells
            cluster, cells = character, _cell_width(character)
        is_joined = character == _EMOJI_JOINER
    if cluster:
        yield cluster, cells


def _cell_width(character: str) -> int:
    """The terminal cells of one character: 0 for an accent or a joiner, 2 for a wide one."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or character in _SKIN_TONES:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
