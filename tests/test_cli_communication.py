"""The forms of communication that a coach ticks after a conversation."""

import json

import pytest

from tests.conftest import refused, talk


def ticked(call, number=1):
    return call("session", "show", number, "--json").json.get("communication")


def test_a_script_ticks_them_in_any_order_and_they_come_back(call, keep):
    keep(talk(communication=["share", "ask", "ask"]), talk(communication="listen, ask"), talk())

    assert [ticked(call, number) for number in (1, 2, 3)] == [
        ["ask", "share"],
        ["listen", "ask"],
        None,
    ]
    kept = call("session", "show", 1, "--json").out
    call("session", "new", "--from", "-", stdin=kept)
    assert ticked(call, 4) == ["ask", "share"]
    assert {row["session"] for row in call("export", "csv", "communication_forms").rows} == {
        *"124",
    }


def test_an_option_ticks_them_and_a_change_replaces_them(call):
    call("session", "new", "--coachee", "amina", "--communication", "Ask, scale")
    assert ticked(call) == ["ask", "scale"]

    call("session", "edit", 1, "--minutes", 45)
    assert ticked(call) == ["ask", "scale"]
    call("session", "edit", 1, "--communication", "show")
    assert ticked(call) == ["show"]
    assert call("undo").code == 0
    assert ticked(call) == ["ask", "scale"]
    call("session", "edit", 1, "--from", "-", stdin=json.dumps({"communication": None}))
    assert ticked(call) is None


@pytest.mark.parametrize("given", [["sing"], "sing", [1], 7, {"ask": True}])
def test_what_is_no_form_of_communication_is_refused(call, given):
    told = json.dumps(talk(communication=given))

    refused(call("session", "new", "--from", "-", stdin=told), 4, "communication")
    assert call("session", "list").out == ""


@pytest.mark.parametrize(
    ("language", "word"),
    [("nl", "Open vragen stellen"), ("fr", "Poser des questions ouvertes")],
)
def test_the_page_tells_them_in_words(screen, keep, language, word):
    keep(talk(communication=["ask"]))

    assert word in screen("session", "show", 1, language=language)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "How you spoke asking open questions 2 ×, sharing your own experience 1 ×"),
        ("nl", "Hoe je het gesprek voerde open vragen stellen 2 ×, eigen ervaring delen 1 ×"),
        ("fr", "Formes de communication poser des questions ouvertes 2 ×"),
    ],
)
def test_a_look_back_sums_them_with_one_person_and_with_everybody(
    call, keep, screen, language, told
):
    keep(
        talk(communication=["ask", "share"]),
        talk(communication=["ask"]),
        talk(coachee="Bram", communication=["ask"]),
        talk(status="planned", date="2026-12-09T14:00", communication=["ask"]),
    )

    page = " ".join(screen("review", "amina", language=language).split())
    everybody = call("review", "--json").json

    assert told in page
    assert call("review", "amina", "--json").json["spoke_ask"] == 2
    assert [each["spoke_share"] for each in everybody["people"]] == [1, 0]
    assert everybody["totals"]["spoke_ask"] == 3
    assert [row["spoke_ask"] for row in call("review", "--csv").rows] == ["2", "1"]
    assert call("review", "amina", "--trajectory", "1", "--json").json["spoke_ask"] == 2
