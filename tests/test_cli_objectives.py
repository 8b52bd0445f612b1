"""What the organisation wants, and the goals that serve it: kept, linked, mended, removed."""

import json

import pytest

from tests.conftest import EXAMPLE, refused


@pytest.fixture
def note(call):
    return lambda *words, **more: call("objective", "new", *words, **more)


@pytest.fixture
def numbers(call):
    def listed(*words):
        return [row["number"] for row in call("objective", "list", *words, "--csv").rows]

    return listed


@pytest.fixture
def linked(call, prepared):
    """Amina with goal 1, two objectives and two talents; Bo with talent 3."""

    def fill():
        call("session", "new", "--from", EXAMPLE)
        call("coachee", "new", "--name", "Bo")
        for statement in ("Answer within a day", "No more lists"):
            call("objective", "new", "--statement", statement)
        for who, strength in (("amina", "Stays calm"), ("amina", "Counts"), ("bo", "Listens")):
            call("coachee", "talent", who, strength)

    prepared(fill)


@pytest.fixture
def goal(call):
    return lambda number=1: call("goal", "show", number, "--json").json


def test_an_objective_is_kept_as_it_was_given(call, note):
    done = note(
        *("--statement", "Answer within a day", "--team", "Team North", "--plan", "Take turns"),
        *("--owner", "Koen Maes", "--signs", "Nothing older than a day"),
        *("--starts-on", "1/9/2026", "--ends-on", "30/6/2027"),
    )

    assert done.code == 0
    assert call("objective", "show", 1, "--json").json == {
        "number": 1,
        "level": "team",
        "statement": "Answer within a day",
        "team": "Team North",
        "plan": "Take turns",
        "owner": "Koen Maes",
        "signs": "Nothing older than a day",
        "starts_on": "2026-09-01",
        "ends_on": "2027-06-30",
        "status": "active",
        "closed_on": None,
        "goals": 0,
        "active_goals": 0,
        "served_by": [],
    }


def test_without_a_team_it_is_one_of_the_organisation(call, note):
    note("--statement", "Grow")

    assert call("objective", "show", 1, "--json").json["level"] == "organisation"


@pytest.mark.parametrize(
    ("words", "stdin", "code", "cause"),
    [
        ([], None, 2, "Missing: --statement"),
        (["--statement", " "], None, 4, "statement: this is empty"),
        (["--statement", "x", "--level", "world"], None, 4, "level: .world. is not one of"),
        (["--statement", "x", "--starts-on", "someday"], None, 4, "--starts-on"),
        (
            ["--statement", "x", "--starts-on", "1/9/2026", "--ends-on", "1/8/2026"],
            None,
            4,
            "--ends-on: a period ends after it starts",
        ),
        (["--statement", "x" * 200_001], None, 4, "statement: This is too long"),
        (["--from", "-"], '{"plan": "x"}', 4, "statement: this is missing"),
        (["--from", "-"], '{"statement": "x", "status": "open"}', 4, "status"),
        (["--from", "-"], '{"statement": "x"}\n{"statement": 5, "x": 1}', 4, "line 2"),
        (["--from", "-"], "nonsense", 4, ""),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(call, note, words, stdin, code, cause):
    refused(note(*words, stdin=stdin), code, cause)
    assert call("objective", "list").out == ""


def test_active_ones_come_first_and_the_list_can_be_narrowed(call, note, numbers):
    lines = [
        {"statement": "Grow", "status": "dropped"},
        {"statement": "Answer", "team": "North"},
        {"statement": "Save"},
    ]
    assert note("--from", "-", stdin="\n".join(map(json.dumps, lines))).code == 0

    assert numbers() == ["2", "3", "1"]
    assert numbers("--status", "dropped") == ["1"]
    assert numbers("--level", "organisation", "--limit", "1") == ["3"]
    assert numbers("--team", "North") == ["2"]
    assert "1 more" in call("objective", "list", "--limit", "2").err
    refused(call("objective", "list", "--status", "x"), 4, "not one of")
    refused(call("objective", "list", "--limit", "x"), 2, "not a whole number")


def test_it_is_reached_or_dropped_once_and_can_be_taken_up_again(call, note):
    def status():
        found = call("objective", "show", 1, "--json").json
        return found["status"], found["closed_on"]

    note("--statement", "Grow")

    assert "is reached" in call("objective", "reach", 1, "--on", "20/11/2026").err
    assert status() == ("reached", "2026-11-20")
    assert "already reached" in call("objective", "reach", 1).err
    assert status() == ("reached", "2026-11-20")
    assert call("objective", "drop", 1).code == 0
    assert status() == ("dropped", "2026-11-24")
    assert call("objective", "edit", 1, "--status", "active").code == 0
    assert status() == ("active", None)
    refused(call("objective", "reach", 2), 3, "There is no objective 2")
    refused(call("objective", "drop", "x"), 4, "is not a number")


def test_an_objective_is_changed_and_its_fields_are_cleared(call, note):
    note("--statement", "Grow", "--owner", "Koen", "--ends-on", "30/6/2027")

    assert call("objective", "edit", 1, "--owner", "", "--plan", "Ask").code == 0
    found = call("objective", "show", 1, "--json").json
    assert (found["owner"], found["plan"], found["statement"]) == (None, "Ask", "Grow")
    refused(call("objective", "edit", 1, "--statement", ""), 4, "statement: this cannot be empty")
    call("objective", "edit", 1, "--starts-on", "1/9/2026")
    refused(call("objective", "edit", 1, "--ends-on", "1/8/2026"), 4, "ends after it starts")
    refused(call("objective", "edit", 9, "--owner", "x"), 3, "no objective 9")
    refused(call("objective", "edit", 1), 2, "Say what should change")


def test_a_goal_serves_objectives_and_uses_talents(call, linked, goal):
    assert call("goal", "edit", 1, "--objective", 1, "--objective", 2, "--talent", "#2").code == 0

    assert (goal()["objectives"], goal()["talent_numbers"]) == ([1, 2], [2])
    assert call("objective", "show", 1, "--json").json["served_by"] == [
        {
            "goal": 1,
            "coachee": "amina",
            "statement": goal()["statement"],
            "status": "active",
        }
    ]
    call("goal", "edit", 1, "--no-objective", 1, "--talent", 1)
    assert (goal()["objectives"], goal()["talent_numbers"]) == ([2], [1, 2])
    call("goal", "edit", 1, "--from", "-", stdin='{"objectives": [], "talent_numbers": [1]}')
    assert (goal()["objectives"], goal()["talent_numbers"]) == ([], [1])


def test_a_new_goal_is_linked_at_once_and_one_undo_takes_all_back(call, linked, goal):
    words = ("--coachee", "amina", "--statement", "Answer all", "--objective", 2, "--talent", 1)

    assert call("goal", "new", *words).code == 0
    assert (goal(2)["objectives"], goal(2)["talent_numbers"]) == ([2], [1])
    assert [row["goal"] for row in call("export", "csv", "goal_links").rows] == ["2", "2"]
    assert call("undo").code == 0
    assert call("goal", "show", 2).code == 3
    assert call("export", "csv", "goal_links").rows == []


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        (["--objective", 9], 3, "There is no objective 9"),
        (["--talent", 9], 3, "There is no talent 9"),
        (["--talent", 3], 3, "Talent 3 belongs to bo"),
        (["--objective", 1, "--talent", 3], 3, "Talent 3 belongs to bo"),
        (["--objective", "x"], 4, "“x” is not a number"),
        (["--talent", "0"], 4, "“0” is not a number"),
        (["--no-talent", "x"], 4, "“x” is not a number"),
    ],
)
def test_a_link_with_nothing_is_refused_and_nothing_changes(call, linked, goal, words, code, cause):
    call("goal", "edit", 1, "--objective", 2)
    before = goal()

    refused(call("goal", "edit", 1, *words), code, cause)
    assert goal() == before


def test_a_conversation_tells_its_links_both_ways(call, linked):
    goal = {"statement": "Answer all", "objectives": [2, 1], "talent_numbers": [1]}
    given = json.dumps({"coachee": "amina", "goals": [goal]})
    call("session", "new", "--from", "-", stdin=given)

    kept = call("session", "show", 2, "--json").out
    call("session", "new", "--from", "-", stdin=kept)
    for number in (2, 3):
        found = call("session", "show", number, "--json").json["goals"][0]
        assert (found["objectives"], found["talent_numbers"]) == ([1, 2], [1])
    assert call("goal", "list", "--json").json[0]["number"] == 3


@pytest.mark.parametrize(
    ("links", "cause"),
    [
        ({"objectives": [9]}, "There is no objective 9"),
        ({"talent_numbers": [3]}, "Talent 3 belongs to bo"),
        ({"objectives": ["x"]}, "goals.0.objectives"),
    ],
)
def test_a_conversation_with_a_link_to_nothing_is_refused_whole(call, linked, links, cause):
    before = call("session", "list", "--json").json
    given = json.dumps({"coachee": "amina", "goals": [{"statement": "Answer all", **links}]})

    told = call("session", "new", "--from", "-", stdin=given)

    assert told.code in (3, 4)
    assert cause in told.err
    assert call("session", "list", "--json").json == before
    assert [row["number"] for row in call("goal", "list", "--json").json] == [1]


def test_the_same_link_twice_is_one(call, linked, goal):
    for _time in range(2):
        call("goal", "edit", 1, "--objective", 1, "--objective", 1, "--talent", 1)

    assert (goal()["objectives"], goal()["talent_numbers"]) == ([1], [1])
    assert len(call("export", "csv", "goal_links").rows) == 2


def test_a_removed_objective_leaves_its_goals_and_comes_back_with_its_links(call, linked, goal):
    call("goal", "edit", 1, "--objective", 1, "--talent", 1)

    refused(call("objective", "remove", 1), 2, "--yes")
    assert call("objective", "remove", 1, "--yes").code == 0
    assert (goal()["objectives"], goal()["status"]) == ([], "active")
    assert call("coachee", "talent", "amina", "--remove", 1, "--yes").code == 0
    assert goal()["talent_numbers"] == []
    assert call("undo", "--yes").code == 0
    assert call("undo", "--yes").code == 0
    assert (goal()["objectives"], goal()["talent_numbers"]) == ([1], [1])
    assert "objective 1" in call("history").out


def test_a_removed_goal_takes_its_links_along_and_brings_them_back(call, linked, goal):
    call("goal", "edit", 1, "--objective", 1, "--talent", 1)

    assert call("goal", "remove", 1, "--yes").code == 0
    assert call("export", "csv", "goal_links").rows == []
    assert call("undo").code == 0
    assert (goal()["objectives"], goal()["talent_numbers"]) == ([1], [1])


def test_what_somebody_in_the_archive_does_for_it_is_not_counted_as_going_on(call, linked):
    call("goal", "edit", 1, "--objective", 1)
    call("coachee", "archive", "amina")

    found = call("objective", "show", 1, "--json").json
    assert (found["goals"], found["active_goals"], found["served_by"]) == (1, 0, [])


@pytest.mark.parametrize(
    ("language", "title", "serving", "serves"),
    [
        ("en", "Objective 1 ·", "Goals that serve it", "Objectives that it serves"),
        ("nl", "Organisatiedoel 1 ·", "Doelen die eraan bijdragen", "Draagt bij aan"),
        ("fr", "Objectif d'organisation 1 ·", "Objectifs qui y contribuent", "Contribue à"),
    ],
)
def test_pages_tell_what_is_linked(screen, linked, call, language, title, serving, serves):
    call("goal", "edit", 1, "--objective", 1, "--talent", 1)

    page = screen("objective", "show", 1, language=language)
    assert page.startswith(title)
    assert serving in page
    assert f"{serves}\n  1  Answer within a day" in screen("goal", "show", 1, language=language)
    assert "Answer within a day" in screen("objective", "list", language=language)


def test_a_talent_tells_the_context_in_which_it_would_be_used(call, linked, screen):
    def talent():
        return call("coachee", "talent", "amina", "--json").json[0]["wanted_context"]

    assert call("coachee", "talent", "amina", "--edit", 1, "--needs", "Budget talks").code == 0
    assert talent() == "Budget talks"
    assert "Nodige context" in screen("coachee", "show", "amina", language="nl")
    call("coachee", "talent", "amina", "--edit", 1, "--needs", "")
    assert talent() is None
    call("coachee", "talent", "amina", "Sings", "--needs", "A choir")
    assert call("coachee", "talent", "amina", "--csv").rows[2]["wanted_context"] == "A choir"
