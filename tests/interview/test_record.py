"""What the answers become."""

import pytest

from coachlog.interview.method_files import load
from coachlog.interview.record import compose, goal_of_score, record
from coachlog.interview.situation import Situation, TopicFact
from tests.interview.conftest import GOALS


def through(interview, **answers):
    """Answer the questions named by their field or id, skip the others, and record."""
    while question := interview.current:
        interview.answer(answers.get((question.fills or question.id).replace(".", "_")))
    return record(interview)


def test_a_new_goal_gets_its_baseline_a_first_score_and_the_actions(interview):
    said = through(
        interview(),
        goal={"statement": "Lead the meeting"},
        goal_anti_goal="No monologue",
        reality_score=3,
        actions=[{"what": "Talk to Koen", "due_on": "2026-09-18"}],
        actions_confidence=[8],
    )

    assert said["goals"] == [
        {"ref": "goal", "statement": "Lead the meeting", "anti_goal": "No monologue", "baseline": 3}
    ]
    assert said["scores"] == [{"goal": "goal", "score": 3}]
    assert said["actions"] == [
        {"what": "Talk to Koen", "due_on": "2026-09-18", "confidence": 8, "goal": "goal"}
    ]


def test_a_goal_that_was_scored_in_the_look_back_is_not_scored_twice(interview):
    said = through(
        interview(2), scores=[{"goal": 2, "score": 6}], goal={"number": 2}, reality_score=4
    )

    assert said["scores"] == [{"goal": 2, "score": 6}]


@pytest.mark.parametrize(
    ("goals", "answers", "number"),
    [
        (GOALS[:1], {"reality_score": 0}, 1),
        (GOALS[:1], {"reality_score": 4, "scores": [{"goal": 1, "score": 0}]}, None),
        (GOALS[:1], {"reality_score": 4, "goal": {"number": 1}}, None),
        (GOALS, {"reality_score": 4}, None),
        (GOALS[:1], {}, None),
    ],
    ids=["the only one", "scored apart", "chosen", "several", "no figure"],
)
def test_it_is_known_which_goal_a_figure_counts_for(interview, goals, answers, number):
    begun = interview(2, goals=goals, method=load("oskar"))

    said = through(begun, **answers)

    assert goal_of_score(begun) == number
    assert number is None or said["scores"] == [{"goal": 1, "score": 0}]


def test_a_goal_that_is_reached_is_closed(interview):
    said = through(interview(2), scores=[{"goal": 1, "score": None, "status": "achieved"}])

    assert said["goals"] == [{"number": 1, "status": "achieved"}]
    assert "scores" not in said


def test_an_option_that_was_weighed_or_became_an_action_was_chosen(interview):
    said = through(
        interview(),
        options=[
            {"text": "a", "origin": "coachee"},
            {"text": "b", "origin": "coach"},
            {"text": "c", "origin": "coachee"},
        ],
        options_chosen=[{"option": "a", "pros": "small"}],
        actions=[{"what": "b", "option": "b"}],
    )

    assert said["options"] == [
        {"text": "a", "origin": "coachee", "chosen": True, "pros": "small"},
        {"text": "b", "origin": "coach", "chosen": True},
        {"text": "c", "origin": "coachee"},
    ]


def test_plan_and_help_go_to_the_action_that_is_least_sure(interview):
    said = through(
        interview(),
        actions=[{"what": "a"}, {"what": "b"}],
        actions_confidence=[9, 7],
        actions_if_then={"obstacle": "noise", "plan": "leave", "helper": "Sarah"},
    )

    assert said["actions"] == [
        {"what": "a", "confidence": 9},
        {
            "what": "b",
            "confidence": 7,
            "if_then": {"obstacle": "noise", "plan": "leave"},
            "helper": "Sarah",
        },
    ]


def test_an_answer_without_a_field_is_kept_beside_its_question(interview):
    begun = interview()
    begun.extras = [("grow.closing.01", "grow.closing.02")]

    said = through(begun, grow_closing_02="A first step", first_agreement_01=True)

    assert said["answers"][1] == {
        "stage": "closing",
        "question": "grow.closing.02",
        "asked": "What was most useful to you today?",
        "text": "A first step",
    }
    assert said["answers"][0]["text"] == "yes"


def test_lines_at_the_end_go_to_their_fields(interview):
    said = through(
        interview(),
        asides=[
            {"field": "private_note", "text": "tired"},
            {"field": "parked", "text": "summer"},
            {"field": "private_note", "text": "his son"},
            {"field": "reflection", "text": "wait"},
        ],
    )

    assert (said["private_note"], said["parked"]) == ("tired\nhis son", ["summer"])
    assert said["reflection"] == "wait"


def test_what_is_told_of_the_goal_that_is_worked_on_goes_to_it(interview):
    begun = interview(2, goals=(GOALS[1]._replace(lacks=("why",)),))
    begun.change("grow.goal.06")

    assert through(begun, goal_why="Rest")["goals"] == [{"number": 2, "why": "Rest"}]


def test_what_is_told_of_a_goal_that_is_not_set_is_kept_beside_its_question(interview):
    begun = interview()
    begun.answers = {"grow.goal.01": None, "grow.goal.06": "Rest"}
    begun.extras = [("grow.reality.01", "grow.goal.06")]

    assert [each["text"] for each in record(begun)["answers"]] == ["Rest"]


def test_nothing_said_is_nothing_recorded(interview):
    assert through(interview()) == {"method": "grow", "method_version": 2}


def test_the_look_back_at_a_plan_is_kept_with_its_action(interview):
    plan = {"obstacle_came": True, "plan_helped": "It helped"}
    review = {"action": 1, "status": "done", "outcome": "ok", **plan}

    said = through(interview(2), reviews=[review | {"asking": ["outcome"]}])

    assert said["reviews"] == [review]


def test_both_figures_are_kept_when_confidence_is_asked_twice(interview):
    figures = iter([[4, 8], [7, 8]])
    talk = interview()
    while question := talk.current:
        answers = {"actions": [{"what": "Call"}, {"what": "Write"}], "confidence.00": "head"}
        again = question.fills == "actions.confidence"
        talk.answer(next(figures) if again else answers.get(question.fills or question.id))

    assert record(talk)["actions"] == [
        {"what": "Call", "confidence": 7, "confidence_before": 4},
        {"what": "Write", "confidence": 8},
    ]


@pytest.mark.parametrize(
    ("topic", "taken"),
    [
        ("Koen", [1]),
        ("Koen\nTwo\nlines", [1, 2]),
        ("First this\nKoen\nand that", [1]),
        ("Koen, all the same", []),
        ("Two", []),
        ("lines\nTwo", []),
        (None, []),
    ],
)
def test_a_topic_is_taken_up_where_it_stands_on_lines_of_its_own(topic, taken):
    waiting = (TopicFact(1, "Koen"), TopicFact(2, "Two\nlines"))

    said = compose({"topic": topic}, Situation(topics=waiting))

    assert said.get("taken_up", []) == taken
