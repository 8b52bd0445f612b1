"""A record as text that a person edits, and back: headings, the value of each field below its own.

Standard library only; it knows no terminal and no record. Every text survives: a line of a value
that looks like a heading or an explanation gets a backslash before it, and loses it again.
"""

import textwrap
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_, NO_BREAK

HEADING, NOTE, PROBLEM, ESCAPE = "==", "#", "#!!", "\\"
SHORT, WIDEST = 24, 76


class TextMistakeError(RefusedError):
    """The text is no longer made of headings with something below them."""

    remedy = ""


class Part(NamedTuple):
    """A field in the text: its name, its heading, and what explains it, a line each."""

    name: str
    heading: str
    notes: tuple[str, ...] = ()


class Form:
    """The frame of a text: an *introduction* at the top, then the *parts* in their order."""

    def __init__(self, introduction: Sequence[str], parts: Sequence[Part]) -> None:
        self.introduction = [_noted(line) for line in introduction]
        self.parts = parts
        notes = (*self.introduction, *(_noted(line) for part in parts for line in part.notes))
        self._notes = {_loose(line) for line in notes}
        self._names = {_key(part.heading): part.name for part in parts}

    def render(self, values: Mapping[str, str], without: Collection[str] = ()) -> str:
        """The text with *values*, by name; a field without one is left empty, or is *without*."""
        lines = [*self.introduction, ""]
        for part in (part for part in self.parts if part.name not in without):
            value = values.get(part.name, "").split("\n")
            lines += [heading(part), *map(_noted, part.notes), *map(self._escaped, value), ""]
        return "\n".join(lines)

    def parse(self, text: str) -> dict[str, str]:
        """The values in *text*; a field whose heading is gone is left out.

        Without the white space around each value, as fields are kept. Raises TextMistakeError.
        """
        found: dict[str, list[str]] = {}
        below: list[str] | None = None
        for line in lines_of(text):
            name, behind = self._heading(line)
            if name is not None:
                below = found[self._once(name, line, found)] = [behind] if behind else []
            elif self._explains(line):
                continue
            elif below is not None:
                below.append(self._unescaped(line))
            elif line.strip() and not line.lstrip().startswith(NOTE):
                raise TextMistakeError(
                    N_("“{line}” is above the first heading: move it."), line=_short(line)
                )
        return {name: "\n".join(lines).strip() for name, lines in found.items()}

    def with_problems(self, text: str, problems: Mapping[str, str]) -> str:
        """*text* with each problem below the heading of its field, or at the top; no older ones."""
        left = dict(problems)
        lines = []
        for line in lines_of(text):
            if not line.startswith(PROBLEM):
                name, _behind = self._heading(line)
                lines += [line, *_problem(left.pop(name, "") if name else "")]
        top = [each for name in left for each in _problem(problems[name])]
        return "\n".join((*top, *lines))

    def refuse_lost_heading(self, typed: Mapping[str, str], shown: Mapping[str, str]) -> None:
        """Raise TextMistakeError where the text of a field slid below the heading before it."""
        above = ""
        for part in self.parts:
            if part.name in typed:
                above = part.name
            elif above and typed[above] != shown.get(above, ""):
                slid = shown.get(part.name, "")
                if slid and ("\n" + typed[above]).endswith("\n" + slid):
                    raise TextMistakeError(
                        N_(
                            "The heading “{line}” is gone, but the text below it is not. Put it "
                            "back."
                        ),
                        line=heading(part),
                    )

    def _once(self, name: str, line: str, found: Mapping[str, object]) -> str:
        if not name:
            raise TextMistakeError(
                N_("“{line}” is not a heading. Own text? Put a \\ before it."), line=_short(line)
            )
        if name in found:
            raise TextMistakeError(
                N_("The heading “{line}” is there twice. Own text? Put a \\ before it."),
                line=_short(line),
            )
        return name

    def _name(self, line: str) -> str | None:
        """The field of which *line* is the heading, "" when of none, None when it is no heading.

        A heading that lost some of its signs is one still: its text must not slide elsewhere.
        """
        bare = line.strip()
        if not (bare.startswith("=") or bare.endswith("=")):
            return None
        inside = bare.strip("=").strip()
        is_one = inside and bare.startswith(HEADING) and not bare.startswith(HEADING + "=")
        return self._names.get(_key(inside), "" if is_one else None)

    def _heading(self, line: str) -> tuple[str | None, str]:
        """The same, and what was typed behind it on the same line, where it is a whole heading."""
        name = self._name(line)
        if name:
            return name, ""
        bare = line.strip()
        for part in self.parts:
            whole = heading(part)
            behind = bare[len(whole) :].strip()
            begun = _loose(bare[: len(whole)]).casefold() == _loose(whole).casefold()
            if begun and not behind.endswith("="):
                return part.name, behind
        return name, ""

    def _explains(self, line: str) -> bool:
        return line.startswith(PROBLEM) or _loose(line.rstrip()) in self._notes

    def _special(self, line: str) -> bool:
        return self._heading(line)[0] is not None or self._explains(line)

    def _escaped(self, line: str) -> str:
        return ESCAPE + line if self._special(line.lstrip(ESCAPE)) else line

    def _unescaped(self, line: str) -> str:
        is_escaped = line.startswith(ESCAPE) and self._special(line.lstrip(ESCAPE))
        return line[1:] if is_escaped else line


def heading(part: Part) -> str:
    """The line that stands above the value of *part*."""
    return f"{HEADING} {part.heading} {HEADING}"


def lines_of(text: str) -> list[str]:
    """The lines of *text*, however an editor ends them."""
    plain = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    return plain.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def same_text(one: str, other: str) -> bool:
    """Whether two texts say the same: line ends and white space at them do not count."""
    return list(_trimmed(one)) == list(_trimmed(other))


def _trimmed(text: str) -> Iterator[str]:
    composed = unicodedata.normalize("NFC", "\n".join(lines_of(text)).strip())
    return (line.rstrip() for line in composed.split("\n"))


def _loose(line: str) -> str:
    """*line* as an editor leaves it that knows no spaces that tie words."""
    return line.replace(NO_BREAK, " ")


def _noted(line: str) -> str:
    return f"{NOTE} {line}".rstrip()


def _problem(text: str) -> Iterator[str]:
    """The lines that tell of a problem, none wider than a screen; a value is told as it is."""
    for line in text.split("\n") if text else ():
        parts = [line] if line.startswith(" ") else textwrap.wrap(line, WIDEST)
        yield from (f"{PROBLEM} {part}".rstrip() for part in parts or [""])


def _key(label: str) -> str:
    return " ".join(unicodedata.normalize("NFC", label).casefold().split())


def _short(line: str) -> str:
    bare = line.strip()
    return bare if len(bare) <= SHORT else bare[: SHORT - 1] + "…"
