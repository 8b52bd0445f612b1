"""`docs/development/adding-a-noun.md`, done in a copy of the project."""

import re

import pytest

from tests.development.page import Page

pytestmark = pytest.mark.nightly

OWN = (
    *("src/coachlog/journal/book/", "src/coachlog/schema/book.py"),
    "src/coachlog/store/migrations/",
)


def test_the_page_tells_all_that_a_noun_takes(tmp_path):
    page = Page("adding-a-noun.md", tmp_path)
    page.do()

    page.coachlog("book", "new", "--title", "Quiet", "--kind", "craft")
    page.coachlog("book", "new", "--title", "Emma", "--kind", "story", "--on", "3 Nov")
    assert "2\t2026-11-03\tEmma\tstory" in page.coachlog("book", "list", "--kind", "story")
    assert "1,Quiet,craft,2026-11-24" in page.coachlog("book", "list", "--csv")
    assert "about the craft" in page.coachlog("--plain", "book", "show", "1")
    assert "coachlog book list" in page.coachlog("help", "boeken")
    page.coachlog("book", "edit", "1", "--kind", "story")
    page.coachlog("undo", "--yes")
    assert '"kind": "craft"' in page.coachlog("book", "show", "1", "--json")
    assert "Quiet" in page.coachlog("search", "quiet", "--noun", "book")
    assert "Nothing was found." in page.coachlog("search", "quiet", "--shared")
    assert "Quiet" in page.coachlog("export", "csv", "books")
    page.coachlog("export", "csv", "--all", "tables", "--since", "2026-11")
    assert (tmp_path / "tables" / "books.csv").read_text(encoding="utf-8").count("Quiet") == 1
    assert '"title"' in page.coachlog("schema", "book")
    assert "book 2 (Emma)" in page.coachlog("history")
    assert "Removed: Book 2 · Emma" in page.coachlog("book", "remove", "2", "--yes")
    assert "story\t" in page.tab("coachlog book list --kind ")
    assert "1\tcraft · Quiet" in page.tab("coachlog book show ")

    page.python("-m", "pytest", "-n", "0", "tests/schema", "tests/test_schema_equals_rows.py")
    written = {path for path, _lines in page.changes()}
    assert page.touched() == written | page.made()
    told = re.search(r"and its migration: (\d+)\.", page.text)
    assert told
    assert int(told[1]) == sum(
        line.startswith("+")
        for path, lines in page.changes()
        if not path.startswith(OWN)
        for line in lines
    )
