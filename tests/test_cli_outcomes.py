"""What an action brought is what was told when it was closed, on every page that tells it."""

import json

import pytest

from tests.conftest import talk

WAITING = "illness in the team"


def agreed(*reviews):
    """An action of one conversation, and what later ones told of it."""
    later = [
        talk(date=f"2026-11-{day:02}T10:00", reviews=[{"action": 1, **review}])
        for day, review in enumerate(reviews, 10)
    ]
    return talk(date="2026-11-02T10:00", actions=[{"what": "Call Koen"}]), *later


def outcome(call):
    return call("action", "show", 1, "--json").json["outcome"]


OPEN = {"status": "open", "outcome": WAITING}
CLOSINGS = {
    "a conversation": lambda call, keep: keep(
        talk(date="2026-11-20T10:00", reviews=[{"action": 1, "status": "done"}])
    ),
    "partly": lambda call, keep: keep(
        talk(date="2026-11-20T10:00", reviews=[{"action": 1, "status": "partly"}])
    ),
    "dropped": lambda call, keep: keep(
        talk(date="2026-11-20T10:00", reviews=[{"action": 1, "status": "dropped"}])
    ),
    "done": lambda call, keep: call("action", "done", 1),
    "drop": lambda call, keep: call("action", "drop", 1),
    "edit": lambda call, keep: call("action", "edit", 1, "--status", "done"),
}


@pytest.mark.parametrize("how", CLOSINGS)
def test_what_was_told_while_it_stayed_open_is_not_what_it_brought(call, keep, how):
    keep(*agreed(OPEN))
    assert outcome(call) == WAITING

    CLOSINGS[how](call, keep)

    assert outcome(call) is None
    for words in (("session", "show", 1), ("prep", "amina"), ("report", "takehome", 1)):
        assert WAITING not in call(*words).out
    assert WAITING in call("session", "show", 2).out


def test_the_outcome_is_that_of_the_last_closing(call, keep):
    keep(*agreed({"status": "done", "outcome": "Koen agreed"}, {"status": "open"}))
    assert outcome(call) is None

    keep(talk(date="2026-11-20T10:00", reviews=[{"action": 1, "status": "done"}]))

    assert outcome(call) is None


def test_what_the_coach_wrote_at_the_action_itself_stays(call, keep):
    keep(*agreed())
    call("action", "edit", 1, "--outcome", "Koen listened")

    call("action", "done", 1)

    assert outcome(call) == "Koen listened"


def test_what_was_told_is_found_where_it_was_told_and_once(call, keep, screen):
    keep(*agreed(OPEN, {"status": "done", "outcome": "he was glad", "plan_helped": "it did"}))

    found = [
        [
            (hit["noun"], hit["number"], hit["session"])
            for hit in call("search", word, "--json").json
        ]
        for word in ("illness", "glad", "did")
    ]

    assert found == [[("review", 1, 2)], [("action", 1, 1)], [("review", 1, 3)]]
    assert "Action 1" in screen("search", "illness")


def test_a_journal_comes_back_with_the_same_outcomes(call, keep):
    keep(*agreed(OPEN, {"status": "done"}))
    talks = [call("session", "show", n, "--json").json for n in (1, 2, 3)]

    lines = "\n".join(json.dumps(each) for each in talks)
    again = {"COACHLOG_STORE": "other.sqlite"}
    assert call("session", "new", "--from", "-", stdin=lines, env=again).code == 0

    shown = [call("session", "show", n, "--json", env=again).json for n in (1, 2, 3)]
    assert [each["actions"] for each in shown if "actions" in each] == [talks[0]["actions"]]
    assert "outcome" not in talks[0]["actions"][0]
