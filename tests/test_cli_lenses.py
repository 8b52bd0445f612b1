"""Goals that are about aspects of workable work: as sensitive as a check-in, and kept as such."""

import pytest

from tests.conftest import refused, talk


@pytest.fixture
def goals(call, keep):
    """Amina has goal 1 and 2 and a check-in; goal 1 is about two lenses."""
    keep(talk(goals=[{"ref": "a", "statement": "Choose my breaks"}, {"statement": "Learn French"}]))
    for words in (
        (*("workability", "new", "--coachee", "amina", "--wanted"), "--autonomy", 3),
        ("goal", "edit", 1, "--lens", "workload", "--lens", "autonomy"),
    ):
        assert call(*words).code == 0, words


@pytest.fixture
def lenses(call):
    return lambda number=1: call("goal", "show", number, "--json").json["lenses"]


def test_a_goal_shows_its_lenses_in_their_usual_order(call, goals, lenses, screen):
    assert lenses() == ["workload", "autonomy"]
    assert call("goal", "show", 1).pairs["lenses.2"] == "autonomy"
    assert "Werkdruk, Autonomie" in screen("goal", "show", 1, language="nl")
    assert call("export", "csv", "goal_lenses").rows == [
        {"goal": "1", "coachee": "amina", "lens": "autonomy"},
        {"goal": "1", "coachee": "amina", "lens": "workload"},
    ]


def test_more_stand_beside_those_of_before_and_can_be_taken_away(call, goals, lenses):
    call("goal", "edit", 1, "--lens", "learning", "--no-lens", "autonomy,workload")
    assert lenses() == ["learning"]

    call("undo", "--yes")
    assert lenses() == ["workload", "autonomy"]

    assert call("goal", "edit", 1, "--from", "-", stdin='{"lenses": []}').code == 0
    assert lenses() == []


@pytest.mark.parametrize(
    ("language", "typed"),
    [("nl", "Leermogelijkheden"), ("nl", "leermog"), ("fr", "learning"), ("en", "learning opp")],
)
def test_a_lens_is_understood_as_it_is_called(call, goals, lenses, language, typed):
    result = call("goal", "edit", 2, "--lens", typed, env={"COACHLOG_LANG": language})

    assert (result.code, lenses(2)) == (0, ["learning"])


def test_a_new_goal_has_them_from_options_and_json(call, goals, lenses):
    new = ("goal", "new", "--coachee", "amina")
    assert call(*new, "--statement", "Plan", "--lens", "stress, balance").code == 0
    goal = '{"coachee": "amina", "statement": "Rest", "lenses": ["balance", "stress"]}'
    assert call("goal", "new", "--from", "-", stdin=goal).code == 0

    assert lenses(3) == lenses(4) == ["stress", "balance"]


def test_a_conversation_takes_them_in_and_gives_them_back(call, keep):
    keep(talk(goals=[{"statement": "Rest", "lenses": ["stress"]}]))

    told = call("session", "show", 1, "--json")
    again = call("session", "new", "--from", "-", stdin=told.out.replace("Amina", "Bo"))

    assert (again.code, told.json["goals"][0]["lenses"]) == (0, ["stress"])
    assert call("goal", "list", "--lens", "stress", "--csv").rows[0]["number"] == "2"


def test_a_list_has_the_goals_about_one_lens(call, goals):
    def listed(*words):
        return [row["number"] for row in call("goal", "list", *words, "--csv").rows]

    assert listed("--lens", "autonomy") == ["1"]
    assert listed("--lens", "autonomy", "--status", "achieved") == []
    assert listed("--lens", "learning") == []
    call("goal", "edit", 2, "--lens", "autonomy")
    assert "1 more" in call("goal", "list", "--lens", "autonomy", "--limit", 1).err


def test_the_trend_tells_which_active_goals_work_on_what(call, goals, screen):
    call("goal", "edit", 2, "--lens", "autonomy")
    call("goal", "drop", 2)

    trend = call("workability", "trend", "amina", "--json").json
    assert [(each["lens"], each["goal"]) for each in trend["goals"]] == [
        ("workload", 1),
        ("autonomy", 1),
    ]
    assert call("workability", "trend", "amina").pairs["goals.2.statement"] == "Choose my breaks"
    shown = screen("workability", "trend", "amina", language="fr")
    assert "Objectifs qui y travaillent" in shown
    assert "Learn French" not in shown


@pytest.mark.parametrize("form", [(), ("--json",), ("--csv",)], ids=str)
def test_no_page_for_others_has_them(call, goals, form):
    reader = ("--for", "Koen")
    pages = (("takehome", 1), ("prepare", "amina"), ("pop", "amina", *reader))
    pages = (*pages, ("threeway", "amina", *reader))
    for page in pages:
        shown = call("report", *page, *form)
        assert shown.code == 0
        assert not {"autonomy", "Autonomy", "workload", "Workload (10 = manageable)"} & {
            *shown.out.split()
        }
    assert "utonomy" not in call("search", "autonomy").out


@pytest.mark.parametrize("words", [("--kind", "manager"), ("--appraises", "yes")], ids=str)
def test_where_the_coach_appraises_the_person_there_are_none(call, goals, lenses, words):
    call("trajectory", "edit", 1, *words)

    refused(call("goal", "edit", 2, "--lens", "support"), 4, "You appraise Amina")
    new = ("goal", "new", "--coachee", "amina", "--statement", "Plan")
    refused(call(*new, "--lens", "support"), 4, "You appraise Amina")
    assert len(call("goal", "list", "--csv").rows) == 2
    assert call("goal", "edit", 1, "--no-lens", "workload").code == 0
    assert lenses() == ["autonomy"]


def test_they_go_with_the_goal_and_come_back_with_it(call, goals, lenses):
    call("goal", "remove", 1, "--yes")
    assert call("export", "csv", "goal_lenses").rows == []

    call("undo", "--yes")

    assert lenses() == ["workload", "autonomy"]


@pytest.mark.parametrize(
    "words",
    [
        ("goal", "edit", 1, "--lens", "wages"),
        ("goal", "new", "--coachee", "amina", "--statement", "x", "--lens", "w"),
        ("goal", "list", "--lens", "s"),
        ("goal", "edit", 1, "--no-lens", "x"),
    ],
    ids=str,
)
def test_a_word_that_is_no_lens_or_could_be_two_is_refused(call, goals, lenses, words):
    refused(call(*words), 4, f"“{words[-1]}” is not known here")

    assert lenses() == ["workload", "autonomy"]
