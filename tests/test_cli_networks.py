"""Learning networks and their meetings: who takes part, what was taken away, where it was used."""

import json

import pytest

from coachlog.journal.network_meeting.ideas import used_ideas
from coachlog.store.connection import open_reader
from tests.conftest import Explained, refused

MARK = "QXJZ"


@pytest.fixture
def network(call):
    """A network of two contacts; what the program said."""
    made = call(
        *("network", "new", "--name", "Mentors East", "--rhythm-days", "6w"),
        *("--member", "Sarah Peeters", "--member", "Bo", "--new-contacts", "external", "--json"),
    )
    assert made.code == 0
    return made.json


@pytest.fixture
def meet(call):
    def note(*words, **more):
        return call("network", "meeting", "new", "--network", 1, *words, **more)

    return note


def test_new_names_of_members_become_contacts(call, network):
    assert network["members"] == "Bo, Sarah Peeters"
    assert [line["where"] for line in call("contact", "list", "--json").json] == ["external"] * 2


def test_an_unknown_member_is_refused_with_what_to_do(call):
    told = call("network", "new", "--name", "Mentors", "--member", "Ann")

    refused(told, 4, "There is no contact Ann yet.")
    assert "--new-contacts external" in told.err
    assert call("contact", "list", "--json").json == []


def test_members_are_known_by_name_in_any_case_and_by_number(call, network):
    call("network", "new", "--name", "B", "--member", "sarah  PEETERS", "--member", "2")

    assert call("network", "show", 2, "--json").json["members"] == network["members"]
    assert len(call("contact", "list", "--json").json) == 2


def test_members_come_and_go(call, network):
    call("network", "edit", 1, "--no-member", "bo", "--member", "Cas", "--new-contacts", "internal")

    assert call("network", "show", 1, "--json").json["members"] == "Cas, Sarah Peeters"


def test_a_meeting_is_counted_once_as_own_development(call, network, meet):
    meet("--on", "2026-11-03", "--minutes", "1u30", "--take-along", "Ask first")
    call("network", "meeting", "edit", 1, "--minutes", 60, "--take-along", "Ask what is wanted")

    (moment,) = call("growth", "list", "--json").json
    assert (moment["minutes"], moment["done_on"]) == (60, "2026-11-03")
    assert (moment["provider"], moment["learned"]) == ("Mentors East", "Ask what is wanted")


def test_a_meeting_with_a_method_counts_as_peer_consultation(network, meet):
    assert meet("--json").json["counts_as"] == "network"
    assert meet("--method", "incident", "--json").json["counts_as"] == "intervision"
    assert meet("--method", "incident", "--counts-as", "network", "--json").json["counts_as"] == (
        "network"
    )


@pytest.mark.parametrize(("words", "left"), [(("network", 1), 0), (("network meeting", 1), 1)])
def test_what_a_meeting_counted_for_goes_with_it_and_comes_back(call, network, meet, words, left):
    meet("--minutes", 60)
    meet("--minutes", 90)

    assert call(*words[0].split(), "remove", 1, "--yes").code == 0
    assert len(call("growth", "list", "--json").json) == left
    assert call("undo").code == 0
    assert len(call("growth", "list", "--json").json) == 2


def test_a_meeting_tells_where_it_was_used(call, keep, network, meet):
    keep({"coachee": "Amina", "goals": [{"statement": "End on time"}], "topic": "x"})
    call("action", "new", "--coachee", "amina", "--what", "Call Bo")
    meet("--take-along", "Ask", "--used-in", "goal 1", "--used-in", "Action 1")
    call("network", "meeting", "edit", 1, "--used-in", "idée 1", "--no-used-in", "objectif 1")

    assert call("network", "meeting", "show", 1, "--json").json["used_in"] == "option 1, action 1"


@pytest.mark.parametrize("place", ["goal", "3", "goal x", "boat 3", "goal 0"])
def test_what_is_no_place_is_refused(network, meet, place):
    refused(meet("--used-in", place), 4, "--used-in: .* is not a place where it was used")


def test_a_place_that_is_not_there_is_refused(network, meet):
    refused(meet("--used-in", "goal 9"), 3, "There is no goal 9.")


def test_a_place_that_is_not_there_is_asked_again_in_the_form(network, call, keep):
    """Refused at the end, the form was over, and all that was typed in a file."""
    keep({"coachee": "Amina", "goals": [{"statement": "End on time"}], "topic": "x"})
    typed = "1\n\n\n\nAsk\n\ndoel 9\ndoel 1\n"

    told = call("--lang", "nl", "network", "meeting", "new", "--plain", typed=typed)

    assert "Er is geen doel 9." in told.err
    meeting = call("network", "meeting", "show", 1, "--json").json
    assert (meeting["take_along"], meeting["used_in"]) == ("Ask", "goal 1")


def test_what_json_tells_is_taken_back(call, network, meet):
    meet("--take-along", "Ask", "--present", "bo", "--question", "How do I stop?")
    before = call("network", "meeting", "show", 1, "--json").json

    for noun, number in (("network", 1), ("network meeting", 1)):
        told = call(*noun.split(), "show", number, "--json").out
        assert call(*noun.split(), "edit", number, "--from", "-", stdin=told).code == 0
    made = call("network", "meeting", "new", "--from", "-", "--json", stdin=json.dumps(before))

    assert call("network", "meeting", "show", 1, "--json").json == before
    assert made.json["present"] == "Bo"


def test_the_question_that_was_brought_stays_private(call, keep, network, meet):
    keep({"coachee": "Amina", "goals": [{"statement": "End on time"}]})
    meet("--question", MARK, "--used-in", "goal 1", "--take-along", "Ask")

    assert MARK in call("network", "meeting", "show", 1, "--plain").out
    for listed in ("network meeting list --csv", "growth show 1", "network show 1 --json"):
        assert MARK not in call(*listed.split()).out
    (hit,) = call("search", MARK, "--json").json
    assert hit["layer"] == "private"


@pytest.fixture
def clock(monkeypatch):
    """`clock(instant)`: what the clock says from then on."""
    return lambda instant: monkeypatch.setenv("COACHLOG_NOW", instant)


def lines(call, kind):
    return [line for line in call("today", "--json").json if line["kind"] == kind]


def test_today_tells_that_a_rhythm_is_over(call, network, meet, clock):
    meet("--on", "2026-10-12")
    clock("2026-11-23T09:00Z")
    assert lines(call, "network") == []

    clock("2026-11-24T09:00Z")
    (line,) = lines(call, "network")
    assert (line["text"], line["on"], line["number"]) == ("Mentors East", "2026-10-12", 1)

    call("network", "edit", 1, "--status", "closed")
    assert lines(call, "network") == []


def test_today_asks_after_six_weeks_where_a_meeting_was_used(call, keep, network, meet, clock):
    keep({"coachee": "Amina", "goals": [{"statement": "End on time"}]})
    meet("--on", "2026-10-12", "--take-along", "Ask")
    meet("--on", "2026-10-12")  # brought nothing: nothing to use
    clock("2026-11-23T09:00Z")
    assert lines(call, "network_use") == []

    clock("2026-11-24T09:00Z")
    (line,) = lines(call, "network_use")
    assert line["number"] == 1

    call("network", "meeting", "edit", 1, "--used-in", "goal 1")
    assert lines(call, "network_use") == []


@pytest.fixture
def used(call, keep, network, meet):
    """Two meetings of which Amina got something, and one of which Bert did."""
    for who in ("Amina", "Bert"):
        goals, actions = [{"statement": "End on time"}], [{"what": "Call Bo"}]
        keep({"coachee": who, "date": "2026-11-02T14:00", "goals": goals, "actions": actions})
    meet(
        "--on", "2026-10-05", "--take-along", "Ask first", "--used-in", "goal 1", "--question", MARK
    )
    meet("--on", "2026-11-03", "--used-in", "idea 1", "--used-in", "action 1")
    meet("--on", "2026-11-04", "--take-along", "Wait", "--used-in", "action 2")


def test_what_a_meeting_brought_is_told_before_a_talk_for_the_coach_alone(call, used):
    for command in ("prep", "match"):
        told = call(command, "amina", "--json").json["private"]["used_ideas"]

        assert [(each["meeting"], each["place"], each["number"]) for each in told] == [
            *((2, "action", 1), (2, "option", 1), (1, "goal", 1)),
        ]
        shown = call(command, "amina").out
        assert "goal 1  Ask first  (Mentors East, Mon 5 Oct 2026)" in shown
        assert "idea of conversation 1  meeting 2" in shown
        assert "Wait" not in shown + call("report", "prepare", "amina").out
        assert MARK not in shown
    assert "Ask first" not in call("report", "prepare", "amina").out
    assert {each["coachee"] for each in call("match", "--json").json["private"]["used_ideas"]} == {
        *("amina", "bert"),
    }


def test_a_look_back_counts_what_meetings_brought(call, used):
    def networks(*words):
        return call("review", *words, "--json").json["networks"]

    assert networks() == {"meetings": 3, "goals": 1, "options": 1, "actions": 2}
    assert networks("amina") == {"meetings": 2, "goals": 1, "options": 1, "actions": 1}
    assert networks("amina", "--since", "2026-11-01")["goals"] == 0
    assert networks("amina", "--trajectory", 1)["meetings"] == 2
    told = "From meetings of networks: goals 1, ideas in conversations 1, actions 1"
    assert told in call("review", "amina").out
    assert "From meetings" not in call("review", "--since", "2026-11-20").out


def test_what_meetings_brought_is_read_by_indexes_and_from_the_few_uses_first(call, program, used):
    with open_reader(program.store) as reader:
        plan = Explained(reader)
        used_ideas(plan, "amina")

    steps = [step for step in plan.steps if step.startswith(("SCAN", "SEARCH"))]
    assert not [step for step in steps if step.startswith("SCAN")]
    assert len([step for step in steps if step.startswith("SEARCH u ")]) == 3
