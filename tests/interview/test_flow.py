"""Any way through a conversation ends in the same record as the plain way."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from coachlog.interview.flow import Interview, resume
from coachlog.interview.record import record
from coachlog.interview.situation import Situation
from tests.interview.conftest import ACTIONS, COMMON, GOALS, METHODS, OBJECTIVES, TALENTS, value_for

STEPS = st.lists(
    st.tuples(
        st.sampled_from(("answer", "answer", "answer", "skip", "back", "resume", "more")),
        st.integers(0, 50),
    ),
    max_size=120,
)
SITUATIONS = st.builds(
    lambda number, short, goals, actions, match: Situation(
        number,
        short,
        GOALS[:goals],
        ACTIONS[:actions],
        objectives=OBJECTIVES[:match],
        talents=TALENTS[:match],
        communication=bool(match),
    ),
    number=st.integers(1, 7),
    short=st.booleans(),
    goals=st.integers(0, 2),
    actions=st.integers(0, 2),
    match=st.integers(0, 2),
)


LED_BY = st.sampled_from(METHODS)


def take(interview, step, n):
    if step == "back":
        interview.back()
    elif step == "resume":
        return resume(interview.method, COMMON, json.loads(json.dumps(interview.state())))
    elif step == "more" and interview.more_in_stage():
        rest = interview.more_in_stage()
        interview.ask_also(rest[n % len(rest)].id)
    elif interview.current and step == "answer":
        interview.answer(value_for(interview.current.kind, n))
    elif interview.current and step == "skip":
        interview.skip()
    return interview


@settings(max_examples=30, deadline=None)
@given(LED_BY, SITUATIONS, STEPS)
def test_any_sequence_ends_in_the_record_of_a_plain_run(method, situation, steps):
    """Back, stop and resume may change the way, never what is kept."""
    wandering = Interview(method, COMMON, situation, "en")
    for step, n in steps:
        wandering = take(wandering, step, n)
    while wandering.current:
        wandering.answer(value_for(wandering.current.kind, 3))

    plain = Interview(method, COMMON, situation, "en")
    plain.extras = wandering.extras
    plain.current_id = plain.path[0].id
    while question := plain.current:
        plain.answer(wandering.answers[question.id])

    assert record(plain) == record(wandering)


@settings(max_examples=20, deadline=None)
@given(LED_BY, SITUATIONS, STEPS)
def test_resuming_goes_on_at_the_same_question_with_every_answer(method, situation, steps):
    interview = Interview(method, COMMON, situation, "en")
    for step, n in steps:
        interview = take(interview, step, n)

    again = resume(method, COMMON, json.loads(json.dumps(interview.state())))

    assert (again.current_id, again.answers, again.path) == (
        interview.current_id,
        interview.answers,
        interview.path,
    )


def test_back_at_the_first_question_stays_there(interview):
    begun = interview()

    assert not begun.back()
    assert begun.current.id == "first_agreement.01"


def test_the_rest_of_a_stage_can_be_asked_at_once_and_the_question_comes_after_it(interview):
    begun = interview(short=True)
    begun.skip()
    begun.ask_also("grow.topic.06")
    begun.ask_also("grow.topic.08")
    order = []
    for _ in range(3):
        order.append(begun.current.id)
        begun.skip()

    assert order == ["grow.topic.08", "grow.topic.06", "grow.topic.01"]


def test_changing_one_answer_at_the_end_goes_back_to_the_end(interview):
    begun = interview()
    while begun.current:
        begun.answer(value_for(begun.current.kind, 9))

    begun.change("grow.topic.01")
    begun.answer("Something else")

    assert begun.current is None
    assert record(begun)["topic"] == "Something else"


def test_a_change_that_brings_a_new_question_asks_it(interview):
    begun = interview()
    while begun.current:
        begun.answer(value_for(begun.current.kind, 8))

    begun.change("grow.will.03")
    begun.answer([2, 9])

    assert begun.current.id == "confidence.00"


def test_a_question_that_is_gone_from_the_method_goes_on_at_the_first_open_one(interview):
    begun = interview(short=True)
    begun.skip()
    state = begun.state() | {"at": "grow.gone.01"}

    assert resume(begun.method, COMMON, state).current.id == "grow.topic.01"
