"""What is a command, and what is an answer that only looks like one."""

import pytest

from coachlog.base.texts import LANGUAGES, speak
from coachlog.terminal.prompt_commands import (
    BACK,
    EDIT,
    MORE,
    SKIP,
    STOP,
    WORDS,
    Command,
    UnknownCommandError,
    understood,
    word,
)


@pytest.fixture(params=LANGUAGES, autouse=True)
def language(request):
    speak(request.param)
    yield request.param
    speak("en")


@pytest.mark.parametrize("written", list(WORDS.values()))
def test_the_words_of_every_language_are_understood_in_each(written):
    for typed, name in written.items():
        assert understood(f":{typed}") == Command(name)
        assert understood(f"  :{typed.upper()}  ") == Command(name)


@pytest.mark.parametrize("command", [BACK, SKIP, MORE, EDIT, STOP])
def test_each_command_has_a_word_in_each_language(command):
    assert understood(word(command)) == Command(command)


@pytest.mark.parametrize("typed", ["?", " ? "])
def test_a_question_mark_alone_asks_for_more(typed):
    assert understood(typed) == Command(MORE)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "back", "go :back", ":", ": back", ":-)", ":)", ":3", ":back to him", "??", "Why?"],
)
def test_anything_else_is_an_answer(typed):
    assert understood(typed) == typed


@pytest.mark.parametrize(("typed", "answer"), [("::", ":"), ("::back", ":back"), (":::", "::")])
def test_two_colons_give_one(typed, answer):
    assert understood(typed) == answer


def test_a_slip_is_told_with_what_was_meant(language):
    slip = word(BACK)[:-1]

    with pytest.raises(UnknownCommandError) as raised:
        understood(slip)

    assert f"→ {word(BACK)}" in raised.value.cause_text()
    assert all(f":{each}" in raised.value.remedy_text() for each in WORDS[language])
    assert "::" in raised.value.remedy_text()


def test_what_is_like_no_command_is_told_without_a_guess():
    with pytest.raises(UnknownCommandError) as raised:
        understood(":xyzzy")

    assert "→" not in raised.value.cause_text()
