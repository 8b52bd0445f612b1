"""What can be typed at a question, and what may come out of a keyboard or a clipboard."""

import re

import pytest

from coachlog.base.texts import translation
from tests.guide.talks import QUESTIONS
from tests.guide.terminal import ALT_ENTER, CTRL_C, F1, PAGE_DOWN, PAGE_UP, UP

AGREEMENT, TOPIC, GOAL, LIMIT, REALITY, OPTIONS, WILL = (
    QUESTIONS[id_].ask("en")
    for id_ in (
        "first_agreement.01",
        "grow.topic.01",
        "grow.goal.01",
        "grow.goal.05",
        "grow.reality.01",
        "grow.options.01",
        "grow.will.01",
    )
)
EXTRA = QUESTIONS["grow.topic.03"].ask("en")
HOSTILE = "\x1b[31mred\x1b[0m \x1b]0;title\x07 [bold]x[/bold] {name} \u202etxt.exe"


@pytest.fixture
def at_topic(open_terminal):
    """A window at the question after the first one, which was answered."""

    def begin(*options, **more):
        given = ("--coachee", "Bo", "--short", *options)
        window = open_terminal("session", "new", *given, **more)
        window.answer("y")
        window.wait_for(TOPIC)
        return window

    return begin


@pytest.fixture
def at_options(open_terminal):
    """A window at the options."""

    def begin(**more):
        told = ("--topic", "t", "--goal", "g", "--anti-goal", "a", "--reality", "r", "--score", "3")
        window = open_terminal("session", "new", "--coachee", "Bo", "--short", *told, **more)
        window.answer("y")
        return window

    return begin


@pytest.fixture(params=[(), ("--plain",)], ids=["terminal", "plain"])
def at_topic_both(request, at_topic):
    """The same, in a terminal and line by line."""
    return lambda **more: at_topic(*request.param, **more)


def test_back_at_the_first_question_stays_there(home, open_terminal):
    window = open_terminal("session", "new", "--coachee", "Bo")

    window.asked(AGREEMENT, ":back")

    window.asked(AGREEMENT, "y")
    window.wait_for(QUESTIONS["role_conflict.01"].ask("en"))
    assert home.given() == {"first_agreement.01": True}


def test_a_command_behind_an_answer_that_was_refused(home, open_terminal):
    """What was refused stands there to be mended; who wants to stop should not have to."""
    window = open_terminal("session", "new", "--coachee", "Bo", "--short")
    window.asked(AGREEMENT, "perhaps")
    window.wait_for("leaves it open")

    window.answer(":stop")

    assert window.ended() == 0
    assert "Nothing has been answered yet" in window.shown()


def test_back_through_several_and_another_answer(home, at_topic_both):
    window = at_topic_both()
    window.answer("Meetings")
    window.asked(GOAL, "Lead them")
    window.asked(LIMIT, ":back")
    window.asked(GOAL, ":retour")
    window.asked(TOPIC, ":terug")
    window.asked(AGREEMENT, "")
    window.asked(TOPIC, "Reports")
    window.asked(GOAL, "")
    window.wait_for(LIMIT)

    assert home.given() == {
        "first_agreement.01": True,
        "grow.topic.01": "Reports",
        "grow.goal.01": {"statement": "Lead them"},
    }


def test_an_earlier_answer_can_be_brought_back_and_mended(home, at_topic):
    window = at_topic()
    window.answer("Meeting")
    window.asked(GOAL, ":back")
    window.wait_for(TOPIC)
    window.wait_for("Meeting")

    window.answer(UP + "s")

    window.wait_for(GOAL)
    assert home.given()["grow.topic.01"] == "Meetings"


def test_keys_do_what_commands_do_and_lose_no_text(home, at_topic):
    window = at_topic()
    window.wait_for_prompt()
    window.type("half a sent" + PAGE_UP)
    window.asked(AGREEMENT, "")
    window.wait_for(TOPIC)
    window.wait_for("half a sent")
    window.wait_for_prompt()
    window.type(F1)
    window.wait_for(EXTRA)
    window.answer("")
    window.wait_for(TOPIC)
    window.wait_for_prompt()
    window.type("ence" + ALT_ENTER + "and a line")
    window.answer()
    window.wait_for(GOAL)
    window.wait_for_prompt()

    window.type(PAGE_DOWN)

    window.wait_for(REALITY)
    assert home.given()["grow.topic.01"] == "half a sentence\nand a line"
    assert home.given()["grow.goal.01"] is None


@pytest.mark.parametrize("more", ["?", ":more", ":meer", ":plus"])
def test_another_question_of_the_stage(more, home, at_topic_both):
    window = at_topic_both()
    window.answer(more)
    window.wait_for(EXTRA)
    shown = re.findall(r"^ *(\d+)  (.+)", window.shown(), re.MULTILINE)
    number = next(n for n, words in shown if EXTRA.startswith(words.strip()))

    window.answer("99")
    window.answer("\x15" + number)

    window.asked(EXTRA, "Half an hour")
    window.asked(TOPIC, "Meetings")
    window.wait_for(GOAL)
    assert home.given()["grow.topic.03"] == "Half an hour"
    assert home.given()["grow.topic.01"] == "Meetings"


def test_leaving_a_list_for_a_moment_loses_nothing_of_it(home, at_options):
    window = at_options()
    window.asked(OPTIONS, "Agenda", "Ask Koen", "?")
    window.answer("")
    window.asked(OPTIONS, ":back")
    window.answer(":skip")
    window.asked(OPTIONS, "Speak last", "")

    window.wait_for(WILL)
    assert [each["text"] for each in home.given()["grow.options.01"]] == [
        "Agenda",
        "Ask Koen",
        "Speak last",
    ]


def test_stop_in_the_midst_of_a_list_and_of_extra_questions(home, at_options, open_terminal):
    window = at_options()
    window.asked(OPTIONS, "Agenda", "?", ":stop")
    assert window.ended() == 0

    window = open_terminal("session", "resume")
    window.asked(OPTIONS, "Ask Koen", "", "")

    window.wait_for(WILL)
    assert [each["text"] for each in home.given()["grow.options.01"]] == ["Agenda", "Ask Koen"]


def test_an_unknown_command_is_explained(home, at_topic_both):
    window = at_topic_both()
    window.answer(":bcak")

    window.wait_for(":back")
    window.wait_for("::")
    window.answer("\x15Meetings")
    window.wait_for(GOAL)
    assert home.given()["grow.topic.01"] == "Meetings"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("::back", ":back"),
        (":-) well", ":-) well"),
        ("Why: because", "Why: because"),
        ("What?", "What?"),
        ("!", "!"),
    ],
)
def test_what_only_looks_like_a_command(typed, kept, home, at_topic_both):
    window = at_topic_both()

    window.answer(typed)

    window.wait_for(GOAL)
    assert home.given()["grow.topic.01"] == kept


@pytest.fixture
def editor(tmp_path):
    """An editor that does one thing to the file, as a command."""

    def make(script: str) -> str:
        path = tmp_path / "an editor"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o700)
        return f"'{path}' --wait"

    return make


def test_the_editor_gives_the_answer(home, at_topic_both, editor):
    window = at_topic_both(EDITOR=editor('printf "one\\ntwo 🙂\\n" >> "$2"'))

    window.answer(":edit")
    window.wait_for("two")
    window.answer("")

    window.wait_for(GOAL)
    assert home.given()["grow.topic.01"] == "one\ntwo 🙂"


def test_the_editor_gets_what_was_said_before(home, at_topic_both, editor):
    window = at_topic_both(EDITOR=editor('printf " and more" >> "$2"'))
    window.answer("Meetings")
    window.asked(GOAL, ":back")
    window.asked(TOPIC, ":edit")
    window.wait_for("and more")

    window.answer("")

    window.wait_for(GOAL)
    assert home.given()["grow.topic.01"] == "Meetings and more"


def test_the_editor_gets_a_whole_list(home, at_options, editor):
    window = at_options(EDITOR=editor('sed -i s/genda/GENDA/ "$2"; echo "\n!x" >> "$2"'))
    window.asked(OPTIONS, "Agenda", "Ask Koen", ":edit", "")

    window.wait_for(WILL)
    assert [(each["text"], each["origin"]) for each in home.given()["grow.options.01"]] == [
        ("AGENDA", "coachee"),
        ("Ask Koen", "coachee"),
        ("x", "coach"),
    ]


@pytest.mark.parametrize("command", ["false", "/nowhere/ed", "'", "sh -c 'kill -9 $$'"])
def test_an_editor_that_does_not_work(command, home, at_topic_both):
    window = at_topic_both(EDITOR=command, VISUAL="")

    window.answer(":edit")

    window.wait_for("EDITOR")
    window.answer("Meetings")
    window.wait_for(GOAL)
    assert home.given()["grow.topic.01"] == "Meetings"


def test_pasted_lines_are_one_answer(home, at_topic):
    window = at_topic()
    window.wait_for_prompt()

    window.paste("one\r\ntwo\r\n\r\nthree")
    window.answer()

    window.wait_for(GOAL)
    assert home.given()["grow.topic.01"] == "one\ntwo\n\nthree"


def test_pasted_lines_are_options_each(home, at_options):
    window = at_options()
    window.wait_for(OPTIONS)
    window.wait_for_prompt()

    window.paste("one\n!two\n\nthree\n")
    window.answer()
    window.answer("")

    window.wait_for(WILL)
    assert [each["text"] for each in home.given()["grow.options.01"]] == ["one", "two", "three"]


def test_a_very_long_answer(home, at_topic):
    text = "overleg en rust " * 6250
    window = at_topic()
    window.wait_for_prompt()

    window.paste(text)
    window.answer()
    window.wait_for(GOAL)
    assert home.given()["grow.topic.01"] == text.strip()

    window.answer(":back")
    window.wait_for(TOPIC)
    window.wait_for_prompt()
    assert len(window.shown().rpartition(TOPIC)[2]) < 3000


@pytest.mark.parametrize(
    "text",
    ["👩‍👩‍👧 é ñ 🙂", "שלום עולם", "مرحبا بالعالم", "e\u0301", "日本語", "–“”…"],
    ids=["emoji", "Hebrew", "Arabic", "combining", "Japanese", "signs"],
)
def test_every_script_is_kept(text, home, at_topic_both):
    window = at_topic_both()

    window.answer(text)

    window.wait_for(GOAL)
    assert home.given()["grow.topic.01"] == text.replace("e\u0301", "é")


def test_what_terminals_obey_is_shown(home, at_topic):
    window = at_topic()
    window.wait_for_prompt()
    window.paste(HOSTILE)
    window.answer()
    window.wait_for(GOAL)
    kept = home.given()["grow.topic.01"]
    assert "[bold]x[/bold] {name}" in kept
    window.answer(":back")
    window.wait_for("[bold]x[/bold] {name}")
    window.wait_for_prompt()

    assert "\x1b[31mred" not in window.raw
    assert "\x1b]0;" not in window.raw
    assert "\u202e" not in window.raw.rpartition(TOPIC)[2]


def test_broken_characters_do_no_harm(home, at_topic_both):
    window = at_topic_both(PYTHONIOENCODING="utf-8:strict")

    window.answer("caf\udce9 \udcff au lait")

    window.wait_for(GOAL)
    window.wait_for_prompt()
    assert home.given()["grow.topic.01"] == "café ÿ au lait"
    assert "Traceback" not in window.shown()


def test_a_narrow_terminal(home, open_terminal):
    given = ("session", "new", "--coachee", "Bo", "--short")
    window = open_terminal(*given, size=(24, 40))
    window.asked(AGREEMENT, "y")
    window.asked(TOPIC, "A fairly long answer that goes on over the edge of the window")
    window.wait_for(GOAL)
    window.wait_for_prompt()
    window.watch(0.2)

    words = " ".join(" ".join(window.screen.display).split())
    assert GOAL in words
    assert home.given()["grow.topic.01"].endswith("the window")
    assert not re.search(r"[^\s─]{41}", window.shown())


@pytest.mark.parametrize("more", [{"TERM": "dumb"}, {"TERM": ""}], ids=["dumb", "none"])
def test_a_terminal_that_can_do_nothing(more, home, open_terminal):
    window = open_terminal("session", "new", "--coachee", "Bo", "--short", **more)
    window.asked(AGREEMENT, "y")
    window.asked(TOPIC, "Meetings")
    window.wait_for(GOAL)
    window.wait_for_prompt()

    assert "\x1b" not in window.raw
    assert home.given()["grow.topic.01"] == "Meetings"


def test_plain_mode_moves_nothing(at_topic):
    window = at_topic("--plain")
    window.answer(":stop")

    assert window.ended() == 0
    assert "\x1b" not in window.raw


def test_no_color_is_honoured(at_topic):
    window = at_topic(NO_COLOR="1")
    window.answer(":bcak")
    window.wait_for("::")
    window.wait_for_prompt()
    window.type(CTRL_C)

    assert window.ended() == 130
    codes = {
        code for codes in re.findall(r"\x1b\[([\d;]*)m", window.raw) for code in codes.split(";")
    }
    assert codes <= {"", "0", "1", "2", "3", "4"}


def test_colours_are_calm_elsewhere(at_topic):
    window = at_topic()
    window.wait_for_prompt()

    assert re.search(r"\x1b\[[\d;]*3\dm", window.raw)


def test_commands_of_every_language_are_shown_in_ones_own(open_terminal):
    window = open_terminal("session", "new", "--coachee", "Bo", "--lang", "nl")
    window.wait_for(translation("nl").gettext("Enter: next"))
    window.wait_for(":terug")
    window.wait_for(":stop")
