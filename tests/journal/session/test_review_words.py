"""What came of an action, in one letter."""

import pytest

from coachlog.base.texts import LANGUAGES, speak
from coachlog.guide.review_words import ReviewedAction, parse_review, review_words
from coachlog.schema.vocabulary import ACTION_STATUSES
from coachlog.values.errors import KindError


@pytest.fixture(params=LANGUAGES, autouse=True)
def words(request):
    speak(request.param)
    yield review_words()
    speak("en")


def test_each_status_is_offered_by_a_letter_of_its_own(words):
    assert {word.status for word in words} == set(ACTION_STATUSES)
    assert len({word.letter for word in words}) == len(words)


@pytest.mark.parametrize("style", [str, str.upper, str.title, "  {}  ".format])
def test_letter_word_and_status_are_understood(style, words):
    for word in words:
        for typed in word:
            assert parse_review(style(typed), words) == ReviewedAction(word.status, False)


@pytest.mark.parametrize("style", ["{}+", "{} +", " {}++ "])
def test_a_plus_asks_for_more(style, words):
    for word in words:
        for typed in word:
            assert parse_review(style.format(typed), words) == ReviewedAction(word.status, True)


def test_nothing_is_nothing_and_a_plus_alone_leaves_it_open(words):
    assert parse_review("", words) is None
    assert parse_review("  ", words) is None
    assert parse_review("+", words) == ReviewedAction("open", True)


@pytest.mark.parametrize("typed", ["q", "x+y", "donne", "+d", "1"])
def test_anything_else_is_refused_with_what_can_be_typed(typed, words):
    with pytest.raises(KindError) as raised:
        parse_review(typed, words)

    assert all(f"{word.letter} ({word.words})" in raised.value.remedy_text() for word in words)
    assert raised.value.cause == "“{answer}” is not one of the choices."
