"""What was said last time is there again: the note to oneself, the reality, the answers."""

import sys

import pexpect
import pytest

from tests.conftest import talk

NOTE = "ask after her son"
ANSWERS = [
    {"stage": "how", "question": "q1", "asked": "How are you?", "text": "He sleeps badly"},
    {"stage": "how", "question": "q2", "asked": "And?", "text": "secret", "layer": "private"},
]


@pytest.fixture
def first_weeks(keep):
    """A talk of which nothing is left but what was answered."""
    keep(talk(method="first_weeks", answers=ANSWERS))


def test_prep_shows_the_private_note_and_the_reality_marked(call, keep, screen):
    keep(talk(summary="s2", private_note=NOTE, reality={"now": "three a week", "score": 3}))

    shown = screen("prep", "amina")
    assert f"Private note ◌ for you only\n  {NOTE}" in shown.replace(" · ", " ")
    assert "three a week · 3/10" in shown
    plain = call("prep", "amina").out
    assert f"Private note  (for you only)\n  {NOTE}" in plain
    assert call("prep", "amina", "--json").json["private"]["private_note"] == NOTE
    assert NOTE not in call("report", "prepare", "amina").out


def test_answers_stand_for_a_summary(call, first_weeks, screen):
    told = call("prep", "amina").out

    assert "How are you?  He sleeps badly" in told
    assert told.index("secret") > told.index("for you only")
    assert "\n  –\n" not in told
    assert "He sleeps badly" in screen("timeline", "amina")
    assert "He sleeps badly" in call("timeline", "amina").out
    assert "He sleeps badly" in screen("coachee", "show", "amina")
    assert "secret" not in screen("timeline", "amina")


@pytest.mark.parametrize("columns", [50, 80, 140])
def test_a_summary_alone_is_no_empty_line(keep, screen, columns):
    keep(talk(summary="Agreed to rest"))

    assert "Agreed to rest" in screen("timeline", "amina", columns=columns)


def test_a_talk_of_which_nothing_was_written_names_its_method(call, keep):
    keep(talk(method="first_weeks"))

    assert "First weeks" in call("prep", "amina").out
    assert "Eerste weken" in call("prep", "amina", env={"COACHLOG_LANG": "nl"}).out


@pytest.mark.parametrize(
    "words",
    [("prep", "amina"), ("coachee", "show", "amina"), ("timeline", "amina"), ("review", "amina")],
    ids=lambda words: words[0],
)
def test_reality_has_a_course_of_its_own(call, keep, screen, words):
    keep(talk(reality={"score": 3}))
    assert "3 → " not in screen(*words)

    keep(talk(date="2026-11-20T10:00", reality={"score": 5}))

    assert "Reality  ▃▅  3 → 5" in screen(*words)


def test_one_talk_draws_one_bar(keep, screen):
    goal = {"ref": "g", "statement": "Rest", "baseline": 4}
    keep(talk(goals=[goal], scores=[{"goal": "g", "score": 4}]))

    for words in (("prep", "amina"), ("timeline", "amina"), ("review", "amina")):
        assert "▄  4" in screen(*words)
        assert "▄▄" not in screen(*words)


def test_what_is_ahead_is_the_same_in_the_list_and_today(call, keep):
    keep(talk(next_at="2026-12-14T10:00"), talk(coachee="Bo"))

    told = call("session", "list", "--ahead")
    assert "Agreed with Amina, not planned: Mon 14 Dec 2026, 10:00" in told.err
    assert "Agreed" not in call("session", "list", "--ahead", "--coachee", "bo").err

    call("session", "plan", "amina", "2026-12-14T10:00")
    assert "Agreed" not in call("session", "list", "--ahead").err


def test_settings_stand_in_line(screen):
    lines = screen("config", "list", columns=100).splitlines()

    assert len({line.index("\t") for line in lines if "\t" in line}) == 1


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ({"method": "first_weeks"}, "Eerste weken"),
        ({"method": "first_weeks", "answers": ANSWERS}, "He sleeps badly"),
        ({"method": "first_weeks", "answers": ANSWERS[1:]}, "Eerste weken"),
        ({"reality": {"now": "three a week"}}, "three a week"),
    ],
    ids=["nothing", "an answer", "a private answer", "the reality"],
)
def test_the_guide_opens_with_what_there_is_of_last_time(keep, program, talked, told):
    keep(talk(**talked))

    child = pexpect.spawn(
        sys.executable,
        ["-m", "coachlog", "session", "new", "--coachee", "Amina", "--short", "--plain"],
        env=program.environment | {"TERM": "xterm", "COACHLOG_LANG": "nl"},
        encoding="utf-8",
        timeout=60,
    )
    child.expect("Vorige keer.*?:\r\n")
    child.expect("› ")
    shown = child.before
    child.sendline(":stop")
    child.expect(pexpect.EOF)
    child.close()

    assert shown.splitlines()[0] == told
    assert "secret" not in shown
