"""`pseudonymise`: a copy that opens, in which no name, handle or address of anybody is left."""

import pytest

from tests.conftest import refused, talk

NAMES = (
    *(b"amina", b"idrissi", b"bo peeters", b"peeters", b"oudenaam", b"lotte", b"wouters"),
    *(b"amina@firma.be", b"0475", b"lotte@elders.be", b"brugge", b"havenbedrijf", b"koenraad"),
    *(b"vandamme", b"chantal"),
)


@pytest.fixture
def journal(call, keep):
    """Two people, a contact, a sponsor, a team and an employer, and texts that name them."""
    assert call("config", "set", "name", "Chantal Maes").code == 0
    keep(
        talk(
            coachee="Amina El Idrissi",
            topic="amina's team Brugge",
            summary="Mail her: other@firma.be, or +32 475 99 88 77. On 2 Nov 2026, 8 of 10.",
            private_note="Chantal and Peeters agree with Idrissi",
            actions=[{"what": "Ring Lotte Wouters", "helper": "Lotte Wouters"}],
        ),
        talk(coachee="Bo Peeters", topic="Havenbedrijf, says AMINA"),
    )
    fields = {"team": "Brugge", "organisation": "Havenbedrijf", "reach": "amina@firma.be"}
    options = [f"--{key}={value}" for key, value in fields.items()]
    assert call("coachee", "edit", "amina", *options).code == 0
    assert call("coachee", "rename", "bo", "oudenaam").code == 0
    assert call("coachee", "rename", "oudenaam", "bp").code == 0
    contact = {"name": "Lotte Wouters", "where": "external", "reach": "lotte@elders.be"}
    options = [f"--{key}={value}" for key, value in contact.items()]
    assert call("contact", "new", *options).code == 0
    assert call("trajectory", "edit", 1, "--sponsor", "Koenraad Vandamme").code == 0


def test_no_name_handle_or_address_is_in_the_copy(call, program, journal, tmp_path):
    copy = tmp_path / "copy.sqlite"
    before = program.store.read_bytes().lower()
    assert all(name in before for name in (b"amina", b"oudenaam", b"lotte@elders.be"))

    told = call("pseudonymise", "--all", "--output", copy)

    assert told.code == 0, told.err
    assert "personal data" in told.err
    assert [name for name in NAMES if name in copy.read_bytes().lower()] == []
    assert list(copy.parent.glob("copy.sqlite-*")) == []
    there = ("--store", copy)
    people = call("coachee", "list", "--json", *there).json
    assert [(line["handle"], line["name"]) for line in people] == [("p1", "P1"), ("p2", "P2")]
    first, second = (call("session", "show", n, "--json", *there).json for n in (1, 2))
    assert first["topic"] == "P1's team T1"
    assert first["summary"] == "Mail her: (e-mail), or (tel.). On 2 Nov 2026, 8 of 10."
    assert second["topic"] == "E1, says P1"
    assert call("search", "P1", "--json", *there).json != []
    assert call("history", "list", "--json", *there).json == []
    assert all(line["level"] != "error" for line in call("doctor", "--json", *there).json)
    assert [line["handle"] for line in call("coachee", "list", "--json").json] == ["amina", "bp"]


def test_a_copy_of_one_person_has_nobody_else(call, journal, tmp_path):
    copy = tmp_path / "copy.sqlite"

    made = call("pseudonymise", "bp", "--output", copy, "--json")

    assert made.json["people"] == 1
    people = call("coachee", "list", "--json", "--store", copy).json
    assert [line["name"] for line in people] == ["P2"]
    assert [name for name in NAMES if name in copy.read_bytes().lower()] == []
    assert b"mail her" not in copy.read_bytes().lower()


def test_nothing_is_overwritten_and_what_is_missing_is_asked(call, program, journal):
    refused(call("pseudonymise", "--output", "x.sqlite"), 2, "one person, or --all")
    refused(call("pseudonymise", "--all"), 2, "where the copy goes")
    refused(call("pseudonymise", "nobody", "--output", "x.sqlite"), 3, "Nobody is called")
    refused(call("pseudonymise", "--all", "--output", program.store), 4, "something at")
    refused(call("pseudonymise", "--all", "--output", "gone/x.sqlite"), 5, "cannot be written")
    assert call("coachee", "show", "amina").code == 0
