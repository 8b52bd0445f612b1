"""A day in words counts from the day of its record: it may be written up after New Year."""

import json

import pytest

from tests.conftest import refused
from tests.journal.rich import kept

NOW = {"COACHLOG_NOW": "2027-01-05T10:00:00+01:00"}
TALK = "2026-12-28 10:00"
WORDS = {
    "2/1": "2027-01-02",
    "31/12": "2026-12-31",
    "vrijdag": "2027-01-01",
    "vendredi": "2027-01-01",
    "friday": "2027-01-01",
    "morgen": "2026-12-29",
    "demain": "2026-12-29",
    "tomorrow": "2026-12-29",
    "in 1 week": "2027-01-04",
    "dans 1 semaine": "2027-01-04",
    "over een week": "2027-01-04",
    "vrijdag 1/1": "2027-01-01",
    "2026-12-30": "2026-12-30",
}
ABROAD = {"date": "2026-12-28T23:30", "time_zone": "America/New_York"}


def talked(call, *words, given=None):
    source = ("--from", "-") if given is not None else ()
    told = call("session", "new", *source, *words, "--json", env=NOW, stdin=json.dumps(given or {}))
    assert told.code == 0, told.err
    return told.json


@pytest.mark.parametrize("typed", WORDS)
def test_days_of_a_conversation_by_options_and_by_json(call, typed):
    options = talked(
        call,
        *("--coachee", "A", "--date", TALK, "--goal", "g", "--target-on", typed),
        *("--action", "x", "--due", typed, "--next", f"{typed} 14:00"),
    )
    data = talked(
        call,
        given={
            "coachee": "B",
            "date": TALK,
            "goals": [{"statement": "g", "target_on": typed}],
            "actions": [{"what": "x", "due_on": typed}],
            "next_at": f"{typed} 14:00",
        },
    )

    for kept_one in (options, data):
        assert kept_one["goals"][0]["target_on"] == WORDS[typed]
        assert kept_one["actions"][0]["due_on"] == WORDS[typed]
        assert kept_one["next_at"] == WORDS[typed] + "T14:00"


def test_options_over_json_count_from_the_day_of_each_line(call):
    lines = "\n".join(
        json.dumps({"coachee": "A", "date": day})
        for day in ("2026-12-28T10:00", "2026-12-01T10:00")
    )

    words = ("--from", "-", "--action", "x", "--due", "vrijdag", "--json")
    told = call("session", "new", *words, env=NOW, stdin=lines)

    due = [json.loads(line)["actions"][0]["due_on"] for line in told.lines]
    assert due == ["2027-01-01", "2026-12-04"]


def test_the_day_is_that_of_the_zone_in_which_they_talked(call):
    told = talked(
        call, given=ABROAD | {"coachee": "A", "actions": [{"what": "x", "due_on": "tomorrow"}]}
    )

    assert told["actions"][0]["due_on"] == "2026-12-29"


def test_what_is_planned_counts_from_its_day(call):
    given = {"coachee": "A", "date": "1/2 10:00", "goals": [{"statement": "g", "target_on": "7/2"}]}
    told = call("session", "plan", "--from", "-", "--json", env=NOW, stdin=json.dumps(given))

    assert told.json["goals"][0]["target_on"] == "2027-02-07"


@pytest.mark.parametrize(
    ("command", "day", "field", "own"),
    [
        (("goal", "new", "--coachee", "a", "--statement", "x"), "--on", "--target-on", "set_on"),
        (("action", "new", "--coachee", "a", "--what", "x"), "--on", "--due-on", "agreed_on"),
        (("objective", "new", "--statement", "x"), "--starts-on", "--ends-on", "starts_on"),
        (("trajectory", "new", "--coachee", "a"), "--starts-on", "--ends-on", "starts_on"),
    ],
    ids=["goal", "action", "objective", "trajectory"],
)
def test_a_day_ahead_counts_from_the_day_of_the_record(call, command, day, field, own):
    kept(call, "coachee", "new", "--name", "A")
    name = field.removeprefix("--").replace("-", "_")

    for typed, right in WORDS.items():
        told = call(*command, day, "28/12", field, typed, "--json", env=NOW).json
        assert (told[own], told[name]) == ("2026-12-28", right), typed
    now = call(*command, field, "friday", "--json", env=NOW).json
    assert now[name] == "2027-01-08"


def test_a_change_is_made_now(call):
    kept(call, "coachee", "new", "--name", "A")
    call("goal", "new", "--coachee", "a", "--statement", "x", "--on", "28/12", env=NOW)

    call("goal", "edit", 1, "--target-on", "friday", env=NOW)

    assert call("goal", "show", 1, "--json").json["target_on"] == "2027-01-08"


def test_a_goal_of_a_day_to_come_is_refused(call):
    kept(call, "coachee", "new", "--name", "A")

    words = ("goal", "new", "--coachee", "a", "--statement", "x", "--on", "2027-03-01")
    refused(call(*words, env=NOW), 4, "^--on: ")


def test_a_check_in_of_before_begins_the_trajectory_on_its_day(call):
    kept(call, "coachee", "new", "--name", "A")

    words = ("--coachee", "a", "--wanted", "--learning", 6, "--on", "28/12")
    call("workability", "new", *words, env=NOW)

    assert call("trajectory", "list", "--json").json[0]["starts_on"] == "2026-12-28"


@pytest.mark.parametrize("typed", WORDS)
def test_the_next_appointment_is_changed_from_the_day_of_the_conversation(call, typed):
    talked(call, "--coachee", "A", "--date", TALK)

    changed = call("session", "edit", 1, "--next-at", f"{typed} 14:00", "--json", env=NOW)

    assert changed.json["next_at"] == WORDS[typed] + "T14:00"
