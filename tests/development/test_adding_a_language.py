"""`docs/development/adding-a-language.md`, done in a copy of the project."""

import pytest

from tests.development.page import Page

pytestmark = pytest.mark.nightly


def test_the_page_tells_all_that_a_language_takes(tmp_path):
    page = Page("adding-a-language.md", tmp_path)
    page.do()

    def german(*words):
        return page.coachlog(*words, language="de")

    assert "Noch keine Ziele." in german("goal", "list")
    assert "No goals yet." in page.coachlog("goal", "list")
    german("coachee", "new", "--name", "Uwe", "--language", "de")
    assert "language\tde" in german("coachee", "show", "uwe")
    german("action", "new", "--coachee", "uwe", "--what", "Anrufen", "--due-on", "4 März 2027")
    german("action", "new", "--coachee", "uwe", "--what", "Fragen", "--due-on", "heute")
    assert "Fragen\t2026-11-24" in german("action", "list")
    assert "Anrufen  (by Do. 4 März 2027)" in german("prep", "uwe")
    assert "Was geht besser seit dem letzten Mal?" in german("method", "show", "grow")
    assert "What have you done of what we agreed" in german("method", "show", "grow")
    assert "Today, Di. 24 Nov. 2026" in german("demo", "today")
    german("config", "set", "language", "de")
    german("config", "set", "short", "nein")

    written = {path for path, _lines in page.changes()}
    assert page.touched() == written | page.made()
