"""A note: its properties, its text, and what the person adds below a line, which stays."""

import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from coachlog.base.texts import LANGUAGES, N_, _, translation
from coachlog.export.markdown.text import front_matter
from coachlog.schema.coachee import COACHEE
from coachlog.schema.session import SESSION

ID, DIGEST = "coachlog_id", "coachlog_text"
"""The properties by which a note is known, and by which a change of its text is seen."""
TASKS, AS_OF = "coachlog_tasks", "coachlog_as_of"
"""The actions as they went out, each as `a7 open 2026-12-11 ID`, and the last change of them."""
YOURS = N_("yours from here")
"""Notes out there have these words: a translation that is changed must stay recognised."""

_FENCE = "---"
_LENGTH = 16
_DAY_SIGN = re.compile(r"[📅✅❌]\ufe0f?\s*\d{4}-\d\d-\d\d")
_OUR_SIGN = re.compile(r"\^a\d+\b")
_TASK = re.compile(r"\s*[-*+]\s+\[.\]\s")
_ID_LINE = re.compile(rf"""{ID}:\s*["']?([0-9A-Za-z-]{{1,64}})["']?\s*""")
_DIGEST_LINE = re.compile(rf"""{DIGEST}:\s*["']?([0-9a-f]{{32}})["']?\s*""")
_KEY = re.compile(r"""["']?([^\s"':#-][^"':]*)["']?:(?:\s|$)""")


class Note(NamedTuple):
    """The record *id* as a note: the *name* of its file, its *properties* in order, its *body*."""

    id: str
    name: str
    properties: Mapping[str, object]
    body: str


class NoteText(NamedTuple):
    """The text of a note that is there, in its parts.

    *head* are the lines of its front matter, *body* what stands above the marker, *tail* what is
    below it; None where there is no marker.
    """

    head: list[str]
    body: str
    tail: str | None

    @property
    def id(self) -> str:
        """The id of the record that it was written for; empty where coachlog did not write it."""
        return _first(_ID_LINE, self.head)

    @property
    def is_as_written(self) -> bool:
        """Whether its body is still the one that was written."""
        return _first(_DIGEST_LINE, self.head) == digests(self.body)

    @property
    def written_words(self) -> str:
        """The digest of its words, without tasks, as they were written; empty for any other."""
        return _first(_DIGEST_LINE, self.head)[_LENGTH:]


def parts_of(text: str) -> NoteText:
    """Return the parts of the *text* of a note; what is below the marker is as it is there."""
    found = _marker_line().search(text)
    above = text[: found.start()] if found else text
    lines = above.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    head: list[str] = []
    if lines[0].rstrip() == _FENCE:
        ends = [place for place, line in enumerate(lines) if place and line.rstrip() == _FENCE]
        if ends:
            head, lines = lines[1 : ends[0]], lines[ends[0] + 1 :]
    body = "\n".join(lines).strip("\n")
    return NoteText(head, body, text[found.end() :] if found else None)


def text_of(note: Note, before: NoteText | None) -> str:
    """Return the text of *note*; properties and words of the person's own stay from *before*.

    Where the person took the marker away, all that stood there counts as theirs.
    """
    body = note.body.strip("\n")
    ours = {ID: note.id, **note.properties, DIGEST: digests(body)}
    head, tail = front_matter(ours), ""
    if before is not None:
        head += _own_properties(before.head, ours)
        tail = f"\n{before.body}\n" if before.tail is None else before.tail
    return "\n".join([_FENCE, *head, _FENCE, "", body, "", _marker(_(YOURS)), tail])


def _marker(words: str) -> str:
    """Return the line below which all is the person's own."""
    return f"%% coachlog: {words} %%"


@cache
def _marker_line() -> re.Pattern[str]:
    """Return what finds the marker in any language, as the language may have changed since."""
    words = {YOURS, *(translation(code).gettext(YOURS) for code in LANGUAGES)}
    markers = "|".join(re.escape(_marker(each)) for each in sorted(words))
    return re.compile(rf"^[ \t]*(?:{markers})[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


def digests(body: str) -> str:
    """Return what tells whether *body* has changed: as a whole, and apart from its tasks."""
    return f"{_digest(body)}{words_digest(body)}"


def words_digest(body: str) -> str:
    """Return what tells whether the words of *body* have changed, whatever was ticked in it."""
    lines = (_words_of_task(line) if _TASK.match(line) else line for line in body.split("\n"))
    return _digest("\n".join(filter(str.strip, lines)))


def _words_of_task(line: str) -> str:
    """Return the words of a task that coachlog wrote, without box and days; else no words."""
    sign = _OUR_SIGN.search(line)
    words = _OUR_SIGN.sub("", _DAY_SIGN.sub("", _TASK.sub("", line)))
    return f"{' '.join(words.split())} {sign[0]}" if sign else ""


def words_without_tasks(body: str) -> str:
    """Return *body* without its tasks."""
    return "\n".join(line for line in body.split("\n") if not _TASK.match(line))


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:_LENGTH]


def _own_properties(head: list[str], ours: Mapping[str, object]) -> list[str]:
    """Return the lines of properties that the person added, each with what belongs to it."""
    own, keeps = [], False
    for line in head:
        if key := _KEY.match(line):
            keeps = key[1].strip() not in ours and key[1].strip() not in OURS
        if keeps:
            own.append(line)
    return own


OURS = frozenset(
    (
        *(ID, DIGEST, TASKS, AS_OF, "kind", "date", "time", "person"),
        *(field.key for table in (SESSION, COACHEE) for field in table.fields),
    )
)
"""The properties that coachlog may write: one that is empty now is not the person's own."""


def _first(pattern: re.Pattern[str], lines: list[str]) -> str:
    found = (pattern.fullmatch(line) for line in lines)
    return next((match[1] for match in found if match), "")
