"""Sections of a page as Markdown."""

from collections.abc import Iterable, Iterator, Sequence

from coachlog.base.texts import _
from coachlog.display.page import Line, Section
from coachlog.export.markdown.text import as_line, as_text, bullet


def section_texts(sections: Iterable[Section]) -> Iterator[str]:
    """Yield each section as a block of Markdown under its title."""
    for section in sections:
        privacy = _("for you only") if section.layer == "private" else ""
        notes = ", ".join(filter(None, (section.note, privacy)))
        title = f"{section.title} ({notes})" if notes else section.title
        heading = [f"## {as_line(title)}"] if title else []
        yield "\n\n".join([*heading, blocks(section.lines)])


def blocks(lines: Sequence[Line]) -> str:
    """Return *lines*: a list where they are items with details, paragraphs where they are texts."""
    is_list = any(line.sign or line.number is not None for line in lines)
    if is_list:
        has_heads = not lines[0].label  # what has a label is then a detail of one
        return "\n".join(
            bullet(_told(line), 1 if line.label and has_heads else 0) for line in lines
        )
    return "\n\n".join(
        _told(line) if line.label and "\n" not in line.text else as_text(_told(line))
        for line in lines
    )


def _told(line: Line) -> str:
    """Return a line with its label before it and its note behind it."""
    note = f" ({line.note})" if line.note else ""
    if not line.label:
        return f"{line.text}{note}"
    gap = "\n" if "\n" in line.text else " "
    return f"**{line.label}**{note}:{gap}{line.text}"
