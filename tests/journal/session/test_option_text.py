"""An option with all that belongs to it, as a text and back."""

from hypothesis import example, given
from hypothesis import strategies as st

from coachlog.journal.session.option_text import option_from, option_text, parts_of, text_of
from coachlog.values import parse

SIGNS = st.sampled_from(
    ["", "*", "* ", "+", "+ x", "- y", "-", "\\", "\\+", "!", "@", "!!", "a: b"]
)
LINES = SIGNS | st.text(st.characters(blacklist_categories=["Cs", "Cc"]))
TEXTS = st.lists(LINES, min_size=1).map(lambda found: parse.text("\n".join(found))).filter(bool)
NAMES = LINES.map(parse.line).filter(bool)
OPTIONS = st.fixed_dictionaries(
    {"text": TEXTS, "origin": st.sampled_from(["coachee", "coach", "network"])},
    optional={"pros": TEXTS, "cons": TEXTS, "chosen": st.just(True), "contact": NAMES},
).map(
    lambda option: {
        name: value
        for name, value in option.items()
        if name != "contact" or option["origin"] == "network"
    }
)


@given(OPTIONS)
@example({"text": "* x", "origin": "coachee", "chosen": True})
@example({"text": "! x\n+ y", "origin": "coach", "pros": "a\n\nb", "cons": "-"})
def test_an_option_comes_back_as_it_was(option):
    assert option_from(option_text(option)) == option
    assert option_from(text_of(parts_of(option_text(option)))) == option


def test_it_is_as_a_person_reads_it():
    option = {
        "text": "Agenda vooraf",
        "origin": "network",
        "contact": "Sarah",
        "pros": "kost niets",
        "cons": "vraagt tijd\nelke week",
        "chosen": True,
    }

    assert option_text(option) == (
        "* @Sarah: Agenda vooraf\n+ kost niets\n- vraagt tijd\n- elke week"
    )


def test_nothing_is_no_option():
    assert option_from(" \n+ for\n") is None
    assert text_of({"text": " ", "pros": "x"}) == ""
