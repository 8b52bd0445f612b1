"""Goals between two conversations: set, reached, given up, listed."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachlog.journal.goal.queries import GOALS, GoalFilter
from coachlog.store.connection import open_reader
from tests.conftest import Explained, refused, talk

GIVEN = {
    "statement": "End meetings on time",
    "why": "Quiet evenings",
    "signs": "The clock",
    "anti_goal": "Cutting people short",
    "milestone": "One meeting",
    "talents": "Clear",
    "serves": "Team Noord",
    "target_on": "2027-03-01",
    "baseline": 3,
    "target": 8,
}


@pytest.fixture
def amina(keep):
    """Somebody with one conversation and no goal."""
    keep(talk())


@pytest.fixture
def new(call, amina):
    """Set a goal of Amina: the result of the command."""

    def setting(*words, **more):
        return call("goal", "new", "--coachee", "amina", *words, **more)

    return setting


def goal(call, number=1):
    return call("goal", "show", number, "--json").json


def flags(values):
    return [
        word for key, value in values.items() for word in (f"--{key.replace('_', '-')}", str(value))
    ]


def test_a_goal_is_kept_with_all_that_is_given(call, new):
    kept = new(*flags(GIVEN))

    assert (kept.code, kept.out, kept.err) == (0, "1\tamina\n", "")
    facts = {"coachee": "amina", "status": "active", "set_on": "2026-11-24", "closed_on": None}
    expected = GIVEN | facts | {"session": None, "trajectory": 1, "score": None}
    assert goal(call).items() >= expected.items()


def test_json_and_options_are_the_same_goal(call, new):
    new(*flags(GIVEN))
    call("goal", "new", "--from", "-", stdin=json.dumps(GIVEN | {"coachee": "AMINA"}))

    one, other = goal(call), goal(call, 2)
    assert {**one, "number": 0} == {**other, "number": 0}


def test_options_go_over_json(call, new):
    new("--from", "-", "--target", 9, stdin=json.dumps(GIVEN))

    assert (goal(call)["target"], goal(call)["baseline"]) == (9, 3)


def test_one_goal_as_json_is_an_object_and_several_are_lines(call, new):
    one = new("--statement", "a", "--json")
    lines = "\n".join(json.dumps({"statement": each}) for each in "bc")
    several = new("--from", "-", "--json", stdin=lines)

    assert one.json["statement"] == "a"
    assert [json.loads(line)["number"] for line in several.lines] == [2, 3]


def test_all_lines_or_none_are_kept(call, new):
    lines = "\n".join(json.dumps({"statement": "a", "target": target}) for target in (8, 11))

    refused(new("--from", "-", stdin=lines), 4, "line 2, target: “11”")

    assert call("goal", "list", "--json").json == []


def test_without_a_trajectory_one_is_made(call):
    call("coachee", "new", "--name", "Bo")

    call("goal", "new", "--coachee", "bo", "--statement", "a")

    made = call("trajectory", "list", "--json").json
    assert [(each["number"], each["coachee"], each["starts_on"]) for each in made] == [
        (1, "bo", "2026-11-24")
    ]


def test_it_belongs_to_the_latest_active_trajectory(call, new):
    for _ in range(2):
        call("trajectory", "new", "--coachee", "amina")
    call("trajectory", "close", 3)

    new("--statement", "a")

    assert goal(call)["trajectory"] == 2


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        (
            ["--coachee", "amna", "--statement", "a"],
            3,
            "Nobody is called amna. Did you mean amina?",
        ),
        (["--statement", "a"], 2, "Missing: --coachee"),
        (["--coachee", "amina"], 2, "Missing: --statement"),
        ([], 2, "Missing: --coachee, --statement"),
        (["--coachee", "amina", "--statement", " "], 4, "statement: this is empty"),
        (["--coachee", "amina", "--statement", "a", "--target", "11"], 4, "“11” is not a whole"),
        (["--coachee", "amina", "--statement", "a", "--baseline", "x"], 4, "“x” is not a whole"),
        (["--coachee", "amina", "--statement", "a", "--target-on", "31/2"], 4, "31/2"),
        (["--coachee", "amina", "--statement", "a" * 200_001], 4, "too long"),
    ],
)
def test_what_will_not_do_is_refused_and_makes_nobody(call, amina, words, code, cause):
    refused(call("goal", "new", *words), code, cause)

    assert len(call("coachee", "list").lines) == 1
    assert call("goal", "list").out == ""


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        ({"coachee": "amina", "statement": "a", "aim": "b"}, "aim: this field is not known"),
        ({"coachee": "amina", "statement": ["a"]}, "statement: a text is expected"),
        ({"coachee": "amina", "statement": "a", "status": "won"}, "status: “won” is not one"),
        ([], "an object"),
    ],
)
def test_json_that_will_not_do_is_refused(call, amina, value, cause):
    refused(call("goal", "new", "--from", "-", stdin=json.dumps(value)), 4, cause)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
        lambda text: text.strip()
    )
)
def test_any_text_comes_back_as_it_was_given(call, program, text):
    program.begin_anew()
    call("coachee", "new", "--name", "Amina")
    given = json.dumps({"coachee": "amina", "statement": text})

    kept = call("goal", "new", "--from", "-", stdin=given)

    if kept.code == 0:
        again = json.dumps({"coachee": "amina", "statement": goal(call)["statement"]})
        call("goal", "new", "--from", "-", stdin=again)
        assert goal(call, 2)["statement"] == goal(call)["statement"]


CLOSINGS = [("achieve", "achieved", "reached"), ("drop", "dropped", "dropped")]
closings = pytest.mark.parametrize(("verb", "status", "word"), CLOSINGS)


@closings
def test_a_goal_is_closed_today_or_on_another_day(call, new, verb, status, word):
    new("--statement", "a")
    new("--statement", "b")

    told = call("goal", verb, 1)
    call("goal", verb, "#2", "--on", "gisteren")

    assert (told.code, told.out) == (0, "")
    assert told.err.splitlines()[0] == f"Goal 1 is {word}."
    closed = [(goal(call, n)["status"], goal(call, n)["closed_on"]) for n in (1, 2)]
    assert closed == [(status, "2026-11-24"), (status, "2026-11-23")]


@closings
def test_closed_twice_is_closed_once(call, new, verb, status, word, take_back):
    new("--statement", "a")
    call("goal", verb, 1, "--on", "2026-11-20")

    told = call("goal", verb, 1)

    assert (told.code, told.err.splitlines()[0]) == (0, f"Goal 1 was already {word}.")
    assert goal(call)["closed_on"] == "2026-11-20"
    take_back()
    assert goal(call)["status"] == "active"


def test_the_day_can_be_mended_and_one_becomes_the_other(call, new):
    new("--statement", "a")
    call("goal", "achieve", 1)

    call("goal", "achieve", 1, "--on", "2026-11-20")
    assert goal(call)["closed_on"] == "2026-11-20"
    call("goal", "drop", 1)

    assert (goal(call)["status"], goal(call)["closed_on"]) == ("dropped", "2026-11-24")


@closings
def test_a_goal_is_opened_again_by_what_is_said_next(call, new, verb, status, word):
    new("--statement", "a")
    call("goal", verb, 1)

    call("goal", "edit", 1, "--status", "active")

    assert (goal(call)["status"], goal(call)["closed_on"]) == ("active", None)


@pytest.mark.parametrize("verb", ["achieve", "drop"])
@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        (["9"], 3, "There is no goal 9"),
        (["x"], 4, "“x” is not a number"),
        (["1", "--on", "someday"], 4, "someday"),
        (["1", "--on", "morgen"], 4, "Wed 25 Nov 2026 is in the future"),
    ],
)
def test_a_goal_or_a_day_that_is_none(call, new, verb, words, code, cause):
    new("--statement", "a")

    refused(call("goal", verb, *words), code, cause)

    assert goal(call)["status"] == "active"


@pytest.mark.parametrize(
    "words",
    [
        ("new", "--coachee", "bo", "--statement", "b"),
        ("achieve", 1),
        ("drop", 1),
        ("remove", 1, "--yes"),
    ],
    ids=lambda words: words[0],
)
def test_each_is_take_back_in_one_step(call, new, take_back, words):
    new("--statement", "a")
    call("coachee", "new", "--name", "Bo")
    tables = ("goals", "trajectories", "coachees")
    before = [call("export", "csv", table).out for table in tables]

    assert call("goal", *words).code == 0
    take_back()

    assert [call("export", "csv", table).out for table in tables] == before


@pytest.mark.parametrize(
    ("language", "told"),
    [("nl", "Doel 1 is bereikt."), ("fr", "L'objectif 1 est atteint."), ("en", "Goal 1 is")],
)
def test_it_speaks_the_language_of_the_coach(call, new, language, told):
    new("--statement", "a")

    assert call("goal", "achieve", 1, "--lang", language).err.startswith(told)


@pytest.mark.parametrize("status", [None, "active"])
def test_the_list_of_a_person_reads_no_more_goals_than_it_must(amina, program, status):
    with open_reader(program.store) as reader:
        plan = Explained(reader)
        GOALS.rows(plan, GoalFilter("amina", status), 10)
        GOALS.total(plan, GoalFilter("amina", status), 10)

    assert [step for step in plan.steps if step.startswith("SCAN")] == []
