"""At a terminal: names out of the journal become contacts, and a referral is kept without a why."""

import pytest

from tests.guide.script import Until
from tests.guide.test_planned import asked, saved

OPTIONS = [
    {"text": "A whiteboard", "origin": "network", "contact": "Sarah Peeters"},
    {"text": "Ask HR", "origin": "network", "contact": "sarah"},
    {"text": "Ask twice", "origin": "network", "contact": "Sarah"},
]
ENTER = ""


@pytest.fixture(autouse=True)
def named(home):
    home.keep(
        coachee="Amina",
        date="2026-11-02T14:00",
        options=OPTIONS,
        actions=[{"what": "Call", "helper": "Tom"}],
    )


@pytest.mark.parametrize(
    ("language", "yes", "same", "inside"),
    [
        ("en", "y", "is that the same person", "inside"),
        ("nl", "j", "is dat dezelfde persoon", "binnen"),
        ("fr", "o", "Même personne", "interne"),
    ],
)
def test_one_name_that_is_taken_links_all_its_places(home, lead, language, yes, same, inside):
    told = lead(
        *("--lang", language, "contact", "new", "--from-journal"),
        typed=((" 2 ", yes), (same, yes), inside, *[ENTER] * 5, ("Tom", ENTER)),
    )

    assert told.code == 0
    kept = home.json("contact", "show", "1")
    assert (kept["name"], kept["where"]) == ("Sarah Peeters", "internal")
    assert [idea["text"] for idea in kept["ideas"]] == [option["text"] for option in OPTIONS]
    assert [each["name"] for each in home.json("contact", "new", "--from-journal")] == ["Tom"]


def test_what_only_looks_alike_is_not_linked_without_a_yes(home, lead):
    lead(
        *("contact", "new", "--from-journal"),
        typed=(("2 ideas", "y"), ("same person", "n"), "internal", *[ENTER] * 5, "n", "n"),
    )

    assert [idea["text"] for idea in home.json("contact", "show", "1")["ideas"]] == [
        "Ask HR",
        "Ask twice",
    ]


def test_a_name_like_that_of_a_contact_is_asked_for(home, lead):
    home.run("contact", "new", "--name", "Sarah Peeters", "--where", "internal")

    lead(
        "contact", "new", "--from-journal", typed=(("Is that contact 1, Sarah Peeters?", "y"), "n")
    )

    assert len(home.json("contact", "show", "1")["ideas"]) == 3


def test_stopping_keeps_what_was_made_until_then(home, lead):
    told = lead(
        *("contact", "new", "--from-journal"),
        typed=(("2 ideas", "y"), ("same person", "y"), "external", *[ENTER] * 5, ("Tom", ":stop")),
    )

    assert told.code == 130
    assert [each["name"] for each in home.json("contact", "list")] == ["Sarah Peeters"]


@pytest.mark.parametrize(
    ("language", "asked", "day"),
    [
        ("en", "Keep that you referred Amina?", "yesterday"),
        ("nl", "Bewaren dat je Amina hebt doorverwezen?", "gisteren"),
        ("fr", "Noter que vous avez orienté Amina", "hier"),
    ],
)
def test_to_whom_and_when_is_asked_below_the_cards(home, lead, language, asked, day):
    told = lead("--lang", language, "refer", "amina", typed=((asked, "8"), day))

    assert told.code == 0
    assert told.shown.index("112") < told.shown.index(asked)
    [kept] = home.json("refer", "--list")
    assert kept["helper"] == "general_practitioner"


def test_enter_keeps_nothing(home, lead):
    told = lead("refer", "amina", typed=(("Keep that you referred Amina?", ENTER),))

    assert told.code == 0
    assert home.json("refer", "--list") == []


@pytest.mark.parametrize("answer", ["13", "a friend of mine, about drinking"])
def test_no_words_of_ones_own_are_taken(home, lead, answer):
    told = lead("refer", "amina", typed=(("Keep that", answer), ENTER))

    assert told.code == 0
    assert home.json("refer", "--list") == []


def test_nothing_is_asked_where_nobody_is_named(lead):
    told = lead("refer")

    assert told.code == 0
    assert "Keep that" not in told.shown


@pytest.mark.parametrize(
    ("typed", "contact", "text"),
    [
        ("@Sarah Peeters: ask her", "Sarah Peeters", "ask her"),
        ("@Sarah Peeters ask her", "Sarah Peeters", "ask her"),
        ("@sarah peeters ask her", "Sarah Peeters", "ask her"),
        ("@Sarah: Peeters knows", "Sarah", "Peeters knows"),
        ("@Koen ask him", "Koen", "ask him"),
        ("@Sarah Peeters", "Sarah", "Peeters"),
    ],
)
def test_the_whole_name_of_a_contact_needs_no_colon(home, lead, typed, contact, text):
    home.run("contact", "new", "--name", "Sarah Peeters", "--where", "internal")

    lead(
        *("session", "new", "--coachee", "amina"),
        typed=(Until(asked("grow.options.01")), typed, *saved()),
    )

    [option] = home.json("session", "show", "2")["options"]
    assert (option["contact"], option["text"]) == (contact, text)


def test_a_choice_of_a_form_is_taken_by_its_number_too(lead, home):
    """Its words are counted as in every other list; options and JSON take words and codes only."""
    told = lead("--lang", "nl", "contact", "new", typed=("Nele", "3", "2", ":klaar"))

    assert "1 Binnen de organisatie · 2 Buiten de organisatie" in told.shown
    assert "“3” is geen van de keuzes" in told.shown
    assert home.json("contact", "show", "1")["where"] == "external"
    assert lead("contact", "new", "--name", "Bo", "--where", "2").code == 4
