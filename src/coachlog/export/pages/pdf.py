"""A page as a PDF for A4, set by Typst: tagged, its fonts inside, the charts as they are.

The texts go in as data, so none of them is obeyed. Letters that the fonts of Typst lack, such as
Chinese ones and emoji, come from the machine; where it lacks them too the strict standard for
readers with a screen reader, PDF/UA-1, is not kept.
"""

import json
import re
from pathlib import Path

import typst

from coachlog.display.page import Page
from coachlog.export.pages.charts import Chart
from coachlog.export.pages.sheet import SheetBlock, sheet

TEMPLATE = Path(__file__).with_name("page.typ")
_LONG_WORD = re.compile(r"\S{44}(?=\S)")
"""A part of a word after which a line may break: Typst breaks no words."""


def pdf(page: Page, language: str) -> bytes:
    """Return *page* in *language* as PDF; its hints are left out."""
    given = {"page": json.dumps(_plain(sheet(page))), "language": language}
    source = TEMPLATE.read_bytes()
    for own_fonts in (True, False):
        try:
            return _compiled(source, given, is_strict=True, own_fonts=own_fonts)
        except typst.TypstError as error:
            if "could not be displayed" not in str(error):
                raise
    return _compiled(source, given, is_strict=False, own_fonts=False)


def _compiled(source: bytes, given: dict[str, str], *, is_strict: bool, own_fonts: bool) -> bytes:
    """Return what Typst makes of *source*, with its own fonts alone or those of the machine too."""
    return typst.compile(
        source,
        format="pdf",
        sys_inputs=given,
        pdf_standards=["ua-1"] if is_strict else [],
        ignore_system_fonts=own_fonts,
    )


def _plain(value: object) -> object:
    """Return *value* as JSON has it, each tuple with names as an object, long words breakable."""
    if isinstance(value, Chart):
        return value._asdict()
    if isinstance(value, str):
        return _LONG_WORD.sub("\\g<0>\u200b", value)
    if fields := getattr(value, "_asdict", None):
        known = {name: _plain(part) for name, part in fields().items()}
        return known | ({"is_form": value.is_form} if isinstance(value, SheetBlock) else {})
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value
