"""In which role a coach talks: asked once, and what follows from it."""

import pytest

from coachlog.interview.method_files import USUAL
from tests.conftest import talk
from tests.guide.script import Until

ASKED = {
    "en": "What is your role when you talk with Kenny?",
    "nl": "In welke rol praat je met Kenny?",
    "fr": "À quel titre parlez-vous avec Kenny ?",
}
NEW = ("session", "new", "--coachee", "Kenny")
STOP = ":stop"
SAID = ("--topic", "Work")


@pytest.fixture
def home(home):
    """Somebody who has not said to be a coach always."""
    home.config.write_text("short = true\n")
    return home


def kind_of(home, number=1):
    return home.json("trajectory", "show", str(number))["kind"]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("1", "manager"),
        ("2", "onboarding"),
        ("3", "mentoring"),
        ("4", "coaching"),
        ("", "coaching"),
        ("mentor", "mentoring"),
        ("leidinggevende", "manager"),
        ("marraine", "onboarding"),
    ],
)
def test_the_role_sets_kind_and_method(home, lead, typed, kind):
    ended = lead(*NEW, *SAID, typed=((ASKED["en"], typed), Until("1  Save"), ""))

    assert ended.code == 0, ended.shown
    assert kind_of(home) == kind
    assert home.json("session", "show", "1")["method"] == USUAL[kind]


@pytest.mark.parametrize("language", ASKED)
def test_each_language_asks_it_once(home, lead, language):
    first = lead(*NEW, typed=((ASKED[language], "2"), STOP), COACHLOG_LANG=language)

    assert first.shown.count(ASKED[language]) == 1
    assert "coach:" not in first.shown.partition(ASKED[language])[0].replace(" :", ":")
    again = lead("session", "resume", typed=(STOP,), COACHLOG_LANG=language)
    assert ASKED[language] not in again.shown


def test_enter_takes_the_role_of_the_last_trajectory(home, lead):
    home.keep(**talk(coachee="Jonas", kind="onboarding"))

    ended = lead(*NEW, *SAID, typed=((ASKED["en"], ""), Until("1  Save"), ""))

    assert "Enter: buddy (peter or meter)" in ended.shown
    assert kind_of(home, 2) == "onboarding"


def test_a_second_conversation_does_not_ask(home, lead):
    home.keep(**talk(coachee="Kenny", kind="mentoring"))

    assert ASKED["en"] not in lead(*NEW, typed=(STOP,)).shown


def test_a_setting_or_an_option_answers_it(home, lead):
    home.run("config", "set", "role", "peter")
    ended = lead(*NEW, *SAID, typed=(Until("1  Save"), ""))
    assert (ASKED["en"] in ended.shown, kind_of(home)) == (False, "onboarding")

    words = ("session", "new", "--coachee", "Bram", "--kind", "manager")
    ended = lead(*words, *SAID, typed=(Until("1  Save"), ""))
    assert (ended.code, kind_of(home, 2)) == (0, "manager")


def test_another_role_than_that_of_the_trajectory_is_refused(home):
    home.keep(**talk(coachee="Kenny"))

    for words in ((*NEW, "--kind", "manager"), (*NEW, "--kind", "chief")):
        told = home.run(*words, "--topic", "x")
        assert (told.returncode != 0, told.stdout) == (True, "")
    assert len(home.json("session", "list")) == 1


def test_a_coach_who_appraises_may_talk_as_a_manager(home, lead):
    said = (ASKED["en"], "coach")
    appraises = ("Do you also appraise this person", "yes")
    rather = ("Then this is more of a conversation as a manager.", "yes")

    ended = lead(
        *NEW, *SAID, "--normal", typed=(said, "y", appraises, rather, Until("1  Save"), "")
    )

    assert ended.code == 0, ended.shown
    assert "offer somebody outside the reporting line" not in ended.shown
    assert "Say that this is not an appraisal" in ended.shown
    assert "and that it is not an appraisal?" in ended.shown
    assert kind_of(home) == "manager"
    assert home.json("session", "show", "1")["method"] == "talent_talk"
    assert home.json("trajectory", "show", "1")["appraises"] == 1


def test_a_coach_who_appraises_may_stay_a_coach(home, lead):
    said = (ASKED["en"], "coach")
    appraises = ("Do you also appraise this person", "yes")
    rather = ("Then this is more of a conversation as a manager.", "no")

    ended = lead(
        *NEW, *SAID, "--normal", typed=(said, "y", appraises, rather, Until("1  Save"), "")
    )

    assert "offer somebody outside the reporting line" in ended.shown
    assert kind_of(home) == "coaching"


def test_a_method_chosen_by_name_stays(home, lead):
    ended = lead(
        *NEW, *SAID, "--method", "grow", typed=((ASKED["en"], "manager"), Until("1  Save"), "")
    )

    assert ended.code == 0, ended.shown
    assert home.json("session", "show", "1")["method"] == "grow"
    assert kind_of(home) == "manager"


def test_going_back_to_the_role_changes_the_method(home, lead):
    back = (ASKED["en"], "manager", ":back", ":back")
    ended = lead(*NEW, *SAID, typed=(back, (ASKED["en"], "peter"), Until("1  Save"), ""))

    assert ended.code == 0, ended.shown
    assert home.json("session", "show", "1")["method"] == "first_weeks"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("coaching", "do not start"),
        ("mentoring", "do not start"),
        ("onboarding", "Tell Kenny who to ask for somebody else"),
        ("manager", "Make it clear that Kenny decides what to tell you"),
    ],
)
def test_what_is_not_freely_chosen_is_no_reason_to_stop_for_everybody(home, lead, kind, told):
    home.keep(**talk(coachee="Kenny", kind=kind, roles={"freely_chosen": False}))

    shown = lead(*NEW, typed=(STOP,)).shown

    assert told in shown
    assert ("do not start" in shown) == (told == "do not start")


def test_an_appointment_alone_says_nothing_of_the_role(home, lead):
    home.run("session", "plan", "Kenny", "2026-12-01 14:00")

    said = (ASKED["en"], "manager")
    ended = lead(*NEW, *SAID, "--unplanned", typed=(said, Until("1  Save"), ""))

    assert (ended.code, kind_of(home)) == (0, "manager")
    assert len(home.json("trajectory", "list")) == 1


def test_another_kind_says_what_follows(home):
    home.keep(**talk(coachee="Kenny"))

    told = home.run("trajectory", "edit", "1", "--kind", "onboarding").stderr

    assert "You show, let the person try" in told
    assert "First weeks" in told
    home.run("undo", "--yes")
    assert kind_of(home) == "coaching"
