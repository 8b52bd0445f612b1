"""Setting a goal and agreeing an action at a terminal: a few questions, one after the other."""

import pytest

from tests.guide.terminal import CTRL_C


@pytest.fixture(autouse=True)
def amina(home):
    home.keep(
        coachee="Amina El Idrissi",
        date="2026-11-02T14:00",
        goals=[{"statement": "Op tijd stoppen"}],
    )


GOAL = {
    "nl": (
        ("Van wie is het doel?", "amna"),
        ("Bedoel je amina?", "amina"),
        ("Wat is het doel?", "Rustig leiden"),
        ("Waarom is het belangrijk?", "Rust"),
        ("Waaraan merk je dat het bereikt is?", ""),
        ("Wat is zeker niet de bedoeling?", "Geen monoloog"),
        ("Tegen wanneer moet het bereikt zijn?", "1 maart"),
        ("= ma 1 mrt 2027",),
        ("Waar staat het nu?", "12"),
        ("geen geheel getal van 0 tot 10", "3"),
        ("Welk cijfer is goed genoeg?", "8"),
    ),
    "fr": (
        ("À qui est cet objectif ?", "Amina El Idrissi"),
        ("Quel est l'objectif ?", "Rustig leiden"),
        ("Pourquoi est-ce important ?", "Rust"),
        ("À quoi verra-t-on qu'il est atteint ?", ""),
        ("Que ne veut-on surtout pas ?", "Geen monoloog"),
        ("Pour quand faut-il l'atteindre ?", "1er mars"),
        ("Où en est-on aujourd'hui ?", "3"),
        ("Quel chiffre est suffisant ?", "8"),
    ),
}


SAVED = {"nl": "Doel 2 is bewaard.", "fr": "L'objectif 2 est enregistré."}


@pytest.mark.parametrize("language", GOAL)
def test_a_goal_is_asked_for_in_a_good_order(home, lead, language):
    ended = lead("goal", "new", typed=GOAL[language], COACHLOG_LANG=language)

    assert ended.code == 0
    assert SAVED[language] in ended.shown
    kept = home.json("goal", "show", "2")
    expected = {
        "statement": "Rustig leiden",
        "why": "Rust",
        "signs": None,
        "anti_goal": "Geen monoloog",
        "target_on": "2027-03-01",
        "baseline": 3,
        "target": 8,
    }
    assert kept.items() >= expected.items()


def test_an_action_is_asked_for_and_the_goals_of_the_person_are_offered(home, lead):
    ended = lead(
        *("action", "new"),
        typed=(
            ("Who will do it?", "amina"),
            ("What will be done?", ""),
            ("What will be done?", "Call Koen"),
            ("By when?", "tomorrow"),
            ("How sure are you that it will be done?", "7"),
            ("What may get in the way?", ":back"),
            ("How sure are you that it will be done?", "6"),
            ("What may get in the way?", "He is away"),
            ("And what then?", "Write to him"),
            ("Who helps?", ""),
            ("Which goal is it for?", "7"),
            ("Choose one of: 1", "#1"),
        ),
    )

    assert "Action 1 saved." in ended.shown
    assert "Op tijd stoppen" in ended.shown
    (kept,) = home.json("action", "list")
    expected = {"due_on": "2026-11-25", "confidence": 6, "plan": "Write to him", "goal": 1}
    assert kept.items() >= expected.items()


def test_without_a_goal_none_is_asked_about(home, lead):
    home.keep(coachee="Bo", date="2026-11-02T14:00")

    said = ("What will be done?", "Call Koen", *[""] * 5)
    ended = lead("action", "new", "--coachee", "bo", typed=(said,))

    assert "Action 1 saved." in ended.shown
    assert "Which goal" not in ended.shown


@pytest.mark.parametrize("noun", ["goal", "action"])
def test_a_wrong_name_is_told_before_anything_is_typed(lead, noun):
    refused = lead(noun, "new", "--coachee", "amna")

    assert refused.code == 3
    assert "Nobody is called amna." in refused.shown


@pytest.mark.parametrize("noun", ["goal", "action"])
@pytest.mark.parametrize(("answer", "code"), [(":stop", 130), (CTRL_C, 130)], ids=["stop", "keys"])
def test_who_stops_keeps_nothing(home, open_terminal, noun, answer, code):
    window = open_terminal(noun, "new", "--coachee", "amina")

    window.wait_for_prompt()
    window.answer(answer) if answer == ":stop" else window.type(answer)

    assert window.ended() == code
    assert len(home.json("goal", "list")) + len(home.json("action", "list")) == 1
