"""What may be passed on, to whom, in which words: said in the talk, then released or kept in."""

import pytest

from coachlog.interview.method_files import read_all
from tests.guide.script import Until

SAVE = (Until("1  Save"), "1")
ASKED = {
    found.method.id: question.ask("en")
    for found in read_all()
    if found.method and not (found.method.with_three or found.method.discreet)
    for question in found.method.questions
    if question.fills == "release"
}
WORDS = "We work on leading meetings"


def talked(lead, method, *steps):
    words = ("session", "new", "--method", method, "--normal", "--coachee", "Amina")
    said = ("--topic", "Meetings") if method != "closing" else ()
    told = lead(*words, "--kind", "coaching", *said, typed=(Until(ASKED[method]), *steps, *SAVE))
    assert told.code == 0, told.shown
    return told.shown


def test_every_method_that_may_pass_on_asks_reader_by_reader():
    assert {"grow", "first_weeks", "closing", "talent_talk", "career"} == set(ASKED)


@pytest.mark.parametrize("method", ASKED)
def test_words_for_a_reader_are_released_to_that_reader_alone(method, lead, home):
    shown = talked(lead, method, "Koen Maes", WORDS, "y", "")

    assert "For Koen Maes" in shown.partition("1  Save")[0]
    (copy,) = home.json("knows", "koen maes")
    assert (copy["text"], copy["agreed_by"], copy["released_on"]) == (WORDS, "Amina", "2026-11-24")
    for page in ("pop", "threeway"):
        assert WORDS in home.run("report", page, "amina", "--for", "Koen Maes").stdout
        assert WORDS not in home.run("report", page, "amina", "--for", "An Peeters").stdout


@pytest.mark.parametrize("method", ASKED)
def test_that_nothing_is_passed_on_is_kept_as_agreed(method, lead, home):
    talked(lead, method, "nobody", "y")

    kept = {a["asked"]: a for a in home.json("session", "show", "1")["answers"]}[ASKED[method]]
    assert kept["text"] == "Nothing is passed on: agreed with Amina."
    assert "layer" not in kept  # the person may read what they agreed to
    assert home.json("knows") == []
    refused = home.run("session", "release", "1", "--to", "Koen", "--agreed-by", "Amina")
    assert refused.returncode == 2  # the summary does not go after all


def test_enter_alone_says_nothing_of_it(lead, home):
    talked(lead, "grow", "")

    assert "answers" not in home.json("session", "show", "1")


def test_enter_alone_is_no_agreement(lead, home):
    shown = talked(lead, "grow", "Koen Maes", WORDS, "", "", "n")

    assert "Then nothing goes to Koen Maes." in shown
    assert home.json("knows") == []


def test_words_that_were_typed_wait_with_their_reader(lead, home):
    words = ("session", "new", "--method", "grow", "--normal", "--coachee", "Amina")
    step = Until(ASKED["grow"])
    lead(*words, "--kind", "coaching", "--topic", "x", typed=(step, "Koen Maes", WORDS, ":stop"))

    told = lead("session", "resume", typed=(step, "y", "", *SAVE))
    assert told.code == 0, told.shown

    (copy,) = home.json("knows", "koen maes")
    assert (copy["to_whom"], copy["text"]) == ("Koen Maes", WORDS)


def test_a_no_to_other_words_takes_the_first_ones_back(lead, home):
    talked(lead, "grow", "Koen", WORDS, "y", "koen", "All of it", "n", "", "n")

    assert home.json("knows") == []


def test_a_script_gives_reader_and_words_and_the_rest_is_known(lead, home):
    copy = {"to_whom": "Koen Maes", "text": WORDS}
    home.keep(coachee="Amina", date="2026-11-10", method="grow", releases=[copy])

    (kept,) = home.json("knows", "Koen Maes")
    assert (kept["agreed_by"], kept["released_on"]) == ("Amina", "2026-11-10")
