"""What an answer may be, kind by kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog import kinds


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (None, None),
        ("", None),
        (" \r\n\t ", None),
        ("  a  ", "a"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("e\N{COMBINING ACUTE ACCENT}", "é"),
        ("a\x00b", "a␀b"),
        ("\udcff!", "?!"),
        ("👩🏽‍💻", "👩🏽‍💻"),
    ],
)
def test_text(typed, kept):
    assert kinds.text(typed) == kept


@pytest.mark.parametrize(("typed", "kept"), [("a\n b\t c", "a b c"), ("\n", None), ("é é", "é é")])
def test_a_line(typed, kept):
    assert kinds.line(typed) == kept


@given(st.text())
def test_what_was_cleaned_once_stays_as_it_is(typed):
    kept = kinds.text(typed)

    assert kinds.text(kept) == kept
    assert kinds.line(kinds.line(typed)) == kinds.line(typed)


def test_too_long():
    assert len(kinds.text("x" * kinds.TEXT_MAX)) == kinds.TEXT_MAX
    with pytest.raises(kinds.TooLongError):
        kinds.text("x" * (kinds.TEXT_MAX + 1))
    with pytest.raises(kinds.TooLongError):
        kinds.line("x" * (kinds.LINE_MAX + 1))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (None, None),
        ("", None),
        ("0", 0),
        (10, 10),
        (" 7 ", 7),
        ("7/10", 7),
        ("7 /10", 7),
        ("07", 7),
    ],
)
def test_a_scale(typed, kept):
    assert kinds.scale(typed, 0, 10) == kept


@pytest.mark.parametrize(
    "typed", ["11", "-1", 11, -1, "x", "7.5", "7/9", "²", "٣", True, "1" * 9999]
)
def test_no_scale(typed):
    with pytest.raises(kinds.NotAScaleError) as refused:
        kinds.scale(typed, 0, 10)

    assert len(refused.value.cause_text()) < 100


def test_a_scale_may_be_long():
    assert kinds.scale("1440", 1, 1440) == 1440


@pytest.mark.parametrize(
    ("typed", "kept"), [("12", 12), ("#12", 12), (3, 3), ("", None), (None, None)]
)
def test_a_number(typed, kept):
    assert kinds.number(typed) == kept


@pytest.mark.parametrize("typed", ["0", "-1", "x", "1.0", True, "9" * 17, 2**53 + 1, "##1"])
def test_no_number(typed):
    with pytest.raises(kinds.NotANumberError):
        kinds.number(typed)


@pytest.mark.parametrize("typed", ["y", "YES", " ja", "j", "oui", "O", "1", "true", True])
def test_yes(typed):
    assert kinds.yes_no(typed) is True


@pytest.mark.parametrize("typed", ["n", "no", "nee", "Neen", "non", "0", "false", False])
def test_no(typed):
    assert kinds.yes_no(typed) is False


@pytest.mark.parametrize("typed", ["maybe", "2", "yesno"])
def test_neither_yes_nor_no(typed):
    with pytest.raises(kinds.NotYesOrNoError):
        kinds.yes_no(typed)


@pytest.mark.parametrize("typed", ["in_person", "In-Person", " in person "])
def test_a_choice(typed):
    assert kinds.choice(typed, ("in_person", "video")) == "in_person"


def test_no_choice():
    assert kinds.choice(" ", ("a",)) is None
    with pytest.raises(kinds.NotAChoiceError) as refused:
        kinds.choice("c", ("a", "b"))
    assert "a, b" in refused.value.remedy_text()


HALVES = {
    "6,5": (6, 7),
    "6.5": (6, 7),
    "6,50/10": (6, 7),
    "6½": (6, 7),
    "6 ½": (6, 7),
    "6 1/2": (6, 7),
    "six and a half": (6, 7),
    "Zes en half": (6, 7),
    "zes en een half": (6, 7),
    "7 en half": (7, 8),
    "six et demi": (6, 7),
    "sept et demie": (7, 8),
    "9,5": (9, 10),
    "anderhalf": (1, 2),
    "één en een half": (1, 2),
}


@pytest.mark.parametrize("typed", HALVES)
@pytest.mark.parametrize("low", [0, 1])
def test_a_half_is_asked_back(typed, low):
    """People say six and a half; the scale has whole figures, and nobody else may choose one."""
    with pytest.raises(kinds.BetweenError) as refusal:
        kinds.scale(typed, low, 10)

    below, above = HALVES[typed]
    assert refusal.value.remedy_text() == f"{below} or {above}?"


@pytest.mark.parametrize("typed", ["10,5", "11½", "6,25", "x½", "-0,5", "6,5,5", "7/9"])
def test_what_is_no_half_on_the_scale_is_refused_as_before(typed):
    with pytest.raises(kinds.NotAScaleError) as refusal:
        kinds.scale(typed, 0, 10)

    assert not isinstance(refusal.value, kinds.BetweenError)


def test_minutes_have_no_halves_to_choose_from():
    with pytest.raises(kinds.NotALengthError, match="length of time"):
        kinds.minutes("6,5")
