"""The words of an event: without markup, and without how to get into a meeting."""

import html
import re

from coachlog.base.safe import shorten, visible_line
from coachlog.base.texts import _

_TITLE_CELLS = 40

_MEETING = re.compile(
    r"https?://[^\s<>\"]*(?:teams\.microsoft\.com|teams\.live\.com|zoom\.us|meet\.google\.com|"
    r"webex\.com|whereby\.com|meet\.jit\.si|gotomeeting\.com|join\.skype\.com|tel\.meet)[^\s<>\"]*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_NO_MEETING = re.compile(r"https?://(?:www\.)?(?:maps\.|goo\.gl/maps|[^/]*/maps)", re.IGNORECASE)
_TEAMS = re.compile(r"microsoft teams|google meet|zoom", re.IGNORECASE)
_LINE_TAG = re.compile(r"<(?:br|/p|/div|/li|/tr|/h\d)\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z!][^<>]{0,2000}>|<https?://[^<>]{0,2000}>", re.IGNORECASE)
_RULED = re.compile(r"_{10,}|[-:~]{10,}|\*~\*~\*[*~]*")
"""The line before and after what a program adds about a meeting."""


def words_of(description: str) -> str:
    """Return the words of somebody in a description."""
    kept: list[str] = []
    block: list[str] | None = None
    for line in _plain(description).split("\n"):
        stripped = line.strip()
        if _RULED.fullmatch(stripped):
            if block is None:
                block = []
                continue
            kept.extend(() if _is_about_meeting(block) else block)
            block = None
            continue
        (kept if block is None else block).append("" if _MEETING.search(line) else line.rstrip())
    if block is not None and not _is_about_meeting(block):
        kept.extend(block)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def is_by_video(location: str) -> bool:
    """Return whether a place is a meeting on a screen: an address of the web, but no map."""
    address = _ADDRESS.search(location)
    if address:
        return not _NO_MEETING.match(address[0])
    return bool(_TEAMS.match(location.strip()))


def _plain(text: str) -> str:
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub("", _LINE_TAG.sub("\n", text)))
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")


def _is_about_meeting(block: list[str]) -> bool:
    return not any(block) or "" in block or any(map(_TEAMS.search, block))


def titled(place: str, title: str) -> str:
    """Return a *place* in a calendar with the title that its owner knows it by, if it has one."""
    shown = shorten(visible_line(title), _TITLE_CELLS)
    return _("{place} “{title}”").format(place=place, title=shown) if shown else place
