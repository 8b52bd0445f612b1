"""The figure of a later conversation belongs to the one active goal, or is asked back."""

import json

import pytest

from tests.conftest import refused, talk

GOAL = {"ref": "g", "statement": "Rest", "baseline": 3}
AGAIN = ("session", "new", "--coachee", "amina", "--date", "2026-11-20T10:00", "--summary", "ok")


def scores(call, goal=1):
    return [each["score"] for each in call("goal", "show", goal, "--json").json["scores"]]


def test_an_option_scores_the_one_goal_and_says_so(call, keep):
    keep(talk(goals=[GOAL]))

    told = call(*AGAIN, "--score", 5)

    assert scores(call) == [5]
    assert "counts for goal 1" in told.err
    assert call("session", "show", 2, "--json").json["scores"] == [{"goal": 1, "score": 5}]


def test_so_does_json(call, keep):
    keep(talk(goals=[GOAL]), talk(date="2026-11-20T10:00", reality={"score": 6}))

    assert scores(call) == [6]


def test_among_several_goals_it_is_asked_back(call, keep):
    keep(talk(goals=[GOAL, {"statement": "Lead"}]))

    refused(call(*AGAIN, "--score", 5), 4, "Amina has 2 active goals")
    assert len(call("session", "list", "--json").json) == 1


@pytest.mark.parametrize(
    "more",
    [{"scores": []}, {"scores": [{"goal": 1, "score": 2}]}, {"goals": [{"statement": "New"}]}],
)
def test_what_says_more_itself_is_left_as_it_is(call, keep, more):
    keep(talk(goals=[GOAL]), talk(date="2026-11-20T10:00", reality={"score": 6}, **more))

    assert 6 not in scores(call)


def test_a_goal_that_is_over_and_a_person_without_get_none(call, keep):
    keep(talk(goals=[GOAL]), talk(coachee="Bo"))
    call("goal", "achieve", 1)

    assert call(*AGAIN, "--score", 5).code == 0
    assert call("session", "new", "--coachee", "bo", "--score", 5).code == 0
    assert scores(call) == []


def test_what_the_journal_told_comes_back_as_it_was(call, keep):
    keep(talk(goals=[GOAL]), talk(date="2026-11-20T10:00", reality={"score": 6}, scores=[]))
    talks = [call("session", "show", n, "--json").json for n in (1, 2)]

    lines = "\n".join(json.dumps(each) for each in talks)
    other = {"COACHLOG_STORE": "other.sqlite"}
    assert call("session", "new", "--from", "-", stdin=lines, env=other).code == 0

    assert call("goal", "show", 1, "--json", env=other).json["scores"] == []
