"""An option as one typed line, and back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coachlog.journal.session.option_lines import NoIdeaError, option_line, option_of
from tests.conftest import refused

TYPED = {
    "Agenda vooraf": ("Agenda vooraf", "coachee", None),
    "  Agenda  ": ("Agenda", "coachee", None),
    "!Rondje": ("Rondje", "coach", None),
    "! Rondje": ("Rondje", "coach", None),
    "@Koen: Samen": ("Samen", "network", "Koen"),
    "@ Koen Peeters : Samen: nu": ("Samen: nu", "network", "Koen Peeters"),
    "@Koen samen": ("samen", "network", "Koen"),
    "@: Samen": ("Samen", "network", None),
    "@Koen": ("Koen", "network", None),
    "!!": ("!", "coachee", None),
    "!!!": ("!!", "coachee", None),
    "@@home": ("@home", "coachee", None),
    "! !": ("!", "coach", None),
    "!@home": ("@home", "coach", None),
    "@a::b: c": ("c", "network", "a:b"),
    "a@b: c": ("a@b: c", "coachee", None),
}


@pytest.mark.parametrize(("typed", "expected"), TYPED.items(), ids=TYPED.keys())
def test_the_sign_tells_whose_idea_it_was(typed, expected):
    option = option_of(typed)

    assert (option["text"], option["origin"], option.get("contact")) == expected


NOTHING_BEHIND = ("!", "@", "! ", "@:", "@ :", "@Sarah:", "@ Sarah : ", "@a::b:")


@pytest.mark.parametrize("typed", NOTHING_BEHIND)
def test_a_sign_or_a_name_alone_is_no_option(typed):
    """It would be kept as an idea that nobody had, or with the colon in its text."""
    with pytest.raises(NoIdeaError):
        option_of(typed)


@pytest.mark.parametrize("typed", ["!", "@", "@Sarah:"])
def test_an_option_of_the_program_is_refused_so_and_nothing_is_kept(call, typed):
    told = call("session", "new", "--coachee", "A", "--topic", "x", "--option", typed)

    refused(told, 4, "not what the idea was")
    assert call("session", "list", "--json").json == []


LINES = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1).map(
    lambda text: " ".join(text.split())
)
SIGNED = st.tuples(st.sampled_from(["", "!", "@", "!!", "@@", ":", "::", "!@", "a:"]), LINES).map(
    "".join
)
TEXTS = (LINES | SIGNED).filter(bool)


@given(
    text=TEXTS,
    origin=st.sampled_from(["coachee", "coach", "network"]),
    contact=st.none() | TEXTS,
)
@example(text="!", origin="coach", contact=None)
@example(text=":b", origin="network", contact="a:")
@example(text="b", origin="network", contact="@a::")
def test_an_option_that_is_typed_again_is_the_same(text, origin, contact):
    """Going back to the options shows them as lines, and reads them again."""
    option = {"text": text, "origin": origin}
    if origin == "network" and contact:
        option["contact"] = contact

    assert option_of(option_line(option)) == option


@given(st.text().filter(str.strip))
def test_whatever_else_is_typed_is_an_option_with_a_text(typed):
    try:
        option = option_of(typed)
    except NoIdeaError:
        return

    assert option["text"].strip()
    assert option_of(option_line(option)) == option
