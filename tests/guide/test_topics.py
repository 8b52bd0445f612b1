"""Topics in a guided conversation: taken up at its topic, parked at its end."""

import pytest

from coachlog.base.texts import translation
from tests.guide.talks import LETTERS, QUESTIONS
from tests.guide.terminal import UP
from tests.guide.test_planned import forget

SAVE = "1"
TOPIC, PARK = "grow.topic.01", "closing.07"
SHORT = ("session", "new", "--short", "--coachee", "amina", "--better", "x")


@pytest.fixture(autouse=True)
def parked(home):
    """A conversation with Amina that left three topics for later."""
    home.keep(coachee="Amina", date="2026-11-02T14:00", parked=["Koen", "The move", "Two\nlines"])


def asked(id_: str, language: str = "en") -> str:
    return QUESTIONS[id_].ask(language)


def answer_up_to(window, question):
    """Go on with an empty Enter to *question*, which may be wrapped."""
    window.wait_for_prompt()
    while question not in " ".join(window.shown().split()):
        window.answer()
        window.wait_for_prompt()


def finish(window, language="en"):
    window.answer_until(translation(language).gettext("Save as draft"))
    window.answer(SAVE)
    assert window.ended() == 0


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_topic_is_taken_up_and_others_are_parked(language, home, open_terminal):
    home.environment["COACHLOG_LANG"] = language
    window = open_terminal("session", "new", "--coachee", "amina", size=(40, 80))
    answer_up_to(window, asked(TOPIC, language))
    for topic in ("1  Koen", "2  The move", "3  Two"):
        window.wait_for(topic)
    window.answer("2")
    answer_up_to(window, asked(PARK, language))
    later = LETTERS[language][0]
    window.answer(f"{later}: Herfst é 🙂")
    window.answer(f"{later}: Rust")
    window.answer()
    finish(window, language)

    kept = home.json("session", "show", "2")
    assert (kept["topic"], kept["taken_up"]) == ("The move", [2])
    assert kept["parked"] == ["Herfst é 🙂", "Rust"]
    found = {row["number"]: row for row in home.json("topic", "list")}
    assert {n: row["status"] for n, row in found.items()} == {
        **dict.fromkeys((1, 3, 4, 5), "parked"),
        2: "taken_up",
    }
    assert (found[2]["taken_up_in"], found[4]["session"]) == (2, 2)


@pytest.mark.parametrize(
    ("typed", "topic", "numbers"),
    [
        (("#3",), "Two\nlines", [3]),
        (("1, 3 1",), "Koen\nTwo\nlines", [1, 3]),
        (("7", "x"), "x", []),
        (("1 of the two",), "1 of the two", []),
        (("Koen",), "Koen", [1]),
        (("",), None, []),
        (("1", ":back", "Something else"), "Something else", []),
        (("1", ":back", ""), "Koen", [1]),
    ],
)
def test_what_is_typed_at_the_topic(typed, topic, numbers, home, open_terminal):
    """An answer that begins with a figure is no number of a topic."""
    window = open_terminal(*SHORT)
    window.wait_for(asked(TOPIC))
    for text in typed:
        window.answer(text)
    finish(window)

    kept = home.json("session", "show", "2")
    assert (kept.get("topic"), kept.get("taken_up", [])) == (topic, numbers)


def test_a_number_of_somebody_else_is_refused_on_the_spot(home, open_terminal):
    home.run("topic", "park", "amina", "x")
    home.keep(coachee="Bo", date="2026-11-02T14:00", parked=["Of Bo"])

    window = open_terminal(*SHORT)
    window.asked(asked(TOPIC), "5")
    window.wait_for("is not in this list")
    window.wait_for("(1-4)")


def test_without_topics_a_number_is_a_text(home, open_terminal):
    window = open_terminal("session", "new", "--short", "--coachee", "Cis")
    window.answer("y")
    window.asked(asked(TOPIC), "3")
    finish(window)

    assert home.json("session", "show", "2")["topic"] == "3"


@pytest.mark.parametrize(
    ("words", "topic", "numbers"),
    [
        (("--take-up", "2"), "The move", [2]),
        (("--take-up", "2", "--take-up", "1", "--topic", "Both"), "Both", [1, 2]),
    ],
)
def test_options_take_up_and_park(words, topic, numbers, home, open_terminal):
    """The short form does not ask what to park: what an option says is kept all the same."""
    window = open_terminal(*SHORT, *words, "--park", "Later", "--private-note", "tired")
    window.wait_for_prompt()
    assert asked(TOPIC) not in window.shown()
    finish(window)

    kept = home.json("session", "show", "2")
    assert (kept["topic"], kept["taken_up"], kept["parked"]) == (topic, numbers, ["Later"])
    assert kept["private_note"] == "tired"


def test_an_option_with_a_wrong_number_is_refused_before_the_first_question(open_terminal):
    window = open_terminal(*SHORT, "--take-up", "9")

    assert window.ended() == 3
    assert "There is no topic 9." in window.shown()


@pytest.mark.parametrize("gone", [("drop", "2"), ("remove", "2", "--yes")])
def test_a_topic_that_waits_no_longer_is_just_the_topic(gone, home, open_terminal):
    window = open_terminal(*SHORT)
    window.asked(asked(TOPIC), "2")
    window.wait_for_prompt()
    window.kill()
    assert home.run("topic", *gone).returncode == 0

    window = open_terminal("session", "resume")
    finish(window)

    kept = home.json("session", "show", "2")
    assert (kept["topic"], kept.get("taken_up")) == ("The move", None)


def test_after_a_loss_of_current_the_topics_are_there(home, open_terminal):
    window = open_terminal(*SHORT)
    window.wait_for(asked(TOPIC))
    window.wait_for_prompt()
    window.kill()

    window = open_terminal("session", "resume")
    window.wait_for("2  The move")
    window.answer("2")
    finish(window)

    assert home.json("session", "show", "2")["taken_up"] == [2]


def test_a_draft_of_a_version_before_there_were_topics_goes_on(home, open_terminal):
    window = open_terminal(*SHORT)
    window.wait_for(asked(TOPIC))
    window.wait_for_prompt()
    window.kill()
    forget(home, "topics")

    window = open_terminal("session", "resume")
    window.asked(asked(TOPIC), "2")
    finish(window)

    assert home.json("session", "show", "2")["topic"] == "2"


def test_a_planned_topic_gives_way_to_a_parked_one(home, open_terminal):
    home.run("session", "plan", "amina", "today 15:00", "--topic", "Planned")

    window = open_terminal(*SHORT)
    window.wait_for("Planned: Planned")
    window.answer(UP)
    window.answer(":back")
    window.asked("Earlier answer: Planned", "1")
    finish(window)

    kept = home.json("session", "show", "2")
    assert (kept["topic"], kept["taken_up"]) == ("Koen", [1])
