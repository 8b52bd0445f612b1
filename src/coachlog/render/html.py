"""A page as one HTML file that loads nothing, to read in a browser or to print on A4.

Every text goes through `_safe`: what stands in the journal is never obeyed by a browser. The file
allows no script, no picture and no address, and only its own style, which is named by its hash.
"""

import base64
import hashlib
from collections.abc import Iterator
from html import escape

from coachlog.base.safe import visible
from coachlog.base.texts import _
from coachlog.display.page import Line, Page, Section

STYLE = """
:root { color-scheme: light dark; }
body { font: 11pt/1.45 Georgia, 'Times New Roman', serif; max-width: 44em; margin: 2em auto;
  padding: 0 1em; }
h1 { font-size: 1.5em; margin-bottom: 0; }
h2 { font-size: 1.1em; margin: 1.4em 0 .3em; border-bottom: 1px solid #888; }
p, dd { margin: 0 0 .35em; white-space: pre-line; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: 14em 1fr; gap: 0 1em; margin: 0; }
dt { font-weight: bold; overflow-wrap: anywhere; }
h3, .wide { grid-column: 1 / -1; font-size: 1em; margin: .5em 0 .1em; }
small, .facts { font-size: .85em; font-style: italic; }
@page { size: A4; margin: 20mm; }
@media print { body { max-width: none; margin: 0; padding: 0; } h2, dt { break-after: avoid; } }
@media (max-width: 36em) { dl { grid-template-columns: 1fr; } }
"""


def html(page: Page, language: str) -> str:
    """Return *page* as a whole document in *language*; its hints are left out."""
    return "\n".join(_document(page, language)) + "\n"


def _document(page: Page, language: str) -> Iterator[str]:
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield "<!doctype html>"
    yield f'<html lang="{_safe(language)}">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
    yield f"<title>{_safe(page.title)}</title>"
    yield f"<style>{STYLE}</style></head>"
    yield "<body>"
    yield f"<h1>{_safe(page.title)}</h1>"
    if page.facts:
        yield f'<p class="facts">{_safe(" · ".join(page.facts))}</p>'
    for section in page.sections:
        yield from _section(section)
    yield "</body></html>"


def _section(section: Section) -> Iterator[str]:
    yield "<section>"
    if section.title:
        private = _("for you only") if section.layer == "private" else ""
        notes = ", ".join(filter(None, (section.note, private)))
        note = f" <small>({_safe(notes)})</small>" if notes else ""
        yield f"<h2>{_safe(section.title)}{note}</h2>"
    yield "<dl>"
    yield from map(_line, section.lines)
    yield "</dl></section>"


def _line(line: Line) -> str:
    number = "" if line.number is None else f"{line.number} "
    note = f" <small>({_safe(line.note)})</small>" if line.note else ""
    text = f"{_safe(number + line.text)}{note}"
    if line.label:
        return f"<dt>{_safe(line.label)}</dt><dd>{text}</dd>"
    if line.tone == "heading":
        return f'<dt class="wide">{text}</dt>'
    return f'<dd class="wide">{text}</dd>'


def _safe(text: str) -> str:
    """Return *text* with no sign that a browser obeys; invisible characters become visible."""
    return escape(visible(text))
