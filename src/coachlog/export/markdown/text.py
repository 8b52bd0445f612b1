"""Escapes text for Markdown: signs in it are shown, and make no heading, task or comment."""

import json
import re
from collections.abc import Iterable, Mapping

from coachlog.base.safe import visible

_STRUCTURE = re.compile(r"^([ \t>]*)(#{1,6}(?=\s|$)|```|~~~|=+[ \t]*$|-{2,}[ \t]*$|\|(?=\s*:?-))")
"""What at the beginning of a line would make a heading, a block of code or a rule of it."""
_TASK = re.compile(r"^([ \t>]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)(\[.\])")
WORD_JOINER = "\u2060"
_TASK_DAY = re.compile(r"([📅📆🗓✅❌➕]|[\[(]\w+::)(?=\ufe0f?\s*\d{4}-)")
"""What would be read as a day of a task; a sign that is not seen keeps it apart from the day."""
_COMMENT = re.compile("%%")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_PLAIN_WORD = re.compile(r"[^\W\d_][\w.]*(?:[ /-][\w.]+)*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?")
_OTHER_THAN_WORDS = frozenset(("y", "yes", "n", "no", "on", "off", "true", "false", "null"))
"""Words that some readers of YAML take for something else."""
_BREAKS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x7f\x85\u2028\u2029\ufeff"}


def as_text(text: str) -> str:
    """Return *text* escaped, so that no heading, task or comment begins in it."""
    return "\n".join(map(_as_line, visible(text).split("\n")))


def as_line(text: str) -> str:
    """Return *text* on one line, as `as_text` does."""
    return _as_line(" ".join(visible(text).split()))


def as_task(text: str) -> str:
    """Return *text* as the words of a task, as `as_line` does: no day of it begins in them."""
    return _TASK_DAY.sub(rf"\1{WORD_JOINER}", as_line(text))


def _as_line(line: str) -> str:
    safe = _STRUCTURE.sub(r"\1\\\2", line.rstrip())
    safe = _TASK.sub(r"\1\\\2", safe)
    return _TAG.sub(r"\\<", _COMMENT.sub(r"\\%%", safe))


def bullet(text: str, depth: int = 0) -> str:
    """Return *text* as an item of a list; its further lines stand below its first one."""
    indent = "  " * depth
    first, *others = as_text(text).split("\n")
    rest = [f"{indent}  {line}" if line else "" for line in others]
    return "\n".join([f"{indent}- {first}", *rest])


def link(stem: str, shown: str = "") -> str:
    """Return a link to the note called *stem*, with the text *shown* where that differs."""
    text = re.sub(r"[\[\]|\s]+", " ", visible(shown)).strip()
    return f"[[{stem}|{text}]]" if text and text != stem else f"[[{stem}]]"


def front_matter(values: Mapping[str, object]) -> list[str]:
    """Return a line for each of *values* that is not None or empty: plain keys, words as words."""
    return [
        f"{key}: {_value(value)}" for key, value in values.items() if value not in (None, "", [])
    ]


def _value(value: object) -> str:
    """Return *value* as YAML that each reader takes for what it is: a word, a figure, a day."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        is_word = _PLAIN_WORD.fullmatch(value) and value.casefold() not in _OTHER_THAN_WORDS
        is_plain = is_word or _DAY.fullmatch(value)
        return (
            value if is_plain else json.dumps(visible(value), ensure_ascii=False).translate(_BREAKS)
        )
    return "[" + ", ".join(_value(each) for each in _each(value)) + "]"


def _each(values: object) -> Iterable[object]:
    return values if isinstance(values, (list, tuple)) else [str(values)]
