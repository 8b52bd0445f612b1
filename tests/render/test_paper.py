"""Texts are broken where Rich breaks them, though mostly without it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Span, Text

from coachlog.render.paper import Paper

WORDS = st.text("ab é😀-\n\u00a0", max_size=60) | st.lists(
    st.text("abcé-", min_size=1, max_size=9), min_size=1, max_size=20
).map(" ".join)


@given(WORDS, st.integers(5, 40), st.booleans())
@example("a bc def", 8, True)
@example("abcdef", 5, False)
def test_lines_are_those_of_rich(words, room, styled):
    spans = [Span(0, len(words) // 2, "bold")] if styled else []
    text = Text(words, "dim", spans=spans)

    lines = Paper(80, ascii_only=False).fitted(text.copy(), room, 1000)

    rich = list(text.copy().wrap(Console(width=80), room, overflow="fold"))
    for one in (*lines, *rich):
        one.rstrip()
    assert [one.markup for one in lines] == [one.markup for one in rich]


@pytest.mark.parametrize("sign", [":", ";", "?", "!", "»"])
def test_a_french_sign_stays_with_its_word(sign):
    lines = Paper(80, ascii_only=False).fitted(Text(f"un deux {sign} trois"), 8)

    assert [one.plain for one in lines] == ["un", f"deux {sign}", "trois"]
