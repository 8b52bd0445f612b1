"""A page as Markdown, to paste in a mail: whatever is in a text, it shows as it is."""

import re
from collections.abc import Iterator

from coachlog.base.texts import _
from coachlog.display.page import BLANK, Page
from coachlog.export.pages.sheet import (
    FIELDS,
    HEADING,
    ITEMS,
    SIGNATURES,
    TABLE,
    SheetBlock,
    SheetEntry,
    SheetPart,
    sheet,
)

_OBEYED = re.compile(r"([\\`*_\[\]<>|~&])")
"""What Markdown obeys anywhere in a line."""
_OBEYED_FIRST = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))", re.MULTILINE)
"""What Markdown obeys at the start of a line."""


def markdown(page: Page, _language: str) -> bytes:
    """Return *page* as Markdown in UTF-8; its hints are left out."""
    made = sheet(page)
    lines = [f"# {_inline(made.title)}", ""]
    if made.facts:
        lines += [f"*{_inline(made.facts)}*", ""]
    for part in made.parts:
        lines += _part(part)
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _part(part: SheetPart) -> Iterator[str]:
    if part.title:
        note = f" *({_inline(part.note)})*" if part.note else ""
        yield from (f"## {_inline(part.title)}{note}", "")
    for block in part.blocks:
        yield from _block(block)


def _block(block: SheetBlock) -> Iterator[str]:
    """Yield the lines of a block, and an empty one after it."""
    if block.chart:
        yield from (_inline(block.chart.alt), "")
    elif block.kind == TABLE:
        yield from _table(block)
    elif block.kind == SIGNATURES:
        for entry in block.entries:
            yield from (f"{BLANK}  ", _entry(entry, ""), "")
    elif block.kind in (FIELDS, ITEMS):
        for entry in block.entries:
            if block.kind == FIELDS and entry.details:
                yield f"- {_label(entry)}"
                yield f"  - {_entry(entry._replace(label=''), '    ')}"
            else:
                yield f"- {_entry(entry, '  ')}"
            yield from (f"  - {_entry(detail, '    ')}" for detail in entry.details)
        yield ""
    else:
        for entry in block.entries:
            mark = "### " if block.kind == HEADING else ""
            yield from (f"{mark}{_entry(entry, '')}", "")


def _table(block: SheetBlock) -> Iterator[str]:
    heads, *rows = [map(_inline, row) for row in block.rows]
    rule = ["---"] * len(block.rows[0])
    yield from (f"| {' | '.join(row)} |" for row in (heads, rule, *rows))
    yield ""


def _entry(entry: SheetEntry, indent: str) -> str:
    """Return an entry; a text of several lines goes on below itself, *indent* deep."""
    number = f"**{entry.number}** " if entry.number else ""
    label = f"{_label(entry)} " if entry.label else ""
    words = entry.text if entry.text or not entry.room else BLANK
    note = f" *({_inline(entry.note)})*" if entry.note else ""
    return f"{number}{label}{_several_lines(words, indent)}{note}"


def _label(entry: SheetEntry) -> str:
    label = _("{label}:").format(label=_inline(entry.label))
    return f"**{label}**"


def _several_lines(text: str, indent: str) -> str:
    lines = [_escaped(line.strip()) for line in text.split("\n")]
    return f"\n{indent}".join(
        f"{line}  " if line and following else line
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
    )


def _inline(text: str) -> str:
    return _escaped(" ".join(text.split()))


def _escaped(text: str) -> str:
    """Return one line of *text* that Markdown shows as it is."""
    return _OBEYED_FIRST.sub(_at_start, _OBEYED.sub(r"\\\1", text))


def _at_start(found: re.Match[str]) -> str:
    blank, sign = found[1], found[2]
    return f"{blank}{sign}" + "\\" if sign.isdigit() else f"{blank}\\{sign}"
