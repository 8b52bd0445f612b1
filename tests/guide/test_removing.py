"""Removing something at a terminal: it is asked, and only a yes is one."""

import pytest

from tests.conftest import talk
from tests.guide.terminal import CTRL_C

TALK = talk(
    goals=[{"ref": "g", "statement": "Leave on time"}],
    scores=[{"goal": "g", "score": 3}],
    options=[{"text": "Ask Koen", "origin": "coachee"}],
    actions=[{"what": "Call Koen", "goal": "g"}, {"what": "Sleep"}],
)


@pytest.mark.parametrize(
    ("language", "answer", "left"),
    [
        ("en", "y", 0),
        ("nl", "j", 0),
        ("fr", "o", 0),
        ("en", "", 1),
        ("nl", "nee", 1),
        ("fr", "non", 1),
        ("en", ":stop", 1),
    ],
)
def test_enter_alone_is_a_no(home, lead, language, answer, left):
    home.keep(**TALK)

    ended = lead("--lang", language, "goal", "remove", "1", typed=(answer,))

    assert ended.code == 0
    assert len(home.json("goal", "list")) == left


def test_the_question_is_asked_under_what_goes(home, open_terminal):
    home.keep(**TALK)
    window = open_terminal("session", "remove", "1", size=(20, 60), COACHLOG_LANG="nl")

    window.wait_for("Te verwijderen: Gesprek 1 met Amina")
    window.wait_for("Verdwijnt mee: 1 doel, 1 score, 2 acties, 1 optie.")
    window.wait_for("Dit verwijderen?")
    window.wait_for("(j/N)")
    window.answer("misschien")
    window.wait_for("laat het open")
    window.answer("\x15j")
    window.wait_for("Verwijderd: Gesprek 1 met Amina")

    assert window.ended() == 0


def test_ctrl_c_removes_nothing(home, open_terminal):
    home.keep(**TALK)
    window = open_terminal("goal", "remove", "1")

    window.wait_for_prompt()
    window.type(CTRL_C)

    assert window.ended() == 130
    assert len(home.json("goal", "list")) == 1
