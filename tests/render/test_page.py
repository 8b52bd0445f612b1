"""Pages of sections: whatever they hold, they fit the screen."""

import io
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from coachlog.base.texts import speak
from coachlog.display.page import Line, Page, Section, Trend
from coachlog.display.signs import DRAWN
from coachlog.render.console import console
from coachlog.render.page import print_page
from tests.render.test_timeline import HOSTILE, TEXTS

TODAY = date(2026, 6, 12)


def drawn(page, width=80, *, ascii_only=False):
    out = console(width=width, plain=True)
    out.file = io.StringIO()
    print_page(out, page, ascii_only=ascii_only)
    return out.file.getvalue()


def of_lines(*lines):
    return Page("Title", (), [Section("", lines)])


def page_of(text):
    """A page with *text* wherever a text can stand."""
    scores = [(TODAY - timedelta(days=9 * n), n) for n in (5, 3, 1)]
    trend = Trend(scores, (TODAY - timedelta(days=60), 2), 8, TODAY + timedelta(days=20), TODAY)
    lines = (
        Line("", text),
        Line(text, text, text),
        Line("", text, text, "late", DRAWN.overdue, 7),
        Line("Why", text),
        Line("", text, text, number=3, scores=(1, 5, 10)),
        Line("", "short", "1 → 2", number=4, scores=(1, 2)),
    )
    sections = [Section(text, lines, "private", text, trend), Section("", lines, "released")]
    return Page(text, [text, text], sections, [("coachlog session list", text)])


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.sampled_from([20, 40, 60, 80, 120]), st.booleans())
def test_no_line_is_wider_than_the_screen(text, width, ascii_only):
    lines = drawn(page_of(text), width, ascii_only=ascii_only).splitlines()

    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("width", [40, 80, 120])
def test_what_is_stored_is_shown_and_never_obeyed(width):
    picture = drawn(page_of(HOSTILE), width)

    assert not set(picture) & set("\x1b\x07\x9b\u202e")
    assert "[bold]x[/bold] :smile: ␛[31mred" in picture


def test_in_ascii_nothing_else_is_drawn():
    assert drawn(page_of("text"), ascii_only=True).isascii()


def test_labels_stand_in_a_column_and_texts_hang_beside_them():
    picture = drawn(of_lines(Line("Why", "because"), Line("Signs", "word " * 18)))

    assert picture == (
        "Title\n"
        "\n"
        "Why    because\n"
        "Signs  word word word word word word word word word word word word word word\n"
        "       word word word word\n"
    )


def test_a_narrow_screen_has_a_long_text_beneath_its_label():
    assert drawn(of_lines(Line("Why", "word " * 6)), 24) == (
        "Title\n\nWhy\n  word word word word\n  word word\n"
    )


def test_a_narrow_screen_has_short_texts_beside_their_labels():
    assert drawn(of_lines(Line("Why", "because"), Line("Signs", "many")), 24) == (
        "Title\n\nWhy    because\nSigns  many\n"
    )


def test_a_question_stands_above_its_answer():
    question = "What would you tell a friend who asked this?"

    assert drawn(of_lines(Line(question, "no"))) == f"Title\n\n{question}\n  no\n"


def test_what_follows_a_sign_hangs_beneath_its_text():
    signed = Line("", "Ask Koen", "done", "good", DRAWN.done, 12)

    picture = drawn(of_lines(signed, Line("Confidence", "6/10")))

    assert picture == "Title\n\n✓ 12  Ask Koen · done\n      Confidence  6/10\n"


@pytest.mark.parametrize(
    ("layer", "heading"),
    [
        ("", "Note"),
        ("shared", "Note"),
        ("private", "Note · ◌ for you only"),
        ("released", "Note · ◉ released"),
    ],
)
def test_a_section_tells_its_layer_in_words(layer, heading):
    page = Page("Title", (), [Section("Note", [Line("", "text")], layer)])

    assert drawn(page) == f"Title\n\n{heading}\n  text\n"


def test_a_note_that_fits_on_no_line_is_broken_and_not_cut():
    note = "buddy · Understood and can apply, Mon 30 Nov 2026"

    shown = drawn(of_lines(Line("", "Finds the way", note, sign=DRAWN.done)), width=40)

    assert "…" not in shown
    assert " ".join(shown.split()).endswith(note)


def test_the_lines_of_a_text_stay_lines():
    assert drawn(of_lines(Line("", "one\ntwo"))) == "Title\n\none\ntwo\n"


def test_hints_say_what_a_command_does_where_there_is_room():
    page = Page("Title", (), (), [("coachlog session edit 1", "change it")])

    assert drawn(page, 40) == (
        "Title\n\nWhat you can type next:\n  coachlog session edit 1  change it\n"
    )
    assert drawn(page, 30).endswith("  coachlog session edit 1\n")


def trend_of(*scores, **more):
    first = date(2026, 1, 12)
    told = [(first + timedelta(days=day), score) for day, score in scores]
    known = {"start": (first, 3), "target": 8, "target_on": None, "today": TODAY} | more
    return Page("Title", (), [Section("Scores", (), trend=Trend(told, **known))])


def test_a_trend_has_its_scores_target_and_days():
    assert (
        drawn(trend_of((0, 3), (40, 5), (80, 9)), 60)
        == """\
Title

Scores
  10 │
   9 │                                          ··●
   8 │┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄······┄┄┄ target 8
   7 │                               ·····
   6 │                         ······
   5 │                 ·····●··
   4 │      ···········
   3 │●·····┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ start 3
   2 │
   1 │
   0 │
     └┴─────────────────────┴─────────────────────┴
      12 Jan             21 Feb               2 Apr

"""
    )


def test_a_single_score_is_no_trend():
    assert drawn(trend_of((0, 3))) == "Title\n\nScores\n"


def test_a_narrow_screen_has_bars():
    assert drawn(trend_of((0, 3), (40, 5), (80, 10)), 40) == "Title\n\nScores\n  ▃▅█\n"


def test_scores_of_one_day_are_no_trend():
    assert "│" not in drawn(trend_of((0, 3), (0, 5)))


def test_a_day_far_ahead_does_not_squeeze_the_scores():
    near = drawn(trend_of((0, 3), (80, 9), target_on=date(2026, 6, 1)))
    far = drawn(trend_of((0, 3), (80, 9), target_on=date(2036, 6, 1)))

    assert "◇" in near
    assert "◇" not in far


DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
SCORES = st.integers(0, 10)


@settings(deadline=None, max_examples=80)
@given(
    st.lists(st.tuples(DAYS, SCORES), max_size=30),
    st.none() | st.tuples(DAYS, SCORES),
    st.none() | SCORES,
    st.none() | DAYS,
    st.sampled_from([20, 59, 60, 80, 120]),
    st.booleans(),
)
def test_any_trend_fits(scores, start, target, target_on, width, ascii_only):
    trend = Trend(sorted(scores), start, target, target_on, TODAY)

    page = Page("Title", (), [Section("Scores", (), trend=trend)])
    picture = drawn(page, width, ascii_only=ascii_only)

    assert max(map(cell_len, picture.splitlines())) <= width
    assert picture.count("●") <= len(scores)


def test_a_day_to_reach_it_before_the_first_score_is_left_out():
    assert "◇" not in drawn(trend_of((0, 3), (80, 9), target_on=date(2026, 1, 1)))


def test_french_signs_stay_with_their_word():
    said = Line("", "Que voulez-vous vraiment ? Et « rien » d'autre !")

    for width in range(12, 50):
        lines = drawn(of_lines(said), width).splitlines()
        assert not [line for line in lines if line.lstrip().startswith(("?", "!", "»"))]
        assert not [line for line in lines if line.endswith("«")]


@pytest.mark.parametrize("width", [60, 96])
def test_a_trend_fits_in_any_language(width):
    page = trend_of((0, 3), (9, 4), (80, 9), target_on=date(2026, 6, 30))
    try:
        for language in ("nl", "fr"):
            speak(language)
            assert max(map(cell_len, drawn(page, width).splitlines())) <= width
    finally:
        speak("en")
