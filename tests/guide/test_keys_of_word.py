"""Keys that people press in Word, at a real terminal: nothing of what was typed is lost."""

import pytest

from tests.guide.talks import QUESTIONS
from tests.guide.terminal import CTRL_Z, Terminal

TOPIC, GOAL = (QUESTIONS[id_].ask("en") for id_ in ("grow.topic.01", "grow.goal.01"))
WORD = {
    **{f"Ctrl-{letter}": chr(ord(letter) - 64) for letter in "SRVFXQWUKOLDTBNPEG"},
    "Ctrl-\\": "\x1c",
    "F2": "\x1bOQ",
    "F12": "\x1b[24~",
    "Insert": "\x1b[2~",
    "Shift-Right": "\x1b[1;2C",
}


@pytest.fixture(params=[(), ("--plain",)], ids=["terminal", "plain"])
def at_topic(request, open_terminal):
    """A window at a question for a text."""
    given = ("--coachee", "Bo", "--short", *request.param)
    window: Terminal = open_terminal("session", "new", *given)
    window.answer("y")
    window.wait_for(TOPIC)
    window.wait_for_prompt()
    return window


def test_what_is_typed_before_and_after_each_key_is_kept(at_topic, home):
    plain = "\x1b" not in at_topic.raw
    for place, (name, key) in enumerate(WORD.items()):
        if not plain or (len(key) == 1 and name != "Ctrl-D"):  # an end of file is one there
            at_topic.type(key)
        at_topic.type(f"{place}.")
    at_topic.type("\r")

    at_topic.wait_for(GOAL)
    assert home.given()["grow.topic.01"] == "".join(f"{place}." for place in range(len(WORD)))


def test_ctrl_z_stops_nothing(at_topic, home):
    at_topic.type(f"Meetings that{CTRL_Z} run late\r")

    at_topic.wait_for(GOAL)
    assert home.given()["grow.topic.01"].startswith("Meetings ")
    assert home.given()["grow.topic.01"].endswith("run late")


def test_ctrl_s_says_that_all_is_saved(open_terminal, home):
    window = open_terminal("session", "new", "--coachee", "Bo", "--short")
    window.answer("y")
    window.wait_for(TOPIC)
    window.wait_for_prompt()

    window.type("Meetings\x13")

    window.wait_for("Everything is saved already.")
    assert home.draft()["halves"] == {"grow.topic.01": "Meetings"}
    window.type(" and more")
    while "Everything is saved" in "\n".join(window.screen.display):
        window.watch(0.1)  # what came after is not saved yet: it is said no more


def test_a_terminal_that_answers_nothing_is_asked_nothing(at_topic):
    """One that is silent got a warning in English in the midst of a conversation."""
    assert "\x1b[6n" not in at_topic.raw
