"""The coach's own trajectory: goals, actions and talks of their own, on no list of others."""

import json

import pytest

from tests.conftest import refused, talk

NAME = "Koen Maes"
WORDS = (NAME, "koen", "Longer silences", "Read about silence")


@pytest.fixture
def own(call, prepared):
    """A journal with Amina, and the coach with all that one can have."""

    def fill():
        first = talk(minutes=60, goals=[{"ref": "a", "statement": "End on time"}])
        own_talk = {"coachee": "me", "date": "2026-11-20T08:00", "minutes": 20}
        steps = (
            (("session", "new", "--from", "-"), first),
            (("trajectory", "new", "--kind", "own", "--rhythm-days", "1w"), None),
            (("coachee", "edit", "me", "--name", NAME), None),
            (("goal", "new", "--coachee", "me", "--statement", "Longer silences"), None),
            (("goal", "score", 2, 4), None),
            (("action", "new", "--coachee", "me", "--what", "Read about silence"), None),
            (("topic", "park", "me", "Longer silences in short"), None),
            (("session", "new", "--from", "-"), own_talk | {"topic": "Longer silences"}),
            (("objective", "new", "--statement", "Meetings that end"), None),
            (("goal", "edit", 2, "--objective", 1), None),
        )
        for words, told in steps:
            done = call(*words, stdin=None if told is None else json.dumps(told))
            assert done.code == 0, done.err

    prepared(fill)
    return call


def test_an_own_trajectory_asks_for_nobody(call, program):
    program.config.write_text(f'name = "{NAME}"\n')

    assert call("trajectory", "new", "--kind", "own", "--purpose", "Listen").code == 0

    shown = call("trajectory", "show", 1, "--json").json
    assert (shown["coachee"], shown["coachee_name"], shown["kind"]) == ("me", NAME, "own")
    assert call("coachee", "show", "moi", "--json").json["name"] == NAME


def test_json_of_an_own_trajectory_needs_no_person(call):
    assert call("trajectory", "new", "--from", "-", stdin='{"kind": "own"}').code == 0
    assert call("trajectory", "show", 1, "--json").json["coachee"] == "me"


def test_a_first_own_goal_begins_the_trajectory(call):
    assert call("goal", "new", "--coachee", "me", "--statement", "Longer silences").code == 0

    assert call("goal", "list", "--coachee", "me", "--json").json[0]["trajectory"] == 1
    assert call("trajectory", "show", 1, "--json").json["kind"] == "own"
    assert call("undo").code == 0
    refused(call("timeline", "me"), 3, "no trajectory of your own")


@pytest.mark.parametrize("word", ["me", "Ik", "moi", "mij"])
def test_the_coach_is_called_in_each_language(own, word):
    assert own("goal", "list", "--coachee", word, "--json").json[0]["number"] == 2


def test_who_is_called_so_comes_before_the_coach(call, keep):
    keep(talk())
    call("coachee", "new", "--name", "Moi")

    call("goal", "new", "--coachee", "moi", "--statement", "Something")

    assert call("goal", "show", 1, "--json").json["coachee"] == "moi"


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (("trajectory", "new", "--coachee", "amina", "--kind", "own"), "no other person"),
        (("trajectory", "new", "--coachee", "me", "--kind", "coaching"), "always own"),
        (("trajectory", "edit", 2, "--kind", "coaching"), "always own"),
        (("coachee", "merge", "amina", "me", "--yes"), "cannot be merged"),
        (("coachee", "merge", "me", "amina", "--yes"), "cannot be merged"),
        (("growth", "new", "--kind", "reading", "--goal", 1), "belongs to amina"),
    ],
)
def test_what_is_the_coachs_stays_the_coachs(own, words, cause):
    refused(own(*words), own(*words).code, cause)


LISTS = [
    *(("coachee", "list"), ("coachee", "list", "--archived"), ("session", "list")),
    *(("session", "list", "--ahead"), ("goal", "list"), ("action", "list"), ("topic", "list")),
    *(("trajectory", "list"), ("observation", "list"), ("workability", "list")),
    *(("match",), ("review",), ("review", "--since", "2020"), ("timeline",)),
    *(("timeline", "--since", "2020"), ("report", "fund", 2026, "--draft")),
    *(("report", "coach", 2026, "--self"), ("objective", "show", 1), ("export", "csv", "coachees")),
    *(("report", "prepare", "amina"), ("report", "takehome", 1), ("coachee", "show", "amina")),
    *(("knows", "Els"), ("prep", "amina"), ("goal", "list", "--status", "active")),
]


@pytest.mark.parametrize("words", LISTS, ids=lambda words: " ".join(map(str, words)))
def test_the_coach_is_on_no_list_and_no_report(own, words):
    for form in ((), ("--json",), ("--limit", "0")):
        shown = own(*words, *form)

        assert shown.code in (0, 2, 3)  # not every command has every form
        assert [word for word in WORDS if word in shown.out] == []


def test_a_fund_counts_the_coach_in_no_way(own, program):
    (program.folder / "fund.toml").write_text('counted = ["coaching", "own"]')

    drafted = own("report", "fund", 2026, "--draft", "--json").json

    assert (drafted["conversations"], drafted["hours"]) == (1, 1.0)


def test_the_coach_is_found_where_asked_for(own):
    assert "Longer silences" in own("timeline", "me").out
    assert "Longer [silences]" in own("search", "silences").out
    assert "Longer silences" in own("prep", "me").out
    assert "Longer silences" in own("review", "me").out
    assert [line["text"] for line in own("today", "--json").json if line["coachee"] == "me"] == []


def test_an_own_talk_has_the_method_of_its_kind_and_its_layer(call):
    answer = {"stage": "issues", "question": "four_i.issues.01", "text": "I talked too much"}
    told = {"coachee": "me", "date": "2026-11-20T08:00", "answers": [answer]}

    assert call("session", "new", "--from", "-", stdin=json.dumps(told)).code == 0

    assert call("session", "show", 1, "--json").json["method"] == "four_i"
    assert call("export", "csv", "answers").rows == []
    assert [row["text"] for row in call("export", "csv", "answers_private").rows] == [
        "I talked too much"
    ]


def test_all_of_it_is_removed_and_comes_back(own):
    assert own("coachee", "remove", "me", "--yes").code == 0
    refused(own("goal", "show", 2), 3, "no goal 2")

    assert own("undo").code == 0

    assert own("goal", "show", 2, "--json").json["statement"] == "Longer silences"
    assert own("goal", "list", "--json").json[0]["number"] == 1


def test_an_own_goal_is_rated_and_learned_for(own, screen):
    own("growth", "new", "--kind", "feedback", "--goal", 2, "--learned", "Wait a little")

    assert own("growth", "list", "--goal", 2, "--csv").rows[0]["learned"] == "Wait a little"
    assert own("goal", "remove", 2, "--yes").code == 0
    assert own("growth", "show", 1, "--json").json["goal"] is None
