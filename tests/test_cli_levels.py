"""Goals with five written levels: scaling, rating, the page and the T-score."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachlog.base.texts import with_tied_signs
from coachlog.values.level_words import LEVELS, shown_level
from coachlog.values.levels import level
from coachlog.values.parse import KindError
from tests.conftest import refused, talk

WRITTEN = {
    "level_minus_2": "I say nothing",
    "level_minus_1": "I lead one point",
    "level_0": "I lead the talk",
    "level_plus_1": "Others ask me to",
    "level_plus_2": "I teach it",
    "level_baseline": -1,
    "weight": 2,
}
FLAGS = {
    "level_minus_2": "--minus-2",
    "level_minus_1": "--minus-1",
    "level_0": "--level-0",
    "level_plus_1": "--plus-1",
    "level_plus_2": "--plus-2",
    "level_baseline": "--baseline-level",
    "weight": "--weight",
}


@pytest.fixture
def goal(call, keep):
    """Goal 1 of Amina; the result reads what is kept of a goal."""
    keep(talk(goals=[{"statement": "Lead the talk"}]))
    return lambda number=1, *more: call("goal", "show", number, *more, "--json").json


@pytest.fixture
def scaled(call, goal):
    """The same with all its levels."""
    call("goal", "scale", 1, "--from", "-", stdin=json.dumps(WRITTEN))
    return goal


def test_levels_come_by_options_and_by_json_alike(call, goal):
    words = [word for name, value in WRITTEN.items() for word in (FLAGS[name], value)]

    told = call("goal", "scale", 1, *words)
    by_options = goal()
    call("undo")
    call("goal", "scale", 1, "--from", "-", stdin=json.dumps(WRITTEN))

    assert (told.code, told.err.splitlines()[0]) == (0, "The levels of goal 1 are saved.")
    assert by_options.items() >= WRITTEN.items()
    assert goal() == by_options


def test_only_what_is_given_changes_and_an_empty_text_clears(call, scaled):
    call("goal", "scale", 1, "--plus-2", "", "--weight", 3)

    assert scaled().items() >= (WRITTEN | {"level_plus_2": None, "weight": 3}).items()


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        ([9, "--level-0", "a"], 3, "There is no goal 9"),
        ([1], 2, "Say what should change, with at least one of: --level-0"),
        ([1, "--weight", 11], 4, "“11” is not a whole number from 0 to 10"),
        ([1, "--weight", -1], 4, "“-1” is not a whole number"),
        ([1, "--baseline-level", 3], 4, "“3” is not one of the five levels"),
        ([1, "--level-0", "a" * 200_001], 4, "too long"),
    ],
)
def test_levels_that_will_not_do_are_refused(call, goal, words, code, cause):
    refused(call("goal", "scale", *words), code, cause)

    assert goal()["level_0"] is None


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        (["-1"], -1),
        (["--", "-2"], -2),
        (["+1"], 1),
        (["\N{MINUS SIGN}2"], -2),
        (["as", "expected"], 0),
        (["Much better than expected"], 2),
        (["2", "--on", "2026-11-20"], 2),
        (["--on", "2026-11-20", "-2"], -2),
    ],
    ids=str,
)
def test_a_level_is_typed_as_a_figure_or_in_words(call, scaled, words, figure):
    rated = call("goal", "level", 1, *words)

    assert rated.code == 0, rated.err
    assert scaled()["level"] == figure


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("nl", "iets beter dan verwacht", "Doel 1: Iets beter dan verwacht (+1)."),
        (
            "fr",
            "un peu mieux que prévu",
            with_tied_signs("Objectif 1 : Un peu mieux que prévu (+1)."),
        ),
    ],
)
def test_a_level_is_said_in_the_language_of_the_coach(call, scaled, language, words, told):
    rated = call("goal", "level", 1, words, "--lang", language)

    assert rated.err.splitlines()[0] == told


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        ([1, "-3"], 4, "“.3” is not one of the five levels"),
        ([1, "good"], 4, "“good” is not one"),
        ([1, ""], 2, "Missing: LEVEL"),
        ([1], 2, "Missing: LEVEL"),
        ([9, 1], 3, "There is no goal 9"),
        ([1, 1, "--on", "tomorrow"], 4, "is in the future"),
    ],
    ids=str,
)
def test_a_level_that_will_not_do_is_refused(call, scaled, words, code, cause):
    refused(call("goal", "level", *words), code, cause)

    assert scaled()["level"] is None


def test_a_goal_without_levels_cannot_be_rated(call, goal):
    """A figure would mean nothing: nobody wrote what one would see."""
    refused(call("goal", "level", 1, 0), 4, "Goal 1 has no levels yet")


def test_another_level_of_the_same_day_is_the_one_that_counts_and_undo_brings_it_back(call, scaled):
    call("goal", "level", 1, 1)
    call("goal", "level", 1, 2)
    assert [each["level"] for each in scaled()["levels"]] == [2]

    call("undo")

    assert scaled()["level"] == 1


def test_the_page_marks_the_present_level_in_words(call, scaled, screen):
    call("goal", "level", 1, -1, "--on", "2026-11-01")
    call("goal", "level", 1, 1)

    page = screen("goal", "show", 1)

    assert "+1 now  Others ask me to" in page
    assert "0       I lead the talk" in page
    assert "somewhat less than expected, at the start" in page
    assert "+2 since the start" in page
    assert "T-score" not in page


def test_levels_are_a_table_of_their_own(call, scaled):
    call("goal", "level", 1, -1, "--on", "2026-11-01")
    call("goal", "level", 1, 1)

    rows = call("export", "csv", "goal_levels").rows

    assert [(row["goal"], row["rated_on"], row["level"], row["coachee"]) for row in rows] == [
        ("1", "2026-11-01", "-1", "amina"),
        ("1", "2026-11-24", "1", "amina"),
    ]


def test_levels_go_with_their_goal_and_come_back_with_it(call, scaled):
    call("goal", "level", 1, 1)
    before = scaled()

    told = call("goal", "remove", 1, "--yes")
    assert "1 level" in told.err
    assert call("export", "csv", "goal_levels").rows == []
    call("undo")

    assert scaled() == before


def gas(call, *words):
    return call("coachee", "show", "amina", "--gas", "--json", *words).json["gas"]


def scale(call, number, figure=None, weight=None, start=None):
    given = {"level_0": "a", "weight": weight, "level_baseline": start}
    words = json.dumps({name: value for name, value in given.items() if value is not None})
    call("goal", "scale", number, "--from", "-", stdin=words)
    if figure is not None:
        call("goal", "level", number, "--", figure)


@pytest.fixture
def three(call, keep):
    keep(talk(goals=[{"statement": each} for each in "abc"]))


def test_the_t_score_is_shown_with_its_baseline_change_and_assumptions(call, three, screen):
    for number, (figure, weight) in enumerate([(1, 3), (0, 2), (-1, None)], 1):
        scale(call, number, figure, weight, start=-1)

    found = gas(call)
    page = screen("coachee", "show", "amina", "--gas")

    assert (found["t_score"], found["rho"], found["why_not"]) == (54.41, 0.3, None)
    assert found["change"] == pytest.approx(found["t_score"] - found["t_score_at_start"], abs=0.02)
    assert [each["weight"] for each in found["goals"]] == [3, 2, 1]
    assert "54.4" in page
    assert "1 (+1 × 3), 2 (0 × 2), 3 (-1)" in page
    assert "ρ = 0.30; weight 1 where none is given" in page
    assert "Never compare people with it." in " ".join(page.split())


def test_only_goals_with_levels_a_rating_and_still_in_use_count(call, three):
    scale(call, 1, 1)
    scale(call, 2)
    scale(call, 3, -2)
    call("goal", "drop", 3)

    found = gas(call)

    assert (found["t_score"], found["not_rated"]) == (60.0, [2])
    assert [each["goal"] for each in found["goals"]] == [1]


def test_without_a_level_at_the_start_of_each_there_is_no_change(call, three, screen):
    scale(call, 1, 1, start=-1)
    scale(call, 2, 0)

    found = gas(call)

    assert (found["t_score"], found["t_score_at_start"], found["change"]) == (56.2, None, None)
    assert found["without_baseline"] == [2]
    assert "not known of goal 2" in " ".join(screen("coachee", "show", "amina", "--gas").split())


@pytest.mark.parametrize(
    ("given", "why", "told"),
    [
        ([], "no_levels", "no goal has levels yet"),
        ([(None, 1)], "no_rating", "no level was noted yet"),
        ([(1, 0), (2, 0)], "no_weight", "all weights are 0"),
    ],
    ids=["no levels", "no rating", "no weight"],
)
def test_where_there_is_no_score_the_reason_is_told(call, three, screen, given, why, told):
    for number, (figure, weight) in enumerate(given, 1):
        scale(call, number, figure, weight)

    assert (gas(call)["t_score"], gas(call)["why_not"]) == (None, why)
    assert told in " ".join(screen("coachee", "show", "amina", "--gas").split())
    told = call("coachee", "show", "amina", "--gas").pairs
    assert ("gas.t_score" in told, told["gas.why_not"]) == (False, why)


def test_one_goal_has_its_score_only_when_asked(call, three):
    scale(call, 1, 1, weight=4)

    assert call("goal", "show", 1, "--gas", "--json").json["gas"]["t_score"] == 60.0
    assert "gas" not in call("goal", "show", 1, "--json").json
    assert "gas" not in call("coachee", "show", "amina", "--json").json


@pytest.mark.parametrize("figure", LEVELS)
def test_a_level_comes_back_as_it_is_shown(figure):
    assert level(shown_level(figure)) == figure
    assert level(figure) == figure
    assert level(LEVELS[figure].upper()) == figure


@given(st.text().filter(lambda text: not {*text} & {*"012"}))
def test_any_text_is_a_level_or_refused(text):
    try:
        assert level(text) in {*LEVELS, None}
    except KindError:
        assert text


@pytest.fixture
def rated(call, three):
    """Three goals at +1, 0 and -1, with a T of 54.41."""
    for number, (figure, weight) in enumerate([(1, 3), (0, 2), (-1, None)], 1):
        scale(call, number, figure, weight, start=-1)


@pytest.mark.parametrize(("language", "point"), [("en", "."), ("nl", ","), ("fr", ",")])
def test_figures_have_one_decimal_as_the_language_has_it(rated, screen, language, point):
    shown = screen("coachee", "show", "amina", "--gas", language=language)

    assert f"54{point}4" in shown
    assert f"ρ = 0{point}30" in shown


def test_what_was_given_up_says_what_it_would_change(call, rated, screen):
    """Giving up the worst goal raises the score: that is no success, and the page says so."""
    whole = gas(call)["t_score"]
    worst = min(gas(call)["goals"], key=lambda goal: goal["level"])["goal"]
    call("goal", "drop", worst)

    found = gas(call)
    assert found["t_score"] > whole
    assert (found["dropped"], found["t_score_with_dropped"]) == ([worst], whole)
    shown = screen("coachee", "show", "amina", "--gas")
    assert f"1 dropped goal does not count; counted: {whole:.1f}" in shown


def test_where_all_was_given_up_the_score_of_that_is_told(call, rated, screen):
    whole = gas(call)["t_score"]
    for number in (1, 2, 3):
        call("goal", "drop", number)

    found = gas(call)
    assert (found["t_score"], found["why_not"]) == (None, "all_dropped")
    assert (found["dropped"], found["t_score_with_dropped"]) == ([1, 2, 3], whole)
    shown = screen("coachee", "show", "amina", "--gas")
    assert "all goals with levels were dropped" in shown
    assert f"3 dropped goals do not count; counted: {whole:.1f}" in shown
    told = call("coachee", "show", "amina", "--gas").pairs
    assert told["gas.t_score_with_dropped"] == str(round(whole, 2))


def test_one_goal_alone_is_no_sum(rated, screen):
    assert "one goal: no sum" in screen("goal", "show", 1, "--gas")
    assert "one goal: no sum" not in screen("coachee", "show", "amina", "--gas")
