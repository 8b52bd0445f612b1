"""The methods that come with coachlog: what each of them has to be."""

from itertools import product

import pytest

from coachlog.interview.fills import PRIVATE_FIELDS
from coachlog.interview.flow import Interview
from coachlog.interview.method_files import USUAL, load, names
from coachlog.interview.path import is_look_back
from coachlog.interview.situation import Situation
from coachlog.schema import field
from coachlog.schema.session import SESSION
from coachlog.schema.trajectory import TRAJECTORY
from coachlog.schema.vocabulary import TRAJECTORY_KINDS as KINDS
from tests.interview.conftest import ACTIONS, COMMON, GOALS, METHODS, value_for

each_method = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
NOT_COUNTED = ("first_agreement.01",)
REFLECTIONS = ("four_i", "gibbs", "kolb")


def test_these_are_built_in():
    assert names() == [
        *(
            "career",
            "clear",
            "closing",
            "first_weeks",
            "four_i",
            "fuel",
            "gibbs",
            "grow",
            "kolb",
            "oskar",
        ),
        *("progress_7", "stay_or_go", "stepppa", "talent_talk"),
        *("three_way_end", "three_way_halfway", "three_way_start"),
    ]


def test_each_kind_of_trajectory_has_its_usual_method():
    assert tuple(USUAL) == tuple(KINDS)
    assert {load(name).id for name in USUAL.values()} <= set(names())


@each_method
def test_each_stage_has_one_core_question(method):
    cores = {stage.id: sum(each.core for each in stage.questions) for stage in method.stages}

    assert cores == dict.fromkeys(cores, 1)


@each_method
def test_a_method_tells_where_it_comes_from_and_what_it_is_for(method):
    assert all(len(told) > 8 for told in method.source.values())
    assert all(method.name.values())
    assert all(about.endswith((".", "?")) for about in method.about.values())


@each_method
def test_french_signs_have_a_plain_space_and_apostrophes_are_straight(method):
    said = [words for each in method.questions for words in each.words.values()]

    assert not [words for words in said if "\N{NO-BREAK SPACE}" in words or "’" in words]
    french = [each.words["fr"] for each in method.questions]
    assert not [words for words in french if words[-1] in "?!" and words[-2] != " "]


@each_method
def test_the_short_form_has_ten_screens_at_most(method):
    for number, goals, actions in product(range(1, 8), ((), GOALS[:1], GOALS), ((), ACTIONS)):
        situation = Situation(number, True, goals, actions)
        interview = Interview(method, COMMON, situation, "en")
        asked = []
        while question := interview.current:
            asked.append(question.id)
            interview.answer(value_for(question.kind, 7))

        assert len([each for each in asked if each not in NOT_COUNTED]) <= 10, situation


@each_method
def test_the_normal_form_of_a_first_conversation_asks_every_core_question(method):
    interview = Interview(method, COMMON, Situation(), "en")
    asked = set()
    while question := interview.current:
        asked.add(question.id)
        interview.answer(value_for(question.kind, 7))

    stages = [stage for stage in method.stages if not is_look_back(stage)]
    assert {each.id for stage in stages for each in stage.questions if each.core} <= asked


@each_method
def test_each_conversation_ends_with_a_next_appointment_and_a_summary(method):
    interview = Interview(method, COMMON, Situation(2), "en")
    filled = [each.fills for each in interview.path]

    expected = 0 if method.id in REFLECTIONS else 1
    summaries = 0 if method.discreet else expected  # nothing of it stands elsewhere
    assert (filled.count("next_at"), filled.count("summary")) == (expected, summaries)


@pytest.mark.parametrize("name", REFLECTIONS)
def test_a_reflection_asks_nothing_of_anybody_else_and_stays_with_the_coach(name):
    interview = Interview(load(name), COMMON, Situation(), "en")

    assert {each.to for each in interview.path} == {"coach"}
    kept = [each for each in load(name).questions if each.fills not in ("actions", "reflection")]
    assert {each.layer for each in kept} == {"private"}


def test_only_a_talk_with_three_speaks_to_a_sponsor():
    assert [each.id for each in METHODS if each.with_three] == [
        *("three_way_end", "three_way_halfway", "three_way_start")
    ]


def test_the_private_fields_of_a_question_are_those_of_the_journal():
    assert set(PRIVATE_FIELDS) - {"asides", "release"} == {
        *(each.name for each in SESSION.fields if each.layer == field.PRIVATE),
        *(f"roles.{each.name}" for each in TRAJECTORY.fields if each.layer == field.PRIVATE),
    }


def test_a_figure_counts_for_a_goal_only_where_it_asks_how_far_that_is():
    """How well a job suits, or how feasible a wish is, are figures of their own."""
    scales = [
        question
        for method in METHODS
        for question in method.questions
        if question.kind == "scale_0_10" and question.fills
    ]

    assert {question.id for question in scales if question.fills == "reality.score"} == {
        "closing.results.04",  # asked without a goal only
        "first_weeks.practise.03",
        "fuel.understand.04",
        "grow.reality.02",
        "oskar.scaling.01",
        "progress_7.platform.01",
        "three_way_end.results.03",
        "three_way_halfway.progress.03",
    }
    assert {q.fills for q in scales} == {"reality.score", "goal.target"}
