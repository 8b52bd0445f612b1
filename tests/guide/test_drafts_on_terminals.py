"""Unfinished conversations, seen from several windows."""

import pytest

from tests.guide.talks import QUESTIONS

TOPIC = QUESTIONS["grow.topic.01"].ask("en")


@pytest.fixture
def unfinished(open_terminal):
    """A window in the midst of a conversation with somebody."""

    def begin(name: str = "Bo"):
        window = open_terminal("session", "new", "--coachee", name, "--short")
        window.answer("y")
        window.wait_for(TOPIC)
        window.wait_for_prompt()
        return window

    return begin


@pytest.fixture
def left(lead):
    """Unfinished conversations with Bo and Lies, left at the topic."""
    for name in ("Bo", "Lies"):
        lead("session", "new", "--coachee", name, "--short", typed=("y", (TOPIC,)))


def test_one_draft_is_in_one_window(unfinished, open_terminal, home):
    first = unfinished()

    second = open_terminal("session", "resume")

    assert second.ended() == 5
    assert len(second.shown().strip().splitlines()) == 2
    assert "Traceback" not in second.shown()
    first.answer("Meetings")
    first.wait_for(QUESTIONS["grow.goal.01"].ask("en"))
    assert home.given()["grow.topic.01"] == "Meetings"


def test_a_draft_in_another_window_is_not_thrown_away(unfinished, home):
    unfinished()

    dropped = home.run("session", "resume", "--drop", "--yes")

    assert dropped.returncode == 5
    assert home.draft()["coachee"] == "Bo"


def test_several_drafts_are_listed_the_latest_first(left, lead):
    lead("session", "resume", typed=(("Lies",), ("Bo", "2"), ("Bo",), (TOPIC,)))


@pytest.mark.parametrize(
    ("words", "code"),
    [((), 2), (("3",), 3), (("x",), 4), (("1",), 2), (("1", "--drop"), 2)],
    ids=["which", "so many there are not", "no number", "nobody to ask", "not sure"],
)
def test_nobody_there_to_choose(words, code, left, home):
    tried = home.run("session", "resume", *words)

    assert tried.returncode == code
    assert tried.stderr.strip()
    assert "Traceback" not in tried.stderr


def test_a_draft_is_thrown_away_for_sure_only(left, lead, home):
    drop = ("session", "resume", "1", "--drop")

    assert lead(*drop, typed=(("Lies", "n"),)).code == 0
    assert home.draft()["coachee"] == "Lies"
    assert lead(*drop, typed=("y",)).code == 0
    assert home.draft()["coachee"] == "Bo"

    assert home.run("session", "resume", "--drop", "--yes").returncode == 0
    assert home.run("session", "resume").returncode == 3


def test_a_name_that_looks_like_a_known_one(home, lead):
    home.keep(coachee="Amina", date="2026-11-20T14:00")
    asked = QUESTIONS["grow.review.01"].ask("en")

    lead("session", "new", "--short", typed=("Amnia", ("amina.", "n"), "amina", (asked,)))


def test_somebody_new_with_a_name_like_a_known_one(home, lead):
    home.keep(coachee="Amina", date="2026-11-20T14:00")
    asked = QUESTIONS["first_agreement.01"].ask("en")

    lead("session", "new", "--short", typed=("Amnia", ("amina.", "y"), (asked, "y")))

    assert home.draft()["coachee"] == "Amnia"
