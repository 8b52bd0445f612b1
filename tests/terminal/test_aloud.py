"""What reads well: results only in a pipe, and words at a terminal with `--plain`."""

import json
import re
from functools import cache

import pytest
from babel.messages.pofile import read_po

from coachlog import nouns
from coachlog.admin.demo import YEAR
from coachlog.base.texts import LOCALE
from coachlog.interview.method_files import BUILT_IN
from tests.guards.reference import commands

ALONE = {
    "": (),
    "today": ("today",),
    "prep": ("prep", "amina"),
    "match": ("match", "amina"),
    "timeline": ("timeline", "amina"),
    "timeline with check-ins": ("timeline", "sofie", "--workability"),
    "search": ("search", "a*"),
    "knows": ("knows", "Koen Declercq"),
    "what lies ahead": ("session", "list", "--ahead"),
    "review amina": ("review", "amina"),
    "goal with levels": ("goal", "show", "2", "--gas"),
    "review": ("review",),
    "report prepare": ("report", "prepare", "amina"),
    "report takehome": ("report", "takehome", "7"),
    "report pop": ("report", "pop", "amina", "--for", "Koen Declercq"),
    "report threeway": ("report", "threeway", "amina", "--for", "Koen Declercq"),
    "report fund": ("report", "fund", "2026", "--draft"),
    "coachee talent": ("coachee", "talent", "amina"),
    "workability trend": ("workability", "trend", "sofie"),
    "history": ("history",),
}
NAMED = {"coachee show": "amina", "method show": "grow", "completion show": "bash"}
READING = {
    " ".join(words): (*words, NAMED.get(" ".join(words), "1"))
    if words[-1] == "show"
    else tuple(words)
    for words in commands(nouns.ROOT)
    if words[-1] in ("list", "show") and words[0] != "profile"  # the example has none
} | ALONE
ENUMERATIONS = r"\b(achieved|dropped|active|partly|in_person|held|missed|closed|\w+_\w+)\b"
PEOPLE = {name: words for name, words in READING.items() if name not in ("completion show",)}
LINES = ("timeline", "method list", "config list", "history")
"""Lines of their own, the same for everybody."""


def test_a_pipe_gets_results_only(call):
    """What can be typed next is for people: a script would take it for data."""
    told = {name: call("demo", *words) for name, words in READING.items()}

    assert {name: each.err for name, each in told.items() if each.code} == {}
    assert [name for name, each in told.items() if "What you can type next" in each.out] == []


def test_lines_for_a_person_have_no_codes_and_no_column_names(aloud):
    """`--plain` is for who hears the screen: `target_on` and `achieved` are nobody's words."""
    told = {
        name: aloud("demo", *words, language="nl").out
        for name, words in PEOPLE.items()
        if name not in LINES
    }
    odd = {name: re.findall(ENUMERATIONS, out) for name, out in told.items()}

    assert {name: words for name, words in odd.items() if words} == {}


@pytest.mark.parametrize("name", ["goal", "coachee", "action", "session"])
def test_a_page_is_read_as_it_is_drawn(aloud, call, name):
    """And a script still gets what the reference promises it."""
    words = READING[f"{name} show"]

    said = aloud("demo", *words, language="nl").out

    assert "Wat je nu kunt typen:" in said
    assert "\t" not in said
    assert "\t" in call("demo", *words).out


def test_at_a_real_terminal(program, call):
    assert call("demo", "today").code == 0

    shown = program.on_terminal("demo", "goal", "show", "1", "--plain")

    assert "Set on" in shown.out
    assert "set_on" not in shown.out


ISO_DAY = r"\b\d{4}-\d\d-\d\d"
TYPED = r"coachlog \S.*|\(\w+\):|^\S+\t|^  (Bron|Source) .*|/\S+"
"""What somebody types, or an author wrote: commands, keys of settings, ids, places of files."""


def _words(text):
    typed = r"\{[^}]*\}|--[\w|-]+|\bcoachlog( \w+)*|\w+_\w+|\(\w+\)|(\w+, ){2,}\w+ \.\.\."
    plain = re.sub(typed, " ", text)
    return set(re.findall(r"[^\W\d_]{3,}", plain.casefold()))


@cache
def _vocabulary(language):
    """Every word that the program has in a language: its catalog, its methods, the made-up year."""
    found = set()
    for name in ("nl", "fr"):
        with (LOCALE / name / "LC_MESSAGES" / "coachlog.po").open("rb") as file:
            for each in read_po(file):
                said = each.id if language == "en" else each.string if language == name else ""
                for text in said if isinstance(said, tuple) else (said,):
                    found |= _words(text)
    sources = [YEAR.read_text(), *(path.read_text() for path in BUILT_IN.glob("*.toml"))]
    told = re.compile(rf'\b{language}"?\s*[:=]\s*("(?:[^"\\]|\\.)*")')
    return found.union(
        *(_words(json.loads(each)) for text in sources for each in told.findall(text))
    )


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_no_word_of_english_is_said_and_no_day_of_a_machine(aloud, language):
    """Words of English are those of its catalog that the other language does not have."""
    english = _vocabulary("en") - _vocabulary(language)
    assert {"agreed", "overdue", "yesterday"} <= english
    odd = {}
    for name, words in PEOPLE.items():
        said = aloud("demo", *words, language=language)
        assert said.code == 0, (name, said.err)
        shown = re.sub(TYPED, "", said.out, flags=re.MULTILINE)
        odd[name] = sorted((_words(shown) & english) | set(re.findall(ISO_DAY, shown)))

    assert {name: words for name, words in odd.items() if words} == {}


def test_a_row_of_a_list_says_what_its_figures_are(aloud):
    """Who hears a list sees neither headings nor columns."""
    [row] = [
        each
        for each in aloud("demo", "goal", "list", language="nl").out.splitlines()
        if "17" not in each
    ][:1]

    assert "\tNu: 6\tStreefcijfer: 7\t" in row
    assert "\t\t" not in row
