"""Whole pictures stand in `snapshots/`; `COACHLOG_SNAPSHOTS=write` draws them anew."""

import io
import os
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coachlog.render.console import console
from coachlog.views.timeline.drawing.whole import draw
from coachlog.views.timeline.read import timeline
from tests.render.journal import TODAY, Journal, half_year

SNAPSHOTS = Path(__file__).parent / "snapshots"
WRITE = os.environ.get("COACHLOG_SNAPSHOTS") == "write"


def drawn(line, width=80, language="en", ascii_only=False, plain=True, today=TODAY):
    out = console(width=width, plain=plain)
    out.file = io.StringIO()
    out.print(draw(line, today=today, language=language, width=width, ascii_only=ascii_only))
    return out.file.getvalue()


def same_as(name, picture):
    path = SNAPSHOTS / f"{name}.txt"
    if WRITE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(picture, encoding="utf-8")
    return picture == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_half_a_year_at_every_width(width):
    picture = drawn(timeline(half_year().reader, TODAY, "amina"), width)

    assert same_as(f"half_year_{width}", picture)
    assert max(map(cell_len, picture.splitlines())) <= width


def test_half_a_year_in_ascii():
    picture = drawn(timeline(half_year().reader, TODAY, "amina"), ascii_only=True)

    assert same_as("half_year_ascii", picture)
    assert [c for c in picture if not c.isascii()] == []


def test_half_a_year_with_french_days():
    assert same_as(
        "half_year_fr", drawn(timeline(half_year().reader, TODAY, "amina"), language="fr")
    )


def test_several_people():
    journal = half_year()
    journal.person("bram", "Bram Peeters")
    journal.talk(7, "2026-04-20T08:00", "Begin", coachee="bram", next_at="2026-06-15T08:00:00.000Z")
    journal.action(7, "2026-04-20", "Een dag meelopen", 7, coachee="bram")

    picture = drawn(timeline(journal.reader, TODAY, since=date(2026, 4, 1)))
    assert same_as("several_people", picture)


def test_somebody_in_the_archive():
    journal = half_year()
    journal.raw.execute("update coachee set archived_at = '2026-06-01T08:00:00.000Z'")

    assert "In the archive since Mon 1 Jun 2026\n" in drawn(
        timeline(journal.reader, TODAY, "amina")
    )


def test_a_look_back_has_no_today():
    picture = drawn(timeline(half_year().reader, TODAY, "amina", until=date(2026, 2, 20)))

    assert "3 conversations from Mon 12 Jan 2026 until Fri 20 Feb 2026" in picture
    assert "Today" not in picture


def test_four_weeks_are_no_gap():
    journal = Journal()
    journal.person()
    journal.talk(1, "2026-01-01T10:00")
    journal.talk(2, "2026-01-29T10:00")

    assert "┊" not in drawn(
        timeline(journal.reader, date(2026, 2, 1), "amina"), today=date(2026, 2, 1)
    )


def test_a_long_time_is_told_in_months():
    journal = Journal()
    journal.person()
    journal.talk(1, "2025-01-01T10:00")

    picture = drawn(timeline(journal.reader, TODAY, "amina"))
    assert "┊  17 months\n" in picture


def test_nobody_was_spoken_to_yet():
    assert drawn(timeline(Journal().reader, TODAY)) == (
        "There is no conversation in this journal yet.\nStart one: coachlog session new\n"
    )


def test_a_person_without_conversations():
    journal = Journal()
    journal.person()

    assert drawn(timeline(journal.reader, TODAY, "amina")) == (
        "There is no conversation with Amina El Idrissi yet.\n"
        "Start one: coachlog session new --coachee amina\n"
    )


def test_a_period_in_which_nothing_happened():
    journal = Journal()
    journal.person()

    picture = drawn(timeline(journal.reader, TODAY, "amina", since=date(2026, 1, 1)))
    assert picture == "Nothing happened in this period.\nSee everything: coachlog timeline amina\n"


HOSTILE = "[bold]x[/bold] :smile: \x1b[31mred\x1b]8;;http://x\x07 \x9b2J \u202eabc {number} %s"


def hostile_journal(text):
    journal = Journal()
    journal.person(name=text, role=text)
    journal.talk(
        1, "2026-01-12T13:00", text, method=text, summary=text, next_at="2026-06-23T12:00:00.000Z"
    )
    journal.talk(2, "2026-06-24T13:00", text, status="planned")
    journal.goal(1, "2026-01-12", text, 1, baseline=3, target=8)
    journal.score(1, "2026-01-12", 3, 1)
    journal.action(1, "2026-01-12", text, 1, 1, due_on="2026-01-13")
    return journal


@pytest.mark.parametrize("width", [40, 80, 120])
def test_what_is_stored_is_shown_and_never_obeyed(width):
    picture = drawn(timeline(hostile_journal(HOSTILE).reader, TODAY, "amina"), width)

    assert not set(picture) & set("\x1b\x07\x9b\u202e")
    assert "[bold]x[/bold] :smile: ␛[31mred" in picture
    assert "{number}" in drawn(timeline(hostile_journal(HOSTILE).reader, TODAY, "amina"), 200)


TEXTS = st.text(
    st.one_of(
        st.characters(blacklist_categories=["Cs"]),
        st.sampled_from("日本한👩\u200d👍🏽❤\ufe0fא\u0301\n \t"),
    ),
    min_size=1,
    max_size=120,
)


@given(
    TEXTS,
    st.sampled_from([20, 40, 60, 80, 100, 160]),
    st.booleans(),
    st.sampled_from(["amina", None]),
)
def test_no_line_is_wider_than_the_screen(text, width, ascii_only, coachee):
    line = timeline(hostile_journal(text).reader, TODAY, coachee)

    lines = drawn(line, width, ascii_only=ascii_only).splitlines()
    assert max(map(cell_len, lines)) <= width


def test_colour_tells_nothing_that_words_do_not(monkeypatch):
    """Without its escapes a coloured picture is the plain one, sign for sign."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    line = timeline(half_year().reader, TODAY, "amina")

    coloured = drawn(line, 100, plain=False)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == drawn(line, 100)
