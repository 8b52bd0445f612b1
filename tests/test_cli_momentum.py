"""What the page of a goal tells the coach about how it moves."""

import pytest

from coachlog.base.texts import with_tied_signs
from tests.conftest import talk


@pytest.fixture
def moving(keep):
    """A goal that rose from 3 to 6 in two conversations."""
    keep(
        talk(goals=[{"ref": "g", "statement": "Lead", "baseline": 3}]),
        talk(date="2026-11-16T14:00", scores=[{"goal": 1, "score": 6}]),
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Going well: from 3 to 6 since"),
        ("nl", "Loopt goed: van 3 naar 6 sinds"),
        ("fr", with_tied_signs("Avance bien : de 3 à 6 depuis")),
    ],
)
def test_the_page_spells_the_reason_out(screen, moving, language, words):
    assert words in screen("goal", "show", 1, language=language)


def test_the_same_as_data_and_in_a_pipe(call, moving):
    kept = call("goal", "show", 1, "--json").json["momentum"]

    assert kept == {
        "state": "going_well",
        "since": "2026-11-02",
        "why": "rose",
        "low": 3,
        "high": 6,
    }
    told = call("goal", "show", 1).pairs
    assert (told["momentum.state"], told["momentum.low"], told["momentum.high"]) == (
        "going_well",
        "3",
        "6",
    )


def test_an_action_past_its_day_counts_before_a_rise(call, moving):
    call(
        "action",
        "new",
        "--coachee",
        "amina",
        "--what",
        "Ask",
        "--goal",
        1,
        "--due-on",
        "2026-11-20",
    )

    assert call("goal", "show", 1, "--json").json["momentum"]["why"] == "overdue"


def test_a_goal_of_which_nobody_spoke_is_quiet_by_the_rhythm_agreed(call, screen, keep):
    keep(talk(date="2026-10-05T14:00", goals=[{"ref": "g", "statement": "Lead"}]))
    assert call("goal", "show", 1, "--json").json["momentum"] is None

    call("trajectory", "edit", 1, "--rhythm-days", "3w")

    assert call("goal", "show", 1, "--json").json["momentum"]["state"] == "quiet"
    assert "Quiet since" in screen("goal", "show", 1)


def test_a_goal_that_is_closed_and_the_pages_for_the_person_tell_nothing(call, moving):
    assert "Going well" not in call("report", "prepare", "amina").out
    assert "Going well" not in call("report", "takehome", 2).out

    call("goal", "achieve", 1)

    assert call("goal", "show", 1, "--json").json["momentum"] is None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "1  Going well: from 3 to 6 since"),
        ("nl", "1  Loopt goed: van 3 naar 6 sinds"),
        ("fr", with_tied_signs("1  Avance bien : de 3 à 6 depuis")),
    ],
)
def test_the_page_before_a_conversation_tells_it_of_each_goal(screen, moving, language, words):
    shown = screen("prep", "amina", language=language)

    assert words in shown


def test_before_a_conversation_it_is_there_as_data_too(call, moving):
    call("goal", "new", "--coachee", "amina", "--statement", "Just begun")

    goals = call("prep", "amina", "--json").json["goals"]
    assert [each["momentum"] and each["momentum"]["why"] for each in goals] == ["rose", None]
    rows = [each for each in call("prep", "amina", "--csv").rows if each["kind"] == "momentum"]
    assert [(each["number"], each["on"]) for each in rows] == [("1", "2026-11-02")]
    assert rows[0]["text"].startswith("Going well: from 3 to 6")


def test_before_a_conversation_actions_and_what_was_seen_of_that_goal_count(call, keep):
    keep(talk(date="2026-08-03T14:00", goals=[{"ref": "g", "statement": "Lead"}]))
    call("goal", "new", "--coachee", "amina", "--statement", "Plan")
    assert "Quiet since Mon 3 Aug 2026" in call("prep", "amina").out

    call("observation", "new", "--coachee", "amina", "--fact", "She led", "--goal", 1)

    assert "Quiet since" not in call("prep", "amina").out
    call(
        *("action", "new", "--coachee", "amina", "--what", "Ask"),
        *("--goal", 2),
        "--due-on",
        "2026-11-20",
    )
    assert "2  Needs attention: an action has been overdue since" in call("prep", "amina").out


@pytest.fixture
def over(keep):
    """Two goals at their target and one whose date has passed, months ago."""
    goals = [
        {"ref": "a", "statement": "Rest", "baseline": 3, "target": 7},
        {"ref": "b", "statement": "Lead", "baseline": 3, "target": 8, "target_on": "2026-09-30"},
        {"ref": "c", "statement": "Done", "target": 7, "target_on": "2026-09-30"},
    ]
    scores = [{"goal": n, "score": 7} for n in (1, 2, 3)]
    keep(
        talk(date="2026-03-02T10:00", goals=goals),
        talk(date="2026-07-07T10:00", scores=scores),
    )


REACHED, PASSED = "Reached its figure: 7 since Tue 7 Jul 2026", "at 7 of 8"


@pytest.mark.parametrize("words", [("prep", "amina"), ("review", "amina")])
def test_what_is_reached_or_over_is_told_months_later(call, over, words):
    told = call(*words).out

    assert told.count(REACHED) == 2
    assert PASSED in told
    assert "Quiet" not in told


def test_the_page_of_a_goal_tells_it_and_what_to_do(screen, over):
    assert REACHED in screen("goal", "show", 1)
    assert "coachlog goal achieve 1" in screen("goal", "show", 1)
    other = " ".join(screen("goal", "show", 2).split())
    assert "has passed, Wed 30 Sep 2026, at 7 of 8" in other
    assert "coachlog goal achieve" not in other


PLACES = [
    ("goal", "list"),
    ("coachee", "show", "amina"),
    ("timeline", "amina"),
    ("trajectory", "show", "1"),
    ("today",),
]


@pytest.mark.parametrize("words", PLACES, ids=" ".join)
def test_lines_of_goals_tell_it(screen, over, words):
    shown = screen(*words, columns=120)

    assert shown.count("at its target") == 2
    assert shown.count("was due Wed 30 Sep") == 1


def test_as_data(call, over):
    first, second = (call("goal", "show", n, "--json").json["momentum"] for n in (1, 2))

    assert (first["why"], first["since"], first["high"]) == ("reached", "2026-07-07", 7)
    assert (second["why"], second["high"], second["target"]) == ("passed", 7, 8)
    told = [(each["kind"], each["number"]) for each in call("today", "--json").json]
    assert told == [("goal_at_target", 3), ("goal_at_target", 1), ("goal_passed", 2)]


def test_what_is_closed_or_aimed_higher_is_told_no_longer(call, over):
    call("goal", "achieve", 1)
    call("goal", "edit", 3, "--target", 9, "--target-on", "2027-01-15")
    call("goal", "drop", 2)

    assert call("today", "--json").json == []


def test_a_level_as_expected_is_reached_too(call, keep):
    keep(talk(date="2026-03-02T10:00", goals=[{"ref": "a", "statement": "Rest"}]))
    call("goal", "scale", 1, "--level-0", "Three evenings")
    call("goal", "level", 1, 0, "--on", "2026-05-04")

    assert "Reached its level: as expected since Mon 4 May 2026" in call("prep", "amina").out
    assert [each["kind"] for each in call("today", "--json").json] == ["goal_at_target"]


def test_after_a_closing_conversation_it_proposes_to_close(call, keep, screen):
    keep(talk(date="2026-03-02T10:00"))
    call("trajectory", "edit", 1, "--rhythm-days", "3w")
    assert [each["kind"] for each in call("today", "--json").json] == ["unseen"]

    keep(talk(date="2026-07-07T10:00", method="closing"))

    assert [each["kind"] for each in call("today", "--json").json] == ["closing"]
    assert "coachlog trajectory close 1" in screen("today")
    assert "coachlog trajectory close 1" in screen("trajectory", "show", 1)
    call("trajectory", "close", 1)
    assert call("today", "--json").json == []
