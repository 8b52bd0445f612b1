"""The rules of practice hours, each with its case: what is told of a talk, what is counted."""

import json
from datetime import date
from pathlib import Path

import pytest

from coachlog.practice import progress, sums
from coachlog.practice.credentials import credential, supervision_advice
from coachlog.practice.progress import Learning
from coachlog.practice.reasons import COUNTED, COUNTING, REASONS
from coachlog.practice.sums import Sum
from coachlog.practice.talk import Balance, Talk

DATA = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))
GIVEN = DATA["given"]
APPLY_ON = date.fromisoformat(GIVEN["apply_on"])
MONTHS = credential("acc").figure("recent_months")


def of_bodies(*bodies):
    found = [case for case in DATA["cases"] if case["body"] in bodies]
    return pytest.mark.parametrize(
        "case", found, ids=[f"{case['id']}: {case['about']}" for case in found]
    )


def talks_of(case):
    """The talks of a case, and the day on which the training of the coach began."""
    several = case["given"] if isinstance(case["given"], list) else [case["given"]]
    facts = [GIVEN | given for given in several]
    fields = set(Talk._fields)
    talks = [
        Talk(person="somebody", **{key: value for key, value in each.items() if key in fields})
        for each in facts
    ]
    return talks, facts[0]["training_started_on"]


@of_bodies("icf", "emcc")
def test_a_talk_counts_as_its_case_says(case):
    talks, started_on = talks_of(case)
    since = sums.recent_since(APPLY_ON, MONTHS)

    lines = sums.entries(case["body"], talks, started_on, since)

    found = sums.total(case["body"], lines)
    told = {
        "hours": float(sums.hours(found.minutes)),
        "paid": float(sums.hours(found.paid)),
        "clients": found.clients,
        "named": found.named,
        "recent": any(line.is_recent for line in lines),
        "reason": lines[0].reason,
    }
    assert {key: told[key] for key in case["right"]} == case["right"]


@of_bodies("fund")
def test_the_time_in_a_role_is_counted_as_its_case_says(case):
    talks, _started_on = talks_of(case)

    times = sums.role_times(talks)

    assert {
        "sessions": sum(time.sessions for time in times),
        "hours": float(sums.hours(sum(time.minutes for time in times))),
        "people": sum(time.people for time in times),
    } == case["right"]


def test_each_reason_has_its_case():
    told = {case["right"].get("reason") for case in DATA["cases"]}

    assert set(REASONS) - told == {"in_balance"}  # its test stands with the opening balance
    assert {COUNTED, *COUNTING} <= set(REASONS)


def progress_case(number):
    return next(case for case in DATA["progress"] if case["id"] == f"progress-{number:02}")


def counted(given):
    return Sum(
        minutes=given["hours"] * 60,
        paid=given["paid"] * 60,
        clients=given["clients"],
        recent=given["recent"] * 60,
    )


def missing(code, reached):
    found = progress.needs(credential(code), reached)
    return {need.name: need.missing for need in found if need.missing}


@pytest.mark.parametrize(
    ("number", "lacks"), [(1, {}), (2, {"paid": 60}), (3, {"recent_hours": 600})]
)
def test_what_is_missing_for_a_credential_is_told(number, lacks):
    case = progress_case(number)
    reached = progress.reached_in_talks(counted(case["given"]))

    assert missing(case["credential"].lower(), reached) == lacks
    assert case["right"]["met"] == (not lacks)


def test_an_opening_balance_counts_with_what_came_after_it():
    case = progress_case(4)
    given = case["given"]
    before = given["balance"]
    balance = Balance(1, "2023-12-31", before["hours"] * 60, before["paid"] * 60, before["clients"])
    people = [Talk("2026-10-01", str(person), minutes=600, consent=True) for person in range(3)]
    older = Talk("2024-06-01", "0", minutes=900, consent=True)
    unpaid = Talk("2024-06-02", "1", minutes=900, paid="pro_bono", consent=True)
    talks = [older, unpaid, *people]

    lines = sums.entries("icf", talks, "2023-01-01", sums.recent_since(APPLY_ON, MONTHS))
    found = sums.total("icf", lines, [balance])

    assert found.recent == given["recent"] * 60
    assert (found.minutes, found.paid, found.clients) == (100 * 60, 75 * 60, 8)
    assert missing("acc", progress.reached_in_talks(found)) == {}


def test_only_the_feedback_of_twelve_months_counts():
    case = progress_case(5)
    given = case["given"]
    moments = [Learning("feedback", day, None) for day in given["feedback_on"]]
    moments += [Learning("reflection", "2026-10-01", None)] * given["reflections"]
    talks = {"hours": given["hours"] * 60, "clients": given["clients"], "years": given["years"]}
    moments.append(Learning("training", "2026-10-01", 16 * 60))

    reached = progress.reached_in_learning(moments, APPLY_ON) | talks

    assert missing("eia_foundation", reached) == case["right"]["missing"]


def test_a_quarter_without_an_hour_of_supervision_is_told():
    case = progress_case(6)
    days = {"Q1": "2026-02-01", "Q2": "2026-05-01", "Q3": "2026-08-01", "Q4": "2026-11-01"}
    moments = [
        Learning("supervision", days[quarter], minutes)
        for quarter, minutes in case["given"]["supervision_minutes"].items()
    ]

    found = progress.supervision_by_quarter(moments, APPLY_ON)

    asked = credential("eia_foundation").figure("supervision_hours_a_quarter")
    assert progress.quarters_missing(found, asked) == [
        f"2026-{case['right']['missing']['supervision']}"
    ]


def test_supervision_for_so_much_practice_is_advised():
    case = progress_case(7)

    advised = progress.advised_supervision_hours(
        case["given"]["practice_hours"] * 60, supervision_advice()
    )

    assert advised == case["right"]["advice_supervision_hours"]
