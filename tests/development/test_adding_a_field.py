"""`docs/development/adding-a-field.md`, done in a copy of the project."""

import re

import pytest

from tests.development.page import Page

pytestmark = pytest.mark.nightly


def test_the_page_tells_all_that_a_field_takes(tmp_path):
    page = Page("adding-a-field.md", tmp_path)
    page.do()

    page.coachlog("growth", "new", "--kind", "training", "--place", "Oostende")
    assert '"place": "Oostende"' in page.coachlog("growth", "show", "1", "--json")
    assert "place\tOostende" in page.coachlog("growth", "show", "1")
    assert "Oostende" in page.coachlog("search", "oostende")
    assert "Oostende" in page.coachlog("export", "csv", "learning_moments")
    page.coachlog("growth", "edit", "1", "--place", "Gent")
    page.coachlog("undo", "--yes")
    assert '"place": "Oostende"' in page.coachlog("growth", "show", "1", "--json")

    page.python("-m", "pytest", "-n", "0", "tests/schema", "tests/test_schema_equals_rows.py")
    written = {path for path, _lines in page.changes()}
    assert page.touched() == written | page.made()
    numbers = re.search(r"Source files: (\d+) written by hand, (\d+) made", page.text)
    assert numbers
    assert (int(numbers[1]), int(numbers[2])) == (len(list(page.changes())), len(page.made()))
