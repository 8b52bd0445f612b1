"""Line by line at a terminal, a signal ends a question at once: also one that a read cannot see."""

import sys

import pexpect
import pytest

from tests.guide.terminal import PATIENCE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no signals of this kind")

ASKS = """
import signal, sys, threading, time
from coachlog.terminal.line_mode import PlainPrompter
from coachlog.terminal.prompter import Prompt

def is_waiting(main):
    frame = sys._current_frames()[main]
    return frame.f_code.co_name in ("_read_line", "_wait_for_line")

def signal_unseen(main):
    # A handler that runs in another thread does not end the read of the main one.
    while not is_waiting(main):
        time.sleep(0.001)
    time.sleep(0.05)
    signal.pthread_kill(threading.get_ident(), NUMBER)

signal.signal(signal.SIGTERM, signal.default_int_handler)
signal.signal(signal.SIGUSR1, lambda number, frame: print("handled", flush=True))
prompter = PlainPrompter()
main = threading.get_ident()
prompter.first_shown = threading.Thread(target=signal_unseen, args=(main,), daemon=True).start
try:
    print("answered", prompter.ask(Prompt("name ›")))
except KeyboardInterrupt:
    print("stopped")
"""


def asking(number):
    """A terminal with a question, to which the program gets this signal."""
    script = ASKS.replace("NUMBER", f"signal.{number}")
    return pexpect.spawn(sys.executable, ["-c", script], timeout=PATIENCE, encoding="utf-8")


@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
def test_a_signal_just_before_the_read_stops_the_question(number):
    with asking(number) as window:
        window.expect_exact("stopped")


def test_a_signal_that_stops_nothing_leaves_the_question():
    with asking("SIGUSR1") as window:
        window.expect_exact("handled")
        window.sendline("Amina")
        window.expect_exact("answered Amina")
