"""The menu below today: a number, a name or a command, and Enter leaves."""

import pytest

from tests.guide.terminal import CTRL_C, CTRL_D

LEAVES = "A number, a name or a command; Enter leaves."


@pytest.fixture
def menu(home, open_terminal):
    """The window of `coachlog` alone, when its menu is there."""
    home.keep(coachee="Jonas Peeters", topic="Planning", date="2026-11-20T10:00")

    def opened(*options):
        window = open_terminal(*options)
        window.wait_for(LEAVES)
        return window

    return opened


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("3", "Conversation 1"),
        ("jonas peeters", "Conversations  1"),
        ("coachlog zoek planning", "= coachlog search planning"),
        ("9\r7", "Usage:"),
    ],
)
def test_what_is_chosen_is_run(menu, typed, shown):
    window = menu()

    window.type(typed + "\r")

    window.wait_for(shown)
    assert window.ended() == 0


@pytest.mark.parametrize("key", ["\r", "stop\r", CTRL_D])
def test_it_is_left_without_a_word(menu, key):
    window = menu()

    window.type(key)

    assert window.ended() == 0


def test_ctrl_c_leaves_it_too(menu):
    window = menu()

    window.type(CTRL_C)

    assert window.ended() == 130


def test_a_conversation_that_is_unfinished_is_named(home, menu, open_terminal):
    window = open_terminal("session", "new", "--coachee", "jonas")
    window.answer("een antwoord")
    window.wait_for_prompt()
    window.type(CTRL_C)
    window.ended()

    assert "go on with Jonas Peeters" in menu().shown()


@pytest.mark.parametrize("option", ["--plain", "--no-input"])
def test_there_is_none_for_who_wants_lines_or_no_questions(home, open_terminal, option):
    home.keep(coachee="Jonas Peeters", date="2026-11-20T10:00")

    window = open_terminal(option)

    assert window.ended() == 0
    assert LEAVES not in window.shown()
