"""A command without what it is about: a terminal asks, a pipe gets one line with an example."""

import re

import dev
import pytest

from tests.conftest import refused, talk

NEEDY = [
    (command, built)
    for command, _stub, built in dev.commands()
    if built
    and command != "prep"
    and any(each.param_type_name == "argument" and each.required for each in built.params)
]


@pytest.mark.parametrize(("command", "built"), NEEDY, ids=[name for name, _built in NEEDY])
def test_a_pipe_is_told_what_is_missing_with_an_example(call, command, built):
    """The example has all that the command wants, so that it can be copied."""
    result = call(*command.split())

    refused(result, 2, "^Missing: [A-Z]+, [a-z].*[.]$")
    example = re.search(f"For example: coachlog {command} (.+)", result.err)
    arguments = [each for each in built.params if each.param_type_name == "argument"]
    assert example
    assert len(example[1].split()) == sum(each.required for each in arguments)


def test_a_terminal_lists_what_fits_and_asks(people, at_terminal, call):
    call("action", "done", "3")

    result = at_terminal("action", "done", typed="2\n")

    assert "Which action?" in result.err
    assert "  1  amina · Koen aanspreken" in result.err
    assert "  3  " not in result.err  # it is done already
    assert call("action", "show", "2", "--json").json["status"] == "done"


def test_a_day_is_shown_as_people_read_it(people, at_terminal):
    shown = at_terminal("report", "takehome", typed="1\n", env={"COACHLOG_LANG": "nl"}).err

    assert "2 nov 2026 · Vergaderen" in shown


@pytest.mark.parametrize("answer", ["#2", "2.", "bellen", "bart"])
def test_what_is_listed_is_chosen_by_number_or_by_its_words(people, at_terminal, answer):
    assert "Bart bellen" in at_terminal("action", "show", typed=f"{answer}\n").out


def test_what_is_not_listed_is_asked_again(people, at_terminal):
    result = at_terminal("action", "show", typed="9\nx\n1\n")

    assert result.err.count("is not one of these") == 2
    assert "Koen aanspreken" in result.out


def test_enter_takes_the_only_one_or_stops(people, at_terminal):
    assert "Vergaderingen leiden" in at_terminal("goal", "show", typed="\n").out
    assert at_terminal("action", "done", typed="\n")[:2] == (130, "")


def test_people_are_listed_by_name(people, at_terminal):
    result = at_terminal("report", "prepare", typed="2\n")

    assert "  2  jonas · Jonas Peeters" in result.err
    assert "Jonas Peeters" in result.out
    assert "Amina" in at_terminal("report", "prepare", typed="amina\n").out


def test_words_to_look_for_and_figures_are_asked_too(people, at_terminal, call):
    assert "Verlof" in at_terminal("search", typed="verlof\n").out
    at_terminal("goal", "score", typed="1\n6\n")

    assert call("goal", "show", "1", "--json").json["scores"][-1]["score"] == 6


def test_the_value_of_a_setting_is_asked_whether_there_is_a_list_or_not(at_terminal, call):
    at_terminal("config", "set", "name", typed="Bert\n")
    told = at_terminal("config", "set", "credential", typed="2\n")

    assert "1  acc" in told.err
    kept = call("config", "list", "--json").json
    assert (kept["name"], kept["credential"]) == ("Bert", "pcc")


def test_a_method_of_intervision_is_none_of_a_conversation(at_terminal):
    told = at_terminal("network", "intervision", typed="\n").err

    assert "incident" in told
    assert "grow" not in told


def test_nothing_to_choose_from(call, at_terminal):
    refused(at_terminal("action", "done"), 2, "nothing to choose from")


def test_prep_alone_is_about_the_next_appointment(people, call, at_terminal):
    call("session", "plan", "jonas", "2026-12-02 10:00")
    call("session", "plan", "amina", "2026-12-01 10:00")
    of_amina = call("prep", "amina").out

    assert call("prep").out == of_amina
    assert at_terminal("prep").out == of_amina


def test_prep_alone_asks_where_it_is_not_clear(people, call, at_terminal):
    refused(call("prep"), 2, "Missing: WHO")
    for who in ("jonas", "amina"):
        call("session", "plan", who, "2026-12-01 10:00")

    refused(call("prep"), 2, "Missing: WHO")
    assert at_terminal("prep", typed="jonas\n").out == call("prep", "jonas").out


@pytest.mark.parametrize("noun", ["session", "goal", "action", "coachee", "topic", "trajectory"])
def test_a_change_of_nothing_says_what_could_change(people, call, noun):
    call("topic", "park", "amina", "verlof")
    which = "amina" if noun == "coachee" else "1"

    refused(call(noun, "edit", which), 2, "^Say what should change, with at least one of: --")


@pytest.mark.parametrize(
    ("words", "cause", "example"),
    [
        ("topic park", "Missing: COACHEE, TEXT", "coachlog topic park amina planning"),
        ("topic park jonas", "Missing: TEXT", "coachlog topic park jonas planning"),
        ("session plan", "Missing: COACHEE, MOMENT", "session plan amina friday 14:00"),
        ("session plan jonas", "Missing: MOMENT", "session plan jonas friday 14:00"),
    ],
)
def test_what_takes_several_words_has_an_example_too(call, words, cause, example):
    refused(call(*words.split()), 2, cause)
    assert example in call(*words.split()).err


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_no_capital_letters_and_dots_stand_for_a_sentence(call, language):
    """`WOORDEN... ontbreekt` is what a machine says."""
    env = {"COACHLOG_LANG": language}

    for words in ("search", "action done", "session show 1 2", "prep", "config set language"):
        said = call(*words.split(), env=env).err.splitlines()[0]
        assert "..." not in said
        assert not re.match(r"[A-Z]+ (ontbreekt|manque)", said)


def test_talks_of_the_same_moment_are_told_apart(keep, call):
    keep(talk(coachee="Bo", date="2026-05-01T10:00"), talk(coachee="Bo", date="2026-04-01T10:00"))

    assert call("report", "takehome", "bo").out == call("report", "takehome", "1").out
