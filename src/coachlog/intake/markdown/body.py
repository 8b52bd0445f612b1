"""The text of a note: its parts under headings, its tasks, and all other words."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coachlog.intake.markdown.task import Task, task_in
from coachlog.intake.markdown.words import ACTIONS, NOTES, REALITY, section_of

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(.*)")
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(.*)")
_ESCAPED = re.compile(r"\\([#`~=<%\[|-])")
_QUERIES = ("tasks", "dataview", "dataviewjs", "query", "button")
"""Blocks that make something of other notes: no words of people."""
_CODE_INDENT = 4


class NoteBody(NamedTuple):
    """What a note says. *title* is its first heading where nothing stands before it.

    *sections* are the lines of each part, by its code, *words* all that stands in none.
    """

    title: str
    sections: dict[str, list[str]]
    tasks: list[Task]
    words: str

    def items(self, section: str) -> list[str]:
        """Return the items of a list of a part, and else its paragraphs, without empty ones."""
        return [each for each in map(_clean, _items(self.sections.get(section, ()))) if each]

    def text(self, section: str) -> str:
        """Return the whole text of a part."""
        return _clean("\n".join(self.sections.get(section, ())))


def read_body(lines: Sequence[str], first_line: int) -> NoteBody:
    """Return what the *lines* of a note say; the first of them is line *first_line* of the file."""
    reading = _BodyReading()
    for number, line in enumerate(lines, first_line):
        reading.take(line, number)
    return reading.done()


class _BodyReading:
    def __init__(self) -> None:
        self._title = ""
        self._sections: dict[str, list[str]] = {}
        self._tasks: list[Task] = []
        self._words: list[str] = []
        self._section, self._level = "", 0
        self._fence, self._is_quoted, self._is_query = "", False, False
        self._before, self._in_list = "", False
        self._task: Task | None = None
        self._has_words_of_task = False

    def take(self, line: str, number: int) -> None:
        """Take one line."""
        is_code = self._is_code(line)
        if is_code:
            if not self._is_query:
                keeps = self._section == REALITY  # elsewhere code would become items
                (self._sections.setdefault(REALITY, []) if keeps else self._words).append(line)
        elif heading := _HEADING.fullmatch(line):
            self._heading(line, len(heading[1]), (heading[2] or "").strip())
        elif task := task_in(line, number):
            self._tasks.append(task)
            self._task, self._has_words_of_task = task, False
        elif not self._took_detail_of_task(line):
            self._text(line)
        is_list = bool(_ITEM.match(line)) and not is_code
        self._in_list = is_list or (self._in_list and (not line.strip() or line[:1] in " \t"))
        self._before = line

    def done(self) -> NoteBody:
        """Return what was read."""
        for line in self._sections.pop(ACTIONS, []):
            is_below = line[:1] in (" ", "\t") and ACTIONS in self._sections
            is_item = bool(_ITEM.match(line)) or (is_below and bool(line.strip()))
            lines = self._sections.setdefault(ACTIONS, []) if is_item else self._words
            lines.append(line)
        words = _clean("\n".join(_without_empty_headings(self._words)))
        return NoteBody(self._title, self._sections, self._tasks, words)

    def _is_code(self, line: str) -> bool:
        """Whether a line stands in code, or begins or ends it."""
        fence = _FENCE.fullmatch(line)
        if self._fence:
            is_end = fence and fence[1].startswith(self._fence) and not fence[2].strip()
            left_quote = self._is_quoted and not line.lstrip().startswith(">")
            if is_end or left_quote:
                self._fence = ""
            if not left_quote:
                return True
            self._is_query = False
            return self._is_code(line)
        self._is_query = False
        if fence and not (fence[1][0] == "`" and "`" in fence[2]):
            self._fence = fence[1]
            self._is_quoted = line.lstrip().startswith(">")
            self._is_query = fence[2].strip().partition(" ")[0].casefold() in _QUERIES
            return True
        is_deep = _depth(line) >= _CODE_INDENT
        return is_deep and not self._in_list and not self._before.strip()

    def _heading(self, line: str, level: int, text: str) -> None:
        """Take a heading: the title, a heading within a part, or the beginning of another part."""
        self._task = None
        is_first = not self._title and not "".join(self._words).strip() and not self._sections
        if level == 1 and is_first and not section_of(text):
            self._title = _clean(text)
            return
        if self._section and level > self._level and not section_of(text):
            self._text(line)
            return
        self._section, self._level = section_of(text), level
        if self._section in ("", NOTES):
            self._words.append("" if self._section else line)
            self._section = "" if self._section == NOTES else self._section

    def _text(self, line: str) -> None:
        """Add a line to the part that it stands in, or else to the free words."""
        target = self._sections.setdefault(self._section, []) if self._section else self._words
        target.append(line)

    def _took_detail_of_task(self, line: str) -> bool:
        """Add a line below a task to the free words, as an action has no field for it."""
        if not (self._task and line.strip() and _depth(line) > self._task.indent):
            self._task = self._task if not line.strip() else None
            return False
        if not self._has_words_of_task:
            self._words.append(f"- {self._task.what}")
            self._has_words_of_task = True
        self._words.append(line)
        return True


def _without_empty_headings(lines: Sequence[str]) -> list[str]:
    """Return *lines* without headings below which nothing stands."""
    kept: list[str] = []
    deepest = 0  # the level above which a heading has words below it
    for line in reversed(lines):
        heading = _HEADING.fullmatch(line)
        if heading is None:
            deepest = 7 if line.strip() else deepest
        elif len(heading[1]) >= deepest:
            continue
        else:
            deepest = len(heading[1])
        kept.append(line)
    return kept[::-1]


def _items(lines: Sequence[str]) -> Iterator[str]:
    """Yield each item of a list, with what is below it, and each paragraph beside lists."""
    item: list[str] = []
    depth, is_after_blank = -1, False  # no depth: a paragraph
    for line in lines:
        found, is_blank = _ITEM.match(line), not line.strip()
        indent = _depth(line)
        begins_item = found is not None and (depth < 0 or indent <= depth)
        ends_list = depth >= 0 and is_after_blank and indent == 0 and not is_blank
        if begins_item or ends_list or (is_blank and depth < 0):
            yield "\n".join(item)
            item = []
        if found and begins_item:
            depth, line = indent, found[2]
        elif ends_list:
            depth = -1
        item.append(line.strip() if depth >= 0 else line)
        is_after_blank = is_blank
    yield "\n".join(item)


def _depth(line: str) -> int:
    expanded = line.replace("\t", " " * _CODE_INDENT)
    return len(expanded) - len(expanded.lstrip(" "))


def _clean(text: str) -> str:
    return _ESCAPED.sub(r"\1", re.sub(r"\n{3,}", "\n\n", text)).strip()
