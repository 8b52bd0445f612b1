"""Help is asked for in many words, and its first page fits on a screen."""

import pytest

from tests.conftest import refused

ROWS, PROMPT = 24, 1
ASKED = ("help", "hulp", "aide", "HELP", "-h", "?", "-?", "--hulp", "help me", "uitleg")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_first_page_fits_on_a_screen(call, language):
    """Of what scrolls by, one sees the end and not the beginning."""
    lines = call("--help", env={"COACHLOG_LANG": language, "COLUMNS": "80"}).lines

    assert len(lines) <= ROWS - PROMPT
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("words", ASKED)
def test_help_is_asked_for_in_many_words(call, words):
    result = call(*words.split())

    assert result == call("--help")


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("help session new", "session new"),
        ("hulp gesprek nieuw", "session new"),
        ("aide nouvel entretien", "session new"),
        ("help zoeken", "search"),
        ("help goal", "goal"),
        ("session help", "session"),
        ("gesprek help", "session"),
        ("session", "session"),
        ("action", "action"),
        ("report", "report"),
        ("session new help", "session new"),
        ("session new -h", "session new"),
        ("session -h", "session"),
        ("prep help", "prep"),
        ("timeline ?", "timeline"),
        ("action done hulp", "action done"),
        ("goal list aide", "goal list"),
        ("search -h", "search"),
    ],
)
def test_help_about_a_command(call, words, command):
    result = call(*words.split())

    assert (result.code, result.out) == (0, call(*command.split(), "--help").out)


def test_all_commands_stand_on_the_page_of_all(call):
    page = call("help", "all").out

    assert call("hulp", "alles").out == page
    assert all(word in page for word in ("match", "objective", "completion", "--no-pager"))
    assert all(word in call("--help").out for word in ("match", "objective", "help all"))


def test_help_is_no_word_where_words_are_wanted(people, call):
    assert call("search", "help").out == ""
    assert call("topic", "park", "amina", "hulp").code == 0
    refused(call("zzz", "help"), 2, "no command zzz")


def test_help_about_what_is_no_command(people, call):
    refused(call("help", "zzz"), 2, "no command zzz")
    refused(call("help", "sesion"), 2, "Did you mean: coachlog session")
    assert call("help", "amina").out == call("coachee", "show", "amina").out
