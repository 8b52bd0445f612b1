"""What reads well: results only in a pipe, and words at a terminal with `--plain`."""

import re

import pytest

from coachlog import nouns
from coachlog.terminal.context import Context
from tests.guards.reference import commands

ALONE = {
    "": (),
    "today": ("today",),
    "prep": ("prep", "amina"),
    "match": ("match", "amina"),
    "timeline": ("timeline", "amina"),
    "search": ("search", "shift"),
    "review": ("review",),
    "report prepare": ("report", "prepare", "amina"),
    "report takehome": ("report", "takehome", "7"),
    "report fund": ("report", "fund", "2026", "--draft"),
    "coachee talent": ("coachee", "talent", "amina"),
    "workability trend": ("workability", "trend", "amina"),
    "history": ("history",),
}
NAMED = {"coachee show": "amina", "method show": "grow", "completion show": "bash"}
READING = {
    " ".join(words): (*words, NAMED.get(" ".join(words), "1"))
    if words[-1] == "show"
    else tuple(words)
    for words in commands(nouns.ROOT)
    if words[-1] in ("list", "show")
} | ALONE
ENUMERATIONS = r"\b(achieved|dropped|active|partly|in_person|held|missed|closed|\w+_\w+)\b"
PEOPLE = {name: words for name, words in READING.items() if name not in ("completion show",)}
LINES = ("timeline", "method list", "config list", "history")
"""Lines of their own, the same for everybody."""


@pytest.fixture
def aloud(call, monkeypatch):
    """What a command says at a terminal with `--plain`."""

    def said(*words, language="nl"):
        with monkeypatch.context() as patch:
            patch.setattr(Context, "aloud", property(lambda _context: True))
            return call(*words, "--plain", env={"COACHLOG_LANG": language})

    return said


def test_a_pipe_gets_results_only(call):
    """What can be typed next is for people: a script would take it for data."""
    told = {name: call("demo", *words) for name, words in READING.items()}

    assert {name: each.err for name, each in told.items() if each.code} == {}
    assert [name for name, each in told.items() if "What you can type next" in each.out] == []


def test_lines_for_a_person_have_no_codes_and_no_column_names(aloud):
    """`--plain` is for who hears the screen: `target_on` and `achieved` are nobody's words."""
    told = {name: aloud("demo", *words).out for name, words in PEOPLE.items() if name not in LINES}
    odd = {name: re.findall(ENUMERATIONS, out) for name, out in told.items()}

    assert {name: words for name, words in odd.items() if words} == {}


@pytest.mark.parametrize("name", ["goal", "coachee", "action", "session"])
def test_a_page_is_read_as_it_is_drawn(aloud, call, name):
    """And a script still gets what the reference promises it."""
    words = READING[f"{name} show"]

    said = aloud("demo", *words).out

    assert "Wat je nu kunt typen:" in said
    assert "\t" not in said
    assert "\t" in call("demo", *words).out


def test_at_a_real_terminal(program, call):
    assert call("demo", "today").code == 0

    shown = program.on_terminal("demo", "goal", "show", "1", "--plain")

    assert "Set on" in shown.out
    assert "set_on" not in shown.out
