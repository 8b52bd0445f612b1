"""A draft that was begun when more was asked by itself: it loses no answer, and no place."""

import pytest

from coachlog.interview.flow import resume
from coachlog.interview.method_files import load
from coachlog.interview.record import record
from tests.interview.conftest import COMMON, GOALS, GROW

GIVEN = {
    "first_agreement.01": True,
    "role_conflict.01": False,
    "role_conflict.06": True,
    "grow.topic.01": "Meetings",
    "grow.topic.02": "A plan",
    "grow.goal.01": {"statement": "Lead them"},
    "grow.goal.08": "Listening",
    "grow.reality.02": 3,
    "grow.reality.09": "It worked once",
    "grow.will.01": [{"what": "Call"}],
    "grow.will.03": [5],
    "confidence.00": "guts",
    "confidence.05": "Shame",
    "grow.will.05": "Lies",
    "grow.closing.02": "The round",
    "closing.04": ["Summer"],
    "closing.02": "Tired",
}


@pytest.fixture
def earlier(interview):
    """`earlier(at)`: the state of such a draft, at a question."""

    def state(at, **more):
        kept = interview(**more).state() | {"given": dict(GIVEN), "at": at}
        del kept["asks"]
        return kept

    return state


def test_every_answer_is_kept(earlier):
    said = record(resume(GROW, COMMON, earlier("closing.03")))

    assert (said["parked"], said["private_note"]) == (["Summer"], "Tired")
    assert said["roles"] == {"appraises": False, "freely_chosen": True}
    assert said["goals"][0]["talents"] == "Listening"
    assert said["reality"]["why_not_lower"] == "It worked once"
    assert said["actions"][0]["helper"] == "Lies"
    told = {each["text"] for each in said["answers"]}
    assert {"A plan", "Shame", "The round"} <= told


@pytest.mark.parametrize("at", ["grow.topic.02", "grow.reality.06", "closing.03", "closing.04"])
def test_it_goes_on_at_the_same_question(at, earlier):
    state = earlier(at)
    state["given"].pop(at, None)

    assert resume(GROW, COMMON, state).current.id == at


def test_what_was_half_typed_at_another_question_is_asked_still(earlier):
    state = earlier("grow.will.01")

    led = resume(GROW, COMMON, state, ("grow.reality.05",))

    assert "grow.reality.05" in [each.id for each in led.path]


def test_what_was_passed_over_is_not_asked_again(earlier):
    state = earlier("grow.will.01")
    state["given"]["grow.reality.05"] = None

    assert "grow.reality.05" not in [each.id for each in resume(GROW, COMMON, state).path]


def of_version_1(name, interview, given, **more):
    method = load(name)
    state = interview(2, method=method, **more).state()
    return resume(method, COMMON, state | {"version": 1, "given": given, "at": None})


def test_a_talent_talk_of_version_1_keeps_what_was_named(interview):
    given = {
        "talent_talk.organisation.01": "Fewer errors",
        "talent_talk.talents.01": ["Calm", "Explains well"],
        "talent_talk.now.01": 6,
    }
    said = record(of_version_1("talent_talk", interview, given))

    told = {each["question"]: each["text"] for each in said["answers"]}
    assert told["talent_talk.organisation.01"] == "Fewer errors"
    assert told["talent_talk.talents.01"] == "Calm\nExplains well"
    assert "talents" not in said  # nobody was asked whether they become records


@pytest.mark.parametrize(
    ("name", "question"),
    [
        *(("grow", "grow.closing.03"), ("career", "career.step.05")),
        *(("first_weeks", "first_weeks.next.04"), ("closing", "closing.onward.08")),
        ("talent_talk", "talent_talk.agreement.06"),
    ],
)
def test_what_was_said_about_passing_on_stays_as_it_was_said(name, question, interview):
    resumed = of_version_1(name, interview, {question: "To Bart: that I stay"})
    resumed.keep_on_path([question])

    said = record(resumed)

    assert {a["question"]: a["text"] for a in said["answers"]}[question] == "To Bart: that I stay"
    assert "releases" not in said  # nobody agreed to these very words for one reader


@pytest.mark.parametrize(("goals", "kept"), [(0, 7), (1, [{"goal": 1, "score": 7}]), (2, None)])
def test_a_figure_of_a_closing_talk_of_version_1_finds_its_goal(goals, kept, interview):
    given = {"closing.results.02": 7}
    resumed = of_version_1("closing", interview, given, goals=GOALS[:goals])

    place = "closing.results.02" if goals else "closing.results.04"
    assert resumed.answers.get(place) == kept


def test_a_draft_of_the_first_weeks_keeps_its_figure(interview):
    resumed = of_version_1("first_weeks", interview, {"first_weeks.practise.03": 4})

    assert record(resumed)["reality"]["score"] == 4
