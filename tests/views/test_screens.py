"""Whole screens of today and of a page before a conversation, out of the demonstration's year.

They stand in `snapshots/`; `COACHLOG_SNAPSHOTS=write` draws them anew.
"""

import io
import os
from datetime import datetime
from pathlib import Path

import pytest
from rich.console import Console, Group

from coachlog.display.page import plain_lines
from coachlog.render.page import draw
from coachlog.render.paper import Paper
from coachlog.settings import demo_store
from coachlog.store.connection import open_reader
from coachlog.terminal.context import context
from coachlog.views.prep import page as prep_lines
from coachlog.views.prep import read as prep
from coachlog.views.today import page as today_lines
from coachlog.views.today import read as today
from tests.conftest import NOW, ZONE

SNAPSHOTS = Path(__file__).parent / "snapshots"
WRITE = os.environ.get("COACHLOG_SNAPSHOTS") == "write"
MOMENT = datetime.fromisoformat(NOW)


@pytest.fixture
def page(call):
    """The page called *name* in a language, of the year of the demonstration."""

    def made(name, language):
        assert call("demo", "coachee", "list", "--lang", language).code == 0
        context().program = "coachlog"
        with open_reader(demo_store()) as reader:
            if name == "today":
                return today_lines.page(today.read(reader, MOMENT, ZONE), context())
            known = prep.with_momentum(reader, prep.read(reader, "amina", MOMENT), MOMENT.date())
            return prep_lines.page(known, context())

    return made


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize(("name", "language"), [("today", "nl"), ("prep", "fr")])
def test_a_screen_looks_as_it_did(page, name, language, width):
    out = Console(width=width, file=io.StringIO(), color_system=None, markup=False, emoji=False)
    out.print(Group(*draw(page(name, language), Paper(width, ascii_only=False))))

    compare(f"{name}_{width}", out.file.getvalue())


@pytest.mark.parametrize("name", ["today", "prep"])
def test_plain_lines_look_as_they_did(page, name):
    compare(f"{name}_plain", "\n".join(plain_lines(page(name, "en"))) + "\n")


def compare(name, shown):
    said = "".join(line.rstrip() + "\n" for line in shown.splitlines())
    path = SNAPSHOTS / f"{name}.txt"
    if WRITE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == said
