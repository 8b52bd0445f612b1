import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog.base.safe import shorten, visible, visible_line, width

HOSTILE = {
    "colour": ("\x1b[31mred", "␛[31mred"),
    "title of the window": ("\x1b]0;x\x07", "␛]0;x␇"),
    "C1 control": ("\x9b31m", "‹U+009B›31m"),
    "null": ("a\x00b", "a␀b"),
    "delete": ("a\x7fb", "a␡b"),
    "carriage return": ("good\rbad", "good␍bad"),
    "right-to-left override": ("a\u202eb", "a‹U+202E›b"),
    "isolates": ("\u2066a\u2069", "‹U+2066›a‹U+2069›"),
    "marks of direction": ("\u200e\u200f\u061c", "‹U+200E›‹U+200F›‹U+061C›"),
    "byte order mark": ("\ufeffa", "‹U+FEFF›a"),
    "half a character": ("a\ud800b", "a\ufffdb"),
    "tag characters": ("a\U000e0041", "a‹U+E0041›"),
    "line separator": ("a\u2028b", "a‹U+2028›b"),
}


@pytest.mark.parametrize(("stored", "shown"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_a_terminal_would_obey_is_shown(stored, shown):
    assert visible(stored) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.",
        "Één, façade, œuvre",
        "two\nlines",
        "👩‍👩‍👧 ❤️ 👍🏽 🇧🇪",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "שלום",
        "می‌خواهم",
        "日本語",
    ],
)
def test_ordinary_text_of_any_language_stays_as_it_is(text):
    assert visible(text) == text


def test_a_tab_becomes_spaces_and_a_line_end_of_windows_a_newline():
    assert visible("a\tb\r\nc") == "a    b\nc"


def test_one_line_has_no_line_end():
    assert visible_line("one \n\n  two\r\nthree") == "one two three"


@given(st.text(st.characters(blacklist_categories=())))
def test_nothing_visible_can_steer_a_terminal(text):
    shown = visible(text)

    assert not [
        c for c in shown if c != "\n" and unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")
    ]
    shown.encode("utf-8")
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("日本", 4),
        ("👩‍👩‍👧", 2),
        ("❤️", 2),
        ("👍🏽", 2),
        ("", 0),
    ],
)
def test_width_counts_cells(text, cells):
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "short"),
    [
        ("short", 5, "short"),
        ("too long", 6, "too l…"),
        ("one two", 5, "one…"),
        ("encore une chose : pour vous", 20, "encore une chose…"),
        ("日本語", 4, "日…"),
        ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"),
        ("long", 1, "…"),
        ("long", 0, ""),
    ],
)
def test_shorten_never_cuts_a_character_in_two(text, cells, short):
    assert shorten(text, cells) == short


@given(st.text(), st.integers(0, 30))
def test_a_short_text_fits(text, cells):
    assert width(shorten(visible_line(text), cells)) <= cells
