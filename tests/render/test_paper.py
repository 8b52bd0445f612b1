"""Texts are broken where Rich breaks them, though mostly without it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Span, Text

from coachlog.render.paper import Paper

WORDS = st.text("ab é😀-\n", max_size=60) | st.lists(
    st.text("abcé-", min_size=1, max_size=9), min_size=1, max_size=20
).map(" ".join)


@given(WORDS, st.integers(5, 40), st.booleans())
@example("a bc def", 8, True)
@example("abcdef", 5, False)
def test_lines_are_those_of_rich(words, room, styled):
    spans = [Span(0, len(words) // 2, "bold")] if styled else []
    text = Text(words, "dim", spans=spans)

    lines = Paper(80, ascii_only=False).wrap(text.copy(), room, 1000)

    rich = list(text.copy().wrap(Console(width=80), room, overflow="fold"))
    for one in (*lines, *rich):
        one.rstrip()
    assert [one.markup for one in lines] == [one.markup for one in rich]


@pytest.mark.parametrize("sign", [":", ";", "?", "!", "»"])
def test_a_french_sign_stays_with_its_word(sign):
    lines = Paper(80, ascii_only=False).wrap(Text(f"un deux {sign} trois"), 8)

    assert [one.plain for one in lines] == ["un", f"deux {sign}", "trois"]


@pytest.mark.parametrize("space", [" ", "\N{NO-BREAK SPACE}"])
def test_a_space_that_holds_a_sign_to_its_word_stays_the_space_it_was(space):
    lines = Paper(80, ascii_only=False).wrap(Text(f"un deux{space}: trois"), 8)

    assert [one.plain for one in lines] == ["un", f"deux{space}:", "trois"]


def test_nothing_is_broken_at_a_space_that_is_not_to_be_broken():
    lines = Paper(80, ascii_only=False).wrap(Text("un deux\N{NO-BREAK SPACE}cm trois"), 8)

    assert [one.plain for one in lines] == ["un", "deux\N{NO-BREAK SPACE}cm", "trois"]
