"""However a coach leaves, nothing is lost and the terminal is as it was."""

import os
import signal
import termios
import time

import pytest

from tests.guide.talks import QUESTIONS
from tests.guide.terminal import CTRL_C, CTRL_D, PATIENCE

TOPIC = QUESTIONS["grow.topic.01"].ask("en")
SHORT = ("session", "new", "--coachee", "Bo", "--short")
GO_ON = "session resume"


@pytest.fixture
def at_topic(open_terminal):
    """A window at the question after the first one, which was answered."""

    def begin(*options, **more):
        window = open_terminal(*SHORT, *options, **more)
        window.answer("y")
        window.wait_for(TOPIC)
        window.wait_for_prompt()
        return window

    return begin


def is_sane(window) -> bool:
    """Whether the terminal shows what is typed and reads it line by line."""
    local = termios.tcgetattr(window.child.child_fd)[3]
    return bool(local & termios.ECHO and local & termios.ICANON and local & termios.ISIG)


def until_through(window) -> None:
    """Wait until the last words were said and the terminal was given back."""
    until = time.monotonic() + PATIENCE
    while not is_sane(window) and time.monotonic() < until:
        window.watch(0.05)


@pytest.mark.parametrize("plain", [(), ("--plain",)], ids=["terminal", "plain"])
@pytest.mark.parametrize(
    ("leave", "code"),
    [
        (lambda window: window.type(CTRL_C), 130),
        (lambda window: os.kill(window.child.pid, signal.SIGTERM), 130),
        (lambda window: os.kill(window.child.pid, signal.SIGHUP), 130),
        (lambda window: os.kill(window.child.pid, signal.SIGINT), 130),
        (lambda window: window.type(CTRL_D), 0),
        (lambda window: window.answer(":stop"), 0),
    ],
    ids=["Ctrl-C", "SIGTERM", "SIGHUP", "SIGINT", "Ctrl-D", ":stop"],
)
def test_leaving_keeps_every_answer_and_tells_how_to_go_on(leave, code, plain, home, at_topic):
    window = at_topic(*plain)

    leave(window)

    window.wait_for(GO_ON)
    until_through(window)
    assert is_sane(window)
    assert window.ended() == code
    assert window.shown().rstrip().endswith(GO_ON)
    assert "Traceback" not in window.shown()
    assert home.given() == {"first_agreement.01": True}


def test_half_typed_text_is_kept_at_ctrl_c(home, at_topic, open_terminal):
    window = at_topic()
    window.type("half a sent")
    window.wait_for("half a sent")

    window.type(CTRL_C)

    assert window.ended() == 130
    window = open_terminal("session", "resume")
    window.wait_for("half a sent")


def test_a_command_on_its_way_is_no_text(home, at_topic):
    window = at_topic()
    window.type(":bac")
    window.wait_for(":bac")

    window.type(CTRL_C)

    assert window.ended() == 130
    assert home.draft()["halves"] == {}


@pytest.mark.parametrize("plain", [(), ("--plain",)], ids=["terminal", "plain"])
def test_a_closed_window_ends_the_program(plain, home, at_topic):
    window = at_topic(*plain)

    window.hang_up()

    assert home.given() == {"first_agreement.01": True}
    assert not list(home.folder.rglob("error.log"))
    assert home.run("session", "resume", "--drop", "--yes").returncode == 0


@pytest.mark.parametrize("question", range(2))
def test_ctrl_c_before_there_is_anything(question, home, open_terminal):
    window = open_terminal("session", "new", "--after")
    for text in ("Bo",)[:question]:
        window.answer(text)
    window.wait_for_prompt()

    window.type(CTRL_C)

    assert window.ended() == 130
    assert "Traceback" not in window.shown()
    assert home.run("session", "resume").returncode in (2, 3)
