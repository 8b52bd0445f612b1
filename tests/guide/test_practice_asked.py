"""What practice hours need is asked at the end of a talk, and only where a credential is set."""

import pytest

from tests.guide.script import Until

PAID, PEOPLE = "Paid, in exchange, or free of charge?", "With how many people did you talk at once?"
MAY_NAME, WHY = "May I list your name", "Was this mentoring?"
SAVE = "1"


@pytest.fixture
def wants(home):
    """`wants("acc")`: the coach sets a credential."""

    def setting(code):
        home.run("config", "set", "credential", code)
        home.run("config", "set", "training_started_on", "2024-03-01")

    return setting


@pytest.fixture
def talk(lead):
    """`talk(*steps)`: a talk with Jonas in which little is said, until the first of *steps*."""

    def talking(*steps, **more):
        return lead("session", "new", "--coachee", "Jonas", "--topic", "Work", typed=steps, **more)

    return talking


def reasons(home):
    return [line["reason"] for line in home.json("hours")]


def test_without_a_credential_nothing_of_it_is_asked(talk):
    told = talk(Until("Save as draft"), SAVE)

    assert not [text for text in (PAID, PEOPLE, MAY_NAME) if text in told.shown]


def test_for_icf_it_is_asked_how_it_was_paid_with_how_many_and_once_whether_to_name(
    home, talk, wants
):
    wants("acc")

    first = talk(Until(PAID), "gratis", "3", SAVE, "yes")
    again = talk(Until(PAID), "", "", SAVE)

    assert "Jonas may be named in your log." in first.shown
    assert "Enter: free of charge" in again.shown
    assert MAY_NAME not in again.shown
    kept = [home.json("session", "show", number) for number in ("1", "2")]
    assert [(each["paid"], each["people"]) for each in kept] == [("pro_bono", 3)] * 2


def test_who_may_not_be_named_is_left_off(home, talk, wants):
    wants("acc")

    talk(Until(PAID), "", "", SAVE, "no")

    assert home.json("coachee", "show", "jonas")["consents"] == []


def test_who_stops_at_the_last_question_loses_nothing(home, talk, wants):
    wants("acc")

    told = talk(Until(PAID), "", "", SAVE, ":stop")

    assert (told.code, "Conversation 1 with Jonas saved." in told.shown) == (0, True)


def test_who_stops_before_it_is_saved_finds_the_draft(home, talk, wants):
    wants("acc")

    talk(Until(PAID), ":stop")

    assert home.json("session", "list") == []
    assert "Jonas" in home.run("today").stdout


def test_for_emcc_a_peter_is_asked_why_it_was_mentoring_and_a_mentor_nothing(home, talk, wants):
    wants("eia_foundation")
    home.run("coachee", "new", "--name", "Jonas")
    home.run("trajectory", "new", "--coachee", "jonas", "--kind", "onboarding")

    told = talk(Until("Save as draft"), SAVE, "She asked for advice")

    assert WHY in told.shown
    assert PAID not in told.shown
    assert home.json("trajectory", "show", "1")["as_mentoring"] == "She asked for advice"


def test_a_new_trajectory_is_asked_for_it_where_it_matters(home, lead, wants):
    home.run("coachee", "new", "--name", "Jonas")
    new = ("trajectory", "new")
    setting, policy = "Your own clients, or colleagues", "forbid giving names"

    silent = lead(*new, typed=("jonas", Until("Action areas"), ":done"))
    wants("acc")
    asked = lead(
        *new, typed=("jonas", Until(setting), "colleagues of the own organisation", "yes", ":done")
    )

    assert setting not in silent.shown
    assert policy in asked.shown
    kept = home.json("trajectory", "show", "2")
    assert (kept["setting"], kept["policy"]) == ("internal", 1)


LENGTH, PLANNED = "How many minutes did it take?", "Enter: 45 minutes."


def test_how_long_it_took_is_asked_where_it_counts_and_else_not(home, lead, talk, wants):
    silent = talk(Until("Save as draft"), SAVE)
    wants("acc")
    asked = talk(Until(LENGTH), "1u30", Until("Save as draft"), SAVE)
    known = lead(
        *("session", "new", "--coachee", "Jonas", "--topic", "Work", "--minutes", "20"),
        typed=(Until("Save as draft"), SAVE),
    )

    assert (LENGTH in silent.shown, "Enter: not known." in asked.shown) == (False, True)
    assert LENGTH not in known.shown
    kept = [home.json("session", "show", number).get("minutes") for number in ("1", "2", "3")]
    assert kept == [None, 90, 20]


def test_the_planned_length_is_what_enter_takes(home, lead, wants):
    wants("eia_foundation")
    home.run("coachee", "new", "--name", "Jonas")
    home.run("session", "plan", "jonas", "2026-11-24T10:00", "--minutes", "45")

    told = lead(
        "session", "new", "--planned", "1", typed=(Until(LENGTH), "", Until("Save as"), SAVE)
    )

    assert PLANNED in told.shown
    assert home.json("session", "show", "1")["minutes"] == 45


def test_a_trajectory_in_the_figures_for_a_fund_asks_it_too(home, talk):
    home.run("coachee", "new", "--name", "Jonas")
    home.run("trajectory", "new", "--coachee", "jonas", "--kind", "mentoring", "--area", "work")

    talk(Until(LENGTH), "30", Until("Save as draft"), SAVE)

    assert home.json("session", "show", "1")["minutes"] == 30
