"""A record as text and back: whatever stood in a field stands there afterwards."""

import re
from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coachlog.terminal.record_text import (
    Form,
    Part,
    TextMistakeError,
    same_text,
)
from coachlog.values import parse

FORM = Form(
    ("Goal 1 of Amina", "", "Leave the headings."),
    (
        Part("statement", "Goal"),
        Part("why", "Why", ("What is behind it.",)),
        Part("target", "Target", ("0 to 10",)),
        Part("status", "Status", ("active, achieved",)),
    ),
)
NAMES = [part.name for part in FORM.parts]
SHOWN = {"statement": "Lead the meeting", "why": "a\nb", "target": "8", "status": "active"}

SIGNS = (
    *("== Goal ==", "== goal", "= Goal =", "Goal ==", "==Goal==", "== Nothing ==", "=====", "=="),
    *("# 0 to 10", "# 0 to 10  ", "#", "# Goal 1 of Amina", "#!! wrong", "#!!", "# of my own"),
    *("\\", "\\\\", "\\== Goal ==", "\\\\# 0 to 10", "\\#!! x", "\\# of my own", "  == Why ==  "),
    *("", "   ", "\t", "\ufeff", "\u2028", "\x0b", "\x85", "é", "e\u0301", "🙂", "a = b", "x="),
)
lines = st.one_of(st.sampled_from(SIGNS), st.text())
kept = st.lists(lines).map(lambda found: parse.text("\n".join(found)) or "")
"""Texts as the journal keeps them, with lines that look like the frame of the text."""
records = st.fixed_dictionaries(dict.fromkeys(NAMES, kept))


@given(records)
def test_every_text_survives(values):
    assert FORM.parse(FORM.render(values)) == values


@given(records, st.sampled_from(["\r\n", "\r"]), st.sampled_from(["", "\ufeff"]))
def test_it_survives_an_editor_with_other_line_ends_and_a_mark_at_the_start(values, end, mark):
    assert FORM.parse(mark + FORM.render(values).replace("\n", end)) == values


@pytest.mark.parametrize("frame", ["Quoi\N{NO-BREAK SPACE}?", "Quoi ?"])
@pytest.mark.parametrize("sign", [" ", "\N{NO-BREAK SPACE}"])
def test_an_editor_may_tie_french_signs_to_their_word_or_not(frame, sign):
    form = Form((frame,), (Part("what", frame, (frame,)), Part("why", frame + " Non")))
    text = form.render({"what": "a", "why": "b"}).replace("Non ==\n", "Non == ")

    assert form.parse(re.sub(r"\s\?", f"{sign}?", text)) == {"what": "a", "why": "b"}


@given(records)
def test_white_space_that_an_editor_takes_from_the_ends_of_lines_is_no_change(values):
    text = "\n".join(line.rstrip(" \t") for line in FORM.render(values).split("\n"))

    found = FORM.parse(text)

    assert all(same_text(found[name], values[name]) for name in NAMES)


@given(records, st.dictionaries(st.sampled_from([*NAMES, ""]), kept))
def test_problems_come_and_go_without_a_trace(values, problems):
    text = FORM.render(values)

    shown = FORM.with_problems(text, problems)

    assert FORM.parse(shown) == values
    assert FORM.with_problems(shown, {}) == text


@given(records, st.sets(st.sampled_from(NAMES)))
def test_a_field_that_was_taken_out_is_left_out_and_the_others_stay(values, gone):
    lines_left, inside = [], False
    for line in FORM.render(values).split("\n"):
        headings = [part.name for part in FORM.parts if line == f"== {part.heading} =="]
        inside = headings[0] in gone if headings else inside
        lines_left += [] if inside else [line]

    found = FORM.parse("\n".join(lines_left))

    assert found == {name: values[name] for name in NAMES if name not in gone}


@given(st.text())
def test_any_text_is_read_or_refused(text):
    with suppress(TextMistakeError):
        FORM.parse(text)


@given(records, st.integers(), lines)
def test_a_line_put_below_a_heading_is_text_or_refused(values, place, line):
    """What is typed never vanishes: an explanation of one's own is text, a heading a mistake."""
    assume(line.strip() and "\n" not in line and "\r" not in line)
    assume(line.rstrip() not in ("#", "# 0 to 10", "# Goal 1 of Amina") and line[:3] != "#!!")
    rows = FORM.render(values).split("\n")
    first = rows.index("== Goal ==") + 1
    rows.insert(first + place % (len(rows) - first + 1), line)

    try:
        found = FORM.parse("\n".join(rows))
    except TextMistakeError:
        return
    assert sum(map(len, found.values())) > sum(map(len, values.values()))


def test_the_text_is_as_a_person_reads_it():
    assert FORM.render({"statement": "Lead the meeting", "why": "a\n\n== b", "target": "8"}) == (
        "# Goal 1 of Amina\n#\n# Leave the headings.\n\n"
        "== Goal ==\nLead the meeting\n\n"
        "== Why ==\n# What is behind it.\na\n\n\\== b\n\n"
        "== Target ==\n# 0 to 10\n8\n\n"
        "== Status ==\n# active, achieved\n\n"
    )


def test_a_problem_stands_at_its_field_or_at_the_top():
    text = FORM.with_problems(FORM.render({"target": "11"}), {"": "Look:", "target": "11?\nNo."})

    assert text.startswith("#!! Look:\n# Goal 1")
    assert "== Target ==\n#!! 11?\n#!! No.\n# 0 to 10\n11\n" in text


def test_a_problem_of_a_field_that_was_taken_out_stands_at_the_top():
    text = FORM.with_problems("== Goal ==\nx\n", {"target": "Too high."})

    assert text == "#!! Too high.\n== Goal ==\nx\n"


@pytest.mark.parametrize(
    "heading",
    ["==Why==", "== Why", "= Why ==", "Why ==", "== WHY ==", "  ==  why  ==  ", "=== Why ==="],
)
def test_a_heading_that_lost_some_of_its_signs_is_one_still(heading):
    """Else its text would end up in the field before it."""
    text = FORM.render(SHOWN).replace("== Why ==", heading)

    assert FORM.parse(text) == SHOWN


@pytest.mark.parametrize(
    ("old", "new", "error", "word"),
    [
        ("== Why ==", "== Whyy ==", "is not a heading", "== Whyy =="),
        ("== Why ==", "==", None, ""),
        ("a\nb", "a\n== Goal ==\nb", "is there twice", "== Goal =="),
        ("a\nb", "a\n== " + "x" * 90, "is not a heading", "x…"),
        ("# Leave", "Leave", "is above the first heading", "Leave the headings."),
        ("\n\n== Goal", "\nHello\n\n== Goal", "is above the first heading", "Hello"),
    ],
)
def test_what_cannot_be_placed_is_told(old, new, error, word):
    text = FORM.render(SHOWN).replace(old, new)

    if error is None:
        assert FORM.parse(text)["statement"].startswith("Lead the meeting\n\n==\n")
        return
    with pytest.raises(TextMistakeError, match=error) as refused:
        FORM.parse(text)
    assert word in refused.value.cause_text()


def test_explanations_of_ones_own_are_text():
    """Notes may begin with a number sign; git loses such lines, a journal may not."""
    found = FORM.parse(FORM.render(SHOWN).replace("a\nb", "# first\nb"))

    assert found["why"] == "# first\nb"


def test_a_heading_that_is_gone_while_its_text_is_not_is_told():
    typed = FORM.parse(FORM.render(SHOWN).replace("== Why ==\n# What is behind it.\n", ""))

    with pytest.raises(TextMistakeError, match="is gone, but the text below") as refused:
        FORM.refuse_lost_heading(typed, SHOWN)
    assert "== Why ==" in refused.value.cause_text()


def test_a_field_that_was_taken_out_whole_is_no_mistake():
    text = FORM.render(SHOWN).replace("== Why ==\n# What is behind it.\na\nb\n", "")

    typed = FORM.parse(text)

    FORM.refuse_lost_heading(typed, SHOWN)
    assert "why" not in typed
