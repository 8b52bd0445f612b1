"""A conversation that was planned, and is held: told by options or JSON."""

import json

import pytest

from coachlog.store.undo import undo
from coachlog.store.work import Work
from tests.conftest import refused, talk


@pytest.fixture(autouse=True)
def planned(keep):
    """Amina today at two, and in two weeks; Bo today."""
    plan = {"status": "planned", "topic": "Leading", "form": "walk", "minutes": 60}
    keep(
        talk(date="2026-11-24T14:00", **plan),
        talk(date="2026-12-08T14:00", **plan),
        talk(date="2026-11-24T16:00", **plan, coachee="Bo"),
    )


@pytest.fixture
def hold(call):
    def holding(*words, **more):
        return call("session", "new", *words, **more)

    return holding


def shown(call, number=1):
    return call("session", "show", number, "--json").json


def statuses(call):
    found = call("session", "list", "--limit", 0, "--json").json
    return {row["number"]: row["status"] for row in found}


@pytest.mark.parametrize("who", ["amina", "Amina", "AMINA"])
def test_options_alone_are_the_conversation_planned_on_that_day(call, hold, who):
    done = hold("--coachee", who, "--summary", "s", "--date", "today 9:15")

    assert (done.code, done.out) == (0, "1\tamina\n")
    assert done.err == "This is conversation 1, which was planned.\n"
    assert statuses(call) == {1: "held", 2: "planned", 3: "planned"}
    kept = shown(call)
    assert (kept["date"], kept["summary"]) == ("2026-11-24T09:15", "s")
    assert (kept["topic"], kept["form"], kept["minutes"]) == ("Leading", "walk", 60)


def test_what_is_told_wins_over_the_plan(call, hold):
    hold("--coachee", "amina", "--topic", "Rest", "--form", "phone", "--minutes", "45")

    kept = shown(call)
    assert (kept["topic"], kept["form"], kept["minutes"]) == ("Rest", "phone", 45)


@pytest.mark.parametrize(
    "words",
    [
        ["--unplanned"],
        ["--date", "yesterday 14:00"],
        ["--status", "cancelled"],
        ["--date", "2026-12-08T09:00", "--status", "missed"],
    ],
)
def test_otherwise_it_is_one_of_its_own(call, hold, words):
    done = hold("--coachee", "amina", *words)

    assert (done.out, done.err) == ("4\tamina\n", "")
    assert statuses(call)[1] == "planned"


def test_the_local_day_counts(call, hold):
    """In Tokyo it is the next day already when it is evening here."""
    call("session", "plan", "Cis", "2026-11-25 08:00", "--time-zone", "Asia/Tokyo")

    done = hold("--coachee", "cis", "--time-zone", "Asia/Tokyo", "--date", "2026-11-25 07:00")

    assert done.out == "4\tcis\n"


def test_the_number_of_a_planned_one_tells_with_whom_it_is(call, hold):
    done = hold("--planned", "2", "--summary", "earlier than planned")

    assert (done.out, done.err) == ("2\tamina\n", "")
    assert statuses(call) == {1: "planned", 2: "held", 3: "planned"}
    assert shown(call, 2)["date"] == "2026-11-24T10:00"


def test_json_says_which_one_it_is(call, hold):
    done = hold("--from", "-", stdin=json.dumps(talk(planned=1, summary="s", topic=None)))

    assert done.out == "1\tamina\n"
    kept = shown(call)
    assert (kept["date"], kept["status"], kept["form"]) == ("2026-11-02T14:00", "held", "walk")
    assert "topic" not in kept
    assert "planned" not in kept


def test_json_without_it_is_one_of_its_own(call, hold):
    done = hold("--from", "-", stdin=json.dumps(talk(date="2026-11-24T14:00")))

    assert done.out == "4\tamina\n"
    assert statuses(call)[1] == "planned"


def test_an_option_says_it_of_json(call, hold):
    assert hold("--from", "-", "--planned", "1", stdin=json.dumps(talk())).out == "1\tamina\n"


def test_what_belongs_to_the_plan_stays_with_it(call, hold, keep):
    keep(
        talk(
            coachee="Cis",
            date="2026-12-01T14:00",
            status="planned",
            private_note="Ask about the move",
            options=[{"text": "one"}],
            answers=[{"stage": "s", "question": "q", "text": "one"}],
        )
    )

    more = {"options": [{"text": "two"}], "answers": [{"stage": "s", "question": "q", "text": "b"}]}
    hold("--from", "-", stdin=json.dumps(talk(coachee="cis", planned=4, **more)))

    kept = shown(call, 4)
    assert kept["private_note"] == "Ask about the move"
    assert [each["text"] for each in kept["options"]] == ["one", "two"]
    assert [each["text"] for each in kept["answers"]] == ["one", "b"]


def test_undo_brings_the_plan_back(call, hold, program):
    before = [shown(call, number) for number in (1, 2, 3)]
    hold("--coachee", "amina", "--summary", "s", "--topic", "Rest", "--action", "Call Koen")

    with Work(program.store, command="undo") as work:
        undo(work)

    assert [shown(call, number) for number in (1, 2, 3)] == before
    assert call("action", "list").out == ""


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        (
            ["--planned", "3", "--coachee", "amina"],
            4,
            "Conversation 3 is not a planned conversation with Amina",
        ),
        (
            ["--planned", "9", "--coachee", "amina"],
            4,
            "Conversation 9 is not a planned conversation with Amina",
        ),
        (
            ["--planned", "3", "--coachee", "Dré"],
            4,
            "Conversation 3 is not a planned conversation with Dré",
        ),
        (["--planned", "9"], 3, "no conversation 9"),
        (["--planned", "x"], 4, "“x” is not a number"),
        (["--planned", "1", "--unplanned"], 2, "Choose --planned or --unplanned, not both"),
    ],
)
def test_what_is_not_planned_with_that_person_is_refused(call, hold, words, code, cause):
    before = statuses(call)

    refused(hold(*words), code, cause)

    assert statuses(call) == before
    assert "dre" not in call("coachee", "list").out


def test_it_is_held_once(call, hold):
    hold("--planned", "1")

    refused(hold("--planned", "1"), 4, "Conversation 1 is not a planned conversation with Amina")
    lines = "\n".join(json.dumps(talk(planned=2)) for _twice in range(2))
    told = hold("--from", "-", stdin=lines)
    refused(told, 4, "Line 2: Conversation 2 is not a planned conversation with Amina")
    assert statuses(call)[2] == "planned"


def test_a_wrong_date_is_refused_as_ever(hold):
    refused(
        hold("--coachee", "amina", "--date", "gobbledygook"), 4, "date: .*cannot be read as a date"
    )
    refused(hold("--coachee", "amina", "--time-zone", "Mars/Base"), 4, "Mars/Base")
