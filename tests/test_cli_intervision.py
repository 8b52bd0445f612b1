"""A peer consultation is led step by step: by a script, line by line, and on a screen."""

import re
import tomllib

import pytest

from coachlog.journal.intervision.methods import FOLDER, method_ids
from coachlog.journal.intervision.timer import StepTimer
from coachlog.journal.intervision.words import clock_text
from tests.conftest import refused
from tests.guide.terminal import CTRL_C, CTRL_S, CTRL_Z, ENTER, Home

LANGUAGES = ("en", "nl", "fr")
METHODS = {
    name: tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")) for name in method_ids()
}
SMALL = (22, 90)
"""A window in which the clock has small figures, which a test can read."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", METHODS)
def test_a_script_is_told_every_step_without_a_clock(call, name, language):
    told = call("network", "intervision", name, "--ready", "--lang", language).out

    for step in METHODS[name]["step"]:
        for part in ("title", "do", "not_said"):
            assert step[part][language] in told
    assert not re.search(r"\d:\d\d", told)


@pytest.mark.parametrize("name", METHODS)
def test_a_method_is_whole(name):
    method = METHODS[name]

    assert method["id"] == name
    assert sum(step["minutes"] for step in method["step"]) == method["total_minutes"]
    assert [step["n"] for step in method["step"]] == [*range(1, len(method["step"]) + 1)]
    assert any(step.get("advice") for step in method["step"])
    texts = [method[part] for part in ("name", "about", "source")]
    for text in (*texts, *(step["do"] for step in method["step"])):
        assert set(text) == set(LANGUAGES)


def test_a_method_that_asks_for_trust_says_so_first(call):
    refused(call("network", "intervision", "gossip"), 4, "The group knows each other")

    told = call("network", "intervision", "gossip", "--plain", typed="n\n")
    assert told.code == 0
    assert "would each of you dare to sit aside" in told.err
    assert "Step 1" not in told.err


def test_a_case_with_a_name_is_shown_to_nobody_without_asking(call):
    call("coachee", "new", "--name", "Amina")
    call("network", "case", "new", "--question", "What does Amina want?")

    told = call("network", "intervision", "five_step", "--case", 1, "--plain", typed="\n")

    assert "“Amina” is a name in your journal." in told.err
    assert "network case edit 1" in told.err
    assert "Step 1" not in told.err


def test_an_unknown_method_names_those_on_offer(call):
    told = call("network", "intervision", "chat")

    refused(told, 3, "no method of peer consultation called chat")
    assert "(five_step), Incident" in told.err
    assert "gossip" not in told.err


def test_json_has_the_method_and_the_warnings_about_the_case(call):
    call("coachee", "new", "--name", "Amina")
    call("network", "case", "new", "--question", "What does Amina want?")

    told = call("network", "intervision", "incident", "--case", 1, "--json").json

    assert (told["id"], told["minutes"], len(told["steps"])) == ("incident", 65, 7)
    assert told["steps"][4]["silent"] == ["owner"]
    assert [warning["word"] for warning in told["case"]["warnings"]] == ["Amina"]


def test_advice_needs_a_case(call):
    refused(call("network", "intervision", "incident", "--advice", "Wait"), 2, "--case")


def test_line_by_line_each_step_waits_for_enter(call):
    call("network", "case", "new", "--question", "How do I say no?")
    typed = "\n\n\n\nAsk for time\nSay yes to half\n\n\n\n"

    told = call("network", "intervision", "five_step", "--case", 1, "--plain", typed=typed)

    assert told.code == 0
    for number in range(1, 6):
        assert f"Step {number} of 5" in told.err
    assert not re.search(r"\d:\d\d", told.err)
    advices = call("network", "case", "show", 1, "--json").json["advices"]
    assert [advice["text"] for advice in advices] == ["Ask for time", "Say yes to half"]


@pytest.mark.parametrize(("answer", "brought"), [("1\n", True), ("9\n1\n", True), ("\n", False)])
def test_at_the_end_the_advice_can_become_ideas_of_a_conversation(call, keep, answer, brought):
    keep({"coachee": "Amina", "topic": "x"})
    call("network", "case", "new", "--question", "How do I say no?")
    typed = "\n\n\n\nAsk for time\nSay yes to half\n\n\n\n"

    told = call("network", "intervision", "five_step", "--case", 1, "--plain", typed=typed + answer)

    assert told.code == 0
    assert "Bring these 2 pieces of advice into a conversation, as ideas?" in told.err
    assert "Amina" not in told.err  # the group may read along
    assert ("There is no conversation 9." in told.err) == (answer[0] == "9")
    options = call("session", "show", 1, "--json").json.get("options", [])
    assert [each["text"] for each in options] == ["Ask for time", "Say yes to half"] * brought
    shown = call("network", "case", "show", 1, "--plain").out
    assert ("coachlog network case bring 1 --session NUMBER" in shown) != brought


def test_a_script_brings_its_advice_in_at_once_or_keeps_none(call, keep):
    keep({"coachee": "Amina", "topic": "x"})
    call("network", "case", "new", "--question", "How do I say no?")
    words = ("network", "intervision", "five_step", "--advice", "Ask for time")

    refused(call(*words, "--session", 1), 2, "--case")
    refused(call(*words, "--case", 1, "--session", 9), 3, "There is no conversation 9.")
    assert call("network", "case", "show", 1, "--json").json["advices"] == []
    told = call(*words, "--case", 1, "--session", 1)

    assert (told.code, "1 idea from the network in conversation 1." in told.err) == (0, True)
    assert call("network", "case", "show", 1, "--json").json["advices"][0]["session"] == 1
    assert call("undo").code == 0
    assert call("network", "case", "show", 1, "--json").json["advices"] == []


def test_line_by_line_too_it_goes_on_where_it_was_stopped(call):
    call("network", "intervision", "five_step", "--plain", typed="\n\n:stop\n")

    told = call("network", "intervision", "five_step", "--plain", typed="y\n\n\n\n\n")

    assert "Go on with step 2, Exploring, with 15:00 left?" in told.err
    assert "Step 1 of 5" not in told.err
    assert "That was all" in told.err
    again = call("network", "intervision", "five_step", "--plain", typed=":stop\n")
    assert "Go on with" not in again.err


def test_a_consultation_leaves_nothing_in_the_history(call):
    call("coachee", "new", "--name", "Amina")
    before = call("history", "--json").json
    call("network", "intervision", "five_step", "--plain", typed="\n\n:stop\n")

    assert call("history", "--json").json == before


class Clock:
    """A clock that goes on when the test says so."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_the_time_of_a_step_waits_and_gets_more():
    clock = Clock()
    timer = StepTimer(60, clock)
    clock.now = 20
    assert timer.left == 40
    timer.pause()
    clock.now = 50
    assert timer.left == 40
    timer.pause()
    clock.now = 100
    assert timer.left == 0
    timer.add()
    assert timer.left == 120
    timer.pause()
    timer.add()
    clock.now = 200
    assert timer.left == 240


@pytest.mark.parametrize(("seconds", "text"), [(725, "12:05"), (0, "0:00"), (-5, "0:00")])
def test_the_time_left_is_told_as_on_a_clock(seconds, text):
    assert clock_text(seconds) == text


@pytest.fixture
def room(tmp_path):
    """A group around a terminal, with a clock in a file."""
    made = Room(Home(tmp_path))
    yield made
    for window in made.windows:
        window.close()


class Room:
    """A home with a fake clock: `pass_time(60)` is a minute later."""

    def __init__(self, home):
        self.home = home
        self.seconds = home.folder / "seconds"
        self.windows = []
        self.pass_time(0)

    def pass_time(self, seconds):
        before = float(self.seconds.read_text() or 0) if self.seconds.exists() else 0
        later = self.seconds.with_suffix(".new")
        later.write_text(str(before + seconds))
        later.replace(self.seconds)

    def open(self, *words, size=SMALL):
        more = {"COACHLOG_SECONDS": str(self.seconds)}
        window = self.home.terminal("network", "intervision", *words, size=size, **more)
        self.windows.append(window)
        return window


def test_a_screen_shows_the_time_which_waits_and_gets_more(room):
    window = room.open("five_step")
    window.answer()
    window.wait_for("T H E Q U E S T I O N")
    window.wait_for("5:00")
    room.pass_time(61)
    window.wait_for("3:59")
    window.type(CTRL_S + CTRL_Z)  # they would freeze the window, or leave it
    window.type("p")
    window.wait_for("Pause")
    room.pass_time(30)
    window.type("+")
    window.wait_for("5:59")
    window.type("p")
    window.wait_for("5:59 The owner asks the question")  # no "Pause" between them: it is over
    room.pass_time(400)
    window.wait_for("0:00")
    window.wait_for("Time is up. Finish your sentence")
    window.type(ENTER)
    window.wait_for("15:00")
    window.type(CTRL_C)
    window.wait_for("The step and the time left are kept")
    assert window.ended() == 130


def test_a_screen_says_who_speaks_and_what_is_not_said(room):
    window = room.open("incident")
    window.answer()
    for _step in range(4):
        window.wait_for("Next:")
        window.type(ENTER)
    window.wait_for("W H A T I S G O I N G O N")
    window.wait_for("Speaks The others")
    window.wait_for("Listens Case owner")
    window.wait_for("Not now The owner does not react.")


def test_after_a_crash_it_goes_on_at_the_same_step_with_the_time_that_was_left(room):
    window = room.open("five_step")
    window.answer()
    window.wait_for("5:00")
    window.type(ENTER)
    window.wait_for("15:00")
    room.pass_time(100)
    window.wait_for("13:20")
    window.type("p")  # the time is on disk once the pause is shown
    window.wait_for("Pause")
    window.kill()
    room.pass_time(5000)

    window = room.open("five_step")
    window.wait_for("Go on with step 2, Exploring, with 13:20 left?")
    window.answer()
    window.wait_for("E X P L O R I N G")
    window.wait_for("13:20")


def test_advice_is_noted_while_the_time_goes_on(room):
    room.home.run("network", "case", "new", "--question", "How do I say no?")
    window = room.open("five_step", "--case", "1")
    window.answer()
    for title in ("E X P L O R I N G", "T H E C O R E", "A D V I C E"):
        window.wait_for("Next:")
        window.type(ENTER)
        window.wait_for(title)
    window.type("a")
    window.wait_for("Write down each piece of advice in one line.")
    window.answer("Ask for time")
    window.answer()
    room.pass_time(120)
    window.wait_for("13:00")
    window.type(ENTER)
    window.wait_for("R O U N D I N G O F F")
    window.type(ENTER)
    window.wait_for("Bring this piece of advice into a conversation")
    window.answer()
    window.wait_for("That was all")

    assert window.ended() == 0
    advices = room.home.json("network", "case", "show", "1")["advices"]
    assert [advice["text"] for advice in advices] == ["Ask for time"]


def test_a_large_window_has_large_figures(room):
    window = room.open("five_step", size=(40, 100))
    window.answer()
    window.wait_for("▀▀▀")
    window.wait_for("Enter: next step")
    window.type("\x03")

    assert window.ended() != 0
    told = room.home.run("network", "intervision", "five_step", "--json")
    assert told.returncode == 0


@pytest.mark.parametrize("typed", ["vijfstappenmethode", "Méthode en cinq étapes", "five-step"])
def test_a_method_goes_by_its_name_in_any_language(call, typed):
    assert "Vraag" in call("network", "intervision", typed, "--lang", "nl").out.title()


def test_a_refusal_names_the_methods_in_words(call):
    refusal = call("network", "intervision", "foo", "--lang", "fr")

    assert "Méthode en cinq étapes (five_step)" in refusal.err
    assert "Roddel" not in refusal.err
