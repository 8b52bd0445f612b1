"""A half on a scale from 0 to 10 gets a question back, through whatever door it comes."""

import json

import pytest

from tests.conftest import refused, talk

DOORS = {
    "goal score": ("goal", "score", 1, "6,5"),
    "goal edit": ("goal", "edit", 1, "--target", "6½"),
    "goal new": ("goal", "new", "--coachee", "amina", "--statement", "x", "--baseline", "6.5"),
    "session new": ("session", "new", "--coachee", "amina", "--score", "zes en half"),
    "session edit": ("session", "edit", 1, "--reality-score", "six et demi"),
    "action confidence": ("action", "confidence", 1, "6,5"),
    "action new": ("action", "new", "--coachee", "amina", "--what", "x", "--confidence", "6,5"),
}


@pytest.fixture(autouse=True)
def kept(keep):
    keep(talk(goals=[{"ref": "g", "statement": "Rest"}], actions=[{"what": "Call"}]))


@pytest.mark.parametrize("door", DOORS)
def test_by_options(call, door):
    told = call(*DOORS[door])

    refused(told, 4, "is not a whole number")
    assert "6 or 7?" in told.err


@pytest.mark.parametrize(
    "more",
    [
        {"reality": {"score": 6.5}},
        {"scores": [{"goal": 1, "score": "6,5"}]},
        {"actions": [{"what": "x", "confidence": 6.5}]},
    ],
    ids=["reality", "goal", "confidence"],
)
def test_as_json(call, more):
    told = call("session", "new", "--from", "-", stdin=json.dumps(talk(**more)))

    assert told.code == 4
    assert "6 or 7?" in told.err


def test_a_level_has_none(call):
    assert "0 or 1?" not in call("goal", "level", 1, "0,5").err
