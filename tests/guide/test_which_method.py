"""Which method leads: the option, else the configuration, else what suits the trajectory."""

import pytest

from coachlog.interview.method_files import USUAL, load, names
from tests.conftest import refused, talk
from tests.guide.script import Until
from tests.guide.terminal import Home

OWN = """
id = "walk"
source = "Own"
name = { nl = "Wandelgesprek" }
about = { nl = "Kort, buiten." }

[[stage]]
id = "start"
name = { nl = "Start" }

[[stage.question]]
id = "walk.1"
kind = "text"
core = true
nl = "Wat zie je?"
"""


AGREED = ("y", "n", "y")
"""What is agreed in a first conversation, and the roles of the coach."""


@pytest.fixture
def begin(lead):
    """`begin(*words, answers=())`: what is shown until the answers are used up."""
    return lambda *words, answers=(): lead("session", "new", *words, typed=answers).shown


@pytest.fixture
def of_kind(home):
    """`of_kind("manager")`: a conversation with Amina before, in a trajectory of that kind."""

    def make(kind):
        home.keep(**talk())
        assert home.run("trajectory", "edit", "1", "--kind", kind).returncode == 0

    return make


def first_question(name):
    method = load(name)
    stages = [stage for stage in method.stages if stage.id != "review"]
    asked = [each for each in stages[0].questions if each.form != "more"]
    return asked[0].ask("en")


@pytest.mark.parametrize("kind", USUAL)
def test_the_kind_of_the_trajectory_chooses(kind, begin, of_kind):
    of_kind(kind)

    core = [each for each in load(USUAL[kind]).questions if each.core and each.stage != "review"]

    begin("--coachee", "amina", answers=[Until(core[0].ask("en"))])


def test_somebody_new_is_led_by_grow(begin):
    shown = begin("--coachee", "Bo", answers=AGREED)

    assert first_question("grow") in shown
    assert "Method:" not in shown


def test_the_configuration_goes_before_the_kind_and_the_option_before_both(home, begin, of_kind):
    of_kind("manager")
    home.run("config", "set", "method", "fuel")

    configured = begin("--coachee", "amina", answers=[""] * 4)
    by_option = begin("--coachee", "amina", "--method", "Clear", answers=[""] * 4)

    assert first_question("fuel") in configured
    assert first_question("clear") in by_option
    assert "Method: FUEL. Another one: --method ask" in configured


@pytest.mark.parametrize("ask", ["ask", "?"])
@pytest.mark.parametrize(
    ("typed", "led_by"),
    [
        ("", "grow"),
        ("oskar", "oskar"),
        (str(names().index("fuel") + 1), "fuel"),
        ("Talent talk", "talent_talk"),
    ],
)
def test_all_of_them_are_shown_where_the_coach_asks(begin, ask, typed, led_by):
    shown = begin("--coachee", "Bo", "--method", ask, answers=[typed, *AGREED])

    assert all(load(name).about["en"] in shown for name in names())
    assert "A number or a name; press Enter for grow." in shown
    assert first_question(led_by) in shown


def test_a_choice_that_is_none_is_asked_again(begin):
    asked = ("Which method leads this conversation?", "99")

    shown = begin("--coachee", "Bo", "--method", "ask", answers=[asked, ("99", "oskar"), *AGREED])

    assert first_question("oskar") in shown


def test_an_own_method_is_chosen_as_well(begin, home):
    own(home, OWN)

    shown = begin("--coachee", "Bo", "--method", "walk", answers=AGREED)
    all_shown = begin("--coachee", "Cis", "--method", "ask", answers=[])

    assert "Wat zie je?" in shown
    assert "Kort, buiten." in all_shown


def own(home, text):
    """An own method of the coach."""
    (home.folder / "methods").mkdir()
    (home.folder / "methods" / "walk.toml").write_text(text, encoding="utf-8")


def test_a_name_that_is_unknown_is_told_before_anything_is_asked(lead):
    ended = lead("session", "new", "--method", "oscar")

    assert ended.code == 3
    assert ended.shown.startswith("There is no method called oscar")
    assert ended.shown.endswith("Did you mean oskar? See them all: coachlog method list")


def test_a_script_names_a_method_that_is_there(call):
    named = ("session", "new", "--coachee", "Bo", "--date", "2026-11-20T09:00", "--method")

    refused(call(*named, "growth"), 3, "no method called growth")
    refused(call(*named, "ask"), 2, "Missing: --method")
    assert call(*named, "three-way-start").code == 0
    assert call("session", "show", "1", "--json").json["method"] == "three_way_start"


def test_a_mistake_in_an_own_method_loses_nothing(home, lead):
    own(home, OWN.replace('"text"', '"txt"'))

    ended = lead("session", "new", "--coachee", "Bo", "--method", "walk")

    assert ended.code == 4
    told = "walk.toml has a mistake in question walk.1, on line 13: kind is one of"
    assert told in ended.shown


def test_a_talk_of_a_manager(home: Home, lead, of_kind):
    """From the kind of the trajectory to what the journal keeps, in Dutch."""
    home.environment["COACHLOG_LANG"] = "nl"
    of_kind("manager")
    said = {each.id: each for each in load("talent_talk").questions}

    typed = {
        "talent_talk.organisation.01": ("De planning halen",),
        "talent_talk.talents.01": ("Luisteren", ""),
        "talent_talk.match.01": ("Nieuwe collega's opleiden",),
        "talent_talk.match.03": ("Geen nachtwerk",),
        "talent_talk.context.01": ("Een halve dag per week vrij", "!Peter worden", ""),
        "talent_talk.agreement.01": ("2", "2026-12-01", "", "Rooster aanpassen", "", "", ""),
        "talent_talk.agreement.03": ("2026-12-15 14:00",),
    }

    ended = lead(
        *("session", "new", "--coachee", "amina"),
        typed=(
            ("Methode: Talentgesprek",),
            *(
                step
                for id_, answers in typed.items()
                for step in (Until(said[id_].ask("nl")), *answers)
            ),
            Until("Hoe vat je in je eigen woorden samen"),
            *("Ik leid op", Until("Bewaren"), "1"),
        ),
    )

    assert ended.code == 0
    assert "Voor jou als leidinggevende:" in ended.shown
    assert "de medewerker kan recht op inzage hebben" in ended.shown
    kept = home.json("session", "show", "2")
    assert kept["method"] == "talent_talk"
    assert kept["goals"][0]["anti_goal"] == "Geen nachtwerk"
    assert [each["what"] for each in kept["actions"]] == ["Peter worden", "Rooster aanpassen"]
    assert (kept["next_at"], kept["summary"]) == ("2026-12-15T14:00", "Ik leid op")


def test_the_guide_advises_not_to_start_what_is_not_freely_chosen(home, begin):
    """Each time; what else follows from the roles was said when they were answered."""
    home.keep(**talk(roles={"freely_chosen": False, "appraises": True}))

    shown = begin("--coachee", "amina", answers=[])

    assert "This is not freely chosen: do not start." in shown
    assert "You appraise" not in shown
