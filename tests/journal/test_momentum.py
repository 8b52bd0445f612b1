"""How a goal moves: each rule, and that any history has an answer."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog.journal.goal.momentum import MomentumFacts, momentum

TODAY = date(2026, 11, 27)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
FIGURES = st.integers(0, 10)


def ago(days):
    return TODAY - timedelta(days)


def scored(*figures):
    return [(ago(10 * (len(figures) - n)), figure) for n, figure in enumerate(figures)]


@pytest.mark.parametrize(
    ("known", "state", "why", "since"),
    [
        (MomentumFacts(ago(90), scored(6), 3), "going_well", "rose", ago(90)),
        (MomentumFacts(ago(90), scored(3, 6)), "going_well", "rose", ago(20)),
        (MomentumFacts(ago(90), scored(6, 5)), "needs_attention", "fell", ago(10)),
        (MomentumFacts(ago(90), scored(3, 6), due=[ago(2)]), "needs_attention", "overdue", ago(2)),
        (MomentumFacts(ago(90), scored(5, 5, 5)), "needs_attention", "level", ago(30)),
        (MomentumFacts(ago(90), scored(5, 8, 8, 8), 5, 8), "going_well", "reached", ago(30)),
        (MomentumFacts(ago(90), scored(8, 7, 9), 5, 8), "going_well", "reached", ago(10)),
        (MomentumFacts(ago(300), [(ago(200), 8)], 5, 8), "going_well", "reached", ago(200)),
        (MomentumFacts(ago(90), scored(8), 5, 8, due=[ago(2)]), "going_well", "reached", ago(10)),
        (
            MomentumFacts(ago(90), scored(8), 5, 8, target_on=ago(3)),
            "going_well",
            "reached",
            ago(10),
        ),
        (
            MomentumFacts(ago(90), scored(6), 5, 8, target_on=ago(3)),
            "needs_attention",
            "passed",
            ago(3),
        ),
        (
            MomentumFacts(ago(90), due=[ago(9)], target_on=ago(3)),
            "needs_attention",
            "passed",
            ago(3),
        ),
        (MomentumFacts(ago(90), scored(3, 6), target_on=TODAY), "going_well", "rose", ago(20)),
        (MomentumFacts(ago(90), level=0, rated_on=ago(70)), "going_well", "expected", ago(70)),
        (MomentumFacts(ago(90), level=-1, rated_on=ago(70)), "quiet", "silent", ago(90)),
        (MomentumFacts(ago(61)), "quiet", "silent", ago(61)),
        (MomentumFacts(ago(29), rhythm_days=14), "quiet", "silent", ago(29)),
    ],
)
def test_each_rule_decides(known, state, why, since):
    assert momentum(known, TODAY)[:3] == (state, since, why)


@pytest.mark.parametrize(
    "known",
    [
        MomentumFacts(ago(9)),
        MomentumFacts(ago(61), signs=[ago(60)]),
        MomentumFacts(ago(28), rhythm_days=14),
        MomentumFacts(ago(90), scored(5, 5), 5),
    ],
)
def test_nothing_is_claimed_of_what_just_began(known):
    assert momentum(known, TODAY) is None


@given(
    st.builds(
        MomentumFacts,
        DAYS,
        st.lists(st.tuples(DAYS, FIGURES)),
        st.none() | FIGURES,
        st.none() | FIGURES,
        st.lists(DAYS),
        st.lists(DAYS),
        st.none() | st.integers(0, 10_000),
    ),
    DAYS,
)
def test_any_history_has_one_of_three_states_or_none(known, today):
    found = momentum(known, today)

    assert found is None or found.state in ("going_well", "needs_attention", "quiet")
