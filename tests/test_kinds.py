"""What an answer may be, kind by kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog.values import parse


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
    assert parse.text(typed) == kept


@pytest.mark.parametrize(("typed", "kept"), [("a\n b\t c", "a b c"), ("\n", None), ("é é", "é é")])
def test_a_line(typed, kept):
    assert parse.line(typed) == kept


@given(st.text())
def test_what_was_cleaned_once_stays_as_it_is(typed):
    kept = parse.text(typed)

    assert parse.text(kept) == kept
    assert parse.line(parse.line(typed)) == parse.line(typed)


def test_too_long():
    assert len(parse.text("x" * parse.TEXT_MAX)) == parse.TEXT_MAX
    with pytest.raises(parse.KindError, match="This is too long"):
        parse.text("x" * (parse.TEXT_MAX + 1))
    with pytest.raises(parse.KindError, match="This is too long"):
        parse.line("x" * (parse.LINE_MAX + 1))


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
    assert parse.scale(typed, 0, 10) == kept


@pytest.mark.parametrize(
    "typed", ["11", "-1", 11, -1, "x", "7.5", "7/9", "²", "٣", True, "1" * 9999]
)
def test_no_scale(typed):
    with pytest.raises(parse.NotAScaleError) as refused:
        parse.scale(typed, 0, 10)

    assert len(refused.value.cause_text()) < 100


def test_a_scale_may_be_long():
    assert parse.scale("1440", 1, 1440) == 1440


@pytest.mark.parametrize(
    ("typed", "kept"), [("12", 12), ("#12", 12), (3, 3), ("", None), (None, None)]
)
def test_a_number(typed, kept):
    assert parse.number(typed) == kept


@pytest.mark.parametrize("typed", ["0", "-1", "x", "1.0", True, "9" * 17, 2**53 + 1, "##1"])
def test_no_number(typed):
    with pytest.raises(parse.KindError, match="is not a number"):
        parse.number(typed)


@pytest.mark.parametrize("typed", ["y", "YES", " ja", "j", "oui", "O", "1", "true", True])
def test_yes(typed):
    assert parse.yes_no(typed) is True


@pytest.mark.parametrize("typed", ["n", "no", "nee", "Neen", "non", "0", "false", False])
def test_no(typed):
    assert parse.yes_no(typed) is False


@pytest.mark.parametrize("typed", ["maybe", "2", "yesno"])
def test_neither_yes_nor_no(typed):
    with pytest.raises(parse.NotYesOrNoError):
        parse.yes_no(typed)


@pytest.mark.parametrize("typed", ["in_person", "In-Person", " in person "])
def test_a_choice(typed):
    assert parse.choice(typed, ("in_person", "video")) == "in_person"


def test_no_choice():
    assert parse.choice(" ", ("a",)) is None
    with pytest.raises(parse.KindError, match="is not one of the choices") as refused:
        parse.choice("c", ("a", "b"))
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
    with pytest.raises(parse.BetweenError) as refusal:
        parse.scale(typed, low, 10)

    below, above = HALVES[typed]
    assert refusal.value.remedy_text() == f"{below} or {above}?"


@pytest.mark.parametrize("typed", ["10,5", "11½", "6,25", "x½", "-0,5", "6,5,5", "7/9"])
def test_what_is_no_half_on_the_scale_is_refused_as_before(typed):
    with pytest.raises(parse.NotAScaleError) as refusal:
        parse.scale(typed, 0, 10)

    assert not isinstance(refusal.value, parse.BetweenError)


def test_minutes_have_no_halves_to_choose_from():
    with pytest.raises(parse.NotALengthError, match="length of time"):
        parse.minutes("6,5")
