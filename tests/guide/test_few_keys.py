"""How much is asked, and how many times Enter is pressed, in stories that coaches type."""

import pytest

from tests.guide.stories import AFTERWARDS, EMPTY, FIRST, LANGUAGES, SECOND, SHORT

each_language = pytest.mark.parametrize("language", ["nl", "fr", "en"])


@each_language
def test_a_first_conversation_that_is_left_empty(tell, language):
    """Who types nothing sees what is asked of everybody."""
    typist = tell(EMPTY, language, "--normal")

    assert (asked(typist), typist.enters) <= (15, 17)
    assert typist.enters <= 17


@each_language
def test_the_story_of_a_first_conversation_and_the_next(tell, language):
    first = tell(FIRST, language, "--normal")
    second = tell(SECOND, language, "--normal", now="2026-12-15T09:00:00Z")

    assert asked(first) <= 26
    assert first.enters <= 42  # four for a reader, the words, and that they are agreed
    assert asked(second) <= 16
    assert second.enters <= 27


@each_language
def test_a_conversation_that_is_written_up_in_keywords(tell, language):
    typist = tell(AFTERWARDS, language, "--after")

    assert asked(typist) <= 6
    assert typist.enters <= 8


@each_language
def test_a_short_conversation(tell, language):
    typist = tell(SHORT, language, "--short")

    assert asked(typist) <= 10
    assert typist.enters <= 15


@each_language
def test_nothing_of_the_story_is_lost_on_lines_that_hold_several_answers(tell, language, call):
    tell(FIRST, language, "--normal")
    tell(SECOND, language, "--normal", now="2026-12-15T09:00:00Z")

    first, second = (call("session", "show", n, "--json").json for n in (1, 2))
    assert [each["due_on"] for each in first["actions"]] == [
        *("2026-12-13", "2026-12-04", "2026-11-30")
    ]
    assert [each["confidence"] for each in first["actions"]] == [7, 8, 9]
    weakest, *others = first["actions"]
    assert weakest["if_then"].keys() == {"obstacle", "plan"}
    assert (weakest["confidence_before"], weakest["helper"]) == (5, "Bart")
    assert [each for each in others if "if_then" in each or "helper" in each] == []
    assert [each.get("chosen") for each in first["options"]] == [True, None, True]
    assert first["options"][0].keys() >= {"pros", "cons"}
    assert first["parked"] == [FIRST["closing.07"][0][LANGUAGES.index(language)][3:]]
    assert [each["status"] for each in second["reviews"]] == ["open", "done", "partly"]
    assert second["scores"] == [{"goal": 1, "score": 5}]
    assert [each["due_on"] for each in second["actions"]] == ["2026-12-18", "2026-12-21"]


def asked(typist):
    """How many questions, without the name and the page at the end."""
    return len([each for each in typist.questions if "." in each or each.endswith("?")]) - 1
