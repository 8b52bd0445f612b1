"""The properties above the text of a note, as words: no figure, no day and no yes is made of them.

PyYAML is given at most 64 kB, and takes no aliases: a short text cannot become a long one.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import yaml

MOST_BYTES = 64 * 1024
_FENCE = "---"
_ENDS = (_FENCE, "...")
_DEEP = re.compile(r"(?:[\[{]\s*){40}|^\s*(?:[-?] +){40}", re.MULTILINE)
_PROPERTY = re.compile(r"""["']?([^\s"'#:\[\]{}-][^"':]*?)["']?\s*:(?:\s+(.*))?$""")


_NAME = r"[^\W\d_][\w -]{0,30}?"
_INLINE = re.compile(
    rf"\s*(?:[-*+]\s+)?(?:\*\*({_NAME})\s*(?::\s*\*\*|\*\*\s*:)|({_NAME})::)\s*(\S.*)"
)
"""`**Date:** 2026-11-20`, or `date:: 2026-11-20` as the plug-in Dataview has it."""
_HEAD_LINES = 20


class Property(NamedTuple):
    """A property of a note: its *key* and its *words*, several where it is a list."""

    key: str
    words: tuple[str, ...]


class FrontMatter(NamedTuple):
    """The properties of a note; its *text* begins in *line*. *is_long*: they were not read."""

    properties: tuple[Property, ...]
    text: list[str]
    line: int
    is_long: bool = False


def split(text: str) -> FrontMatter:
    """Return the properties and the text of a note; without a head all of it is text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[0].rstrip() != _FENCE:
        return FrontMatter((), lines, 1)
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() in _ENDS), None)
    if end is None:
        return FrontMatter((), lines, 1)
    head, rest = "\n".join(lines[1:end]), lines[end + 1 :]
    if len(head.encode("utf-8", "replace")) > MOST_BYTES:
        return FrontMatter((), rest, end + 2, is_long=True)
    return FrontMatter(tuple(_properties(head)), rest, end + 2)


def inline_properties(text: Sequence[str]) -> Iterator[Property]:
    """Yield what the first lines of a text say as properties, above its second heading."""
    headings = 0
    for line in text[:_HEAD_LINES]:
        headings += line.startswith("#")
        if headings > 1:
            return
        if found := _INLINE.fullmatch(line):
            yield Property((found[1] or found[2]).strip(), (found[3].strip(),))


def _properties(head: str) -> list[Property]:
    """Return the properties; line by line where they are no YAML, as many a template's are."""
    if _DEEP.search(head):  # a list of lists of lists: no property is one
        return list(_by_line(head))
    try:
        root = _Loader(head).get_single_node()
    except (yaml.YAMLError, RecursionError, ValueError):
        return list(_by_line(head))
    if not isinstance(root, yaml.MappingNode):
        return list(_by_line(head))
    try:
        return [Property(" ".join(_words(key)), tuple(_words(value))) for key, value in root.value]
    except RecursionError:
        return list(_by_line(head))


class _Loader(yaml.BaseLoader):
    """Reads words only, and no aliases."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse an alias; else as the parent does."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError
        return super().compose_node(parent, index)


def _words(node: yaml.Node) -> Iterator[str]:
    """Yield the words of a value, however nested: `[[Amina]]` without quotes is a list of lists."""
    if isinstance(node, yaml.ScalarNode):
        if node.value.strip():
            yield node.value
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield f"{' '.join(_words(key))}: {', '.join(_words(value))}"
    else:
        for each in node.value:
            yield from _words(each)


def _by_line(head: str) -> Iterator[Property]:
    key = ""
    words: list[str] = []
    for line in head.split("\n"):
        if found := _PROPERTY.match(line):
            if key:
                yield Property(key, tuple(words))
            key, first = found[1].strip(), (found[2] or "").strip().strip("\"'")
            words = [first] if first else []
        elif key and (more := line.strip().removeprefix("- ").strip().strip("\"'")):
            words.append(more)
    if key:
        yield Property(key, tuple(words))
