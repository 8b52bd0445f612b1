"""The coach rates their own competences: each figure is kept, its course is shown."""

import json

import pytest

from tests.conftest import refused

IDS = (
    *("contracting", "trust", "presence", "listening", "asking", "checking", "holding_back"),
    *("talents", "feedback", "agreeing", "boundaries", "method", "evaluation", "own_learning"),
)


@pytest.fixture
def rate(call):
    return lambda *words, **more: call("growth", "self", *words, **more)


def figures(call):
    return [
        (row["competence"], row["rated_on"], row["figure"])
        for row in call("growth", "course", "--csv").rows
    ]


def test_a_script_gives_figures_by_name_or_place(call, rate):
    assert rate("--rate", "contracting=4", "--rate", "2=3").code == 0

    assert figures(call) == [("contracting", "2026-11-24", "4"), ("trust", "2026-11-24", "3")]


def test_a_figure_of_the_same_day_replaces_another(call, rate):
    rate("--rate", "trust=2", "--on", "2026-05-01")
    rate("--rate", "trust=3")
    rate("--rate", "trust=4")

    assert figures(call) == [("trust", "2026-05-01", "2"), ("trust", "2026-11-24", "4")]
    assert call("undo").code == 0
    assert figures(call)[-1] == ("trust", "2026-11-24", "3")


def test_json_gives_figures_and_what_to_work_on(call, rate):
    given = {"asking": 5, "checking": "2", "next": "checking", "differently": "Sum up twice"}

    told = rate("--from", "-", "--json", stdin=json.dumps(given)).json

    assert told["latest"]["checking"] == {"figure": 2, "rated_on": "2026-11-24"}
    goal = call("goal", "show", told["goal"], "--json").json
    assert (goal["coachee"], goal["statement"]) == ("me", "Sum up twice")
    assert goal["why"].startswith("I sum up")


@pytest.mark.parametrize(
    ("words", "stdin", "code", "cause"),
    [
        ((), None, 2, "Missing: --rate"),
        (("--rate", "trust"), None, 2, "does not say which figure"),
        (("--rate", "kindness=3"), None, 4, "--rate: “kindness” is not in this list"),
        (("--rate", "15=3"), None, 4, "not in this list"),
        (("--rate", "trust=6"), None, 4, "not a whole number from 1 to 5"),
        (("--rate", "trust="), None, 4, "--rate: this is empty"),
        (("--next", "trust"), None, 4, "differently: this is missing"),
        (("--differently", "Ask"), None, 4, "next: this is missing"),
        (("--from", "-"), '{"trust": 0}', 4, "trust: "),
        (("--from", "-"), '{"trust": 2.5}', 4, "trust: "),
        (("--from", "-"), '{"trust": true}', 4, "trust: "),
        (("--from", "-"), '{"kindness": 3}', 4, "kindness: "),
        (("--from", "-"), "[1]", 4, "one JSON object"),
        (("--rate", "trust=3", "--on", "tomorrow"), None, 4, "in the future"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(call, rate, words, stdin, code, cause):
    refused(rate(*words, stdin=stdin), code, cause)
    assert figures(call) == []


def test_statement_by_statement_each_answer_is_kept_at_once(call, rate):
    typed = "4\n\n3\n:stop\n"

    told = rate(typed=typed)

    assert told.code == 0
    assert figures(call) == [("contracting", "2026-11-24", "4"), ("presence", "2026-11-24", "3")]
    assert "Go on later: coachlog growth self" in told.err


def test_a_round_goes_on_where_it_was_left(call, rate):
    rate(typed="4\n:stop\n")

    told = rate(typed="2\n:stop\n")

    assert "1 has a figure of the last two weeks" in told.err
    assert figures(call) == [("contracting", "2026-11-24", "4"), ("trust", "2026-11-24", "2")]


def test_at_the_end_what_to_work_on_becomes_an_own_goal(call, rate):
    rate(typed="2\n:done\n1\nSay how long it lasts\n\n")

    assert call("goal", "list", "--coachee", "me", "--json").json[0]["statement"] == (
        "Say how long it lasts"
    )


def test_enter_leaves_a_figure_as_it_was(call, rate):
    rate("--rate", "contracting=4", "--on", "2026-01-05")

    rate(typed="\n:stop\n")

    assert figures(call) == [("contracting", "2026-01-05", "4")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("How I rate myself", "We agree on all three, every time.", "Without a figure")),
        (
            "nl",
            ("Hoe ik mezelf inschat", "We spreken ze alle drie af, elke keer.", "Zonder cijfer"),
        ),
        ("fr", ("Comment je m'évalue", "Nous convenons des trois, chaque fois.", "Sans chiffre")),
    ],
)
def test_the_course_is_shown_with_behaviour_and_without_a_sum(rate, screen, language, words):
    rate("--rate", "contracting=2", "--on", "2026-01-05")
    rate("--rate", "contracting=4")

    shown = " ".join(screen("growth", "course", language=language).split())

    assert [word for word in words if word not in shown] == []
    assert {"en": "2 on ", "nl": "2 op ", "fr": "2 le "}[language] in shown
    assert " → 4 " in shown
    assert "14" not in shown


def test_without_figures_the_course_says_how_to_begin(call):
    told = call("growth", "course")

    assert (told.code, told.out) == (0, "")
    assert "coachlog growth self" in told.err
    assert list(call("growth", "course", "--json").json) == list(IDS)


def test_what_a_coach_rates_is_on_no_page_for_others(call, rate, example):
    rate("--rate", "contracting=2")

    for words in (("report", "prepare", "amina"), ("review",), ("report", "coach", 2026)):
        assert "what the talk is for" not in call(*words).out
    assert "figure of your own noted" in call("history").out
