"""A long answer is broken between words while it is typed, wherever the cursor stands."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.processors import TransformationInput
from prompt_toolkit.utils import get_cwidth

from coachlog.terminal.word_wrap import WordWrap

WORDS = "Jonas werkt nu anderhalf jaar in het magazijn van Willebroek en wil naar de planning "
FRENCH = "Il demande : « Pourquoi pas moi ? » et personne ne répond à ce qu'il vient de dire !"


def wrapped(text: str, width: int, first: int = 3, later: int = 3, widest: int = 84):
    """The rows as the line editor draws them, and the transformation."""
    control = BufferControl(Buffer(document=Document(text)))
    line = TransformationInput(
        control, Document(text), 0, lambda at: at, [("class:answer", text)], width, 24
    )
    done = WordWrap(first, later, widest).apply_transformation(line)
    shown = "".join(sign for _style, sign, *_ in done.fragments)
    rows, used, before = [""], 0, first
    for sign in shown:
        if used + get_cwidth(sign) > width - before:
            rows.append("")
            used, before = 0, later
        rows[-1] += sign
        used += get_cwidth(sign)
    return rows, shown, done


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("text", [WORDS * 4, FRENCH * 2, "日本語 テスト " * 12])
def test_no_word_is_broken(text, width):
    rows, _shown, _done = wrapped(text, width)

    assert " ".join(" ".join(rows).split()) == " ".join(text.split())
    assert not any(row.startswith(" ") for row in rows[1:])
    assert not any(row[:1] in ":;?!»" for row in rows)
    assert all(get_cwidth(row.rstrip()) <= min(width, 84) - 3 for row in rows)


@given(
    st.text(st.sampled_from("aé日 \u0301b?:« "), max_size=80),
    st.integers(12, 90),
    st.integers(0, 10),
)
@settings(max_examples=100)
def test_each_sign_and_the_cursor_are_where_they_belong(text, width, first):
    _rows, shown, done = wrapped(text, width, first)

    assert shown.replace(" ", "") == text.replace(" ", "")
    places = [done.source_to_display(at) for at in range(len(text) + 1)]
    assert all(one <= two for one, two in pairwise(places))
    assert places[-1] <= len(shown)
    for at, sign in enumerate(text):
        if sign != " ":
            assert shown[places[at]] == sign
            assert done.display_to_source(places[at]) == at


def test_a_word_that_is_longer_than_a_row_is_broken_at_the_edge():
    rows, _shown, _done = wrapped("a " + "x" * 50 + " b", 20)

    assert [len(row.rstrip()) for row in rows] == [1, 17, 17, 16, 1]
