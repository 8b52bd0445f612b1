"""A person may stand on the command line as words: by handle, by name, by a part of it."""

import pytest

from tests.conftest import refused, talk

NAMES = ["amina", "Amina", "AMINA EL IDRISSI", "El Idrissi Amina", "idrissi", "amina el idrissi"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_alone_shows_that_person(people, call, name):
    assert call(*name.split()).out == call("coachee", "show", "amina").out


def test_a_name_alone_shows_what_can_be_done_next(people, screen):
    shown = screen("jonas", "peeters")

    assert all(each in shown for each in ("prep jonas", "timeline jonas", "session new"))


def test_a_name_as_data(people, call):
    assert call("amina", "--json").json["handle"] == "amina"


@pytest.mark.parametrize(
    "words",
    [
        *("prep jonas", "timeline jonas", "review jonas", "match jonas", "report prepare jonas"),
        *("coachee show jonas", "coachee talent jonas", "workability trend jonas"),
    ],
)
def test_a_name_of_two_words_is_one_argument(people, call, words):
    assert call(*words.split(), "peeters") == call(*words.split())


@pytest.mark.parametrize(
    "noun", ["session", "goal", "action", "topic", "observation", "workability", "trajectory"]
)
def test_a_list_takes_a_name_without_its_option(people, call, noun):
    of_jonas = call(noun, "list", "--coachee", "jonas")

    assert call(noun, "list", "jonas") == of_jonas
    assert call(noun, "list", "jonas", "peeters") == of_jonas
    assert call(noun, "list", "van", "jonas") == of_jonas
    assert call(noun, "list", "--coachee", "jonas", "peeters") == of_jonas


@pytest.mark.parametrize(
    "words",
    [
        ("session", "new", "--topic", "x"),
        ("goal", "new", "--statement", "x"),
        ("action", "new", "--what", "x"),
        ("observation", "new", "--fact", "x"),
        ("trajectory", "new", "--kind", "coaching"),
    ],
)
def test_something_new_takes_a_name_without_its_option(people, call, words):
    noun, verb, *options = words

    result = call(noun, verb, "jonas", "peeters", *options)

    assert result.code == 0, result.err
    assert call(noun, "list", "--limit", "1", "--json").json[0]["coachee"] == "jonas"
    assert len(call("coachee", "list", "--csv").rows) == 2


def test_somebody_new_is_named_so_too(call):
    assert call("coachee", "new", "Senne", "Claes").code == 0
    assert call("session", "new", "Fatima", "Benali", "--topic", "x").code == 0

    assert {each["name"] for each in call("coachee", "list", "--csv").rows} == {
        "Senne Claes",
        "Fatima Benali",
    }


def test_words_after_a_name_of_several_are_still_their_own(people, call):
    call("topic", "park", "jonas", "peeters", "zijn", "verlof")
    call("session", "plan", "jonas", "peeters", "2026-12-01", "10:00")

    assert call("topic", "list", "--csv").rows[0]["text"] == "zijn verlof"
    assert call("session", "list", "--ahead", "--csv").rows[0]["coachee"] == "jonas"


def test_two_handles_are_not_taken_for_one_name(keep, call):
    keep(talk(coachee="Jonas Peeters"), talk(coachee="Peeters"))

    call("coachee", "merge", "peeters", "jonas", "--yes")

    assert [each["handle"] for each in call("coachee", "list", "--csv").rows] == ["jonas"]


def test_a_part_of_a_name_that_two_have_is_asked_back(keep, call):
    keep(talk(coachee="Jonas Peeters"), talk(coachee="An Peeters"))

    refused(call("prep", "peeters"), 4, "Several people are called peeters: an, jonas")
    refused(call("peeters"), 2, "coachlog coachee show an, coachlog coachee show jonas")


def test_a_setting_of_two_words_is_one_value(call):
    call("config", "set", "name", "Luc", "Peeters")

    assert call("config", "get", "name").out == "Luc Peeters\n"


def test_words_that_are_nobody_are_refused_as_before(people, call):
    refused(call("session", "list", "extra", "words"), 2, "not understood here: extra words")
    refused(call("action", "list", "jonnas"), 2, "Did you mean: coachlog action list jonas")
    refused(call("goal", "score", "1", "5", "6"), 2, "not understood here: 6")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("report takehome jonas", "3"),
        ("report takehome jonas peeters", "3"),
        ("session show jonas", "3"),
        ("goal show amina", "1"),
        ("action show amina", "1"),
        ("action show nr 2", "2"),
    ],
)
def test_a_name_stands_for_the_number_that_is_meant(people, call, words, number):
    """Of conversations it is the last one that was held; of others the only one there is."""
    command = words.split()[:2]

    result = call(*words.split())

    assert result.code == 0
    assert result == call(*command, number)


def test_a_name_that_could_mean_several_numbers_is_asked_back(people, call, at_terminal):
    refused(call("action", "show", "jonas"), 2, "Jonas Peeters has several: 3")
    refused(call("goal", "show", "jonas"), 2, "Jonas Peeters has none")

    chosen = at_terminal("action", "show", "jonas", typed="2\n")
    assert chosen.out == call("action", "show", "2").out
    assert "Verlof aanvragen" in chosen.err


def test_a_number_and_a_name_that_nobody_has_are_told_by_the_command(people, call):
    refused(call("goal", "show", "nobody"), 4, "“nobody” is not a number")


def test_at_a_terminal_the_words_of_a_record_are_its_number_too(people, at_terminal, call):
    shown = at_terminal("action", "show", "verlof", "aanvragen")

    assert (shown.err, shown.out) == ("= coachlog action show 3\n", call("action", "show", "3").out)
    refused(call("action", "show", "verlof"), 4, "“verlof” is not a number")


def test_an_appointment_by_a_name_of_two_words(people, call):
    call("session", "plan", "jonas", "2026-12-01 10:00")

    assert call("session", "move", "jonas", "peeters", "2026-12-02", "11:00").code == 0
    assert call("session", "cancel", "jonas", "peeters").code == 0


def test_an_unfinished_conversation_by_whose_it_is(people, at_terminal, call):
    at_terminal("session", "new", "jonas", typed="x\n:stop\n")
    at_terminal("session", "new", "amina", typed="x\n:stop\n")

    assert at_terminal("session", "resume", "jonas", "--drop", "--yes").code == 0
    left = [each["coachee"] for each in call("today", "--json").json if each["kind"] == "draft"]
    assert left == ["amina"]
