"""Whole conversations: what was typed is what the journal keeps."""

import pytest

from coachlog.base.texts import spoken, translation
from tests.guide import talks
from tests.guide.talks import (
    FIRST_ACTIONS,
    FIRST_KEPT,
    METHODS,
    QUESTIONS,
    first_answers,
    first_talk,
    later_talk,
    steps,
)

SAVE = "1"
SHORT = ("session", "new", "--short", "--coachee", "Bo")
SHORT_FIRST = {
    "first_agreement.01": ("y",),
    "grow.topic.01": ("Meetings",),
    "grow.goal.01": ("Lead them",),
    "grow.goal.05": ("A monologue",),
    "grow.reality.01": ("I talk",),
    "grow.reality.02": ("4",),
    "grow.options.01": ("Agenda", "Be silent", "Ask Koen", ""),
    "grow.will.01": ("3", "tomorrow", ""),
    "grow.closing.04": ("2026-12-08 9:30",),
}
SHORT_LATER = {
    "grow.review.01": ("Koen helped", ""),
    "look_back.01": ("d",),
    "look_back.02": ("v",),
    "grow.topic.01": ("What now",),
    "grow.reality.01": ("Calm",),
    "grow.options.01": ("",),
    "grow.will.01": ("Celebrate", "", ""),
    "grow.closing.04": ("",),
}


KOEN_IS_ILL = ""
"""Enter at the list of sensitive words."""


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_first_conversation_and_one_that_looks_back(language, home, lead):
    """With an empty store and an unknown person it just works."""
    home.environment["COACHLOG_LANG"] = language

    said = steps(first_talk(language), language)
    lead("session", "new", typed=("Amina", *said, SAVE, KOEN_IS_ILL))

    trajectory = home.json("trajectory", "show", "1")
    assert (trajectory["appraises"], trajectory["freely_chosen"]) == (0, None)
    kept = home.json("session", "show", "1")
    assert kept | FIRST_KEPT == kept
    assert kept["actions"] == FIRST_ACTIONS
    assert {each["question"]: each["text"] for each in kept["answers"]} == first_answers(language)
    assert all(
        each["asked"] == QUESTIONS[each["question"]].ask(language) for each in kept["answers"]
    )

    said = ((FIRST_KEPT["summary"],), *steps(later_talk(language), language), SAVE)
    lead("session", "new", "--coachee", "amina", typed=said)

    kept = home.json("session", "show", "2")
    assert kept["better"] == "Meer rust\nKoen lacht"
    assert (kept["topic"], kept["summary"]) == ("Verder bouwen", "Beurtrol")
    assert kept["reality"] == {"now": "Het gaat"}
    assert kept["scores"] == [{"goal": 1, "score": 6}]
    assert kept["options"] == [{"text": "Voorzitter wisselen", "origin": "coachee"}]
    [action] = kept["actions"]
    assert (action["what"], action["due_on"]) == ("Een beurtrol voorstellen", "2026-12-20")
    assert {each["question"]: each["text"] for each in kept["answers"]} == {
        "anti_goal_review.01": "Neen",
    }
    assert kept["reviews"] == [
        {"action": 1, "status": "done", "outcome": "Het liep vlotter"},
        {
            "action": 2,
            "status": "open",
            "outcome": "Nog te druk",
            "obstacle_came": True,
            "plan_helped": "Ja, het hielp",
        },
    ]
    actions = {each["number"]: each for each in home.json("action", "list")}
    assert (actions[1]["status"], actions[1]["outcome"]) == ("done", "Het liep vlotter")
    assert (actions[2]["status"], actions[2]["outcome"]) == ("open", "Nog te druk")
    [goal] = home.json("goal", "list")
    assert goal["score"] == 6


def test_the_short_form_first_and_later_on_a_terminal(home, open_terminal):
    window = open_terminal(*SHORT)
    talks.lead(window, SHORT_FIRST)
    window.answer(SAVE)
    assert window.ended() == 0

    window = open_terminal("session", "new", "--short", "--coachee", "bo")
    talks.lead(window, SHORT_LATER)
    window.answer(SAVE)

    assert window.ended() == 0
    first, later = home.json("session", "show", "1"), home.json("session", "show", "2")
    assert first["goals"][0]["anti_goal"] == "A monologue"
    assert first["actions"][0]["due_on"] == "2026-11-25"
    assert first["next_at"] == "2026-12-08T09:30"
    assert (later["better"], later["topic"]) == ("Koen helped", "What now")
    assert home.json("goal", "list")[0]["status"] == "achieved"
    assert [each["status"] for each in home.json("action", "list")] == ["open", "done"]


def test_the_short_form_asks_nothing_else(lead):
    shown = lead(*SHORT, typed=steps(SHORT_FIRST)).shown

    asked = {words for each in QUESTIONS.values() if (words := each.ask("en")) in shown}
    assert asked == {QUESTIONS[id_].ask("en") for id_ in SHORT_FIRST}


def test_a_talk_that_is_over_begins_with_date_length_and_notes(home, lead):
    said = ("yesterday 14:30", "45", "tired, agenda, Koen", *steps(SHORT_FIRST), SAVE)

    lead(*SHORT, "--after", typed=said)

    kept = home.json("session", "show", "1")
    assert (kept["date"], kept["minutes"]) == ("2026-11-23T14:30", 45)
    assert kept["actions"][0]["due_on"] == "2026-11-24"
    [notes] = [each for each in kept["answers"] if each["stage"] == "after"]
    assert (notes["text"], notes["layer"]) == ("tired, agenda, Koen", "private")


def test_what_options_gave_is_not_asked(home, lead):
    given = ("--topic", "Meetings", "--date", "2026-11-20T09:00", "--minutes", "30")
    left = {id_: said for id_, said in SHORT_FIRST.items() if id_ != "grow.topic.01"}

    shown = lead(*SHORT, *given, typed=(*steps(left), SAVE)).shown

    kept = home.json("session", "show", "1")
    assert (kept["topic"], kept["minutes"]) == ("Meetings", 30)
    assert QUESTIONS["grow.topic.01"].ask("en") not in shown


def test_every_stage_of_the_method_is_headed_in_the_language_of_the_run(lead):
    shown = lead(*SHORT, "--lang", "fr", typed=steps(SHORT_FIRST, "fr")).shown

    asked = {QUESTIONS[id_].stage for id_ in SHORT_FIRST}
    for stage in [stage for method in METHODS for stage in method.stages if stage.id in asked]:
        if stage.id != "closing" or stage in METHODS[0].stages:
            assert f"── {spoken(stage.name, 'fr')} " in shown
    assert translation("fr").gettext("Save") in shown
