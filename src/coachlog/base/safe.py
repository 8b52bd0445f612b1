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
    """Return *text* with every character made visible that would control a terminal. Newlines stay.

    Control characters become their picture (`␛`), direction marks and invisible characters their
    code (`‹U+202E›`), halves of a surrogate pair `�`, a tab four spaces. The joiners of emoji and
    Persian stay.
    """
    if text.isprintable():
        return text
    return _DANGEROUS.sub(_make_visible, text.replace("\r\n", "\n"))


def visible_line(text: str) -> str:
    """Return *text* as `visible` makes it, on one line: each line end becomes a space."""
    if text.isprintable():
        return text
    return _LINE_END.sub(" ", visible(text))


def escaped(text: str) -> str:
    """Return JSON *text* with an escape (`\\u001b`) for each character that controls a terminal."""
    return text if text.isprintable() else _DANGEROUS.sub(_as_json_escape, text)


def readable(text: str) -> str:
    """Return *text* with each byte that was not UTF-8 decoded as Windows-1252."""
    return text if text.isascii() else _UNDECODED_BYTE.sub(_as_windows_letter, text)


def width(text: str) -> int:
    """Return the number of terminal cells that *text*, a line from `visible_line`, takes."""
    return len(text) if text.isascii() else sum(cells for _, cells in _clusters(text))


def shorten(text: str, cells: int, mark: str = "…") -> str:
    """Return *text*, cut off to take *cells* terminal cells at most; a cut text ends in *mark*.

    Return an empty text where not even *mark* fits.
    """
    if width(text) <= cells:
        return text
    remaining_cells = cells - width(mark)
    if remaining_cells < 0:
        return ""
    shortened = ""
    for cluster, cluster_cells in _clusters(text):
        remaining_cells -= cluster_cells
        if remaining_cells < 0:
            break
        shortened += cluster
    return shortened.rstrip().rstrip(",;:").rstrip() + mark  # no `question :…`


def _make_visible(match: re.Match[str]) -> str:
    """Return the visible form of a match of `_DANGEROUS`; a flag, its first group, stays."""
    character, flag = match[0], match[1]
    if flag:
        return str(flag)
    code = ord(character)
    if character == "\t":
        return _TAB_STOP
    if code < 0x20:
        return chr(0x2400 + code)  # the picture of this control character
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    is_surrogate = 0xD800 <= code <= 0xDFFF
    return "\N{REPLACEMENT CHARACTER}" if is_surrogate else f"‹U+{code:04X}›"


def _as_windows_letter(match: re.Match[str]) -> str:
    # Python keeps the undecoded byte 0xE9 as U+DCE9.
    return bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace")


def _as_json_escape(match: re.Match[str]) -> str:
    """Return a match of `_DANGEROUS` as a JSON escape; a flag, its first group, stays.

    A character beyond U+FFFF takes two escapes, as JSON has it: one for each half in UTF-16.
    """
    character, flag = match[0], match[1]
    if flag:
        return str(flag)
    utf16 = character.encode("utf-16-be", "surrogatepass")
    byte_pairs = zip(utf16[::2], utf16[1::2], strict=True)
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in byte_pairs)


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """Yield each character with what is joined to it, accents or emoji, and their cells."""
    cluster, cells = "", 0
    is_after_joiner = False
    for character in text:
        is_accent = _cell_width(character) == 0 and cluster != ""
        if is_after_joiner or is_accent:
            cluster += character
            if character == _EMOJI_SELECTOR and cells:
                cells = 2  # it makes a narrow symbol, such as ☀, an emoji
        else:
            if cluster:
                yield cluster, cells
            cluster, cells = character, _cell_width(character)
        is_after_joiner = character == _EMOJI_JOINER
    if cluster:
        yield cluster, cells


def _cell_width(character: str) -> int:
    """Return the terminal cells of one character: 0 for an accent or a joiner, 2 for a wide one."""
    is_mark_or_format = unicodedata.category(character) in ("Mn", "Me", "Cf")
    if is_mark_or_format or character in _SKIN_TONES:
        return 0
    is_wide = unicodedata.east_asian_width(character) in "WF"  # wide or full width
    return 2 if is_wide else 1
