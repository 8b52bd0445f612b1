"""The formats of a page as a file, by the ending of its name; each is loaded by its name alone."""

from collections.abc import Callable
from importlib.util import find_spec
from typing import NamedTuple, cast

from coachlog.base.errors import UnavailableError
from coachlog.base.stubs import load
from coachlog.base.texts import N_
from coachlog.display.page import Page

Writing = Callable[[Page, str], bytes]
"""Returns a page, in the language with that code, as the contents of a file."""


class PageFormat(NamedTuple):
    """Where a format is written, and the package that it needs of the extra `pages`, if any."""

    target: str
    needs: str = ""


_HTML = PageFormat("coachlog.export.pages.html:html")
FORMATS = {
    ".pdf": PageFormat("coachlog.export.pages.pdf:pdf", needs="typst"),
    ".docx": PageFormat("coachlog.export.pages.word:word", needs="docx"),
    ".html": _HTML,
    ".htm": _HTML,
    ".md": PageFormat("coachlog.export.pages.markdown:markdown"),
    ".txt": PageFormat("coachlog.export.pages.text:text"),
}


def is_installed(ending: str) -> bool:
    """Return whether what a file with this *ending* needs is there; nothing is loaded."""
    needs = FORMATS[ending].needs
    return not needs or find_spec(needs) is not None


def load_format(ending: str) -> Writing:
    """Return what writes files with this *ending*. Raises UnavailableError without the extra."""
    if not is_installed(ending):
        raise UnavailableError(
            N_("A {ending} file needs the package {package}, which is not installed."),
            N_('Install it: pip install "coachlog[pages]" - or choose .html, .md or .txt.'),
            ending=ending,
            package=_PACKAGES.get(FORMATS[ending].needs, FORMATS[ending].needs),
        )
    return cast(Writing, load(FORMATS[ending].target))


_PACKAGES = {"docx": "python-docx"}
"""What a package is called where it is installed from, if it is imported by another name."""
