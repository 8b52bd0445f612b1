"""The first screen of a conversation: with whom, how it works, and soon the first question."""

import json

import pytest

from coachlog.base.texts import LANGUAGES, translation
from tests.conftest import talk
from tests.guide.talks import QUESTIONS

FIRST = QUESTIONS["first_agreement.01"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_question_stands_in_the_first_twelve_rows(language, home, open_terminal):
    home.environment["COACHLOG_LANG"] = language
    window = open_terminal("session", "new", size=(24, 80))
    window.answer("Jonas Peeters (magazijn)")
    window.wait_for(FIRST.ask(language)[:30])
    window.watch(0.1)

    top = " ".join(" ".join(window.screen.display[:12]).split())
    assert FIRST.ask(language)[:40] in top
    assert translation(language).gettext("Who are you talking with?").rstrip("? \xa0") in top


@pytest.mark.parametrize(
    ("held", "language", "told"),
    [
        (0, "en", "Your first conversation with Amina"),
        (7, "en", "Your 8th conversation with Amina"),
        (7, "nl", "Je 8e gesprek met Amina"),
        (1, "fr", "Votre 2e entretien avec Amina"),
    ],
)
def test_it_tells_which_conversation_with_the_person_it_is(held, language, told, call):
    """Counted with the person, over all trajectories: the number of the journal is another one."""
    for day in range(held):
        call("session", "new", "--from", "-", stdin=talk_of(day))
    call("session", "new", "--from", "-", stdin=talk_of(0, "Somebody else"))

    shown = call(
        *("--plain", "session", "new", "--coachee", "Amina"),
        typed=":stop\n",
        env={"COACHLOG_LANG": language},
    ).err

    assert told in shown


def talk_of(day: int, whom: str = "Amina") -> str:
    return json.dumps(talk(coachee=whom, date=f"2026-11-{day + 1:02}T10:00"))


@pytest.mark.parametrize(
    ("day", "language", "told"),
    [
        ("2026-11-24T08:30", "en", "today at 08:30"),
        ("2026-11-24T08:30", "nl", "vandaag om 08:30"),
        ("2026-11-23T08:30", "nl", "gisteren"),
    ],
)
def test_last_time_today_is_told_by_its_hour(day, language, told, call):
    call("session", "new", "--from", "-", stdin=json.dumps(talk(coachee="Amina", date=day)))

    shown = call(
        *("--plain", "session", "new", "--coachee", "Amina"),
        typed=":stop\n",
        env={"COACHLOG_LANG": language},
    ).err

    assert told in shown


@pytest.mark.parametrize(
    ("typed", "name"), [("1", "Zoe"), ("2", "Amina"), ("amina", "Amina"), ("", "Zoe")]
)
def test_whom_one_talked_with_last_is_listed_by_number(typed, name, call):
    for whom, day in (("Amina", 1), ("Zoe", 2)):
        call("session", "new", "--from", "-", stdin=talk_of(day, whom))
    lines = f"{typed}\n" + ("" if typed else "1\n") + ":stop\n"

    shown = call("--plain", "session", "new", typed=lines).err

    assert shown.index("1  Zoe") < shown.index("2  Amina")
    assert f"conversation with {name}" in shown
    assert ("Type a name, or a number of the list." in shown) == (not typed)


def test_a_number_that_nobody_has_is_asked_again(call):
    first = call("--plain", "session", "new", typed="7\nZoe\n:stop\n").err
    call("session", "new", "--from", "-", stdin=talk_of(1, "Amina"))
    later = call("--plain", "session", "new", typed="7\n1\n:stop\n").err

    assert "Type a name." in first
    assert "conversation with Zoe" in first
    assert "“7” is not in this list." in later
    assert "conversation with Amina" in later


def test_no_more_than_five_and_nobody_from_the_archive(call):
    for day in range(7):
        call("session", "new", "--from", "-", stdin=talk_of(day, f"Person {day}"))
    call("coachee", "archive", "person-6")

    shown = call("--plain", "session", "new", typed=":stop\n").err

    listed = [line.split("  ")[-1] for line in shown.splitlines() if "Person" in line]
    assert listed == ["Person 5", "Person 4", "Person 3", "Person 2", "Person 1"]
