"""A record as text that a person edits, and back: headings with the values below them.

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
SHORT = 24
"""The most characters of a line that a message quotes."""
WIDEST = 76


class TextMistakeError(RefusedError):
    """The edited text is no longer made of headings with values below them."""

    remedy = ""


class Part(NamedTuple):
    """A field in the text: its name, its heading, and lines that explain it."""

    name: str
    heading: str
    notes: tuple[str, ...] = ()


class Form:
    """The frame of a text: an *introduction* at the top, then the *parts* in their order."""

    def __init__(self, introduction: Sequence[str], parts: Sequence[Part]) -> None:
        self.introduction = [_comment(line) for line in introduction]
        self.parts = parts
        notes = (*self.introduction, *(_comment(line) for part in parts for line in part.notes))
        self._comments = {_without_no_break(line) for line in notes}
        self._names_by_heading = {_normalized_heading(part.heading): part.name for part in parts}

    def render(self, values: Mapping[str, str], without: Collection[str] = ()) -> str:
        """Return the text with *values* by name; the fields *without* are left out."""
        lines = [*self.introduction, ""]
        for part in self.parts:
            if part.name in without:
                continue
            value_lines = values.get(part.name, "").split("\n")
            lines += [heading(part), *map(_comment, part.notes)]
            lines += [*map(self._escape, value_lines), ""]
        return "\n".join(lines)

    def parse(self, text: str) -> dict[str, str]:
        """Return the values in *text*, stripped; a field whose heading is gone is left out.

        Raises TextMistakeError.
        """
        values: dict[str, list[str]] = {}
        value_lines: list[str] | None = None  # of the heading that was read last
        for line in lines_of(text):
            name, text_after_heading = self._heading(line)
            if name is not None:
                self._refuse_unknown_or_repeated(name, line, values)
                value_lines = [text_after_heading] if text_after_heading else []
                values[name] = value_lines
            elif self._is_comment(line):
                continue
            elif value_lines is not None:
                value_lines.append(self._unescape(line))
            elif line.strip() and not line.lstrip().startswith(NOTE):
                raise TextMistakeError(
                    N_("“{line}” is above the first heading: move it."), line=_excerpt(line)
                )
        return {name: "\n".join(lines).strip() for name, lines in values.items()}

    def with_problems(self, text: str, problems: Mapping[str, str]) -> str:
        """Return *text* with each problem below its field's heading, or at the top.

        Earlier problems in *text* are removed.
        """
        unplaced = dict(problems)
        lines = []
        for line in lines_of(text):
            if line.startswith(PROBLEM):
                continue
            lines.append(line)
            name, _text_after_heading = self._heading(line)
            if name:
                lines += _problem_lines(unplaced.pop(name, ""))
        top_lines = [line for problem in unplaced.values() for line in _problem_lines(problem)]
        return "\n".join((*top_lines, *lines))

    def refuse_lost_heading(self, typed: Mapping[str, str], shown: Mapping[str, str]) -> None:
        """Raise TextMistakeError if a heading was removed but not its text.

        Then the text of that field is at the end of the value before it, in lines of its own.
        """
        previous = ""  # the name of the last field before, whose heading is still there
        for part in self.parts:
            if part.name in typed:
                previous = part.name
            elif previous and typed[previous] != shown.get(previous, ""):
                lost_text = shown.get(part.name, "")
                is_in_previous = ("\n" + typed[previous]).endswith("\n" + lost_text)
                if lost_text and is_in_previous:
                    raise TextMistakeError(
                        N_(
                            "The heading “{line}” is gone, but the text below it is not. Put it "
                            "back."
                        ),
                        line=heading(part),
                    )

    def _refuse_unknown_or_repeated(
        self, name: str, line: str, values: Mapping[str, object]
    ) -> None:
        """Raise TextMistakeError if *line* is no heading of a field, or was there before."""
        if not name:
            raise TextMistakeError(
                N_("“{line}” is not a heading. Own text? Put a \\ before it."), line=_excerpt(line)
            )
        if name in values:
            raise TextMistakeError(
                N_("The heading “{line}” is there twice. Own text? Put a \\ before it."),
                line=_excerpt(line),
            )

    def _name(self, line: str) -> str | None:
        """Return the field whose heading *line* is, "" for an unknown heading, else None.

        `== Topic` and `Topic =` are headings too, or the text below would go to another field.
        """
        stripped = line.strip()
        if not (stripped.startswith("=") or stripped.endswith("=")):
            return None
        label = stripped.strip("=").strip()
        name = self._names_by_heading.get(_normalized_heading(label))
        if name is not None:
            return name
        # An unknown label counts only after exactly two signs: `=== x` is a line of a value.
        has_two_signs = stripped.startswith(HEADING) and not stripped.startswith(HEADING + "=")
        return "" if label and has_two_signs else None

    def _heading(self, line: str) -> tuple[str | None, str]:
        """Return the name as `_name` does, and the text after a complete heading on its line."""
        name = self._name(line)
        if name:
            return name, ""
        stripped = line.strip()
        for part in self.parts:  # `== Topic == text` is no heading by itself
            expected = _without_no_break(heading(part))
            start = _without_no_break(stripped[: len(expected)])
            text_after_heading = stripped[len(expected) :].strip()
            is_expected = start.casefold() == expected.casefold()
            if is_expected and not text_after_heading.endswith("="):
                return part.name, text_after_heading
        return name, ""

    def _is_comment(self, line: str) -> bool:
        return line.startswith(PROBLEM) or _without_no_break(line.rstrip()) in self._comments

    def _needs_escape(self, line: str) -> bool:
        return self._heading(line)[0] is not None or self._is_comment(line)

    def _escape(self, line: str) -> str:
        return ESCAPE + line if self._needs_escape(line.lstrip(ESCAPE)) else line

    def _unescape(self, line: str) -> str:
        is_escaped = line.startswith(ESCAPE) and self._needs_escape(line.lstrip(ESCAPE))
        return line[1:] if is_escaped else line


def heading(part: Part) -> str:
    """Return the line above the value of *part*: `== Topic ==`."""
    return f"{HEADING} {part.heading} {HEADING}"


def lines_of(text: str) -> list[str]:
    """Return the lines of *text*, whatever the line ends, without a byte order mark."""
    without_mark = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    return without_mark.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def same_text(one: str, other: str) -> bool:
    """Return whether two texts are equal apart from line ends and white space before them."""
    return list(_normalized_lines(one)) == list(_normalized_lines(other))


def _normalized_lines(text: str) -> Iterator[str]:
    composed = unicodedata.normalize("NFC", "\n".join(lines_of(text)).strip())
    return (line.rstrip() for line in composed.split("\n"))


def _without_no_break(line: str) -> str:
    """Return *line* with plain spaces, as some editors save it."""
    return line.replace(NO_BREAK, " ")


def _comment(line: str) -> str:
    return f"{NOTE} {line}".rstrip()


def _problem_lines(text: str) -> Iterator[str]:
    """Yield the lines of a problem, wrapped; an indented line is a value and stays as it is.

    Nothing for an empty text.
    """
    if not text:
        return
    for line in text.split("\n"):
        rows = [line] if line.startswith(" ") else textwrap.wrap(line, WIDEST)
        for row in rows or [""]:  # an empty line has no rows
            yield f"{PROBLEM} {row}".rstrip()


def _normalized_heading(label: str) -> str:
    return " ".join(unicodedata.normalize("NFC", label).casefold().split())


def _excerpt(line: str) -> str:
    stripped = line.strip()
    return stripped if len(stripped) <= SHORT else stripped[: SHORT - 1] + "…"
