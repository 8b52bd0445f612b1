"""The people whom a note names: links, addresses, or names between commas."""

import re
from collections.abc import Iterable, Iterator

from coachlog.intake.record import PersonReference

_LINK = re.compile(r"\[\[([^\[\]|#^]+)[^\[\]]*\]\]")
_MAIL = re.compile(r"<?\b([^\s<>,;()\"]+@[^\s<>,;()\"]+\.[^\s<>,;()\"]+)>?")
_BETWEEN = re.compile(r"\s*[,;]\s*")


def people_in(words: Iterable[str], *, is_list: bool) -> Iterator[PersonReference]:
    """Yield the people named in *words*; the items of a list may have commas in a name."""
    for text in words:
        links = _LINK.findall(text)
        if links:
            yield from (_who(link.rpartition("/")[2]) for link in links)
        else:
            yield from (_who(part) for part in ([text] if is_list else _BETWEEN.split(text)))


def _who(text: str) -> PersonReference:
    """Return who is called *text*; a leading `@` is that of a note or of a mention."""
    mails = tuple(_MAIL.findall(text))
    name = " ".join(_MAIL.sub(" ", text).replace('"', " ").split()).lstrip("@").strip(" ()")
    return PersonReference(
        name or (mails[0] if mails else ""), mails, name if " " not in name else ""
    )
