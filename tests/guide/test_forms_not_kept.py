"""What is typed at the questions of a command and cannot be kept: Enter tries again, or a file."""

import sqlite3
import stat

import pytest

from tests.guide.terminal import CTRL_C

UNKEPT = "Not saved yet"
PLACE = ".local/state/coachlog/log"


FORMS = {
    "goal": (("goal", "new", "--plain"), ("Amina", "Speak up"), "Speak up"),
    "action": (("action", "new", "--plain"), ("Amina", "Call Koen"), "Call Koen"),
    "plan": (("session", "plan", "--plain"), ("Amina", "tomorrow 10:00", "The team"), "The team"),
}


def until_unkept(found):
    """Answer nothing more until it is tried to keep it."""
    while UNKEPT not in found.shown():
        found.answer("")
        found.watch(0.2)


@pytest.mark.parametrize("form", FORMS)
def test_enter_tries_again(form, home, open_terminal):
    words, answers, said = FORMS[form]
    home.keep(coachee="Amina", date="2026-11-20T14:00")
    home.environment["COACHLOG_BUSY_MS"] = "0"
    found = open_terminal(*words)
    for each in answers:
        found.answer(each)
    other = sqlite3.connect(home.store, isolation_level=None)
    other.execute("begin immediate")
    until_unkept(found)
    found.wait_for_prompt()
    other.close()

    found.answer("")

    assert found.ended() == 0
    assert said in str(home.json("session" if form == "plan" else form, "list"))
    assert not list((home.folder / PLACE).glob("edit-*"))


@pytest.mark.parametrize("leave", [CTRL_C, ":stop\r"], ids=["Ctrl-C", ":stop"])
def test_who_leaves_has_the_words_in_a_file(leave, home, open_terminal):
    home.keep(coachee="Amina", date="2026-11-20T14:00")
    home.environment["COACHLOG_BUSY_MS"] = "0"
    found = open_terminal("goal", "new", "--plain")
    for each in ("Amina", "Speak up"):
        found.answer(each)
    other = sqlite3.connect(home.store, isolation_level=None)
    other.execute("begin immediate")
    until_unkept(found)
    found.wait_for_prompt()

    found.type(leave)

    assert found.ended() in (5, 130)
    other.close()
    [file] = (home.folder / PLACE).glob("edit-*.txt")
    assert "Speak up" in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert str(file) in "".join(found.shown().split())


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "This one needs an answer"),
        ("nl", "Hier is een antwoord nodig"),
        ("fr", "Une réponse est nécessaire ici"),
    ],
)
def test_a_question_that_needs_an_answer_says_so(language, told, home, open_terminal):
    home.keep(coachee="Amina", date="2026-11-20T14:00")
    found = open_terminal("--lang", language, "goal", "new", "--plain")
    found.answer("Amina")
    found.wait_for_prompt()

    found.answer("")

    found.wait_for(told)
    found.wait_for_prompt()
    found.answer("Speak up")
    found.answer(":done")
    assert found.ended() == 0
    assert "Speak up" in str(home.json("goal", "list"))
