"""Every question of every method file can be asked: by itself, or under `?`."""

from functools import cache
from typing import Any

import pytest

from coachlog.guide.action_review_questions import PLAN
from coachlog.interview.flow import Interview
from coachlog.interview.situation import Situation
from coachlog.values.roles import ROLE_KINDS
from tests.interview.conftest import (
    ACTIONS,
    COMMON,
    GOALS,
    METHODS,
    OBJECTIVES,
    TALENTS,
    value_for,
)

PLAN_REVIEW = next(each for each in COMMON.stages if each.id == "plan_review")
ABOUT_A_PLAN = {each.id for each in PLAN_REVIEW.questions}
"""They are asked within the look-back, at an action with an if-then plan."""

KEEP = next(each for each in COMMON.stages if each.id == "keep")
ABOUT_A_NAME = {each.id for each in KEEP.questions}
"""They are asked within the question that names a new talent or objective."""

MATCH: dict[str, Any] = {"objectives": OBJECTIVES, "talents": TALENTS}
SITUATIONS = (
    Situation(kind_known=False),
    Situation(),
    Situation(communication=True, **MATCH),
    Situation(2, goals=GOALS, actions=ACTIONS, roles_known=True),
    Situation(3, True, GOALS, ACTIONS),
    *(Situation(kind=kind) for kind in ROLE_KINDS),
)


CONVERSATIONS = [(situation, missing) for missing in (3, 0, 1, 2) for situation in SITUATIONS]


def not_reached(wanted, *methods):
    """Those of the *wanted* questions that none of the methods comes to ask, in any situation."""
    left = set(wanted)
    for number in range(len(CONVERSATIONS)):
        for method in methods:
            if not left:
                return left
            left -= _asked_in(METHODS.index(method), number)
    return left


@cache
def _asked_in(place, number):
    """The questions that a coach comes upon who asks all that `?` offers."""
    situation, missing = CONVERSATIONS[number]
    return frozenset(_led(Interview(METHODS[place], COMMON, situation, "en"), missing))


def _led(interview, missing):
    asked = set()
    while question := interview.current:
        asked |= {question.id, *(each.id for each in interview.more_in_stage())}
        for rest in interview.more_in_stage():
            interview.ask_also(rest.id)
            asked.add(interview.current.id)
        interview.answer(answer_to(interview.current, missing))
    return asked


def answer_to(question, missing):
    """An answer by which as much as possible is asked: not sure, and each reason in turn."""
    if question.fills == "actions.confidence":
        return [2, 3]
    if question.kind == "choice":
        return [*question.choices][missing]
    if question.fills in ("talents", "objectives"):
        return [{"text": question.fills, "keep": True}]
    return value_for(question.kind, missing if question.kind == "missing" else 3)


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
def test_every_question_of_a_method_is_reached(method):
    assert not_reached({each.id for each in method.questions}, method) == set()


def test_every_question_that_methods_share_is_reached():
    shared = {each.id for each in COMMON.questions}
    elsewhere = ABOUT_A_PLAN | ABOUT_A_NAME

    assert not_reached(shared - elsewhere, *METHODS[:2]) == set()  # two methods do
    assert _asked_in(0, 0) & elsewhere == set()
    assert len(PLAN) == len(ABOUT_A_PLAN)


WITH_ROLES = [each for each in METHODS if not each.alone]


@pytest.mark.parametrize(
    "method",
    [*WITH_ROLES[:4], *(pytest.param(each, marks=pytest.mark.nightly) for each in WITH_ROLES[4:])],
    ids=lambda method: method.id,
)
def test_every_question_about_roles_is_reached_when_a_trajectory_begins(method):
    private = {"role_conflict.04"} if method.with_three else set()

    roles = {each.id for each in COMMON.stage("role_conflict").questions}
    assert not_reached(roles, method) == private
