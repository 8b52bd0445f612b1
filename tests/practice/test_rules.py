"""What holds of all ledgers, whatever the talks: sums, the order of reasons, windows, sources."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog import settings
from coachlog.practice import progress, sums, windows
from coachlog.practice.credentials import codes, credential
from coachlog.practice.progress import Learning
from coachlog.practice.reasons import COUNTING, EMCC, ICF, REASONS, reason
from coachlog.practice.renewal import credit_minutes, renewal
from coachlog.practice.sums import Sum
from coachlog.practice.talk import Balance, Talk
from coachlog.schema.vocabulary import ACTIVITIES, FORMS, PAYMENTS, STATUSES, TRAJECTORY_KINDS

DAYS = st.dates(date(2020, 1, 1), date(2026, 11, 29)).map(date.isoformat)
TALKS = st.builds(
    Talk,
    day=DAYS,
    person=st.sampled_from("abc"),
    kind=st.sampled_from([*TRAJECTORY_KINDS, "career"]),
    status=st.sampled_from(["held", *STATUSES]),
    minutes=st.none() | st.integers(1, 600),
    people=st.integers(1, 20),
    paid=st.sampled_from([*PAYMENTS]),
    policy=st.booleans(),
    letter=st.booleans(),
    consent=st.booleans(),
    appraises=st.booleans(),
    form=st.sampled_from([*FORMS]),
    with_three=st.booleans(),
    activity=st.sampled_from(["session", *ACTIVITIES]),
    erased=st.booleans(),
    as_mentoring=st.booleans(),
)
BALANCES = st.lists(
    st.builds(
        Balance,
        number=st.just(1),
        until_on=DAYS,
        minutes=st.integers(1, 9000),
        paid_minutes=st.just(1),
        clients=st.integers(0, 40),
    ),
    max_size=2,
)
bodies = pytest.mark.parametrize("body", [ICF, EMCC])


@bodies
@given(st.lists(TALKS, max_size=8), BALANCES, DAYS)
def test_the_lines_of_a_ledger_add_up_to_its_sum(body, talks, balances, started_on):
    until = max((balance.until_on for balance in balances), default="")

    lines = sums.entries(body, talks, started_on, "2025-05-29", until)

    found = sums.total(body, lines, balances)
    assert found.minutes == sum(line.minutes for line in lines) + sum(b.minutes for b in balances)
    assert len(lines) == len(talks)
    assert 0 <= found.recent <= found.minutes
    assert found.named <= len({talk.person for talk in talks})
    assert sums.total(body, [], balances).recent == 0


@given(st.lists(TALKS, max_size=8))
def test_the_clients_of_a_log_have_the_hours_that_count(talks):
    lines = sums.entries(ICF, talks, "2000-01-01", "")

    logged = sums.clients(lines)

    counted = sums.total(ICF, lines)
    assert sum(client.paid for client in logged) == counted.paid
    assert sum(client.paid + client.pro_bono for client in logged) == counted.minutes
    assert all(client.first_on <= client.last_on for client in logged)
    assert len(logged) >= len({line.talk.person for line in lines if line.counts})


@bodies
@given(TALKS, DAYS)
def test_the_first_reason_that_holds_is_told(body, talk, started_on):
    """What is put right of a talk never brings back a reason that stands before it."""
    order = [*REASONS]
    cured = {
        "not_held": {"status": "held"},
        "other_activity": {"activity": "session"},
        "own_development": {"kind": "coaching"},
        "other_role": {"kind": "coaching"},
        "needs_reason": {"as_mentoring": True},
        "own_report": {"appraises": False},
        "three_way": {"with_three": False},
        "not_live": {"form": "video"},
        "no_minutes": {"minutes": 60},
        "before_training": {"day": "2027-01-01"},
        "group_too_large": {"people": 15},
        "erased": {"erased": False},
        "no_consent": {"consent": True},
    }
    seen = []

    while (why := reason(body, talk, started_on)) not in COUNTING:
        seen.append(order.index(why))
        talk = talk._replace(**cured[why])

    assert seen == sorted(set(seen))


@given(TALKS)
def test_what_counts_for_icf_and_is_no_group_counts_for_emcc_too(talk):
    if reason(ICF, talk, "2000-01-01") in COUNTING:
        assert reason(EMCC, talk, None) in COUNTING


@given(st.lists(TALKS, max_size=8))
def test_nobody_without_consent_is_named_nor_anybody_under_a_policy(talks):
    for line in sums.entries(ICF, talks, "2000-01-01", ""):
        if line.is_named:
            assert line.talk.consent
            assert not line.talk.policy


@given(st.lists(TALKS, max_size=8), DAYS)
def test_a_balance_and_its_talks_are_not_counted_twice(talks, until):
    lines = sums.entries(EMCC, talks, None, "", until)

    assert all(line.talk.day > until for line in lines if line.counts)


def test_a_talk_of_the_last_day_of_a_balance_is_in_it():
    def why(day):
        return reason(EMCC, Talk(day, minutes=60), None, "2026-01-31")

    assert (why("2026-01-31"), why("2026-02-01")) == ("in_balance", "counted")


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 60))
def test_months_before_a_day_end_on_the_same_day_or_the_last_of_the_month(day, months):
    before = windows.months_before(day, months)

    assert (day.year * 12 + day.month) - (before.year * 12 + before.month) == months
    assert before.day == day.day or (before.day < day.day and (before.month, before.day))


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 11, 29), 18, date(2025, 5, 29)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 15), -1, date(2026, 2, 15)),
    ],
)
def test_so_many_months_before_a_day(day, months, before):
    assert windows.months_before(day, months) == before


def test_quarters_are_those_of_the_calendar():
    today = date(2026, 2, 14)

    assert windows.last_quarters(today) == ["2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"]
    assert windows.quarter_begin(today) == date(2026, 1, 1)
    assert windows.quarter_end(date(2026, 12, 31)) == date(2026, 12, 31)
    assert windows.whole_years(date(2024, 2, 29), date(2025, 2, 28)) == 1
    assert windows.whole_years(date(2024, 3, 1), date(2025, 2, 28)) == 0


def test_each_credential_can_be_set_and_says_where_its_figures_are_from():
    assert codes() == settings.CREDENTIALS
    for code in codes():
        figures = credential(code).asks | credential(code).renewal
        assert all(figure.source or not figure.certain for figure in figures.values())
        assert {"hours", "clients"} <= set(figures)


def test_peer_consultation_is_supervision_for_the_dutch_partner_only():
    moments = [Learning("intervision", "2026-11-01", 60), Learning("supervision", "2026-11-02", 30)]

    def minutes(*kinds):
        return progress.supervision_by_quarter(moments, date(2026, 11, 29), kinds)["2026-Q4"]

    assert (minutes("supervision"), minutes("supervision", "intervision")) == (30, 90)


def test_a_renewal_is_told_ten_months_ahead():
    due = renewal(credential("pcc"), "2024-02-01")

    assert due is not None
    assert (due.due_on, due.told_from) == (date(2027, 2, 1), date(2026, 4, 1))
    assert renewal(credential("pcc"), None) is None
    five_years = renewal(credential("eia_senior"), "2022-01-31")
    assert five_years is not None
    assert five_years.due_on == date(2027, 1, 31)


def test_of_supervision_and_mentor_coaching_only_ten_hours_are_credits():
    minutes = {"training": 600, "supervision": 500, "mentor_coaching": 400, "reflection": 90}

    assert credit_minutes(minutes, 10) == 600 + 600


def test_what_the_journal_cannot_know_is_not_missing():
    found = progress.needs(credential("acc"), progress.reached_in_talks(Sum()))

    assert {need.name for need in found if need.reached is None} == {
        "training_hours",
        "mentor_coaching_hours",
    }
    assert all(not need.missing for need in found if need.reached is None)
