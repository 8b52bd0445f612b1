"""A page as one HTML file that loads nothing, to read in a browser or to print on A4.

The template escapes every text: what stands in the journal is never obeyed by a browser. The file
allows no script, no picture and no address, and only its own style, which is named by its hash.
"""

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from coachlog.display.page import Page
from coachlog.export.pages.charts import NAMESPACE, Chart
from coachlog.export.pages.sheet import sheet

HERE = Path(__file__).parent


def html(page: Page, language: str) -> bytes:
    """Return *page* as a whole document in *language*, in UTF-8; its hints are left out."""
    style = Markup((HERE / "page.css").read_text(encoding="utf-8"))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = _environment().get_template("page.html")
    text = template.render(page=sheet(page), language=language, style=style, digest=digest)
    return text.encode()


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["drawn"] = _drawn
    return environment


def _drawn(chart: Chart) -> Markup:
    """Return *chart* as a part of the page; it has escaped its own few words."""
    return Markup(chart.svg.replace(NAMESPACE, ""))
