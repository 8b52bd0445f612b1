"""Which method leads: the option, else the configuration, else what suits the trajectory."""

import pytest

from coachlog.base.errors import StoppedError
from coachlog.guide import guided
from coachlog.interview.shelf import USUAL, load, names
from coachlog.terminal.context import Context
from coachlog.terminal.prompter import checked
from tests.conftest import refused, talk
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


class Script:
    """Somebody who types *answers*, one at each prompt, and then stops."""

    first_shown = None
    rows = 0

    def __init__(self, *answers):
        self.answers = iter(answers)
        self.shown = []

    def ask(self, prompt):
        """The next answer, after the check that every prompter makes."""
        answer = next(self.answers, None)
        if answer is None:
            raise StoppedError
        return checked(prompt, answer)

    def show(self, text="", style=""):
        """Remember what was shown."""
        self.shown.append(text)


@pytest.fixture
def begin(call, program, monkeypatch):
    """`begin(*words, answers=())`: what is shown until the answers are used up."""
    program.config.write_text("short = false\n")

    def beginning(*words, answers=()):
        script = Script(*answers)
        with monkeypatch.context() as patch:
            patch.setattr(Context, "interactive", property(lambda _context: True))
            patch.setattr(guided, "make_prompter", lambda _context: script)
            result = call("session", "new", *words)
        return result, script.shown

    return beginning


def first_question(name):
    method = load(name)
    stages = [stage for stage in method.stages if stage.id != "review"]
    asked = [each for each in stages[0].questions if each.form != "more"]
    return asked[0].ask("en")


@pytest.mark.parametrize("kind", USUAL)
def test_the_kind_of_the_trajectory_chooses(kind, begin, keep, call):
    keep(talk())
    assert call("trajectory", "edit", "1", "--kind", kind).code == 0

    _result, shown = begin("--coachee", "amina", answers=[""] * 12)

    core = [each for each in load(USUAL[kind]).questions if each.core and each.stage != "review"]
    assert core[0].ask("en") in shown


def test_somebody_new_is_led_by_grow(begin):
    _result, shown = begin("--coachee", "Bo", answers=AGREED)

    assert first_question("grow") in shown
    assert not [line for line in shown if line.startswith("Method:")]


def test_the_configuration_goes_before_the_kind_and_the_option_before_both(begin, keep, call):
    keep(talk())
    call("trajectory", "edit", "1", "--kind", "manager")
    call("config", "set", "method", "fuel")

    _result, configured = begin("--coachee", "amina", answers=[""] * 4)
    _result, by_option = begin("--coachee", "amina", "--method", "Clear", answers=[""] * 4)

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
    _result, shown = begin("--coachee", "Bo", "--method", ask, answers=[typed, *AGREED])

    assert all(f"     {load(name).about['en']}" in shown for name in names())
    assert "A number or a name; press Enter for grow." in shown
    assert first_question(led_by) in shown


def test_a_choice_that_is_none_is_asked_again(begin):
    result, shown = begin("--coachee", "Bo", "--method", "ask", answers=["99"])

    assert (result.code, result.out) == (4, "")
    assert "99" in result.err
    assert first_question("grow") not in shown


def test_an_own_method_is_chosen_as_well(begin, program):
    (program.folder / "methods").mkdir()
    (program.folder / "methods" / "walk.toml").write_text(OWN, encoding="utf-8")

    _result, shown = begin("--coachee", "Bo", "--method", "walk", answers=AGREED)
    _result, all_shown = begin("--coachee", "Cis", "--method", "ask", answers=[])

    assert "Wat zie je?" in shown
    assert "     Kort, buiten." in all_shown


def test_a_name_that_is_unknown_is_told_before_anything_is_asked(begin):
    result, shown = begin("--method", "oscar")

    refused(result, 3, "There is no method called oscar")
    assert "Did you mean oskar? See them all: coachlog method list" in result.err
    assert shown == []


def test_a_script_names_a_method_that_is_there(call):
    named = ("session", "new", "--coachee", "Bo", "--date", "2026-11-20T09:00", "--method")

    refused(call(*named, "growth"), 3, "no method called growth")
    refused(call(*named, "ask"), 2, "Missing: --method")
    assert call(*named, "three-way-start").code == 0
    assert call("session", "show", "1", "--json").json["method"] == "three_way_start"


def test_a_mistake_in_an_own_method_loses_nothing(begin, program):
    (program.folder / "methods").mkdir()
    wrong = OWN.replace('"text"', '"txt"')
    (program.folder / "methods" / "walk.toml").write_text(wrong, encoding="utf-8")

    result, _shown = begin("--coachee", "Bo", "--method", "walk")

    refused(result, 4, r"walk\.toml has a mistake in question walk\.1, on line 13: kind is one of")


def test_a_talk_of_a_manager_on_a_terminal(home: Home, open_terminal):
    """From the kind of the trajectory to what the journal keeps, in Dutch, on a real terminal."""
    home.environment["COACHLOG_LANG"] = "nl"
    home.keep(coachee="Amina", date="2026-11-02T14:00")
    assert home.run("trajectory", "edit", "1", "--kind", "manager").returncode == 0
    said = {each.id: each for each in load("talent_talk").questions}

    window = open_terminal("session", "new", "--coachee", "amina")
    window.wait_for("Methode: Talentgesprek")
    for id_, answers in {
        "talent_talk.organisation.01": ("De planning halen",),
        "talent_talk.talents.01": ("Luisteren", ""),
        "talent_talk.match.01": ("Nieuwe collega's opleiden",),
        "talent_talk.match.03": ("Geen nachtwerk",),
        "talent_talk.context.01": ("Een halve dag per week vrij", "!Peter worden", ""),
        "talent_talk.agreement.01": ("2", "2026-12-01", "Rooster aanpassen", "", ""),
        "talent_talk.agreement.03": ("2026-12-15 14:00",),
    }.items():
        window.asked(said[id_].ask("nl"), *answers)
    window.asked("Hoe vat je in je eigen woorden samen", "Ik leid op")
    window.answer_until("Bewaren")
    window.answer("1")

    assert window.ended() == 0
    assert "Voor jou als leidinggevende:" in window.shown()
    assert "de medewerker kan recht op inzage hebben" in " ".join(window.shown().split())
    kept = home.json("session", "show", "2")
    assert kept["method"] == "talent_talk"
    assert kept["goals"][0]["anti_goal"] == "Geen nachtwerk"
    assert [each["what"] for each in kept["actions"]] == ["Peter worden", "Rooster aanpassen"]
    assert (kept["next_at"], kept["summary"]) == ("2026-12-15T14:00", "Ik leid op")


def test_the_guide_advises_not_to_start_what_is_not_freely_chosen(begin, keep, call):
    """Each time; what else follows from the roles was said when they were answered."""
    keep(talk(roles={"freely_chosen": False, "appraises": True}))

    _result, shown = begin("--coachee", "amina", answers=[])

    assert [line for line in shown if line.startswith("This is not freely chosen: do not start.")]
    assert not [line for line in shown if line.startswith("You appraise")]
