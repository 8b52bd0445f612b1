"""Talents, objectives, who does what, and how a trajectory ends: said in the talk, then kept."""

import pytest

from tests.guide.script import Until

SAVE = (Until("1  Save"), "1")


def talent_talk(lead, home, *steps, options=()):
    words = ("session", "new", "--method", "talent_talk", "--normal", "--kind", "manager")
    told = lead(*words, "--coachee", "Amina", *options, typed=(*steps, *SAVE))
    assert told.code == 0, told.shown
    return told.shown


NAMED = (
    *(Until("achieve in the coming period?"), "Fewer errors at night", "", ""),
    *(Until("where do others see them?"), "Stays calm: when it is busy", "Speaks up", ""),
    *("", "n"),
)
GOAL = (Until("Put it as a goal."), "Guide the night team")
WHICH = "Which of these go with this goal?"


def linked(home):
    (goal,) = home.json("match", "amina")["goals"]
    return goal["objectives"], goal["talents"]


@pytest.mark.parametrize(
    ("typed", "links"),
    [(("2",), ([], [1])), (("1 2",), ([1], [1])), (("",), ([], [])), ((":done",), ([], []))],
)
def test_what_was_named_becomes_records_and_what_is_chosen_is_linked(typed, links, lead, home):
    show_all = (Until("1  Save"), "4")
    shown = talent_talk(lead, home, *NAMED, *GOAL, Until(WHICH), *typed, *show_all)

    assert ("Talent: Stays calm" in shown) == bool(links[1])  # on the last page
    (talent,) = home.json("coachee", "talent", "amina")
    assert (talent["strength"], talent["shows"]) == ("Stays calm", "when it is busy")
    (objective,) = home.json("objective", "list")
    assert objective["statement"] == "Fewer errors at night"
    assert linked(home) == links
    answers = {a["question"]: a["text"] for a in home.json("session", "show", "1")["answers"]}
    assert answers["talent_talk.talents.01"] == "Stays calm: when it is busy\nSpeaks up"
    assert answers["talent_talk.organisation.01"] == "Fewer errors at night"


@pytest.mark.parametrize(
    ("typed", "links"), [("", ([], [1])), ("n", ([], [])), (":done", ([], []))]
)
def test_a_single_one_is_offered(typed, links, lead, home):
    named = (Until("where do others see them?"), "Stays calm", "", "")
    offered = Until("Does “Stays calm” go with this goal?")

    shown = talent_talk(lead, home, *named, *GOAL, offered, typed)

    assert shown.count(WHICH) == 1
    assert linked(home) == links


def test_without_a_new_goal_nothing_is_asked_or_linked(lead, home):
    home.keep(coachee="Amina", date="2026-11-10", goals=[{"ref": "g", "statement": "Plan"}])
    words = ("session", "new", "--method", "talent_talk", "--normal", "--coachee", "amina")

    told = lead(*words, typed=(*NAMED, *SAVE))

    assert told.code == 0, told.shown
    assert WHICH not in told.shown
    assert linked(home) == ([], [])


def test_known_ones_are_chosen_by_number(lead, home):
    home.keep(coachee="Amina", date="2026-11-10")
    assert home.run("coachee", "talent", "amina", "Sees patterns").returncode == 0
    told = lead(
        *("session", "new", "--method", "grow", "--normal", "--coachee", "amina"),
        typed=(
            *(Until("What do you want to be able to do"), "Lead the meeting"),
            *(Until("talents does this goal call on?"), "1"),
            *SAVE,
        ),
    )
    assert told.code == 0, told.shown
    assert "1 Sees patterns" in told.shown
    (goal,) = home.json("match", "amina")["goals"]
    assert goal["talents"] == [1]
    assert home.json("goal", "show", "1")["talents"] == "Sees patterns"


def test_who_does_it_is_asked_or_said_in_the_line(lead, home):
    told = lead(
        *("session", "new", "--method", "first_weeks", "--normal", "--coachee", "Amina"),
        *("--kind", "onboarding"),
        typed=(
            Until("who does what?"),
            *("Show the press, by Friday, me", "Read the safety sheet", "", ""),
            *("Order shoes, 1/12", "3", ""),
            *SAVE,
        ),
    )
    assert told.code == 0, told.shown
    doers = {a["what"]: a["done_by"] for a in home.json("action", "list")}
    assert doers == {
        "Show the press": "coach",
        "Read the safety sheet": None,
        "Order shoes": "manager",
    }


def test_a_manager_is_the_coach_of_the_trajectory(lead, home):
    shown = talent_talk(
        lead, home, Until("What does each of us do"), "Ask HR (the manager)", "", ""
    )

    assert "3 the manager" not in shown
    (action,) = home.json("action", "list")
    assert (action["what"], action["done_by"]) == ("Ask HR", "coach")


def test_the_last_conversation_ends_goals_and_the_trajectory(lead, home):
    goals = [{"ref": "a", "statement": "Plan ahead"}, {"ref": "b", "statement": "Delegate"}]
    home.keep(coachee="Amina", date="2026-11-10", goals=goals)
    told = lead(
        *("session", "new", "--method", "closing", "--normal", "--coachee", "amina"),
        typed=(
            *(Until("shall we close it?"), "8 5", "1 3"),
            *(Until("what has this trajectory given you?"), "Calm"),
            *(Until("Shall we close the trajectory"), "y"),
            *(Until("Enter: until Wed 24 Nov 2027"), "yesterday"),
            *(Until("Notes cannot be kept until Mon 23 Nov 2026"), ""),
            *SAVE,
        ),
    )
    assert told.code == 0, told.shown
    for line in ("Status: closed", "What came of it: Calm", "Kept until: Wed 24 Nov 2027"):
        assert line in told.shown, told.shown
    assert "Where is each goal today" not in told.shown  # it is asked once
    assert {g["number"]: g["status"] for g in home.json("goal", "list")} == {
        1: "achieved",
        2: "dropped",
    }
    trajectory = home.json("trajectory", "show", "1")
    assert (trajectory["status"], trajectory["closing"]) == ("closed", "Calm")
    assert trajectory["closed_on"] == "2026-11-24"
    assert home.json("coachee", "show", "amina")["retention_on"] == "2027-11-24"
    assert "trajectory close" not in told.shown


def test_what_stays_open_is_not_asked_how_long_it_is_kept(lead, home):
    home.keep(coachee="Amina", date="2026-11-10")
    told = lead(
        *("session", "new", "--method", "closing", "--coachee", "amina"),
        typed=(Until("Shall we close the trajectory"), "n", *SAVE),
    )
    assert "Until when shall I keep" not in told.shown
    assert home.json("trajectory", "show", "1")["status"] == "active"


def test_how_well_the_job_suits_is_no_score_of_a_goal(lead, home):
    goals = [{"ref": "a", "statement": "Plan ahead"}]
    home.keep(coachee="Amina", date="2026-11-10", goals=goals)
    suits = "How well does your work today suit what you are good at and enjoy, from 0 to 10?"
    words = ("session", "new", "--method", "talent_talk", "--normal", "--coachee", "amina")
    told = lead(
        *words,
        typed=(
            *(Until("Where is each goal today"), "4"),
            *(Until(suits), "7"),
            *(Until("not a lower one?"), "I like the night"),
            *(Until("Put it as a goal."), "Guide the night team"),
            *SAVE,
        ),
    )
    assert "Counts for goal" not in told.shown
    assert {row["number"]: row["score"] for row in home.json("goal", "list")} == {1: 4, 2: None}
    kept = home.json("session", "show", "2")
    assert "reality" not in kept
    answers = {a["asked"]: a["text"] for a in kept["answers"]}
    assert (answers[suits], "I like the night" in answers.values()) == ("7", True)
