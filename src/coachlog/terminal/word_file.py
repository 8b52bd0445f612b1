"""The words of a Word file: its paragraphs, lists, tables and footnotes, in their order.

Read from its XML, as a stream, without the extra for making pages: no entity, no link, no macro
and no picture in it is looked at. What was deleted with changes tracked is no text of it.
"""

from typing import Any
from xml.parsers import expat

from coachlog.base.containers import bounded_zip, member
from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_

DOCUMENT = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SKIPPED = ("Fallback", "pPrChange", "rPrChange", "sectPr")
"""Parts that say again what stands elsewhere."""
_CELL_BETWEEN = " | "


def text_of(data: bytes, name: str) -> str:
    """Return the words of the Word file called *name*. Raises RefusedError."""
    with bounded_zip(data, name) as container:
        document = member(container, DOCUMENT, name)
        if document is None:
            raise RefusedError(
                N_("{name} is no Word file."),
                N_("Save it as .docx or .txt, and give that."),
                name=name,
            )
        parts = [document, *filter(None, (member(container, each, name) for each in _NOTES))]
    texts = (_WordText(name).read(part) for part in parts)
    return "\n\n".join(filter(None, texts))


def _is_list(style: dict[str, str]) -> bool:
    """Return whether a paragraph style is one of lists, such as `ListBullet`."""
    return any(name.startswith(("ListBullet", "ListNumber")) for name in style.values())


class _Paragraph:
    """A paragraph that is being read: its text so far, and the *mark* before a list item."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.mark = ""

    def apply_element(self, tag: str, attributes: dict[str, str]) -> None:
        """Add the break that an element stands for, or set the mark that it gives."""
        if tag in _BREAKS:
            self.parts.append(_BREAKS[tag])
        elif tag == "numPr" or (tag == "pStyle" and _is_list(attributes)):
            self.mark = self.mark or "- "
        elif tag == "ilvl" and self.mark:
            level = next(iter(attributes.values()), "")
            self.mark = "  " * min(int(level), 8) + "- " if level.isdecimal() else self.mark


class _WordText:
    """The text of one XML part of a Word file, collected while the part is parsed."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lines: list[str] = []
        self._paragraphs: list[_Paragraph] = []  # a text box is one within another
        self._cells: list[list[list[str]]] = []  # rows that are open, one within another
        self._is_text = False
        self._skipping = 0  # the depth within an element whose text is left out

    def read(self, document: bytes) -> str:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._add_text
        parser.StartDoctypeDeclHandler = self._refuse
        try:
            parser.Parse(document, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise self._damaged() from error
        return "\n".join(self._lines).strip()

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        tag = element.rpartition(" ")[2]
        if self._skipping or tag in _SKIPPED:
            self._skipping += 1
        elif tag == "p":
            self._paragraphs.append(_Paragraph())
        elif tag == "tr":
            self._cells.append([])
        elif tag == "tc" and self._cells:
            self._cells[-1].append([])
        elif tag == "t":
            self._is_text = True
        elif self._paragraphs:
            self._paragraphs[-1].apply_element(tag, attributes)

    def _end(self, element: str) -> None:
        tag = element.rpartition(" ")[2]
        if self._skipping:
            self._skipping -= 1
        elif tag == "t":
            self._is_text = False
        elif tag == "p" and self._paragraphs:
            paragraph = self._paragraphs.pop()
            self._add_paragraph("".join(paragraph.parts), paragraph.mark)
        elif tag == "tr" and self._cells:
            cells = [" ".join(filter(None, cell)) for cell in self._cells.pop()]
            self._add_paragraph(_CELL_BETWEEN.join(cells) if any(cells) else "")

    def _add_text(self, text: str) -> None:
        if self._is_text and self._paragraphs and not self._skipping:
            self._paragraphs[-1].parts.append(text)

    def _add_paragraph(self, text: str, mark: str = "") -> None:
        """Add a paragraph or a table row to the open cell, or else to the lines of the text."""
        if self._cells and self._cells[-1]:
            self._cells[-1][-1].append(" ".join(text.split()))
        elif text.strip():
            self._lines.append(f"{mark}{text}")
        elif self._lines and self._lines[-1]:
            self._lines.append("")

    def _refuse(self, *_declaration: Any) -> None:
        raise self._damaged()

    def _damaged(self) -> RefusedError:
        return RefusedError(
            N_("{name} is damaged: its text cannot be read."),
            N_("Open it in the program that made it, and save it again."),
            name=self._name,
        )
