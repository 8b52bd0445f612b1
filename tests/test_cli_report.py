"""Pages for others: what is private, and what was not released, is on none of them."""

import json

import pytest

from tests.conftest import refused, talk

PRIVATE = {
    "note": "PRIVATE-NOTE",
    "reflection": "PRIVATE-REFLECTION",
    "answer": "PRIVATE-ANSWER",
    "hard": "PRIVATE-HARD-TO-TELL",
    "checkin": "PRIVATE-CHECK-IN",
}
SHARED = (
    *("SHARED-TOPIC", "SHARED-BETTER", "SHARED-SUMMARY", "SHARED-GOAL", "SHARED-LIMIT"),
    *("SHARED-REALITY", "SHARED-OPTION", "SHARED-ACTION", "SHARED-ANSWER", "SHARED-PARKED"),
)
RELEASED, WITHDRAWN = "RELEASED-TEXT", "WITHDRAWN-TEXT"
WHOLE = talk(
    topic=SHARED[0],
    better=SHARED[1],
    summary=SHARED[2],
    goals=[{"ref": "g", "statement": SHARED[3], "anti_goal": SHARED[4]}],
    reality={"now": SHARED[5]},
    options=[{"text": SHARED[6], "origin": "coach"}],
    actions=[{"what": SHARED[7], "due_on": "2026-12-01"}],
    answers=[
        {"stage": "s", "question": "q1", "text": SHARED[8]},
        {"stage": "s", "question": "q2", "text": PRIVATE["answer"], "layer": "private"},
    ],
    parked=[SHARED[9]],
    private_note=PRIVATE["note"],
    reflection=PRIVATE["reflection"],
    roles={"hard_to_tell": PRIVATE["hard"]},
)
FOR_THE_PERSON = (("takehome", 1), ("prepare", "amina"), ("pop", "amina"))
KOEN = ("--for", "Koen")
FOR_OTHERS = (
    ("pop", "amina", *KOEN),
    *(("threeway", "amina", *KOEN, "--moment", moment) for moment in ("start", "halfway", "end")),
)
FORMS = pytest.mark.parametrize("form", [(), ("--json",), ("--csv",), ("screen",)], ids=str)


@pytest.fixture
def made(call, screen, keep, prepared):
    """`made(*words, form)`: a page of a journal that holds something in every layer."""

    def fill():
        keep(WHOLE)
        checkin = ("workability", "new", "--coachee", "amina", "--wanted", "--stress", 2)
        assert call(*checkin, "--note", PRIVATE["checkin"]).code == 0
        for text in (RELEASED, WITHDRAWN):
            release = (
                "session",
                "release",
                1,
                "--text",
                text,
                "--to",
                "Koen",
                "--agreed-by",
                "Amina",
            )
            assert call(*release).code == 0
        assert call("session", "release", "--withdraw", 2).code == 0

    prepared(fill)

    def making(words, form):
        if form == ("screen",):
            return screen("report", *words)
        result = call("report", *words, *form)
        assert result.code == 0, result.err
        return result.out

    return making


@FORMS
@pytest.mark.parametrize("words", [*FOR_THE_PERSON, *FOR_OTHERS], ids=str)
def test_nothing_private_is_on_a_page_for_others(made, words, form):
    shown = made(words, form)

    assert "Amina" in shown
    assert "PRIVATE" not in shown
    assert "stress" not in shown.casefold()


@FORMS
@pytest.mark.parametrize("words", FOR_OTHERS, ids=str)
def test_a_page_for_a_sponsor_holds_only_what_was_released(made, words, form):
    shown = made(words, form)

    assert RELEASED in shown
    assert WITHDRAWN not in shown
    assert "SHARED" not in shown


@FORMS
def test_what_somebody_takes_home_is_all_that_was_shared(made, form):
    shown = made(("takehome", 1), form)

    assert [text for text in SHARED if text not in shown] == []
    assert "RELEASED" not in shown


def test_the_page_to_prepare_tells_what_was_agreed(made):
    shown = made(("prepare", "amina"), ())

    wanted = {"SHARED-SUMMARY", "SHARED-GOAL", "SHARED-LIMIT", "SHARED-ACTION", "SHARED-PARKED"}
    assert {text for text in SHARED if text in shown} == wanted
    assert "What is going better since last time?" in shown


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ("Om ons gesprek voor te bereiden", "Je doelen", "Ons gesprek", "Driegesprek")),
        ("fr", ("Pour préparer notre entretien", "Vos objectifs", "Notre entretien", "à trois")),
    ],
)
def test_pages_are_in_the_language_of_the_person(call, keep, language, words):
    keep(WHOLE)
    call("coachee", "edit", "amina", "--language", language)
    pages = ("prepare", "amina"), ("takehome", 1), ("threeway", "amina", *KOEN)

    shown = "".join(call("report", *page).out for page in pages)

    assert all(word in shown for word in words), shown
    assert "Goals" in call("prep", "amina").out


def test_the_person_reads_that_the_coach_appraises(call, keep):
    keep(talk(roles={"appraises": True, "turn_to": "Sofie of HR"}))

    call("trajectory", "close", 1)
    keep(talk(date="2026-11-16T14:00"))

    shown = call("report", "takehome", 1).out

    assert "The person you talk with also appraises you" in shown
    assert "Sofie of HR" in shown
    assert "appraises" not in call("report", "takehome", 2).out


def test_lines_are_data(call, keep):
    keep(talk(topic="=1+1"))

    title, *lines = json.loads(call("report", "takehome", 1, "--json").out)
    assert (title["section"], title["text"]) == ("", "Our conversation · Amina")
    assert {"section": "Topic", "label": "", "text": "=1+1", "told": ""} in lines


def test_what_is_not_there_is_told(call, keep):
    keep(talk())

    refused(call("report", "takehome", 9), 3, "There is no conversation 9")
    refused(call("report", "prepare", "nobody"), 3, "nobody")
    refused(call("report", "threeway", "amina", "--moment", "noon"), 4, "noon")
    assert "Released" not in call("report", "pop", "amina", *KOEN).out
