"""A talk about staying or leaving: what may be said to others is agreed, the rest stays there."""

import pytest

from tests.guide.script import Until

SAVE = (Until("1  Save"), "1")
BEGIN = ("session", "new", "--method", "stay_or_go", "--kind", "onboarding", "--coachee", "Amina")


def stay_or_go(lead, *steps):
    told = lead(
        *BEGIN,
        typed=(
            *(Until("think of leaving?"), "MARKER1", "MARKER2", "7"),
            *(Until("somebody else's?"), "MARKER3"),
            Until("Nobody is fine too."),
            *steps,
            *(Until("before you decide?"), "MARKER4"),
            *SAVE,
        ),
    )
    assert told.code == 0, told.shown
    return told.shown


def test_words_for_one_reader_become_a_release(lead, home):
    stay_or_go(lead, "Koen Maes", "We talked about her work", "y", "")

    (copy,) = home.json("export", "json", "releases") if False else home.json("knows", "Koen Maes")
    assert copy["text"] == "We talked about her work"
    assert (copy["to_whom"], copy["agreed_by"]) == ("Koen Maes", "Amina")
    assert copy["released_on"] == "2026-11-24"


def test_that_nothing_is_passed_on_is_kept_as_agreed(lead, home):
    stay_or_go(lead, "", "y")

    answers = {a["question"]: a for a in home.json("session", "show", "1")["answers"]}
    kept = answers["stay_or_go.say.01"]
    assert kept["text"] == "Nothing is passed on: agreed with Amina."
    assert kept["layer"] == "private"
    assert home.json("knows") == []


def test_words_without_agreement_stay_here(lead, home):
    shown = stay_or_go(lead, "Koen Maes", "She leaves", "n", "", "n")

    assert "Then nothing goes to Koen Maes." in shown
    assert home.json("knows") == []
    answers = [a["question"] for a in home.json("session", "show", "1")["answers"]]
    assert "stay_or_go.say.01" not in answers


@pytest.mark.parametrize("words", [("timeline", "amina"), ("today",), ("prep", "amina")])
def test_nothing_of_it_is_elsewhere(lead, home, words):
    stay_or_go(lead, "", "y")

    assert "MARKER" not in home.run(*words).stdout


def test_a_draft_of_it_is_not_named(lead, home):
    lead(*BEGIN, typed=(Until("think of leaving?"), "MARKER1", ":stop"))

    for output in ("", "--json", "--csv"):
        assert "stay_or_go" not in home.run("today", *([output] if output else [])).stdout
    assert "stay_or_go" not in home.run("session", "resume").stdout


def test_no_other_conversation_is_looked_back_on(lead, home):
    home.keep(coachee="Amina", date="2026-11-10", goals=[{"ref": "g", "statement": "Plan"}])
    told = lead(*BEGIN[:4], "--coachee", "amina", typed=(Until("1  Save"), "1"))

    assert "Where is each goal today" not in told.shown
    assert "sum up" not in told.shown
    assert "to discuss" not in told.shown
