"""Any file is a method or a clear answer: never an accident."""

import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from coachlog.interview.checking import advice_on, mistakes_in
from coachlog.interview.fills import FILLS, KINDS
from coachlog.interview.flow import Interview
from coachlog.interview.reading import parse
from coachlog.interview.situation import Situation
from tests.interview.conftest import ACTIONS, COMMON, GOALS, value_for

KEYS = ("id", "kind", "core", "form", "fills", "follows", "to", "probe", "when", "layer", "again")
WORDS = ("own", "own.1", "own.2", *KINDS, *FILLS, "short", "long", "both", "sponsor", "later", "x")
VALUES = st.one_of(
    st.sampled_from(WORDS),
    st.booleans(),
    st.integers(-2, 3),
    st.text(max_size=4),
    st.just({"nl": "Vraag?"}),
    st.just({"en": "What?", "nl": "Wat?"}),
    st.just([]),
)
QUESTIONS = st.one_of(
    st.dictionaries(st.sampled_from((*KEYS, "choices", "nl", "fr", "en", "colour")), VALUES),
    st.fixed_dictionaries(
        {"id": st.sampled_from(("own.1", "own.2", "own.3")), "en": st.just("What?")},
        optional={
            "kind": st.sampled_from(KINDS),
            "fills": st.sampled_from(tuple(FILLS)),
            "core": st.booleans(),
            "form": st.sampled_from(("short", "long", "more")),
            "follows": st.sampled_from(("own.1", "own.2")),
        },
    ),
    VALUES,
)
STAGES = st.one_of(
    st.fixed_dictionaries(
        {"id": st.sampled_from(("start", "review", "end")), "name": st.just({"en": "Stage"})},
        optional={"question": st.lists(QUESTIONS, max_size=3), "place": st.just("opening")},
    ),
    VALUES,
)
FILES = st.fixed_dictionaries(
    {},
    optional={
        "id": st.one_of(st.just("own"), VALUES),
        "version": st.one_of(st.just(1), VALUES),
        "source": VALUES,
        "name": VALUES,
        "about": VALUES,
        "stage": st.one_of(st.lists(STAGES, max_size=3), VALUES),
    },
)


def toml(value):
    """*value* as inline TOML."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    escaped = "".join(f"\\U{ord(c):08X}" if not c.isalnum() else c for c in str(value))
    return str(value) if isinstance(value, int) else f'"{escaped}"'


@settings(max_examples=100)
@given(FILES)
def test_any_table_is_a_method_that_can_be_led_or_is_told_what_to_mend(data):
    text = "".join(f"{key} = {toml(value)}\n" for key, value in data.items())
    tomllib.loads(text)

    method, mistakes = parse(text, "own")

    assert (method is None) == bool(mistakes)
    assert all(each.place and each.problem for each in mistakes)
    if method:
        mistakes_in(method, text)
        advice_on(method, text)
        interview = Interview(method, COMMON, Situation(2, False, GOALS, ACTIONS), "nl")
        while question := interview.current:
            assert question.ask("nl")
            interview.answer(value_for(question.kind, 7))


@settings(max_examples=80)
@given(st.text(alphabet=st.sampled_from("[]{}=\".# \nidstageqn1'\\,é")))
def test_any_text_is_answered(text):
    method, mistakes = parse(text, "own")

    assert method is None
    assert mistakes
