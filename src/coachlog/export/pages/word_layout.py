"""How a Word document looks: A4, its styles, its language, page numbers, and cells to write in."""

from collections.abc import Collection, Sequence
from typing import cast

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shape import InlineShape
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.styles.styles import Styles
from docx.table import Table as WordTable
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph

from coachlog.base.clock import now

FONT = "Calibri"
INK, SOFT, ACCENT = RGBColor(0x1D, 0x24, 0x26), RGBColor(0x56, 0x61, 0x66), RGBColor(0, 0x69, 0x6B)
LINE_COLOUR = "B4BEC1"
_FOOTER_MOST = 70
LABEL, NOTE, NUMBER = "Field label", "Note", "Record number"
UNDER_LINE = "Space"
"""The styles that are ours."""
_LANGUAGES = {"nl": "nl-BE", "fr": "fr-BE", "en": "en-GB"}
_WIDTH, _LABEL_WIDTH, _INDENT = Cm(16), Cm(5), Cm(0.63)
_SIGNATURE = Cm(7)
"""The line to sign on, where there is one only."""
_SPACED = {  # size, space before, space after, by style
    "Title": (22, 0, 4),
    "Subtitle": (10.5, 0, 10),
    "Heading 1": (13, 13, 3),
    "Heading 2": (11, 12, 4),
    "Normal": (11, 0, 6),
    "List Bullet": (11, 0, 3),
    UNDER_LINE: (3, 0, 0),
}


def lay_out(document: WordDocument, title: str, language: str) -> None:
    """Set paper, styles, language and the page numbers of a new *document* called *title*."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.4)
    properties = document.core_properties
    properties.title, properties.language = title[:255], _LANGUAGES.get(language, language)
    properties.author = properties.comments = ""
    properties.created = properties.modified = now().replace(tzinfo=None)  # in UTC, as Word has it
    _set_styles(document)
    _set_language(document, _LANGUAGES.get(language, language))
    _add_page_numbers(section.footer.paragraphs[0], document.styles, title)


def add_paragraph(document: WordDocument, style: str) -> Paragraph:
    """Add an empty paragraph. Its style is set by its id: python-docx looks names up slowly."""
    paragraph = document.add_paragraph()
    paragraph._p.style = style.replace(" ", "")
    return paragraph


def add_space(document: WordDocument) -> None:
    """Add what parts a table from what follows; Word would join two tables."""
    add_paragraph(document, UNDER_LINE)


def add_words(paragraph: Paragraph, text: str, style: str = "") -> None:
    """Add *text* in a style for characters, which is set by its id as that of a paragraph is."""
    run = paragraph.add_run(text)
    if style:
        run._r.style = style.replace(" ", "")


def add_table(
    document: WordDocument, rows: int, *, is_form: bool, indent: bool = False
) -> WordTable:
    """Add a table for labels and texts: with lines between the rows of a form, else without."""
    table: WordTable = document.add_table(rows, 2)
    table.autofit = False
    widths = (_LABEL_WIDTH, _WIDTH - _LABEL_WIDTH - (_INDENT if indent else 0))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
            spacing = cell.paragraphs[0].paragraph_format
            spacing.space_before = spacing.space_after = Pt(5 if is_form else 2)
    _set_borders(table, ("top", "bottom", "insideH") if is_form else ())
    if indent:
        _indent(table)
    return table


def give_room(row: WordRow, lines: int) -> None:
    """Make *row* as high as *lines* to type or write on, on one page."""
    row.height, row.height_rule = Pt(21 * lines), WD_ROW_HEIGHT_RULE.AT_LEAST
    _add(row._tr.get_or_add_trPr(), "w:cantSplit")


def add_cell_to_write_in(document: WordDocument, lines: int) -> None:
    """Add a box as high as *lines*, which grows with what is typed in it."""
    table = document.add_table(1, 1)
    table.autofit = False
    give_room(table.rows[0], lines)
    _set_borders(table, ("top", "bottom", "left", "right"))
    _indent(table)
    table.rows[0].cells[0].width = table.columns[0].width = Emu(_WIDTH - _INDENT)


def add_signatures(document: WordDocument, names: Sequence[str]) -> None:
    """Add room to sign for each of *names*, beside each other, with the name below a line."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    table = document.add_table(2, len(names))
    if len(names) == 1:
        table.autofit = False
        table.columns[0].width = _SIGNATURE
        for row in table.rows:
            row.cells[0].width = _SIGNATURE
    give_room(table.rows[0], 3)
    _set_borders(table, ("insideH",))
    for above, below, name in zip(table.rows[0].cells, table.rows[1].cells, names, strict=True):
        above.paragraphs[0].paragraph_format.keep_with_next = True
        below.paragraphs[0].add_run(name, NOTE)
    add_space(document)


def mark_heads(table: WordTable) -> None:
    """Mark the first row as heads, which each page repeats and a screen reader tells."""
    _add(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    _set_borders(table, ("top", "bottom", "insideH"))
    for cell in table.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True


def describe_picture(picture: InlineShape, alt: str) -> None:
    """Give a *picture* its text alternative."""
    picture._inline.docPr.set("descr", alt)


def _set_styles(document: WordDocument) -> None:
    """Give the styles their fonts, sizes, distances and colours, and add those that are ours."""
    styles = document.styles
    styles.add_style(UNDER_LINE, WD_STYLE_TYPE.PARAGRAPH)
    for name, (size, before, after) in _SPACED.items():
        style = cast("ParagraphStyle", styles[name])
        _set_font(style, size)
        spacing = style.paragraph_format
        spacing.space_before, spacing.space_after = Pt(before), Pt(after)
        spacing.line_spacing = 1.1
    for name, colour in (
        ("Title", INK),
        ("Subtitle", SOFT),
        ("Heading 1", ACCENT),
        ("Heading 2", INK),
    ):
        style = cast("ParagraphStyle", styles[name])
        style.font.color.rgb = colour
        style.font.bold = name.startswith("Heading")
        style.font.italic = False
        _take_away(style.element.get_or_add_pPr(), "w:pBdr")
        _take_away(style.element.get_or_add_rPr(), "w:spacing")
    _take_away(styles["List Bullet"].element.get_or_add_pPr(), "w:contextualSpacing")
    for name, colour, size in ((LABEL, SOFT, 10.5), (NOTE, SOFT, 9.5), (NUMBER, ACCENT, 11)):
        words = cast("CharacterStyle", styles.add_style(name, WD_STYLE_TYPE.CHARACTER))
        words.font.color.rgb, words.font.size = colour, Pt(size)
        words.font.bold = False


def _set_font(style: ParagraphStyle, size: float) -> None:
    """Set the one font in the place of those of the theme."""
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), FONT)


def _take_away(properties: BaseOxmlElement, name: str) -> None:
    """Take what the template of python-docx has of *name* out of the *properties* of a style."""
    for known in properties.findall(qn(name)):
        properties.remove(known)


def _set_language(document: WordDocument, language: str) -> None:
    """Set the language of all texts, for spelling and for a voice that reads them."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _take_away(properties, "w:lang")
    _add(properties, "w:lang", val=language, eastAsia=language)


def _add_page_numbers(paragraph: Paragraph, styles: Styles, title: str) -> None:
    """Fill the footer: the title on the left, on the right the page and how many there are."""
    paragraph.style = styles["Normal"]  # that of a footer has a tab in the middle
    paragraph.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    short = title if len(title) <= _FOOTER_MOST else f"{title[:_FOOTER_MOST]}…"
    paragraph.add_run(f"{short}\t", NOTE)
    _add_field(paragraph, "PAGE")
    paragraph.add_run(" / ", NOTE)
    _add_field(paragraph, "NUMPAGES")


def _add_field(paragraph: Paragraph, code: str) -> None:
    """Add what Word counts itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)
    run = paragraph.add_run("1", NOTE)
    field.append(run._r)


def _set_borders(table: WordTable, sides: Collection[str]) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        if side in sides:
            _add(borders, f"w:{side}", val="single", sz="4", space="0", color=LINE_COLOUR)
    table._tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def _indent(table: WordTable) -> None:
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), str(round(_INDENT.pt * 20)))
    indent.set(qn("w:type"), "dxa")
    table._tblPr.insert_element_before(
        indent, "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"
    )


def _add(parent: BaseOxmlElement, name: str, **values: str) -> None:
    """Append the element *name* with these *values* to *parent*."""
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)
