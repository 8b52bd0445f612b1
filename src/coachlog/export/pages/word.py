"""A page as a Word document: real headings, lists and tables, with cells to type in where asked."""

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from coachlog.display.page import Page
from coachlog.export.pages.charts import Chart
from coachlog.export.pages.png import png
from coachlog.export.pages.sheet import (
    FIELDS,
    HEADING,
    ITEMS,
    RIGHT,
    SIGNATURES,
    TABLE,
    SheetBlock,
    SheetEntry,
    SheetPart,
    sheet,
)
from coachlog.export.pages.word_layout import (
    LABEL,
    NOTE,
    NUMBER,
    add_cell_to_write_in,
    add_paragraph,
    add_signatures,
    add_space,
    add_table,
    add_words,
    describe_picture,
    give_room,
    lay_out,
    mark_heads,
)


def word(page: Page, language: str) -> bytes:
    """Return *page* in *language* as .docx; its hints are left out."""
    made = sheet(page)
    document = Document()
    lay_out(document, made.title, language)
    document.add_paragraph(made.title, "Title")
    if made.facts:
        document.add_paragraph(made.facts, "Subtitle")
    for part in made.parts:
        _add_part(document, part)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _add_part(document: WordDocument, part: SheetPart) -> None:
    if part.title:
        _add_note(document.add_heading(part.title, 1), part.note)
    for block in part.blocks:
        _add_block(document, block)


def _add_block(document: WordDocument, block: SheetBlock) -> None:
    """Add a block in the form of its kind."""
    if block.chart:
        _add_chart(document, block.chart)
    elif block.kind == TABLE:
        _add_matrix(document, block.rows)
    elif block.kind == SIGNATURES:
        add_signatures(document, [entry.text for entry in block.entries])
    elif block.kind == FIELDS:
        _add_fields(document, block.entries, is_form=block.is_form)
    elif block.kind == ITEMS:
        for entry in block.entries:
            _add_item(document, entry)
    else:
        for entry in block.entries:
            style = "Heading 2" if block.kind == HEADING else "Normal"
            paragraph = document.add_paragraph(style=style)
            if block.kind == RIGHT:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            _add_words(paragraph, entry)


def _add_fields(
    document: WordDocument, entries: Sequence[SheetEntry], *, is_form: bool, indent: bool = False
) -> None:
    """Add a table with a row for each label; in a form the rows have lines, and room to type."""
    table = add_table(document, len(entries), is_form=is_form, indent=indent)
    for row, entry in zip(table.rows, entries, strict=True):
        label, text = row.cells
        _add_lines(label.paragraphs[0], entry.label, LABEL)
        _add_words(text.paragraphs[0], entry)
        for more in entry.details:
            text.paragraphs[-1].paragraph_format.space_after = Pt(2)
            _add_words(text.add_paragraph(), more)
        if entry.room:
            give_room(row, entry.room)
    add_space(document)  # what parts two tables, which Word would join


def _add_item(document: WordDocument, entry: SheetEntry) -> None:
    paragraph = add_paragraph(document, "List Bullet")
    if entry.number:
        add_words(paragraph, f"{entry.number}  ", NUMBER)
    _add_words(paragraph, entry)
    if entry.chart:
        _add_chart(document, entry.chart)
    if entry.room:
        paragraph.paragraph_format.keep_with_next = True
        add_cell_to_write_in(document, entry.room)
        add_space(document)
    if entry.details:
        _add_fields(document, entry.details, is_form=False, indent=True)


def _add_matrix(document: WordDocument, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    table.style = document.styles["Table Grid"]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].add_run(text)
    mark_heads(table)
    add_space(document)


def _add_chart(document: WordDocument, chart: Chart) -> None:
    run = document.add_paragraph().add_run()
    picture = run.add_picture(io.BytesIO(png(chart)), width=Pt(chart.width * 0.75))
    describe_picture(picture, chart.alt)


def _add_words(paragraph: Paragraph, entry: SheetEntry) -> None:
    _add_lines(paragraph, entry.text)
    _add_note(paragraph, entry.note)


def _add_note(paragraph: Paragraph, note: str) -> None:
    if note:
        add_words(paragraph, f" ({note})" if paragraph.text else f"({note})", NOTE)


def _add_lines(paragraph: Paragraph, text: str, style: str = "") -> None:
    """Add *text* with its line ends, which python-docx makes line breaks of."""
    if text:
        add_words(paragraph, text, style)
