"""Who or what has a name is found by it: a contact, a network, a meeting, a case."""

import json

import pytest

from coachlog.schema.tables import TABLES
from tests.conftest import refused

NAMED = ("contact", "network", "network meeting", "network case")


@pytest.fixture
def named(call, prepared):
    """Two contacts, two networks, a meeting of the second, and two cases."""

    def fill():
        for name in ("Mieke Janssens", "Mieke Peeters"):
            call("contact", "new", "--name", name, "--where", "internal")
        for name in ("Mentors East", "Peer group"):
            call("network", "new", "--name", name)
        call("network", "meeting", "new", "--network", "peer group", "--on", "2026-11-03")
        for question in ("How do I say no?", "How do I stop in time?"):
            call("network", "case", "new", "--question", question)

    prepared(fill)
    return call


@pytest.mark.parametrize(
    ("noun", "typed", "number"),
    [
        ("contact", ["mieke JANSSENS"], 1),
        ("contact", ["peet"], 2),
        ("contact", ["Mieke", "Peeters"], 2),
        ("network", ["peer group"], 2),
        ("network", ["east"], 1),
        ("network meeting", ["Peer", "group"], 1),
        ("network case", ["say no"], 1),
        ("network case", ["#2"], 2),
    ],
)
def test_one_is_shown_by_its_name_or_a_part_of_it(named, noun, typed, number):
    shown = named(*noun.split(), "show", *typed, "--json")

    assert (shown.code, shown.json["number"]) == (0, number)


def test_every_verb_and_option_takes_a_name(named):
    assert named("contact", "edit", "peeters", "--expertise", "planning").code == 0
    assert named("network", "edit", "mentors", "--member", "janssens", "--kind", "peers").code == 0
    assert named("network", "meeting", "edit", "peer", "--network", "mentors").code == 0
    assert named("network", "meeting", "list", "--network", "mentors", "--json").json[0]["number"]
    growth = {"kind": "network", "network": "peer"}
    assert named("growth", "new", "--from", "-", stdin=json.dumps(growth)).code == 0
    assert named("network", "intervision", "five_step", "--case", "say no", "--plain").code == 0
    assert named("contact", "remove", "janssens", "--yes").code == 0

    assert named("network", "show", 1, "--json").json["members"] is None
    assert named("contact", "show", 2, "--json").json["expertise"] == "planning"
    assert [line["network"] for line in named("growth", "list", "--json").json] == [2, 1]


def test_a_name_of_several_is_told_with_who_it_can_be_on_one_line(named):
    for words in (("contact", "show", "mieke"), ("network", "new", "--name", "N", "--member", "m")):
        told = named(*words)

        refused(told, 4, "can be one of several: 1 Mieke Janssens, 2 Mieke Peeters.")
        assert "Give its number, or more of its name." in told.err


@pytest.mark.parametrize("noun", NAMED)
def test_what_nobody_is_called_is_not_found(named, noun):
    for verb in ("show", "edit", "remove"):
        told = named(*noun.split(), verb, "Xerxes", *(["--from", "-"] if verb == "edit" else []))

        refused(told, 3, "“Xerxes” is no number and no name that is known.")
        assert f"coachlog {noun} list --limit 0" in told.err


def test_who_is_new_is_not_taken_for_somebody_known(named):
    told = named(
        *("network", "new", "--name", "N", "--member", "Peet", "--new-contacts", "internal")
    )

    refused(told, 4, "“Peet” can be one of several: 2 Mieke Peeters.")


@pytest.mark.parametrize("noun", [name for name, table in TABLES.items() if table.noun.view])
def test_a_person_named_where_a_number_is_wanted_is_an_answer_or_a_clear_refusal(call, keep, noun):
    """Not every record is of a person: an opening balance has nobody to find it by."""
    keep({"coachee": "Amina"})

    assert call(*TABLES[noun].command.split(), "show", "amina").code in (0, 2, 3, 4)
