"""Topics in a guided conversation: taken up at its topic, parked at its end."""

import pytest

from tests.guide.script import Until
from tests.guide.talks import LETTERS
from tests.guide.terminal import UP
from tests.guide.test_planned import RESUME, SAVE, asked, forget, saved

TOPIC, PARK = "grow.topic.01", "closing.07"
SHORT = ("session", "new", "--short", "--coachee", "amina", "--better", "x")


@pytest.fixture(autouse=True)
def parked(home):
    """A conversation with Amina that left three topics for later."""
    home.keep(coachee="Amina", date="2026-11-02T14:00", parked=["Koen", "The move", "Two\nlines"])


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_topic_is_taken_up_and_others_are_parked(language, home, lead):
    home.environment["COACHLOG_LANG"] = language
    later = LETTERS[language][0]

    lead(
        *("session", "new", "--coachee", "amina"),
        typed=(
            Until(asked(TOPIC, language)),
            *(("1  Koen",), ("2  The move",), ("3  Two", "2")),
            Until(asked(PARK, language)),
            *(f"{later}: Herfst é 🙂", f"{later}: Rust", ""),
            *saved(language),
        ),
    )

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
def test_what_is_typed_at_the_topic(typed, topic, numbers, home, lead):
    """An answer that begins with a figure is no number of a topic."""
    lead(*SHORT, typed=((asked(TOPIC), *typed), *saved()))

    kept = home.json("session", "show", "2")
    assert (kept.get("topic"), kept.get("taken_up", [])) == (topic, numbers)


def test_a_number_of_somebody_else_is_refused_on_the_spot(home, lead):
    home.run("topic", "park", "amina", "x")
    home.keep(coachee="Bo", date="2026-11-02T14:00", parked=["Of Bo"])

    shown = lead(*SHORT, typed=((asked(TOPIC), "5"),)).shown

    assert "is not in this list" in shown
    assert "(1-4)" in shown


def test_without_topics_a_number_is_a_text(home, lead):
    new = ("session", "new", "--short", "--coachee", "Cis")

    lead(*new, typed=("y", (asked(TOPIC), "3"), *saved()))

    assert home.json("session", "show", "2")["topic"] == "3"


@pytest.mark.parametrize(
    ("words", "topic", "numbers"),
    [
        (("--take-up", "2"), "The move", [2]),
        (("--take-up", "2", "--take-up", "1", "--topic", "Both"), "Both", [1, 2]),
    ],
)
def test_options_take_up_and_park(words, topic, numbers, home, lead):
    """The short form does not ask what to park: what an option says is kept all the same."""
    given = (*SHORT, *words, "--park", "Later", "--private-note", "tired")

    shown = lead(*given, typed=saved()).shown

    assert asked(TOPIC) not in shown
    kept = home.json("session", "show", "2")
    assert (kept["topic"], kept["taken_up"], kept["parked"]) == (topic, numbers, ["Later"])
    assert kept["private_note"] == "tired"


def test_an_option_with_a_wrong_number_is_refused_before_the_first_question(lead):
    refused = lead(*SHORT, "--take-up", "9")

    assert refused.code == 3
    assert "There is no topic 9." in refused.shown


@pytest.mark.parametrize("gone", [("drop", "2"), ("remove", "2", "--yes")])
def test_a_topic_that_waits_no_longer_is_just_the_topic(gone, home, lead):
    lead(*SHORT, typed=((asked(TOPIC), "2"),))
    assert home.run("topic", *gone).returncode == 0

    lead(*RESUME, typed=saved())

    kept = home.json("session", "show", "2")
    assert (kept["topic"], kept.get("taken_up")) == ("The move", None)


def test_after_a_loss_of_current_the_topics_are_there(home, open_terminal, lead):
    window = open_terminal(*SHORT)
    window.wait_for(asked(TOPIC))
    window.wait_for_prompt()
    window.kill()

    lead(*RESUME, typed=(("2  The move", "2"), *saved()))

    assert home.json("session", "show", "2")["taken_up"] == [2]


def test_a_draft_of_a_version_before_there_were_topics_goes_on(home, lead):
    lead(*SHORT, typed=((asked(TOPIC), "x"),))
    forget(home, "topics")

    lead(*RESUME, typed=(":back", (asked(TOPIC), "2"), *saved()))

    assert home.json("session", "show", "2")["topic"] == "2"


def test_a_planned_topic_gives_way_to_a_parked_one(home, open_terminal):
    home.run("session", "plan", "amina", "today 15:00", "--topic", "Planned")

    window = open_terminal(*SHORT)
    window.wait_for("Planned: Planned")
    window.answer(UP)
    window.answer(":back")
    window.asked("Earlier answer: Planned", "1")
    window.answer_until("Save as draft")
    window.answer(SAVE)

    assert window.ended() == 0
    kept = home.json("session", "show", "2")
    assert (kept["topic"], kept["taken_up"]) == ("Koen", [1])
