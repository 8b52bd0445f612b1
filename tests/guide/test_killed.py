"""An answer, once given, is never lost: not even when the machine loses its current."""

import json
import signal

import pytest

from tests.guide.talks import (
    FIRST_ACTIONS,
    FIRST_KEPT,
    QUESTIONS,
    Talk,
    first_answers,
    first_talk,
    later_talk,
    lead,
)
from tests.guide.terminal import Home

SAVE = "1"
UNTIL_KEPT = 3.5
"""Seconds in which half-typed text is put away."""

GOAL = dict.fromkeys(("why", "signs", "talents"), "something") | {"target_on": "2027-03-01"}
BEFORE = {
    "coachee": "amina",
    "date": "2026-11-20T14:00",
    "method": "grow",
    "goals": [{"ref": "goal", "statement": "Lead the meeting", "anti_goal": "A monologue"} | GOAL],
    "scores": [{"goal": "goal", "score": 3}],
    "actions": [
        {
            "what": "Call Koen",
            "due_on": "2026-11-23",
            "if_then": {"obstacle": "ill", "plan": "ask Lies"},
        },
        {"what": "Write an agenda", "due_on": "2026-12-01"},
    ],
    "summary": "Call and write",
}


@pytest.fixture
def held_before(home):
    """A conversation with a goal and two actions, to look back at."""
    home.keep(**BEFORE)


def lead_and_kill_at_each_question(
    open_terminal, talk: Talk, *begin: str, ill: bool = False
) -> None:
    """Answer one question in each window: every window is killed at the question that follows."""
    window = open_terminal(*begin)
    for id_, answers in talk.items():
        question = QUESTIONS[id_].ask("en")
        window.wait_for(question)
        window.wait_for_prompt()
        assert window.kill() == -signal.SIGKILL
        window = open_terminal("session", "resume")
        window.asked(question, *answers)
    window.wait_for_prompt()
    assert window.kill() == -signal.SIGKILL
    window = open_terminal("session", "resume")
    window.answer(SAVE)
    if ill:  # somebody is, so the words are listed first
        window.wait_for("Words that may be sensitive")
        window.wait_for_prompt()
        window.answer()
    assert window.ended() == 0


def test_at_each_question_of_a_first_conversation(home, open_terminal):
    begin = ("session", "new", "--coachee", "Amina")

    lead_and_kill_at_each_question(open_terminal, first_talk("en"), *begin, ill=True)

    kept = home.json("session", "show", "1")
    assert kept | FIRST_KEPT == kept
    assert kept["actions"] == FIRST_ACTIONS
    assert {each["question"]: each["text"] for each in kept["answers"]} == first_answers("en")


@pytest.mark.nightly
def test_at_each_question_of_a_later_conversation(home, open_terminal, tmp_path, held_before):
    talk = later_talk("en") | {"look_back.01": ("d+", "calm", "y", "it helped", "n+", "busy")}
    begin = ("session", "new", "--coachee", "amina")
    undisturbed = Home(tmp_path / "undisturbed")
    undisturbed.keep(**BEFORE)
    window = open_terminal(*begin, COACHLOG_STORE=str(undisturbed.store))
    lead(window, talk)
    window.answer(SAVE)
    assert window.ended() == 0

    lead_and_kill_at_each_question(open_terminal, talk, *begin)

    for words in (("session", "show", "2"), ("action", "list"), ("goal", "list")):
        assert home.json(*words) == undisturbed.json(*words)
    assert {each["outcome"] for each in home.json("action", "list")} == {None, "busy", "calm"}


SHORT = ("session", "new", "--coachee", "Bo", "--short", "--topic", "t", "--goal", "g")
ALMOST = (*SHORT, "--anti-goal", "a", "--reality", "r", "--score", "3", "--summary", "s")
WITHIN = {
    "a list of options": (
        "grow.options.01",
        ("--action", "x"),
        ("Agenda", "!Speak last"),
        ("@Koen: Ask", ""),
        [
            {"text": "Agenda", "origin": "coachee"},
            {"text": "Speak last", "origin": "coach"},
            {"text": "Ask", "origin": "network", "contact": "Koen"},
        ],
    ),
    "what will be done and by when": (
        "grow.will.01",
        ("--option", "Agenda"),
        ("1",),
        ("2026-12-01", ""),
        [{"what": "Agenda", "option": "Agenda", "due_on": "2026-12-01"}],
    ),
    "two actions": (
        "grow.will.01",
        ("--option", "Agenda"),
        ("Call", ""),
        ("Write", "", ""),
        [
            {"what": "Call", "option": None, "due_on": None},
            {"what": "Write", "option": None, "due_on": None},
        ],
    ),
}


@pytest.mark.parametrize("case", WITHIN.values(), ids=WITHIN.keys())
def test_within_a_question_of_several_parts(case, home, open_terminal):
    id_, options, before, after, expected = case
    window = open_terminal(*ALMOST, *options)
    window.answer("y")
    window.asked(QUESTIONS[id_].ask("en"), *before)
    window.wait_for_prompt()

    window.kill()

    window = open_terminal("session", "resume")
    window.asked(QUESTIONS[id_].ask("en"), *after)
    window.wait_for_prompt()
    assert home.given()[id_] == expected


LOOKING_BACK = ("d+", "calm", "y", "it helped", "", "n+", "busy")


@pytest.mark.parametrize("answered", range(1, len(LOOKING_BACK)))
def test_within_the_look_back_at_actions(answered, home, open_terminal):
    more = {"what": "Rest", "due_on": "2027-01-01"}
    home.keep(**BEFORE | {"actions": [*BEFORE["actions"], more]})
    window = open_terminal("session", "new", "--coachee", "amina", "--better", "x")
    window.asked(QUESTIONS["look_back.01"].ask("en"), *LOOKING_BACK[:answered])
    window.wait_for_prompt()

    window.kill()

    window = open_terminal("session", "resume")
    window.asked(QUESTIONS["look_back.01"].ask("en"), *LOOKING_BACK[answered:])
    window.wait_for(QUESTIONS["look_back.02"].ask("en"))
    assert home.given()["look_back.01"] == [
        {"action": 1, "status": "done", "outcome": "calm", **PLAN_TOLD},
        {"action": 3, "status": "open", "outcome": "busy"},
    ]


PLAN_TOLD = {"obstacle_came": True, "plan_helped": "it helped"}

HALF = {
    "a text": (("--short", "--coachee", "Bo"), ("y",), "ten minutes", " of notes"),
    "an outcome": (("--coachee", "amina", "--better", "x"), ("d+",), "ten minutes", " of notes"),
    "due": ((*ALMOST[2:], "--option", "x"), ("y", "Call"), "2026-12", "-03"),
    "notes": (("--after", "--coachee", "Bo"), ("yesterday 14:30", "30"), "ten", " of notes"),
}


@pytest.mark.parametrize(
    "case",
    [
        case if name in ("a text", "notes") else pytest.param(case, marks=pytest.mark.nightly)
        for name, case in HALF.items()
    ],
    ids=HALF.keys(),
)
def test_half_typed_text_comes_back(case, home, open_terminal, held_before):
    """Ten minutes of notes can stand in one prompt."""
    options, answers, half, rest = case
    window = open_terminal("session", "new", *options)
    for text in answers:
        window.answer(text)
    window.wait_for_prompt()
    window.type(half)
    window.watch(UNTIL_KEPT)

    window.kill()

    window = open_terminal("session", "resume")
    window.wait_for(half)
    window.answer(rest)
    window.wait_for_prompt()
    assert f'"{half}{rest}"' in json.dumps(home.draft())
    assert home.draft()["halves"] == {}
