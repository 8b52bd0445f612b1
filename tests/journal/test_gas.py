"""The T-score of goals: figures that were worked out by hand, and what always holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog.journal.goal.gas import Rated, t_score

LEVELS, WEIGHTS = st.integers(-2, 2), st.integers(0, 10)
GOALS = st.lists(st.builds(Rated, LEVELS, WEIGHTS), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("levels", "weights", "expected"),
    [
        ((0, 0, 0), (), 50.00),
        ((1, 1, 1), (), 63.69),
        ((2, 2, 2), (), 77.39),
        ((-1, -1, -1), (), 36.31),
        ((1, 0), (), 56.20),
        ((1, 1, 1, 1, 1), (), 65.08),
        ((1,), (), 60.00),
        ((1, 0, -1), (3, 2, 1), 54.41),
        ((2, 1, 0, -1), (4, 3, 2, 1), 64.00),
    ],
    ids=str,
)
def test_the_score_is_that_of_kiresuk_and_sherman(levels, weights, expected):
    goals = [
        Rated(level, weight) for level, weight in zip(levels, weights or [1] * 9, strict=False)
    ]

    assert t_score(goals) == pytest.approx(expected, abs=0.005)


@given(GOALS, st.data())
def test_it_rises_with_each_level_whose_weight_is_over_0(goals, data):
    at = data.draw(st.integers(0, len(goals) - 1))
    raised = goals[at]._replace(level=goals[at].level + 1)
    before, after = t_score(goals), t_score([*goals[:at], raised, *goals[at + 1 :]])

    if before is None or after is None:
        assert before is after
    elif goals[at].weight:
        assert after > before
    else:
        assert after == before


@given(GOALS)
def test_the_order_of_the_goals_does_not_matter(goals):
    assert t_score(goals) == t_score(goals[::-1])


@given(st.integers(1, 8), LEVELS, st.integers(1, 10), st.integers(1, 10))
def test_as_many_goals_at_equal_levels_and_weights_have_the_same_score(count, level, one, other):
    assert t_score([Rated(level, one)] * count) == pytest.approx(
        t_score([Rated(level, other)] * count)
    )


@pytest.mark.parametrize("goals", [[], [Rated(2, 0)], [Rated(1, 0), Rated(-1, 0)]])
def test_without_weight_there_is_no_score(goals):
    assert t_score(goals) is None
