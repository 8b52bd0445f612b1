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
    command_word,
    parse_typed,
)


@pytest.fixture(params=LANGUAGES, autouse=True)
def language(request):
    speak(request.param)
    yield request.param
    speak("en")


@pytest.mark.parametrize("written", list(WORDS.values()))
def test_the_words_of_every_language_are_understood_in_each(written):
    for typed, name in written.items():
        assert parse_typed(f":{typed}") == Command(name)
        assert parse_typed(f"  :{typed.upper()}  ") == Command(name)


@pytest.mark.parametrize("command", [BACK, SKIP, MORE, EDIT, STOP])
def test_each_command_has_a_word_in_each_language(command):
    assert parse_typed(command_word(command)) == Command(command)


@pytest.mark.parametrize("typed", ["?", " ? "])
def test_a_question_mark_alone_asks_for_more(typed):
    assert parse_typed(typed) == Command(MORE)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "back", "go :back", ":", ": back", ":-)", ":)", ":3", ":back to him", "??", "Why?"],
)
def test_anything_else_is_an_answer(typed):
    assert parse_typed(typed) == typed


@pytest.mark.parametrize(("typed", "answer"), [("::", ":"), ("::back", ":back"), (":::", "::")])
def test_two_colons_give_one(typed, answer):
    assert parse_typed(typed) == answer


def test_a_slip_is_told_with_what_was_meant(language):
    slip = command_word(BACK)[:-1]

    with pytest.raises(UnknownCommandError) as raised:
        parse_typed(slip)

    assert f"→ {command_word(BACK)}" in raised.value.cause_text()
    assert all(f":{each}" in raised.value.remedy_text() for each in WORDS[language])
    assert "::" in raised.value.remedy_text()


def test_what_is_like_no_command_is_told_without_a_guess():
    with pytest.raises(UnknownCommandError) as raised:
        parse_typed(":xyzzy")

    assert "→" not in raised.value.cause_text()
