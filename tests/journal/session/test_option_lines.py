"""An option as one typed line, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog.journal.session.guide.option_lines import option_line, option_of

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
    "!": ("!", "coachee", None),
    "@": ("@", "coachee", None),
    "a@b: c": ("a@b: c", "coachee", None),
}


@pytest.mark.parametrize(("typed", "expected"), TYPED.items(), ids=TYPED.keys())
def test_the_sign_tells_whose_idea_it_was(typed, expected):
    option = option_of(typed)

    assert (option["text"], option["origin"], option.get("contact")) == expected


TEXTS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1).map(
    lambda text: " ".join(text.split())
)
NAMES = TEXTS.map(lambda text: text.replace(":", "").strip()).filter(bool)


@given(
    text=TEXTS.filter(bool),
    origin=st.sampled_from(["coachee", "coach", "network"]),
    contact=st.none() | NAMES,
)
def test_an_option_that_is_typed_again_is_the_same(text, origin, contact):
    """Going back to the options shows them as lines, and reads them again."""
    option = {"text": text, "origin": origin}
    if origin == "network" and contact:
        option["contact"] = contact

    assert option_of(option_line(option)) == option


@given(st.text().filter(str.strip))
def test_whatever_is_typed_is_an_option_with_a_text(typed):
    option = option_of(typed)

    assert option["text"].strip()
    assert option_of(option_line(option)) == option
