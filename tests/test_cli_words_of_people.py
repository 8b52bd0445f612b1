"""What people read is in their words: no day of a machine, no doubled word, and what is private."""

import re

import pytest

from tests.conftest import refused, talk

ISO_DAY = r"\b\d{4}-\d\d-\d\d"
LATER = "2099-03-01"


@pytest.mark.parametrize(
    "words",
    [
        ("session", "release", 1, "--text", "x", "--to", "T", "--agreed-by", "A", "--on", "morgen"),
        ("coachee", "edit", "amina", "--retention-on", "1/2/2020"),
        ("goal", "score", 1, 5, "--on", "31/12/2099"),
        ("goal", "level", 1, 0, "--on", "31/12/2099"),
        ("action", "done", 1, "--on", "31/12/2099"),
        ("session", "new", "--coachee", "amina", "--date", "31/12/2099 10:00"),
        ("session", "plan", "amina", "1/1/2020 10:00"),
        (
            "session",
            "new",
            "--coachee",
            "amina",
            "--date",
            "20/11 10:00",
            "--next",
            "1/11/2026 9:00",
        ),
        ("review", "--since", "1/12/2026", "--until", "1/11/2026"),
        (
            "workability",
            "new",
            "--coachee",
            "amina",
            "--wanted",
            "--learning",
            6,
            "--on",
            "1/1/2099",
        ),
        ("observation", "new", "--coachee", "amina", "--fact", "x", "--on", "1/1/2099"),
        ("growth", "new", "--kind", "reading", "--learned", "x", "--on", "1/1/2099"),
        ("topic", "park", "x", "--coachee", "amina", "--on", "1/1/2099"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "fr"])
def test_a_refusal_tells_a_day_as_people_say_it(call, keep, words, language):
    keep(talk(goals=[{"statement": "g"}], actions=[{"what": "w"}]))

    told = call(*words, env={"COACHLOG_LANG": language})

    assert told.code != 0
    assert re.findall(ISO_DAY, told.err.splitlines()[0]) == []


def test_what_was_handed_over_or_withdrawn_is_told_with_its_day(call, keep):
    keep(talk())
    for text in ("a", "b"):
        who = ("--to", "T", "--agreed-by", "A", "--on", "20/11")
        assert call("session", "release", 1, "--text", text, *who).code == 0
    call("session", "release", "--handed-over", 1, "--on", "22/11")
    call("session", "release", "--withdraw", 2)

    refused(call("session", "release", "--withdraw", 1), 4, "Sun 22 Nov 2026")
    refused(call("session", "release", "--handed-over", 2), 4, "Tue 24 Nov 2026")


@pytest.mark.parametrize(
    ("obstacle", "plan", "shown"),
    [
        ("als Koen slecht gezind is", "dan wacht hij", ("Koen slecht gezind is", "wacht hij")),
        ("Si Koen rit", "Alors, je souris", ("Koen rit", "je souris")),
        ("If it rains", "then I walk", ("it rains", "I walk")),
        ("alsof hij boos is", "danken", ("alsof hij boos is", "danken")),
        ("als", "dan", ("als", "dan")),
    ],
)
def test_the_words_of_a_plan_stand_there_once(call, keep, screen, obstacle, plan, shown):
    keep(talk(actions=[{"what": "w", "if_then": {"obstacle": obstacle, "plan": plan}}]))

    for words in (("action", "show", 1), ("session", "show", 1), ("report", "takehome", 1)):
        page = screen(*words)
        assert re.search(rf"If +{shown[0]}$", page, re.MULTILINE), words
        assert re.search(rf"then +{shown[1]}$", page, re.MULTILINE), words
    assert call("action", "show", 1, "--json").json["plan"] == plan


CONSENT = ("--wanted", "--learning", 6)
OF_THE_COACH = {
    "NOTEONWORK": ("workability", "review"),
    "LEARNEDMYSELF": ("growth", "search", "history"),
    "PRIVATENOTE": ("session show", "prep", "search"),
    "HARDTOTELL": ("trajectory show", "session show", "search"),
}
"""What is for the coach only, and the commands that are there for it."""
READING = {
    "": (),
    "today": ("today",),
    "prep": ("prep", "amina"),
    "timeline": ("timeline",),
    "timeline amina": ("timeline", "amina"),
    "match": ("match", "amina"),
    "review": ("review",),
    "review amina": ("review", "amina"),
    "session list": ("session", "list"),
    "session show": ("session", "show", 1),
    "coachee list": ("coachee", "list"),
    "coachee show": ("coachee", "show", "amina"),
    "goal show": ("goal", "show", 1),
    "action show": ("action", "show", 1),
    "trajectory list": ("trajectory", "list"),
    "trajectory show": ("trajectory", "show", 1),
    "observation list": ("observation", "list"),
    "topic list": ("topic", "list"),
    "history": ("history",),
    "search": ("search", "NOTEONWORK OR LEARNEDMYSELF OR PRIVATENOTE OR HARDTOTELL"),
    "workability list": ("workability", "list"),
    "growth list": ("growth", "list"),
    "report prepare": ("report", "prepare", "amina"),
    "report takehome": ("report", "takehome", 1),
    "report pop": ("report", "pop", "amina", "--for", "Tom"),
    "report threeway": ("report", "threeway", "amina", "--for", "Tom"),
    "knows": ("knows", "Tom"),
}


@pytest.fixture
def of_the_coach(call, keep):
    goals = [{"statement": "g"}]
    keep(talk(private_note="PRIVATENOTE", goals=goals, actions=[{"what": "w"}]))
    for words in (
        ("workability", "new", "--coachee", "amina", *CONSENT, "--note", "NOTEONWORK"),
        ("growth", "new", "--kind", "reading", "--learned", "LEARNEDMYSELF"),
        ("trajectory", "edit", 1, "--hard-to-tell", "HARDTOTELL"),
        ("session", "release", 1, "--text", "t", "--to", "Tom", "--agreed-by", "A"),
    ):
        assert call(*words).code == 0


def test_what_is_for_the_coach_only_stands_in_the_views_named_so(of_the_coach, call, screen):
    for name, words in READING.items():
        shown = screen(*words) + call(*words, "--json").out if words else screen()
        for mark, where in OF_THE_COACH.items():
            assert mark not in shown or name.startswith(where), (name, mark)


def test_tables_tell_it_apart(of_the_coach, call):
    from coachlog.export.tables import TABLES

    named = {
        "NOTEONWORK": {"checkins"},
        "LEARNEDMYSELF": {"learning_moments"},
        "PRIVATENOTE": {"sessions_private"},
        "HARDTOTELL": {"trajectories_private"},
    }
    for mark, tables in named.items():
        found = {table for table in TABLES if mark in call("export", "csv", table).out}
        assert found == tables
